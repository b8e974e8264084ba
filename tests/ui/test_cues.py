"""Which events sound: once, never again after a restart, and one sound for a whole room."""

from dataclasses import replace

import pytest

from kit_app.domain.sounds import CUES
from kit_app.game import events as e
from kit_app.ui.cues import RANKS, Cues, cue_of, loudest, recording
from tests.builders import make_setup

SOLVED = e.PuzzleSolved(puzzle="P1")
HINT = e.HintGiven(puzzle="P2", level=1)


@pytest.mark.parametrize(
    ("event", "cue"),
    [
        (e.RunStarted(kit_digest="", duration_ms=1), "start"),
        (SOLVED, "solved"),
        (HINT, "hint"),
        (e.MessageShown(text="Hello"), "hint"),
        (e.HintOffered(puzzle="P2"), "hint"),
        (e.FiveMinutesLeft(), "five-minutes"),
        (e.OneMinuteLeft(), "one-minute"),
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


def test_what_was_stored_before_the_console_was_opened_is_no_news() -> None:
    cues = Cues()
    journal = [e.RunStarted(kit_digest="", duration_ms=1), SOLVED, HINT]

    assert list(cues.news("1", journal)) == []
    assert list(cues.news("1", journal)) == []
    assert list(cues.news("1", [*journal, e.FiveMinutesLeft()])) == [e.FiveMinutesLeft()]


def test_several_cues_at_once_are_one_sound() -> None:
    assert loudest(["solved", "", "end"]) == "end"
    assert loudest(["hint", "five-minutes", "solved"]) == "five-minutes"
    assert loudest(["", ""]) == ""


def test_teams_are_heard_apart() -> None:
    cues = Cues()
    cues.news("1", [])
    cues.news("2", [SOLVED])

    assert list(cues.news("1", [SOLVED])) == [SOLVED]
    assert list(cues.news("2", [SOLVED])) == []


def test_a_hint_that_is_a_recording_is_heard_when_it_is_given() -> None:
    first, *rest = make_setup().puzzles
    hints = tuple(
        replace(hint, sound=b"wave") if level == 1 else hint for level, hint in enumerate(first.hints)
    )
    setup = make_setup(puzzles=(replace(first, hints=hints), *rest))

    assert recording([e.HintGiven(puzzle=first.id, level=2)], setup) == b"wave"
    assert recording([e.HintGiven(puzzle=first.id, level=1)], setup) == b""
    assert recording([e.HintGiven(puzzle=first.id, level=0), SOLVED], setup) == b""


def test_a_puzzle_that_turns_late_ticks_once() -> None:
    cues = Cues()

    assert cues.late("1", frozenset({"P1"})) == ""
    assert cues.late("1", frozenset({"P1", "P2"})) == "late"
    assert cues.late("1", frozenset({"P2"})) == ""
