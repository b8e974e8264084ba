"""The report of a run: one page, in either language, whatever was noted."""

from dataclasses import replace

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.printing.run_report import report_name, report_pdf
from kit_app.views.results import Moment
from tests.unit.services.printing.papers import compact, text_of
from tests.unit.services.test_overview import MINUTE, puzzle, run

PUZZLES = tuple(
    puzzle(id=f"P{number}", title="Five messages for accounts", path="ABCD"[number % 4], hints=(1, 2))
    for number in range(1, 13)
)


def notes(count: int, text: str) -> tuple[Moment, ...]:
    return tuple(Moment(at_ms=MINUTE * number, kind="NoteAdded", text=text) for number in range(count))


def pages_of(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("count", [0, 2, 12, 40])
def test_it_is_one_page_however_much_was_noted(language: str, count: int) -> None:
    result = run(*PUZZLES, notes=notes(count, "They read every label aloud. " * 9), facility="H" * 60)
    pdf = report_pdf(result, load(resources_dir() / "i18n", language))
    assert pages_of(pdf) == 1
    assert f"/Lang ({language})".encode() in pdf


def test_outcome_team_and_times_are_told() -> None:
    text = compact(text_of(report_pdf(run(*PUZZLES), load(resources_dir() / "i18n", "en"))))
    for words in ("won: 40:00 played of 45:00, 5:00 left", "5 players", "2 hints", "set TXR9"):
        assert compact(words) in text


def test_a_note_with_a_picture_typed_into_it_is_printed_without_the_picture() -> None:
    result = run(*PUZZLES, notes=notes(1, "Well done \N{PARTY POPPER} all"))
    text = text_of(report_pdf(result, load(resources_dir() / "i18n", "en")))
    assert "Well done" in text


def test_the_same_run_gives_the_same_bytes() -> None:
    t = load(resources_dir() / "i18n", "fr")
    assert report_pdf(run(*PUZZLES), t) == report_pdf(run(*PUZZLES), t)


def test_a_run_that_was_not_stored_wholly_says_so() -> None:
    text = compact(
        text_of(report_pdf(run(*PUZZLES, went_unsaved=True), load(resources_dir() / "i18n", "en")))
    )
    assert compact("could not be stored on the disk") in text


def test_a_start_over_red_lines_is_told_with_their_names() -> None:
    forced = replace(run(*PUZZLES, went_unsaved=True), despite=("mirror", "of-another-release"))
    text = compact(text_of(report_pdf(forced, load(resources_dir() / "i18n", "en"))))
    words = "Started although this was not in order: Extended, not copied and of-another-release."
    assert compact(words) in text
    assert compact("could not be stored on the disk") in text


def test_what_was_amiss_during_the_game_is_told_with_its_names() -> None:
    troubled = replace(run(*PUZZLES), troubles=("projector-swapped", "of-another-release"))
    text = compact(text_of(report_pdf(troubled, load(resources_dir() / "i18n", "en"))))
    words = "console on the players’ screen, the game on another and of-another-release."
    assert compact(f"Amiss for a while during the game: {words}") in text


def test_the_file_is_named_safely() -> None:
    result = replace(run(), session_name='A/B: "night"', team_label="Team 1?")
    assert report_name(result, load(resources_dir() / "i18n", "en")) == "A-B- -night- - Team 1- - report.pdf"
