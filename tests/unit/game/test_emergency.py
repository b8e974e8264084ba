"""The ward needs people: the clock stands in any part of the game, and players read one line only."""

import pytest

from kit_app.game import commands as c, events as e
from kit_app.game.state import facts
from tests.builders import MINUTE, Play, make_setup, make_words

URGENT = c.PauseRun(reason="Emergency in the ward", emergency=True)
LINE = "We stop. The ward comes first."
WORDS = make_words(emergency=LINE)


@pytest.fixture
def play() -> Play:
    return Play(make_setup(words=WORDS))


def seen(play: Play) -> tuple[str, str, bool]:
    """The large line, what stands beside it, and whether a hint or a message lies on it."""
    view = play.player()
    return (view.scene.title if view.scene else "", view.notice, view.panel is not None)


@pytest.fixture(params=["stopped", "lost"])
def guided(request, play: Play) -> Play:
    """Half a minute into the guided end."""
    if request.param == "stopped":
        play.do(c.EndRun(), after_s=60)
    else:
        play.do(c.NoticeTime(), after_s=45 * 60)
    play.do(c.NoticeTime(), after_s=30)
    return play


def test_the_guided_clock_stands_goes_on_and_keeps_its_time(guided: Play):
    left = guided.console().remaining_ms
    guided.do(URGENT)
    view = guided.console()
    assert (view.phase, view.is_finale, view.is_emergency) == ("paused", True, True)
    assert guided.do(c.NoticeTime(), after_s=900) == ()
    assert guided.console().remaining_ms == left
    guided.do(c.ResumeRun())
    view = guided.console()
    assert (view.phase, view.remaining_ms, view.player.scene.look) == ("guided", left, "alert")
    guided.do(c.NoticeTime(), after_s=10)
    assert guided.console().remaining_ms == left - 10_000


@pytest.mark.parametrize("command", [URGENT, c.PauseRun()])
def test_a_pause_of_the_guided_end_and_its_end_are_taken_back(guided: Play, command):
    running = facts(guided.state)
    guided.do(command)
    standing = facts(guided.state)
    guided.do(c.ResumeRun())
    guided.do(c.TakeBack())
    assert facts(guided.state) == standing
    guided.do(c.TakeBack())
    assert facts(guided.state) == running


def test_an_ordinary_pause_of_the_guided_end_keeps_the_red_screen(guided: Play):
    guided.do(c.PauseRun())
    view = guided.player()
    assert (view.scene.look, view.notice, view.clock_label) == ("alert", WORDS.pause, "Last exercise")


def test_the_finale_is_solved_in_a_pause_of_the_guided_end(guided: Play):
    outcome = guided.console().outcome
    guided.do(URGENT, c.EnterAnswer(text="SIGNAL"))
    assert (guided.console().phase, guided.console().outcome) == ("closing", outcome)
    guided.do(c.TakeBack())
    assert (guided.console().phase, seen(guided)[0]) == ("paused", LINE)


def test_a_hint_and_a_message_leave_the_screen_and_come_back(play: Play):
    play.do(c.GiveHint(puzzle="P1", level=1), c.ShowMessage(text="Well done!"))
    play.do(URGENT)
    assert seen(play) == (LINE, "", False)
    assert not play.player().has_clock
    play.do(c.ResumeRun(), after_s=600)
    assert play.player().panel.text == "Well done!"
    play.do(c.ClearMessage())
    assert play.player().panel.text == "P1 hint one"


def test_what_is_sent_meanwhile_is_read_and_leaves_with_the_emergency(play: Play):
    play.do(c.ShowMessage(text="Well done!"), URGENT, c.ShowMessage(text="Back at 3 pm."))
    assert play.player().panel.text == "Back at 3 pm."
    play.do(c.ResumeRun())
    assert play.player().panel.text == "Well done!"
    play.do(c.TakeBack())
    assert play.player().panel.text == "Back at 3 pm."


def test_a_hint_given_meanwhile_stays_and_one_that_is_not_needed_does_not_come_back(play: Play):
    play.do(c.GiveHint(puzzle="P1", level=1), URGENT, c.GiveHint(puzzle="P1", level=2), c.ResumeRun())
    assert play.player().panel.text == "P1 hint two"
    play.do(URGENT, c.SolvePuzzle(puzzle="P1"), c.ResumeRun())
    assert play.player().panel is None


def test_a_hint_taken_back_meanwhile_does_not_come_back(play: Play):
    play.do(c.GiveHint(puzzle="P1", level=1), URGENT)
    play.do(c.WithdrawHint(puzzle="P1", level=1), c.ResumeRun())
    assert play.player().panel is None


def test_the_hint_has_the_rest_of_its_time_when_it_is_back():
    play = Play(make_setup(words=WORDS, hint_shown_ms=MINUTE))
    play.do(c.GiveHint(puzzle="P1", level=1))
    play.do(URGENT, after_s=50)
    play.do(c.ResumeRun(), after_s=600)
    assert play.do(c.NoticeTime(), after_s=9) == ()
    assert play.do(c.NoticeTime(), after_s=1) == (e.HintHidden(automatic=True),)


def test_an_emergency_in_a_pause_is_taken_back_to_the_pause(play: Play):
    play.do(c.PauseRun(), after_s=60)
    before = facts(play.state)
    assert play.do(URGENT, after_s=30)[0].emergency
    assert seen(play)[0] == LINE
    assert play.refusal(URGENT) == "The clock is already stopped."
    assert play.do(c.TakeBack()) == (e.RunResumed(undoes=True, is_paused=True),)
    assert facts(play.state) == before
    assert seen(play) == ("", WORDS.pause, False)


def test_a_stop_in_an_emergency_is_the_exercise_and_taken_back_the_emergency(play: Play):
    play.do(URGENT, c.EndRun())
    assert (play.console().phase, play.player().scene.look) == ("guided", "alert")
    play.do(c.TakeBack())
    assert seen(play)[0] == LINE
    play.do(c.EndRun(at_once=True))
    assert (play.console().phase, play.player().scene.look) == ("ended", "front-page")


def test_a_kit_without_the_sentence_says_that_the_clock_stops():
    play = Play()
    play.do(URGENT)
    assert (seen(play)[0], play.player().scene.lines) == (play.state.setup.words.pause, ())


def test_before_the_start_and_on_the_front_page_no_clock_can_stand(play: Play):
    idle = Play(started=False)
    assert idle.refusal(URGENT) == "The game has not started yet."
    play.do(c.EndRun(), c.EndRun())
    assert play.refusal(URGENT).startswith("The last scene is on the screen")
