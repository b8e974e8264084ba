"""What makes a puzzle hard for a team, and where a talk should be by now."""

from kit_app.game.debrief import score
from kit_app.game.debrief_pace import pace_at
from kit_app.views.results import PuzzleResult


def puzzle(**facts: object) -> PuzzleResult:
    usual = {
        "title": "", "path": "A", "opened_ms": 0, "solved_ms": 60_000, "spent_ms": 60_000,
        "target_ms": 60_000, "hints": (), "wrong_tries": 0, "was_forced": False, "lesson": "", "reflex": "",
    }  # fmt: skip
    return PuzzleResult(id="P", **{**usual, **facts})


def test_time_hints_tries_and_help_make_a_puzzle_hard() -> None:
    assert score(puzzle()) == 1.0
    assert score(puzzle(spent_ms=150_000)) == 2.5
    assert score(puzzle(hints=(1, 2), wrong_tries=3)) == 2.3
    assert score(puzzle(solved_ms=None)) == 3.0
    assert score(puzzle(was_forced=True)) == 4.0
    assert score(puzzle(opened_ms=None, solved_ms=None, spent_ms=0)) == 2.0
    assert score(puzzle(was_broken=True, was_forced=True, spent_ms=300_000)) == 0.0


def test_a_talk_is_behind_after_its_slide_and_ahead_before_it() -> None:
    seconds = (60.0, 120.0, 60.0)
    assert pace_at(seconds, 1, 100.0).behind == 0.0
    assert pace_at(seconds, 1, 200.0).behind == 20.0
    assert pace_at(seconds, 2, 100.0).behind == -80.0
    found = pace_at(seconds, 1, 250.0)
    assert (found.left, found.begins, found.ends) == (-10.0, 60.0, 180.0)
