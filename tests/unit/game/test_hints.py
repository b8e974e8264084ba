"""Hints: due times, suggestions, giving, cost, joker, withdrawing, hiding."""

from dataclasses import replace

from kit_app.game import commands as c, events as e
from kit_app.views.player import Panel
from tests.builders import MINUTE, Play, make_setup

TARGET_S = 240


def row(play: Play, puzzle_id: str):
    return next(row for row in play.console().puzzles if row.id == puzzle_id)


def test_a_hint_is_shown_until_it_is_hidden():
    play = Play()
    assert play.do(c.GiveHint(puzzle="P1", level=2)) == (e.HintGiven(puzzle="P1", level=2),)
    assert play.player().panel == Panel(
        kind="hint", heading="Hint 2 · Title P1", path=None, text="P1 hint two"
    )
    assert play.console().shown_hint == ("P1", 2)
    assert play.do(c.HideHint()) == (e.HintHidden(),)
    assert play.player().panel is None
    assert [hint.is_given for hint in row(play, "P1").hints] == [False, True, False]
    assert play.do(c.HideHint()) == ()


def test_a_hint_leaves_when_its_puzzle_is_solved_and_not_when_another_is():
    play = Play()
    play.do(c.EnterAnswer(text="417"), c.GiveHint(puzzle="P3", level=1))
    assert play.player().panel.path == "B"
    play.do(c.EnterAnswer(text="K7Q4Z"))
    assert play.player().panel is not None
    play.do(c.SolvePuzzle(puzzle="P3"))
    assert play.player().panel is None


def test_only_open_puzzles_get_hints():
    play = Play()
    assert play.refusal(c.GiveHint(puzzle="P4", level=1)) == "“Title P4” is not open yet."
    assert play.refusal(c.GiveHint(puzzle="P1", level=4)) == (
        "Hints have the levels 1 to 3, questions where to search the level 0."
    )
    assert play.refusal(c.GiveHint(puzzle="P9", level=1)) == "There is no puzzle “P9” in this game."
    play.do(c.EnterAnswer(text="417"))
    assert play.refusal(c.GiveHint(puzzle="P1", level=1)) == "“Title P1” is solved: it needs no hint."


def test_a_hint_costs_its_minutes_once():
    play = Play(make_setup(hint_cost_ms=2 * MINUTE))
    assert play.do(c.GiveHint(puzzle="P1", level=1)) == (
        e.HintGiven(puzzle="P1", level=1, cost_ms=2 * MINUTE),
    )
    assert play.console().remaining_ms == 43 * MINUTE
    play.do(c.HideHint())
    assert play.do(c.GiveHint(puzzle="P1", level=1)) == (e.HintGiven(puzzle="P1", level=1, again=True),)
    assert play.console().remaining_ms == 43 * MINUTE
    assert play.player().panel is not None


def test_a_withdrawn_hint_returns_its_cost():
    play = Play(make_setup(hint_cost_ms=2 * MINUTE))
    play.do(c.GiveHint(puzzle="P1", level=1))
    assert play.do(c.WithdrawHint(puzzle="P1", level=1)) == (
        e.HintWithdrawn(puzzle="P1", level=1, cost_ms=2 * MINUTE),
    )
    assert (play.console().remaining_ms, play.player().panel) == (45 * MINUTE, None)
    assert play.refusal(c.WithdrawHint(puzzle="P1", level=1)) == "This hint has not been given."


def test_withdrawing_another_hint_leaves_the_shown_one():
    play = Play()
    play.do(
        c.GiveHint(puzzle="P1", level=1),
        c.GiveHint(puzzle="P1", level=2),
        c.WithdrawHint(puzzle="P1", level=1),
    )
    assert play.console().shown_hint == ("P1", 2)


def test_the_joker_makes_one_hint_free():
    play = Play(make_setup(hint_cost_ms=MINUTE))
    assert play.console().has_joker
    assert play.do(c.GiveHint(puzzle="P1", level=1, joker=True)) == (
        e.HintGiven(puzzle="P1", level=1, joker=True),
    )
    assert (play.console().remaining_ms, play.console().has_joker) == (45 * MINUTE, False)
    assert play.refusal(c.GiveHint(puzzle="P1", level=2, joker=True)) == "The joker has already been used."
    play.do(c.WithdrawHint(puzzle="P1", level=1))
    assert play.console().has_joker


