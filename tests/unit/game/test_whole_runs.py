"""Whole runs from the start to the end: won, lost, stopped, ended at once."""

from kit_app.game import commands as c, events as e
from tests.builders import MINUTE, Play


def solve_all_but_the_finale(play: Play) -> None:
    play.do(c.EnterAnswer(text="417"), after_s=200)
    play.do(c.EnterAnswer(text="k7q4 z"), after_s=240)
    play.do(c.EnterAnswer(text="3 / maintenance / cat2017"), after_s=300)


def test_a_team_that_solves_everything_wins():
    play = Play()
    solve_all_but_the_finale(play)
    new = play.do(c.EnterAnswer(text="Signal"), after_s=180)
    assert new == (e.PuzzleSolved(puzzle="P4", text="Signal"), e.LastSceneShown(outcome="won"))
    view = play.console()
    assert (view.phase, view.outcome, view.player.scene.look) == ("closing", "won", "front-page")
    assert view.remaining_ms == (45 * 60 - 920) * 1000
    assert play.do(c.EndRun(), after_s=60) == (e.RunEnded(outcome="won"),)
    assert play.console().phase == "ended"
    assert play.console().remaining_ms == (45 * 60 - 920) * 1000
    assert play.player().scene.look == "front-page"


def test_time_over_leads_through_its_scene_to_the_guided_finale_and_its_envelope():
    play = Play()
    play.do(c.EnterAnswer(text="417"), after_s=200)
    assert play.do(c.NoticeTime(), after_s=45 * 60) == (e.TimeRanOut(opened=("D1",)),)
    assert play.player().scene.look == "time-over"
    assert (play.console().phase, play.console().outcome) == ("guided", "lost")
    assert play.do(c.NoticeTime(), after_s=8) == ()
    scene = play.player().scene
    assert (scene.look, scene.turn, scene.notice) == (
        "alert",
        "Change side.",
        "Envelope D1: you may open it.",
    )
    assert play.player().remaining_ms == 4 * MINUTE - 8000
    assert play.player().clock_label == "Last exercise"
    new = play.do(c.EnterAnswer(text="signal"), after_s=100)
    assert new[-1] == e.LastSceneShown(outcome="lost")
    assert play.player().scene.look == "front-page"
    assert play.do(c.EndRun()) == (e.RunEnded(outcome="lost"),)


def test_the_guided_time_rests_at_zero_and_forces_nothing():
    play = Play()
    play.do(c.NoticeTime(), after_s=45 * 60)
    assert play.do(c.NoticeTime(), after_s=20 * 60) == ()
    assert play.player().remaining_ms == 0
    assert play.console().phase == "guided"


def test_stopping_leads_to_the_guided_finale_at_once():
    play = Play()
    assert play.do(c.EndRun(), after_s=60) == (e.RunStopped(opened=("D1",)),)
    assert play.player().scene.look == "alert"
    assert play.do(c.SolvePuzzle(puzzle="P4"))[-1] == e.LastSceneShown(outcome="stopped")


def test_the_guided_finale_can_be_skipped():
    play = Play()
    play.do(c.EndRun(), after_s=60)
    assert play.do(c.EndRun()) == (e.LastSceneShown(outcome="stopped"),)
    assert play.do(c.EndRun()) == (e.RunEnded(outcome="stopped"),)


def test_an_emergency_closes_the_run_from_any_phase():
    play = Play()
    assert play.do(c.EndRun(at_once=True), after_s=60) == (e.RunEnded(outcome="stopped"),)
    assert play.console().phase == "ended"


def test_an_emergency_in_the_guided_finale_keeps_the_run_lost():
    play = Play()
    play.do(c.NoticeTime(), after_s=45 * 60)
    assert play.do(c.EndRun(at_once=True)) == (e.RunEnded(outcome="lost"),)


def test_a_closed_run_takes_notes_and_nothing_more():
    play = Play()
    play.do(c.EndRun(at_once=True), after_s=60)
    assert play.do(c.AddNote(text=" good talk ")) == (e.NoteAdded(text="good talk"),)
    assert play.do(c.NoticeTime(), c.NoticeGap(gap_ms=60_000, cause="sleep"), after_s=90) == ()
    for command in (c.StartRun(), c.EnterAnswer(text="417"), c.EndRun(), c.CallAway(), c.BlackOut(on=True)):
        assert play.refusal(command) == "The game is closed."


def test_a_run_starts_once():
    assert Play().refusal(c.StartRun()) == "The game has already started."


def test_before_the_start_there_is_nothing_to_pause_solve_or_end():
    play = Play(started=False)
    for command in (c.PauseRun(), c.EnterAnswer(text="417"), c.EndRun(), c.EndRun(at_once=True)):
        assert play.refusal(command) == "The game has not started yet."


def test_the_same_events_make_the_same_state_again():
    play = Play()
    solve_all_but_the_finale(play)
    play.do(
        c.GiveHint(puzzle="P4", level=1), c.AdjustTime(minutes=5), c.PauseRun(), c.ResumeRun(), c.TakeBack()
    )
    assert play.replayed() == play.state
