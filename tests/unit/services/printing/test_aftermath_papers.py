"""The sheet for one month later and the report for the management say what the session says, and no more."""

from dataclasses import replace

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import Contact, Facility, Issuer
from kit_app.errors import PrintError
from kit_app.i18n import load
from kit_app.services.aftermath import Aftermath, aftermath
from kit_app.services.printing.nudge_sheet import nudge_pdf
from kit_app.services.printing.run_report import report_pdf
from kit_app.services.printing.session_report import session_report_pdf
from kit_app.views.results import Correction, RunResult
from tests.unit.content.bundled import bundled_kit
from tests.unit.game.test_corrections import result
from tests.unit.game.test_missed import row
from tests.unit.services.printing.papers import LANGUAGES, compact, plan_of, text_of

HOST = Issuer(
    facility=Facility(
        name="Hôpital de Brévalon",
        contacts={"helpdesk": Contact(number="02 99 00 11 22"), "security_lead": Contact(number="5544")},
    )
)
HARD = {"P11": {"solved_ms": None}, "P9": {"hints": (1, 2)}, "P6": {"hints": (1,)}}


def played(language: str, people: int = 6, **changes) -> Aftermath:
    kit = bundled_kit()
    rows = tuple(row(puzzle.id, **HARD.get(puzzle.id, {})) for puzzle in kit.puzzles)
    one: RunResult = replace(
        result(), team_label="Les Indiscrets", team_size=people, puzzles=rows, outcome="lost", **changes
    )
    return aftermath(kit, plan_of(language), (one,))


def words(language: str, theme: str, key: str) -> str:
    text = getattr(bundled_kit().reference_words[language]["nudges"][theme], key)
    return compact(text.replace("**", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_the_three_themes_most_missed_in_their_order(language):
    after = played(language)
    assert after.themes == ("identity", "passwords", "people")
    pdf = nudge_pdf(after, load(resources_dir() / "i18n", language), HOST).pdf
    text = compact(text_of(pdf))
    places = [text.index(words(language, theme, "title")) for theme in after.themes]
    assert places == sorted(places) and len(places) == 3
    assert all(words(language, theme, "reflex") in text for theme in after.themes)
    assert compact("02 99 00 11 22") in text
    assert compact("Les Indiscrets") not in text
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_what_was_done_what_was_hard_and_what_to_decide(language):
    after = played(language)
    pdf = session_report_pdf(after, load(resources_dir() / "i18n", language), HOST).pdf
    text = compact(text_of(pdf))
    assert all(words(language, theme, "decide") in text for theme in after.themes)
    assert "5544" in text and compact("Hôpital de Brévalon") in text
    assert compact("Les Indiscrets") not in text
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1


def test_under_five_people_nothing_is_said_of_what_was_hard():
    after = played("en", people=4)
    assert after.missed == () and after.themes == ("places", "devices", "passwords")
    text = compact(text_of(session_report_pdf(after, load(resources_dir() / "i18n", "en"), HOST).pdf))
    assert compact("Fewer than five people played") in text
    assert compact("What needs most practice") not in text


def test_the_report_tells_corrections_and_stays_one_page():
    many = tuple(
        Correction(field="team_size", old=str(n), new=str(n + 1), reason="Une raison assez longue. " * 7)
        for n in range(12)
    )
    after = played("fr", corrections=many)
    pdf = session_report_pdf(after, load(resources_dir() / "i18n", "fr"), HOST).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
    assert compact("12 chiffres ont été corrigés après la partie") in compact(text_of(pdf))


def test_a_session_that_nobody_finished_has_no_report():
    after = aftermath(bundled_kit(), plan_of("en"), ())
    with pytest.raises(PrintError):
        session_report_pdf(after, load(resources_dir() / "i18n", "en"))


def test_the_report_of_a_game_tells_that_it_was_on_paper_and_what_was_put_right():
    one = Correction(field="outcome", old="stopped", new="lost", reason="Le temps était écoulé.")
    game = replace(played("fr").results[0], is_paper=True, corrections=(one,))
    t = load(resources_dir() / "i18n", "fr")
    text = compact(text_of(report_pdf(game, t)))
    assert compact("Jouée sur papier, saisie ensuite.") in text
    assert compact("au lieu de") in text and compact("Le temps était écoulé.") in text
    many = replace(game, corrections=(replace(one, reason="Une raison assez longue. " * 7),) * 12)
    pdf = report_pdf(many, t)
    assert compact("12 chiffres ont été corrigés après la partie.") in compact(text_of(pdf))
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
