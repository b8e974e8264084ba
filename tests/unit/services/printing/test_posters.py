"""The kit's six posters: in both languages, with the facility's number and logo, whole and to glue."""

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import Contact, Facility
from kit_app.i18n import load
from kit_app.services.printing.desk import made, shelf_papers
from kit_app.services.printing.job import NOBODY, Issuer
from kit_app.views.paper import PaperWish
from tests.unit.content.bundled import bundled_kit

NUMBER = "01 99 00 45 12"
POSTERS = {f"poster-{n}" for n in range(1, 7)}


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            document[n].get_textpage().get_text_bounded().replace("\u00a0", " ") for n in range(len(document))
        ]
    finally:
        document.close()


def posters(language: str, issuer: Issuer = NOBODY, wish: PaperWish | None = None) -> list[str]:
    papers = shelf_papers(bundled_kit(), issuer, load(resources_dir() / "i18n", language))
    assert {line.kind for line in papers.lines()} >= POSTERS
    return texts(made(papers, POSTERS, wish=wish).pdf)


@pytest.mark.parametrize(("language", "word"), [("fr", "verrouille"), ("en", "I lock")])
def test_each_language_has_six_posters_of_one_page(language: str, word: str) -> None:
    found = posters(language)
    assert len(found) == 6
    assert sum(word in text for text in found) == 1


def test_every_poster_bears_the_number_of_the_help_desk() -> None:
    facility = Facility(name="Hôpital de Brévalon", contacts={"helpdesk": Contact(number=NUMBER)})
    assert all(NUMBER in text for text in posters("fr", Issuer(facility=facility)))
    assert not any(NUMBER in text for text in posters("fr"))
