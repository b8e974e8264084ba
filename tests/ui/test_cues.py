"""Which events sound: once, never again after a restart, and one sound for a whole room."""

import pytest

from kit_app.domain.sounds import CUES
from kit_app.game import events as e
from kit_app.ui.cues import RANKS, Cues, cue_of, loudest

SOLVED = e.PuzzleSolved(puzzle="P1")
HINT = e.HintGiven(puzzle="P2", level=1)


@pytest.mark.parametrize(
    ("event", "cue"),
    [
        (e.RunStarted(kit_digest="", duration_ms=1), "start"),
        (SOLVED, "solved"),
        (HINT, "hint"),
        (e.MessageShown(text="Hello"), "hint"),
        (e.FiveMinutesLeft(), "five-minutes"),
        (e.TimeRanOut(), "end"),
        (e.RunStopped(), "end"),
        (e.LastSceneShown(outcome="won"), "end"),
        (e.AnswerRejected(text="no"), ""),
        (e.CardScanned(card="P1-C1"), ""),
        (e.RunPaused(), ""),
        (e.MessageShown(text="Hello", undoes=True), ""),
    ],
)
def test_each_event_has_its_sound_or_none(event: e.Event, cue: str) -> None:
    assert cue_of(event) == cue


def test_every_cue_has_its_rank_and_its_sound() -> None:
    assert set(RANKS) == set(CUES)


def test_what_was_stored_before_the_console_was_opened_makes_no_sound() -> None:
    cues = Cues()
    journal = [e.RunStarted(kit_digest="", duration_ms=1), SOLVED, HINT]

    assert cues.news("1", journal) == ""
    assert cues.news("1", journal) == ""
    assert cues.news("1", [*journal, e.FiveMinutesLeft()]) == "five-minutes"


def test_several_events_at_once_are_one_sound() -> None:
    cues = Cues()
    cues.news("1", [])

    assert cues.news("1", [SOLVED, e.LastSceneShown(outcome="won")]) == "end"
    assert loudest(["hint", "five-minutes", "solved"]) == "five-minutes"
    assert loudest([]) == ""


def test_teams_are_heard_apart() -> None:
    cues = Cues()
    cues.news("1", [])
    cues.news("2", [SOLVED])

    assert cues.news("1", [SOLVED]) == "solved"
    assert cues.news("2", [SOLVED]) == ""


def test_a_puzzle_that_turns_late_ticks_once() -> None:
    cues = Cues()

    assert cues.late("1", frozenset({"P1"})) == ""
    assert cues.late("1", frozenset({"P1", "P2"})) == "late"
    assert cues.late("1", frozenset({"P2"})) == ""
