"""Undo: the last act first, back to what was on the screens before it."""

import pytest

from kit_app.game import commands as c
from kit_app.game import events as e
from kit_app.game.state import facts
from tests.builders import MINUTE, Play, make_setup


@pytest.fixture
def play() -> Play:
    play = Play(make_setup(hint_cost_ms=MINUTE))
    play.do(c.EnterAnswer(text="417"), c.GiveHint(puzzle="P2", level=1), after_s=60)
    return play


@pytest.mark.parametrize(
    ("command", "kind", "undone"),
    [
        (c.EnterAnswer(text="K7Q4Z"), "PuzzleSolved", e.PuzzleReopened(puzzle="P2")),
        (c.EnterAnswer(text="3/maintenance/cat 2017"), "PuzzleSolved", e.PuzzleReopened(puzzle="P3")),
        (c.SolvePuzzle(puzzle="P4"), "PuzzleSolved", e.PuzzleReopened(puzzle="P4")),
        (
            c.GiveHint(puzzle="P3", level=3),
            "HintGiven",
            e.HintWithdrawn(puzzle="P3", level=3, cost_ms=MINUTE, undoes=True),
        ),
        (
            c.GiveHint(puzzle="P3", level=3, joker=True),
            "HintGiven",
            e.HintWithdrawn(puzzle="P3", level=3, joker=True, undoes=True),
        ),
        (c.GiveHint(puzzle="P2", level=1), "HintGiven", e.HintHidden(undoes=True)),
        (c.ShowMessage(text="Hello"), "MessageShown", e.MessageCleared(undoes=True)),
        (c.AdjustTime(minutes=-5), "TimeAdjusted", e.TimeAdjusted(by_ms=5 * MINUTE, undoes=True)),
        (c.PauseRun(), "RunPaused", e.RunResumed(undoes=True)),
        (c.EndRun(), "RunStopped", e.RunContinued(closed=("D1",))),
    ],
)
def test_an_act_taken_back_leaves_all_as_it_was(play, command, kind, undone):
    before = facts(play.state)
    play.do(command)
    assert play.console().can_undo == kind
    assert play.do(c.TakeBack()) == (undone,)
    assert facts(play.state) == before


def test_nothing_to_undo_is_said():
    play = Play()
    assert play.console().can_undo is None
    assert play.refusal(c.TakeBack()) == "There is nothing to undo."


def test_undo_goes_back_ten_acts(play):
    for _ in range(12):
        play.do(c.AdjustTime(minutes=1))
    for _ in range(10):
        play.do(c.TakeBack())
    assert play.refusal(c.TakeBack()) == "There is nothing to undo."
    assert play.player().total_ms == 47 * MINUTE


def test_a_reopened_puzzle_closes_what_it_had_opened(play):
    play.do(c.WithdrawHint(puzzle="P2", level=1), c.TakeBack())
    assert [row.state for row in play.console().puzzles] == ["open", "locked", "locked", "locked"]
    assert play.player().envelope == ""


def test_the_earlier_message_comes_back(play):
    play.do(c.ShowMessage(text="One"), c.ShowMessage(text="Two"))
    assert play.do(c.TakeBack()) == (e.MessageShown(text="One", undoes=True),)
    assert play.player().panel.text == "One"
    play.do(c.TakeBack())
    assert play.console().shown_hint == ("P2", 1)


def test_a_hint_takes_a_messages_place_until_it_is_taken_back(play):
    play.do(c.ShowMessage(text="One"), c.GiveHint(puzzle="P3", level=1))
    assert play.player().panel.kind == "hint"
    play.do(c.TakeBack())
    assert play.player().panel.text == "One"


def test_what_was_cleared_or_hidden_does_not_come_back(play):
    play.do(c.ShowMessage(text="One"), c.ClearMessage())
    assert play.console().can_undo == "HintGiven"
    play.do(c.GiveHint(puzzle="P2", level=1), c.HideHint())
    play.do(c.SolvePuzzle(puzzle="P2"), c.TakeBack())
    assert play.player().panel is None


