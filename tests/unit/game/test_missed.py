"""The themes to come back to follow the results and the answers."""

from dataclasses import replace

from kit_app.domain.questionnaire import THEMES as USUAL_THEMES, Question, Sheet
from kit_app.game.learning import counts_of
from kit_app.game.missed import first_themes, missed_by_answers, missed_themes
from kit_app.views.results import PuzzleResult
from tests.unit.game.test_corrections import result

USUAL = tuple(USUAL_THEMES)
THEMES = {"P1": "places", "P6": "people", "P7": "people", "P12": "incident", "P9": "passwords"}


def row(ident: str, **changes) -> PuzzleResult:
    values = {
        "id": ident, "title": ident, "path": None, "opened_ms": 0, "solved_ms": 60_000, "spent_ms": 60_000,
        "target_ms": 60_000, "hints": (), "wrong_tries": 0, "was_forced": False, "lesson": "", "reflex": "",
    }  # fmt: skip
    return PuzzleResult(**{**values, **changes})


def parts(*rows: PuzzleResult) -> dict[str, float]:
    return {one.theme: one.part for one in missed_themes([replace(result(), puzzles=rows)], THEMES, USUAL)}


def test_a_puzzle_that_was_not_solved_is_missed_and_a_hint_is_a_third():
    found = parts(row("P1"), row("P6", solved_ms=None), row("P7"), row("P12", hints=(1, 2)))
    assert found == {"people": 0.5, "incident": 2 / 3, "places": 0.0}
    assert list(found) == ["incident", "people", "places"]


def test_what_was_never_met_or_broken_says_nothing():
    assert parts(row("P1", opened_ms=None, solved_ms=None), row("P6", was_broken=True, was_forced=True)) == {}


def test_accepted_by_hand_is_missed():
    assert parts(row("P9", was_forced=True)) == {"passwords": 1.0}


def test_equals_stay_in_the_usual_order_and_what_was_not_met_fills_up():
    missed = missed_themes([replace(result(), puzzles=(row("P12", hints=(1,)),))], THEMES, USUAL)
    assert first_themes(missed, USUAL, 3) == ("incident", "places", "devices")


def test_answers_of_the_latest_moment_tell_what_is_missed():
    asked = [
        Question(id="lock", theme="devices", right="B"),
        Question(id="labels", theme="places", right="A"),
    ]
    sheets = []
    for number in range(1, 7):
        sheets.append(Sheet(moment="before", number=number, answers={"lock": "A", "labels": "A"}))
        sheets.append(Sheet(moment="after", number=number, answers={"lock": "B", "labels": "C"}))
    found = missed_by_answers(counts_of(sheets, asked, ()))
    assert [(one.theme, one.part) for one in found] == [("places", 1.0), ("devices", 0.0)]


def test_too_few_answers_tell_nothing():
    asked = [Question(id="lock", theme="devices", right="B")]
    sheets = [
        Sheet(moment=moment, number=number, answers={"lock": "A"})
        for number in range(1, 5)
        for moment in ("before", "after")
    ]
    assert missed_by_answers(counts_of(sheets, asked, ())) == ()
