"""A note can be taken back whatever was done after it; a pause can be explained after it began."""

import pytest

from kit_app.errors import CommandRefused
from kit_app.game import commands as c, events as e
from kit_app.game.tags import PAUSE_REASONS
from tests.builders import Play, make_setup

SETUP = make_setup()


def test_a_note_is_taken_back_after_other_acts() -> None:
    play = Play(SETUP)
    play.do(c.AddNote(tag="mutual-aid"))
    play.do(c.AddNote(text="They swap"))
    play.do(c.PauseRun())
    assert play.do(c.RemoveNote(tag="mutual-aid")) == (e.NoteRemoved(text="", tag="mutual-aid"),)
    assert play.state.notes == (e.NoteAdded(text="They swap"),)
    assert play.replayed() == play.state


def test_what_was_taken_back_is_not_undone_again() -> None:
    play = Play(SETUP)
    play.do(c.AddNote(text="one"))
    play.do(c.AddNote(text="two"))
    play.do(c.RemoveNote(text="two"))
    assert play.do(c.TakeBack()) == (e.NoteRemoved(text="one"),)
    assert play.state.notes == ()


def test_a_note_is_taken_back_once() -> None:
    play = Play(SETUP)
    play.do(c.AddNote(text="one"))
    play.do(c.RemoveNote(text="one"))
    with pytest.raises(CommandRefused):
        play.do(c.RemoveNote(text="one"))


def test_of_two_equal_notes_one_stays() -> None:
    play = Play(SETUP)
    for _ in range(2):
        play.do(c.AddNote(tag="good-sentence"))
    play.do(c.RemoveNote(tag="good-sentence"))
    assert len(play.state.notes) == 1


def test_a_note_is_taken_back_after_the_end() -> None:
    play = Play(SETUP)
    play.do(c.AddNote(text="one"))
    play.do(c.EndRun(at_once=True))
    assert play.do(c.RemoveNote(text="one"))


@pytest.mark.parametrize("reason", PAUSE_REASONS)
def test_a_pause_is_explained(reason: str) -> None:
    play = Play(SETUP)
    play.do(c.PauseRun())
    assert play.do(c.ExplainPause(reason=reason)) == (e.PauseExplained(reason=reason),)
    assert play.console().log[-1].text == reason


def test_only_a_pause_has_a_reason_and_only_a_known_one() -> None:
    play = Play(SETUP)
    with pytest.raises(CommandRefused):
        play.do(c.ExplainPause(reason="other"))
    play.do(c.PauseRun())
    with pytest.raises(CommandRefused):
        play.do(c.ExplainPause(reason="because"))
