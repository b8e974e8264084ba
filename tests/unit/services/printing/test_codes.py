"""Every code of the bundled kit's printed sets is read back from pictures of the pages, even bad ones."""

from collections import Counter

import numpy
import pytest
from PIL import Image, ImageFilter

from kit_app.services.printing.desk import made, players_papers
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import SETS, codes_in, job_of, pictures, plan_of, players_pdf


def shown_codes(language: str, size: int) -> Counter[str]:
    """The codes that the set's cards show."""
    return Counter(card.code for card in job_of(language, size).team.cards if card.shows_code)


def photographed(picture: Image.Image, noise: numpy.random.Generator) -> Image.Image:
    """The page as a hasty telephone sees it: turned by 3°, blurred, noisy."""
    slanted = picture.convert("L").rotate(3, fillcolor=255, expand=True).filter(ImageFilter.GaussianBlur(1))
    grey = numpy.asarray(slanted, dtype=float) + noise.normal(0, 20, (slanted.height, slanted.width))
    return Image.fromarray(grey.clip(0, 255).astype("uint8"))


QUICK = (("fr", 5), ("en", 8))
"""The sets that the quick run reads; the long one reads all."""

ALL = [pytest.param(*one, marks=() if one in QUICK else pytest.mark.long) for one in SETS]


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize(("language", "size"), ALL)
def test_every_code_of_a_set_is_read_back(language: str, size: int, dpi: int) -> None:
    read = Counter(
        code for picture in pictures(players_pdf(language, size), dpi) for code in codes_in(picture)
    )
    assert read == shown_codes(language, size)


@pytest.mark.parametrize(("language", "size"), ALL)
def test_every_code_is_read_back_through_blur_noise_and_a_slant(language: str, size: int) -> None:
    noise = numpy.random.default_rng(45)
    pages = [photographed(picture, noise) for picture in pictures(players_pdf(language, size), 150)]
    assert Counter(code for page in pages for code in codes_in(page)) == shown_codes(language, size)


def test_the_desk_counts_the_codes_that_the_cards_show_and_has_read_them() -> None:
    job = job_of("fr")
    papers = players_papers(bundled_kit(), plan_of("fr"), 1, job.t)
    pdf = made(papers, [line.ident for line in papers.lines()])
    assert pdf.for_players
    assert pdf.needs.codes == len(shown_codes("fr", 5))
