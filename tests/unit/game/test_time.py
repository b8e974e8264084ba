"""The clock: pauses, minutes added and taken, five minutes left, time away."""

import pytest

from kit_app.game import commands as c, events as e
from tests.builders import MINUTE, Play, make_setup


def remaining(play: Play) -> int:
    return play.console().remaining_ms


def test_a_pause_stops_the_clock_and_says_so():
    play = Play()
    assert play.do(c.PauseRun(reason="fire drill"), after_s=60) == (e.RunPaused(reason="fire drill"),)
    assert (play.player().notice, play.player().phase) == ("Pause: the clock stops.", "paused")
    assert play.refusal(c.PauseRun()) == "The clock is already stopped."
    play.do(c.ResumeRun(), after_s=600)
    assert remaining(play) == 44 * MINUTE
    assert play.refusal(c.ResumeRun()) == "The clock is not stopped."


def test_no_time_runs_out_in_a_pause():
    play = Play()
    play.do(c.PauseRun(), after_s=60)
    assert play.do(c.NoticeTime(), after_s=90 * 60) == ()


def test_minutes_are_added_and_taken():
    play = Play()
    assert play.do(c.AdjustTime(minutes=5), after_s=60) == (e.TimeAdjusted(by_ms=5 * MINUTE),)
    assert (remaining(play), play.player().total_ms) == (49 * MINUTE, 50 * MINUTE)
    play.do(c.AdjustTime(minutes=-1))
    assert remaining(play) == 48 * MINUTE


def test_the_clock_stays_between_nothing_and_four_hours():
    play = Play()
    play.do(c.NoticeTime(), after_s=60)
    assert play.refusal(c.AdjustTime(minutes=-45)) == "Less time than that is left on the clock."
    assert play.refusal(c.AdjustTime(minutes=197)) == "The clock holds at most 240 minutes."
    assert play.refusal(c.AdjustTime(minutes=0)) == "Zero minutes change nothing."
    assert play.do(c.AdjustTime(minutes=196))
    assert play.do(c.AdjustTime(minutes=-240))
    assert play.do(c.NoticeTime()) == (e.TimeRanOut(opened=("D1",)),)


def test_minutes_are_for_the_main_clock_only():
    play = Play(started=False)
    assert play.refusal(c.AdjustTime(minutes=1)) == "The game has not started yet."
    play.do(c.StartRun(), c.EndRun())
    over = "The main clock is over: this is the guided end."
    assert play.refusal(c.AdjustTime(minutes=1)) == over
    play.do(c.PauseRun())
    assert play.refusal(c.AdjustTime(minutes=1)) == over


def test_five_minutes_left_is_said_once_and_for_a_minute():
    play = Play()
    assert play.do(c.NoticeTime(), after_s=40 * 60 - 0.001) == ()
    assert play.do(c.NoticeTime(), after_s=0.001) == (e.FiveMinutesLeft(),)
    assert play.player().notice == "Five minutes left."
    assert play.do(c.NoticeTime(), after_s=59) == ()
    assert play.player().notice == "Five minutes left."
    play.do(c.NoticeTime(), after_s=1)
    assert play.player().notice == ""
    play.do(c.AdjustTime(minutes=3))
    assert play.do(c.NoticeTime(), after_s=120) == ()


def test_one_minute_left_stays_until_the_end():
    play = Play()
    play.do(c.NoticeTime(), after_s=44 * 60)
    assert play.player().notice == "One minute left."
    play.do(c.NoticeTime(), after_s=59)
    assert play.player().notice == "One minute left."
    play.do(c.AdjustTime(minutes=1))
    assert play.player().notice == ""


def test_a_run_of_ten_minutes_needs_no_warning():
    play = Play(make_setup(duration_ms=10 * MINUTE))
    assert play.do(c.NoticeTime(), after_s=6 * 60) == ()


def test_time_away_is_lent_back_until_the_answer():
    play = Play()
    play.do(c.NoticeTime(), after_s=60)
    assert play.do(c.NoticeGap(gap_ms=3 * MINUTE, cause="sleep"), after_s=180) == (
        e.GapNoticed(gap_ms=3 * MINUTE, cause="sleep"),
    )
    assert (remaining(play), play.console().gap_ms) == (44 * MINUTE, 3 * MINUTE)
    play.do(c.NoticeTime(), after_s=30)
    assert remaining(play) == 43.5 * MINUTE


