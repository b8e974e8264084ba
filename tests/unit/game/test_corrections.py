"""Results are put right, never silently."""

from dataclasses import replace

import pytest

from kit_app.errors import CommandRefused
from kit_app.game.corrections import corrected, correction
from kit_app.game.events import ResultCorrected
from kit_app.game.limits import attempts_of
from kit_app.views.results import Correction, Leading, Moment, PuzzleResult, RunResult


def result() -> RunResult:
    return RunResult(
        session_id="s", session_name="", facility="", date="2026-11-24", team_number=1, team_label="",
        team_size=6, set_id="TXR9", kit_id="kit", kit_version="1", variant="45-full", level="standard",
        language="fr", outcome="stopped", duration_ms=2_700_000, played_ms=2_400_000, left_ms=300_000,
        hints=2, jokers=0, wrong_tries=0, went_unsaved=False, puzzles=(), notes=(), moments=(),
    )  # fmt: skip


def put_right(*changes: tuple[str, str, str]) -> RunResult:
    found = result()
    for field, new, reason in changes:
        found = corrected(found, [correction(found, field, new, reason)])
    return found


def test_a_correction_keeps_the_old_value_the_new_one_and_the_reason():
    found = put_right(("team_size", "5", "  Une personne   est partie. "))
    assert found.team_size == 5
    assert found.corrections == (
        Correction(field="team_size", old="6", new="5", reason="Une personne est partie."),
    )


def test_time_played_and_time_left_go_together():
    found = put_right(("played_ms", "2500000", "The watch said so."))
    assert (found.played_ms, found.left_ms) == (2_500_000, 200_000)


def test_corrections_add_up_and_all_stay_told():
    found = put_right(("outcome", "won", "Closed too soon."), ("outcome", "lost", "No, time was over."))
    assert found.outcome == "lost"
    assert [(one.old, one.new) for one in found.corrections] == [("stopped", "won"), ("won", "lost")]


@pytest.mark.parametrize(
    ("field", "new", "reason"),
    [
        ("team_size", "5", "   "),
        ("team_size", "6", "The same."),
        ("team_size", "0", "Nobody."),
        ("team_size", "five", "Words."),
        ("outcome", "drawn", "Odd."),
        ("played_ms", "-1", "Before the start."),
    ],
)
def test_what_cannot_be_is_refused(field, new, reason):
    with pytest.raises(CommandRefused):
        correction(result(), field, new, reason)


def test_a_field_of_a_newer_release_is_told_and_changes_nothing():
    event = ResultCorrected(field="hints", old="2", new="3", reason="Counted again.")
    found = corrected(result(), [event])
    assert replace(found, corrections=()) == result()
    assert found.corrections[0].field == "hints"


def with_puzzles() -> RunResult:
    """P1 solved after four minutes with a hint, P2 open for five, P3 never opened."""

    def row(ident, opened, solved, spent, hints=()):
        return PuzzleResult(
            id=ident, title=ident, path="A", opened_ms=opened, solved_ms=solved, spent_ms=spent,
            target_ms=240_000, hints=hints, wrong_tries=0, was_forced=False, lesson="", reflex="",
        )  # fmt: skip

    rows = (
        row("P1", 0, 240_000, 240_000, (1,)),
        row("P2", 240_000, None, 300_000),
        row("P3", None, None, 0),
    )
    moments = (Moment(at_ms=100_000, kind="HintGiven", puzzle="P1", text="1"),)
    led = Leading(by_hand=1, suggested=1)
    return replace(result(), puzzles=rows, moments=moments, leading=led)


def puzzle_put_right(puzzle: str, *changes: tuple[str, str]) -> tuple[RunResult, PuzzleResult]:
    found = with_puzzles()
    for field, new in changes:
        found = corrected(found, [correction(found, field, new, "Seen.", puzzle)])
    return found, next(row for row in found.puzzles if row.id == puzzle)


def test_a_puzzle_that_was_solved_after_all_is_solved_when_its_time_was_over():
    found, row = puzzle_put_right("P2", ("solved", "yes"))
    assert (row.solved_ms, row.was_forced) == (540_000, False)
    assert found.corrections == (
        Correction(field="solved", old="no", new="yes", reason="Seen.", puzzle="P2"),
    )
    assert attempts_of(found)["P2"].is_solved
    assert found.puzzles[0] == with_puzzles().puzzles[0]


def test_a_puzzle_that_was_not_solved_after_all_is_left():
    _found, row = puzzle_put_right("P1", ("solved", "no"))
    assert row.solved_ms is None


def test_the_time_of_a_puzzle_moves_its_end():
    _found, row = puzzle_put_right("P1", ("spent_ms", "180000"))
    assert (row.spent_ms, row.opened_ms, row.solved_ms) == (180_000, 0, 180_000)


def test_a_puzzle_that_never_opened_can_have_been_solved_all_the_same():
    _found, row = puzzle_put_right("P3", ("solved", "yes"), ("spent_ms", "120000"))
    assert row.opened_ms is not None and row.solved_ms == row.opened_ms + 120_000


def test_hints_that_nobody_typed_count_as_given_by_hand_and_teach_no_time():
    found, row = puzzle_put_right("P2", ("solved", "yes"), ("hints", "12"))
    assert (row.hints, found.hints) == ((1, 2), 4)
    assert (found.leading.by_hand, found.leading.suggested) == (3, 1)
    assert "P2" not in attempts_of(found)


def test_a_hint_that_was_not_given_leaves_the_sums_and_the_time_line():
    found, row = puzzle_put_right("P1", ("hints", ""))
    assert (row.hints, found.hints, found.moments) == ((), 1, ())
    assert (found.leading.by_hand, found.leading.suggested) == (0, 1)
    assert attempts_of(found)["P1"].is_whole


@pytest.mark.parametrize(
    ("field", "new", "puzzle"),
    [
        ("solved", "yes", "P1"),
        ("solved", "perhaps", "P1"),
        ("hints", "1", "P1"),
        ("hints", "21", "P1"),
        ("hints", "4", "P1"),
        ("spent_ms", "0", "P1"),
        ("spent_ms", "21000000", "P1"),
        ("solved", "yes", "P99"),
    ],
)
def test_what_a_puzzle_cannot_be_is_refused(field, new, puzzle):
    with pytest.raises(CommandRefused):
        correction(with_puzzles(), field, new, "Why.", puzzle)


def test_a_puzzle_or_field_of_a_newer_release_is_told_and_changes_nothing():
    for event in (
        ResultCorrected(field="colour", old="", new="red", reason="Seen.", puzzle="P1"),
        ResultCorrected(field="solved", old="no", new="yes", reason="Seen.", puzzle="P99"),
    ):
        found = corrected(with_puzzles(), [event])
        assert replace(found, corrections=()) == with_puzzles()
        assert found.corrections[0].puzzle == event.puzzle