def test_a_hint_that_costs_more_than_is_left_is_refused_without_the_joker():
    play = Play(make_setup(hint_cost_ms=2 * MINUTE))
    play.do(c.NoticeTime(), after_s=43 * 60)
    assert play.refusal(c.GiveHint(puzzle="P1", level=1)).startswith("A hint costs more time than is left.")
    assert play.do(c.GiveHint(puzzle="P1", level=1, joker=True))


def test_hints_of_the_guided_end_are_free():
    play = Play(make_setup(hint_cost_ms=2 * MINUTE))
    play.do(c.NoticeTime(), after_s=45 * 60)
    assert play.do(c.GiveHint(puzzle="P4", level=1)) == (e.HintGiven(puzzle="P4", level=1),)
    assert play.player().remaining_ms == 4 * MINUTE


def test_hints_fall_due_by_time_on_the_puzzle_without_pauses():
    play = Play()
    play.do(c.EnterAnswer(text="417"), after_s=60)
    play.do(c.PauseRun(), after_s=100)
    play.do(c.ResumeRun(), after_s=1000)
    play.do(c.NoticeTime(), after_s=TARGET_S * 1.3 - 100 - 0.001)
    assert [hint.is_due for hint in row(play, "P2").hints] == [False, False, False]
    assert row(play, "P2").state == "late"
    play.do(c.NoticeTime(), after_s=0.001)
    assert [hint.is_due for hint in row(play, "P2").hints] == [True, False, False]
    assert row(play, "P2").state == "stuck"
    play.do(c.GiveHint(puzzle="P2", level=1))
    assert row(play, "P2").state == "late"


def test_the_hint_due_for_the_longest_is_suggested():
    play = Play()
    play.do(c.EnterAnswer(text="417"), after_s=10)
    assert play.console().suggestion is None
    play.do(c.SolvePuzzle(puzzle="P3"), after_s=200)
    play.do(c.TakeBack())
    play.do(c.NoticeTime(), after_s=200)
    suggestion = play.console().suggestion
    assert (suggestion.puzzle, suggestion.level, suggestion.text) == ("P2", 1, "P2 hint one")
    assert (suggestion.elapsed_ms, suggestion.overdue_ms) == (400_000, 400_000 - 312_000)
    play.do(c.GiveHint(puzzle="P2", level=1))
    assert play.console().suggestion.puzzle == "P3"


def test_without_suggestions_none_is_made():
    play = Play(make_setup(hint_policy="by-hand"))
    play.do(c.NoticeTime(), after_s=1200)
    assert play.console().suggestion is None
    assert row(play, "P1").state == "stuck"


def test_on_request_only_a_puzzle_is_stuck_at_twice_its_target():
    puzzles = tuple(replace(puzzle, due=()) for puzzle in make_setup().puzzles)
    play = Play(make_setup(puzzles=puzzles))
    play.do(c.NoticeTime(), after_s=2 * TARGET_S - 0.001)
    assert row(play, "P1").state == "late"
    play.do(c.NoticeTime(), after_s=0.001)
    assert row(play, "P1").state == "stuck"
    assert play.console().suggestion is None
    assert row(play, "P1").hints[0].due_ms is None


def test_in_the_guided_end_only_the_finales_hints_are_suggested():
    play = Play()
    play.do(c.EndRun(), after_s=1200)
    assert play.console().suggestion is None
    play.do(c.NoticeTime(), after_s=TARGET_S * 1.3)
    assert play.console().suggestion.puzzle == "P4"


def test_puzzles_left_open_stop_counting_when_the_guided_end_begins():
    play = Play()
    play.do(c.EndRun(), after_s=300)
    play.do(c.NoticeTime(), after_s=200)
    assert (row(play, "P1").elapsed_ms, row(play, "P4").elapsed_ms) == (300_000, 200_000)