@pytest.mark.parametrize(("counts", "left"), [(True, 41), (False, 44)])
def test_the_answer_counts_the_time_away_or_gives_it_back(counts, left):
    play = Play()
    play.do(c.NoticeGap(gap_ms=3 * MINUTE, cause="restart"), after_s=240)
    assert play.do(c.SettleGap(counts=counts)) == (e.GapSettled(counts=counts),)
    assert (remaining(play), play.console().gap_ms) == (left * MINUTE, None)
    assert play.refusal(c.SettleGap(counts=counts)) == "There is no time away to decide about."


def test_time_does_not_run_out_before_the_answer():
    play = Play()
    play.do(c.NoticeGap(gap_ms=10 * MINUTE, cause="sleep"), after_s=50 * 60)
    assert play.do(c.NoticeTime(), after_s=30 * 60) == ()
    assert remaining(play) == 0
    play.do(c.SettleGap(counts=False))
    assert play.do(c.NoticeTime()) == (e.TimeRanOut(opened=("D1",)),)


def test_a_second_time_away_adds_to_the_first():
    play = Play()
    play.do(c.NoticeGap(gap_ms=2 * MINUTE, cause="sleep"), after_s=180)
    play.do(c.NoticeGap(gap_ms=MINUTE, cause="restart"), after_s=90)
    assert play.console().gap_ms == 3 * MINUTE
    play.do(c.SettleGap(counts=False))
    assert remaining(play) == 45 * MINUTE - 90_000


def test_time_away_cannot_reach_back_before_the_last_solution():
    play = Play()
    play.do(c.EnterAnswer(text="417"), after_s=60)
    assert play.do(c.NoticeGap(gap_ms=10 * MINUTE, cause="restart"), after_s=20) == (
        e.GapNoticed(gap_ms=20_000, cause="restart"),
    )
    assert play.do(c.NoticeGap(gap_ms=0, cause="restart"), after_s=20) == ()
    assert play.do(c.NoticeGap(gap_ms=-5, cause="restart"), after_s=20) == ()


def test_where_no_clock_runs_time_away_changes_nothing():
    gap = c.NoticeGap(gap_ms=MINUTE, cause="sleep")
    play = Play(started=False)
    assert play.do(gap) == ()
    play.do(c.StartRun(), c.PauseRun())
    assert play.do(gap, after_s=90) == ()
    play.do(c.ResumeRun(), c.SolvePuzzle(puzzle="P4"))
    assert play.do(gap, after_s=90) == ()
    play.do(c.EndRun())
    assert play.do(gap, after_s=90) == ()


def test_time_away_in_the_guided_end_is_asked_about_too():
    play = Play()
    play.do(c.EndRun(), after_s=60)
    play.do(c.NoticeGap(gap_ms=MINUTE, cause="sleep"), after_s=90)
    assert play.player().remaining_ms == 4 * MINUTE - 30_000
    play.do(c.SettleGap(counts=True))
    assert play.player().remaining_ms == 4 * MINUTE - 90_000


@pytest.mark.parametrize("counts", [True, False])
def test_time_on_a_puzzle_opened_while_the_question_is_open_leaves_the_gap_out(counts):
    play = Play()
    play.do(c.NoticeGap(gap_ms=3 * MINUTE, cause="sleep"), after_s=240)
    play.do(c.EnterAnswer(text="417"), after_s=30)
    play.do(c.SettleGap(counts=counts), after_s=10)
    first, second = play.console().puzzles[:2]
    assert second.elapsed_ms == 10_000
    assert first.elapsed_ms == (270_000 if counts else 90_000)


@pytest.mark.parametrize("counts", [True, False])
def test_a_stop_while_the_question_is_open_keeps_the_guided_time_whole(counts):
    play = Play()
    play.do(c.NoticeGap(gap_ms=3 * MINUTE, cause="sleep"), after_s=240)
    play.do(c.EndRun(), after_s=30)
    play.do(c.SettleGap(counts=counts), after_s=10)
    assert play.player().remaining_ms == 4 * MINUTE - 10_000


def test_closing_a_run_with_the_question_open_gives_the_time_back():
    play = Play()
    play.do(c.NoticeGap(gap_ms=3 * MINUTE, cause="sleep"), after_s=240)
    play.do(c.EndRun(at_once=True))
    assert (remaining(play), play.console().gap_ms) == (44 * MINUTE, None)
