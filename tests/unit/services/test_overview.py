"""What took too long, which hints stand."""

from dataclasses import replace

from kit_app.services.overview import is_long, standing_hints
from kit_app.views.results import Moment, PuzzleResult, RunResult

MINUTE = 60_000


def puzzle(**changes) -> PuzzleResult:
    usual = PuzzleResult(
        id="P1",
        title="The register",
        path=None,
        opened_ms=0,
        solved_ms=4 * MINUTE,
        spent_ms=4 * MINUTE,
        target_ms=4 * MINUTE,
        hints=(),
        wrong_tries=0,
        was_forced=False,
        lesson="",
        reflex="",
    )
    return replace(usual, **changes)


def run(*puzzles: PuzzleResult, **changes) -> RunResult:
    usual = RunResult(
        session_id="one",
        session_name="Night",
        facility="",
        date="2026-11-24",
        team_number=1,
        team_label="Team 1",
        team_size=5,
        set_id="TXR9",
        kit_id="kit",
        kit_version="1.0.0",
        variant="45-full",
        level="standard",
        language="en",
        outcome="won",
        duration_ms=45 * MINUTE,
        played_ms=40 * MINUTE,
        left_ms=5 * MINUTE,
        hints=2,
        jokers=0,
        wrong_tries=1,
        went_unsaved=False,
        puzzles=puzzles or (puzzle(),),
        notes=(),
        moments=(),
    )
    return replace(usual, **changes)


def test_a_quarter_over_its_target_is_too_long():
    assert is_long(5 * MINUTE, 4 * MINUTE)
    assert not is_long(5 * MINUTE - 1, 4 * MINUTE)
    assert not is_long(None, 4 * MINUTE)


def test_hints_taken_back_do_not_stand():
    moments = (
        Moment(at_ms=1000, kind="HintGiven", puzzle="P1", text="1"),
        Moment(at_ms=2000, kind="HintWithdrawn", puzzle="P1", text="1"),
        Moment(at_ms=3000, kind="HintGiven", puzzle="P2", text="1"),
        Moment(at_ms=4000, kind="HintGiven", puzzle="P1", text="2"),
    )
    assert standing_hints(run(moments=moments), "P1") == ((4000, 2),)
