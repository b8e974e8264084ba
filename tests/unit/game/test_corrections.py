"""Results are put right, never silently."""

from dataclasses import replace

import pytest

from kit_app.errors import CommandRefused
from kit_app.game.corrections import corrected, correction
from kit_app.game.events import ResultCorrected
from kit_app.views.results import Correction, RunResult


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
