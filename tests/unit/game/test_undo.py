"""Undo: the last act first, back to what was on the screens before it."""

import pytest

from kit_app.game import commands as c, events as e
from kit_app.game.state import facts
from tests.builders import MINUTE, Play, make_setup


@pytest.mark.parametrize(
    ("first", "command", "kind", "undone"),
    [
        (c.BlackOut(on=True), c.BlackOut(on=False), "ScreenRestored", e.ScreenBlackedOut(undoes=True)),
        (c.CallAway(), c.CallAway(is_back=True), "PlayerBack", e.PlayerLeft(undoes=True)),
        (c.PauseRun(), c.ResumeRun(), "RunResumed", e.RunPaused(undoes=True)),
        (
            c.ShowMessage(text="One"),
            c.ClearMessage(),
            "MessageCleared",
            e.MessageShown(text="One", undoes=True),
        ),
        (c.OfferHint(puzzle="P1"), c.HideHint(), "OfferWithdrawn", e.HintOffered(puzzle="P1", undoes=True)),
    ],
)
def test_the_way_back_has_its_own_way_back(first, command, kind, undone):
    play = Play()
    play.do(first)
    before = facts(play.state)
    play.do(command)
    assert play.console().can_undo == kind
    assert play.do(c.TakeBack()) == (undone,)
    assert facts(play.state) == before


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
        (
            c.WithdrawHint(puzzle="P2", level=1),
            "HintWithdrawn",
            e.HintGiven(puzzle="P2", level=1, cost_ms=MINUTE, undoes=True),
        ),
        (c.HideHint(), "HintHidden", e.HintGiven(puzzle="P2", level=1, again=True, undoes=True)),
        (
            c.GiveHint(puzzle="P2", level=0),
            "HintGiven",
            e.HintWithdrawn(puzzle="P2", level=0, search="P02-C1", undoes=True),
        ),
        (c.OfferHint(puzzle="P3"), "HintOffered", e.OfferWithdrawn(puzzle="P3", undoes=True)),
        (
            c.PutOffHint(puzzle="P3", level=1),
            "HintPutOff",
            e.HintPutOff(puzzle="P3", level=1, until_ms=0, undoes=True),
        ),
        (c.BlackOut(on=True), "ScreenBlackedOut", e.ScreenRestored(undoes=True)),
        (c.CallAway(), "PlayerLeft", e.PlayerBack(undoes=True)),
        (
            c.AddNote(text="They share.", tag="mutual-aid"),
            "NoteAdded",
            e.NoteRemoved(text="They share.", tag="mutual-aid"),
        ),
        (c.EnterAnswer(text="wrong"), "AnswerRejected", e.AnswerForgotten(text="wrong")),
        (
            c.EnterAnswer(text="5", puzzle="P3", field="portal"),
            "FieldFilled",
            e.FieldCleared(puzzle="P3", field="portal"),
        ),
        (
            c.EnterAnswer(text="5/x/y", puzzle="P3"),
            "AnswerRejected",
            e.AnswerForgotten(text="5 · x · y", puzzle="P3"),
        ),
        (
            c.SolvePuzzle(puzzle="P2", broken=True),
            "PuzzleSolved",
            e.PuzzleReopened(puzzle="P2", cost_ms=MINUTE),
        ),
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
    play.do(c.TakeBack(), c.TakeBack())
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


def test_what_was_hidden_comes_back_only_by_its_own_undo(play):
    play.do(c.HideHint(), c.SolvePuzzle(puzzle="P3"), c.TakeBack())
    assert play.player().panel is None
    play.do(c.TakeBack())
    assert play.player().panel.text == "P2 hint one"


def test_a_resumption_taken_back_is_the_pause_again_and_what_was_played_meanwhile_is_played(play):
    play.do(c.PauseRun(), after_s=60)
    left = play.console().remaining_ms
    play.do(c.ResumeRun(), after_s=500)
    play.do(c.TakeBack(), after_s=10)
    assert (play.console().phase, play.console().remaining_ms) == ("paused", left - 10_000)
    play.do(c.TakeBack(), after_s=100)
    assert (play.console().phase, play.console().remaining_ms) == ("playing", left - 10_000)


def test_a_hint_whose_time_was_over_does_not_come_back():
    play = Play(make_setup(hint_shown_ms=MINUTE))
    play.do(c.GiveHint(puzzle="P1", level=1), c.AddNote(text="late"))
    assert play.do(c.NoticeTime(), after_s=60) == (e.HintHidden(automatic=True),)
    play.do(c.TakeBack())
    assert play.player().panel is None
    assert play.do(c.TakeBack()) == (e.HintWithdrawn(puzzle="P1", level=1, undoes=True),)


def test_a_lock_is_open_again_when_the_wrong_answer_is_taken_back(play):
    wrong = c.EnterAnswer(text="2 · SOMEONE · DOG 2017", puzzle="P3")
    play.do(wrong, wrong)
    before = facts(play.state)
    play.do(wrong)
    assert play.refusal(wrong).startswith("“Title P3” takes no answer for 30 s")
    assert play.do(c.TakeBack()) == (e.AnswerForgotten(puzzle="P3", text="2 · SOMEONE · DOG 2017"),)
    assert facts(play.state) == before
    assert play.console().puzzles[2].wrong_tries == 2


def test_what_was_done_before_the_start_is_not_undone_after_it():
    play = Play(started=False)
    play.do(c.ShowScene(scene="pitch"), c.AddNote(text="late"))
    assert play.do(c.TakeBack()) == (e.NoteRemoved(text="late"),)
    assert play.do(c.TakeBack()) == (e.SceneShown(scene=None, undoes=True),)
    play.do(c.ShowScene(scene="pitch"), c.StartRun())
    assert play.console().undo is None


def test_a_note_after_the_end_can_be_taken_back(play):
    play.do(c.EndRun(at_once=True), c.AddNote(tag="good-sentence"))
    assert play.do(c.TakeBack()) == (e.NoteRemoved(text="", tag="good-sentence"),)
    assert play.refusal(c.TakeBack()) == "There is nothing to undo."


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


@pytest.mark.parametrize("stands", [False, True])
def test_a_last_scene_that_came_too_soon_is_taken_back_and_its_time_is_not_played(play, stands):
    play.do(c.EndRun(), after_s=30)
    play.do(*[c.PauseRun()] * stands)
    before = facts(play.state)
    left = play.console().remaining_ms
    play.do(c.EndRun())
    assert play.console().can_undo == "LastSceneShown"
    assert play.do(c.TakeBack()) == (e.LastSceneLeft(is_paused=stands),)
    assert facts(play.state) == before
    play.do(c.EndRun())
    play.do(c.TakeBack(), after_s=90)
    view = play.console()
    assert (view.phase, view.remaining_ms) == ("paused" if stands else "guided", left)
    play.do(c.TakeBack())
    assert play.console().phase == ("guided" if stands else "playing")


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