def test_a_withdrawn_hint_cannot_be_taken_back_twice(play):
    play.do(c.WithdrawHint(puzzle="P2", level=1))
    assert play.console().can_undo == "PuzzleSolved"


def test_a_pause_that_is_over_is_not_undone(play):
    play.do(c.PauseRun(), c.ResumeRun())
    assert play.console().can_undo == "HintGiven"


def test_a_finale_taken_back_leads_from_the_last_scene_to_the_game_and_the_time_between_is_not_played(play):
    play.do(c.SolvePuzzle(puzzle="P4"))
    left = play.console().remaining_ms
    play.do(c.TakeBack(), after_s=120)
    view = play.console()
    assert (view.phase, view.outcome, view.remaining_ms, view.player.scene.look) == (
        "playing",
        None,
        left,
        "portal",
    )


def test_a_finale_accepted_in_a_pause_leads_back_to_the_pause(play):
    play.do(c.PauseRun(), c.SolvePuzzle(puzzle="P4"))
    left = play.console().remaining_ms
    play.do(c.TakeBack(), after_s=60)
    assert (play.console().phase, play.console().remaining_ms) == ("paused", left)


def test_a_guided_finale_taken_back_stays_lost(play):
    play.do(c.NoticeTime(), after_s=45 * 60)
    play.do(c.EnterAnswer(text="SIGNAL"), after_s=60)
    play.do(c.TakeBack(), after_s=60)
    view = play.console()
    assert (view.phase, view.outcome, view.remaining_ms) == ("guided", "lost", 3 * MINUTE)
    assert play.do(c.EnterAnswer(text="SIGNAL"))[-1] == e.LastSceneShown(outcome="lost")


def test_time_over_cannot_be_undone_nor_what_was_before(play):
    play.do(c.NoticeTime(), after_s=45 * 60)
    assert play.refusal(c.TakeBack()) == "There is nothing to undo."


def test_a_skipped_finale_cannot_be_undone(play):
    play.do(c.EndRun(), c.EndRun())
    assert play.refusal(c.TakeBack()) == "There is nothing to undo."


def test_a_stop_taken_back_goes_on_where_it_stopped(play):
    left = play.console().remaining_ms
    play.do(c.EndRun())
    play.do(c.TakeBack(), after_s=300)
    view = play.console()
    assert (view.phase, view.outcome, view.remaining_ms) == ("playing", None, left)
    assert [row.state for row in view.puzzles] == ["solved", "open", "open", "locked"]
    assert view.shown_hint == ("P2", 1)
    assert view.player.envelope.startswith("Envelope A1")


def test_a_stop_in_a_pause_taken_back_is_the_pause_again(play):
    play.do(c.PauseRun(), c.EndRun())
    assert play.do(c.TakeBack(), after_s=30) == (e.RunContinued(is_paused=True, closed=("D1",)),)
    left = play.console().remaining_ms
    play.do(c.ResumeRun(), after_s=60)
    assert (play.console().phase, play.console().remaining_ms) == ("playing", left)


def test_time_away_in_a_guided_end_that_is_taken_back_is_not_asked_about_any_more(play):
    left = play.console().remaining_ms
    play.do(c.EndRun())
    play.do(c.NoticeGap(gap_ms=MINUTE, cause="sleep"), after_s=90)
    assert play.do(c.TakeBack())[0] == e.RunContinued(closed=("D1",))
    assert (play.console().remaining_ms, play.console().gap_ms) == (left, None)


def test_minutes_already_played_cannot_be_taken_back(play):
    play.do(c.AdjustTime(minutes=5))
    play.do(c.NoticeTime(), after_s=44 * 60)
    assert play.refusal(c.TakeBack()) == "Less time than that is left on the clock."
