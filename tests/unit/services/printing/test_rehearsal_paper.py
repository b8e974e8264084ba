"""The look back on a rehearsal on paper: one page, however much there is to say."""

from dataclasses import replace

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.printing.rehearsal_paper import rehearsal_pdf
from kit_app.views.rehearsal import Point, PuzzleLine, Review
from tests.unit.services.printing.papers import compact, text_of

MINUTE = 60_000
LINES = tuple(
    PuzzleLine(
        id=f"P{number}",
        title="Five messages for accounts",
        path="ABCD"[number % 4],
        target_ms=4 * MINUTE,
        opened_ms=number * 3 * MINUTE,
        solved_ms=None if number == 12 else (number * 3 + 5) * MINUTE,
        hints_ms=((number * 3 + 4) * MINUTE,),
    )
    for number in range(1, 13)
)
GOOD = Point(kind="hint", verdict="good", due_ms=5 * MINUTE, done_ms=6 * MINUTE, puzzle="P2", level=1)
LATE = replace(GOOD, verdict="late", done_ms=9 * MINUTE, level=2)
TORN = Point(kind="broken-prop", verdict="missed", due_ms=20 * MINUTE, done_ms=None, puzzle="P3")


def review(*points: Point) -> Review:
    return Review(
        points=points,
        lines=LINES,
        silences=((0, 9 * MINUTE),),
        longest_silence_ms=9 * MINUTE,
        ending="guided",
        whole_ms=48 * MINUTE,
        reset_ms=8 * MINUTE,
    )


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("times", [0, 1, 30])
def test_it_is_one_page_however_much_there_is_to_say(language: str, times: int) -> None:
    made = rehearsal_pdf(review(*(GOOD, LATE, TORN) * times), load(resources_dir() / "i18n", language))

    assert made.pages == 1
    with pypdfium2.PdfDocument(made.pdf) as document:
        assert len(document) == 1


def test_what_was_late_and_missed_is_told_with_its_time() -> None:
    english = load(resources_dir() / "i18n", "en")
    text = compact(text_of(rehearsal_pdf(review(GOOD, LATE, TORN), english).pdf))

    for words in ("9:00. A word from you", "4:00 after it was due", "not accepted by hand", "too late 1"):
        assert compact(words) in text
