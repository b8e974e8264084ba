"""Results of a run from its journal, statistics of many."""

import pytest

from kit_app.game import commands as c
from kit_app.game.results import summarise
from kit_app.views.results import Moment, RunResult
from tests.builders import MINUTE, Play, make_setup


def result_of(play: Play) -> RunResult:
    return summarise(
        play.setup, play.journal, facility="A clinic", date="2026-11-24", kit_id="kit", kit_version="1.0"
    )


def played_run(seconds: int = 240, *, forced: bool = False) -> Play:
    play = Play(make_setup(hint_cost_ms=MINUTE))
    play.do(c.EnterAnswer(text="1"), after_s=20)
    play.do(c.EnterAnswer(text="417"), after_s=100)
    play.do(c.GiveHint(puzzle="P2", level=1), c.GiveHint(puzzle="P2", level=2, joker=True), after_s=10)
    play.do(c.GiveHint(puzzle="P2", level=2), c.AddNote(text="They split up."), c.EnterAnswer(text="wrong"))
    play.do(c.PauseRun(), after_s=10)
    play.do(c.ResumeRun(), after_s=500)
    answer = c.SolvePuzzle(puzzle="P2") if forced else c.EnterAnswer(text="K7Q4Z")
    play.do(answer, after_s=seconds - 20)
    play.do(c.EnterAnswer(text="3/maintenance/cat2017"), c.AdjustTime(minutes=2), after_s=60)
    play.do(c.EnterAnswer(text="signal"), after_s=120)
    play.do(c.EndRun(), after_s=60)
    return play


def test_a_result_tells_each_puzzle_and_the_whole():
    result = result_of(played_run())
    assert (result.outcome, result.hints, result.jokers, result.wrong_tries) == ("won", 2, 1, 2)
    assert (result.duration_ms, result.adjusted_ms) == (45 * MINUTE, 2 * MINUTE)
    assert result.played_ms == (120 + 240 + 60 + 120) * 1000
    assert result.left_ms == 46 * MINUTE - result.played_ms
    second = result.puzzles[1]
    assert (second.opened_ms, second.solved_ms, second.spent_ms) == (120_000, 360_000, 240_000)
    assert (second.hints, second.wrong_tries, second.lesson) == ((1, 2), 0, "Lesson P2")
    assert (result.puzzles[0].wrong_tries, result.puzzles[3].spent_ms) == (1, 120_000)
    assert (result.facility, result.date, result.kit_id, result.kit_version) == (
        "A clinic",
        "2026-11-24",
        "kit",
        "1.0",
    )


def test_notes_and_moments_bear_played_time():
    result = result_of(played_run())
    assert result.notes == (Moment(at_ms=130_000, kind="NoteAdded", text="They split up."),)
    kinds = [moment.kind for moment in result.moments]
    assert kinds[:4] == ["RunStarted", "AnswerRejected", "PuzzleSolved", "HintGiven"]
    assert kinds[-2:] == ["LastSceneShown", "RunEnded"]
    assert Moment(at_ms=140_000, kind="RunResumed") in result.moments
    assert Moment(at_ms=420_000, kind="TimeAdjusted", text="+2") in result.moments
    assert Moment(at_ms=130_000, kind="HintGiven", puzzle="P2", text="1") in result.moments


def test_a_puzzle_accepted_by_hand_is_marked():
    result = result_of(played_run(forced=True))
    assert [puzzle.was_forced for puzzle in result.puzzles] == [False, True, False, False]


def test_a_lost_run_has_nothing_left_and_its_guided_time_is_not_played():
    play = Play()
    play.do(c.NoticeTime(), after_s=45 * 60)
    play.do(c.EnterAnswer(text="SIGNAL"), after_s=200)
    play.do(c.EndRun())
    result = result_of(play)
    assert (result.outcome, result.left_ms, result.played_ms) == ("lost", 0, 45 * MINUTE)
    assert (result.puzzles[0].solved_ms, result.puzzles[3].spent_ms) == (None, 200_000)
    assert result.puzzles[1].opened_ms is None


def test_a_run_not_closed_yet_is_told_as_it_stands():
    play = Play()
    play.do(c.EnterAnswer(text="417"), after_s=100)
    result = result_of(play)
    assert (result.outcome, result.played_ms) == ("stopped", 100_000)


def test_going_on_unsaved_marks_the_result():
    play = Play()
    play.do(c.GoUnsaved(), c.EndRun(at_once=True))
    assert result_of(play).went_unsaved


@pytest.mark.parametrize(("counts", "at_ms"), [(True, 240_000), (False, 60_000)])
def test_moments_while_the_question_is_open_follow_the_answer(counts, at_ms):
    play = Play()
    play.do(c.NoticeGap(gap_ms=3 * MINUTE, cause="restart"), after_s=240)
    play.do(c.AddNote(text="back again"))
    play.do(c.SettleGap(counts=counts), after_s=10)
    assert result_of(play).notes == (Moment(at_ms=at_ms, kind="NoteAdded", text="back again"),)


def test_how_a_run_was_led_is_counted():
    play = Play(make_setup(hint_policy="suggested"))
    play.do(c.GiveHint(puzzle="P1", level=1), after_s=10)
    play.do(c.EnterAnswer(text="417"), after_s=60)
    play.do(c.GiveHint(puzzle="P2", level=1), after_s=6 * 60)
    play.do(c.GiveHint(puzzle="P3", level=1), c.TakeBack())
    play.do(c.PauseRun(), after_s=10)
    play.do(c.ResumeRun(), after_s=90)
    play.do(c.PauseRun(), c.TakeBack())
    play.do(c.NoticeTrouble(what="projector-gone"), c.NoticeTrouble(what="projector-gone", is_over=True))
    play.do(c.EndRun(at_once=True))
    led = result_of(play).leading
    assert (led.by_hand, led.suggested, led.automatic) == (1, 1, 0)
    assert (led.pauses, led.paused_ms, led.troubles) == (1, 90_000, 1)


def test_what_a_start_was_forced_over_stays_in_the_result():
    play = Play(make_setup(), started=False)
    play.do(c.StartRun(despite=("mirror", "folder")))
    play.do(c.EnterAnswer(text="1"), after_s=20)
    assert result_of(play).despite == ("mirror", "folder")
    assert result_of(played_run()).despite == ()


def test_what_was_amiss_during_a_game_stays_in_the_result_once_each():
    play = Play()
    for what, is_over in (("mirrored", False), ("mirrored", True), ("battery", False), ("mirrored", False)):
        play.do(c.NoticeTrouble(what=what, is_over=is_over), after_s=2)
    assert result_of(play).troubles == ("mirrored", "battery")
    assert result_of(played_run()).troubles == ()
