"""Help beyond three hints: questions where to search, an offer, a stock, what does not count, who is away."""

from dataclasses import replace

import pytest

from kit_app.game import commands as c, events as e
from kit_app.game.debrief import score
from kit_app.game.facts import puzzle_facts
from kit_app.game.setup import HintSetup
from kit_app.views.player import Panel
from tests.builders import CODE_P2, MINUTE, Play, make_setup
from tests.unit.game.test_results import result_of


@pytest.fixture
def play() -> Play:
    play = Play(make_setup(hint_cost_ms=MINUTE, hint_stock=2))
    play.do(c.EnterAnswer(text="417"), after_s=60)
    return play


def test_players_are_asked_where_they_have_searched_without_any_cost(play):
    asked = e.HintGiven(puzzle="P2", level=0, counts=False, search="P02-C1")
    assert play.do(c.GiveHint(puzzle="P2", level=0)) == (asked,)
    assert play.player().panel == Panel(
        kind="hint", heading="Title P2: have you searched?", path="A", text="Have you searched the bin?"
    )
    assert (play.console().hints_left, play.console().remaining_ms) == (2, 44 * MINUTE)
    assert [row.is_shown for row in play.console().puzzles[1].searches] == [True, False]
    assert result_of(play).hints == 0


def test_the_next_question_is_about_what_was_neither_asked_nor_scanned(play):
    play.do(c.ScanCard(code=CODE_P2))
    assert [(row.scanned, row.cards) for row in play.console().puzzles[1].searches] == [(1, 1), (0, 0)]
    assert play.do(c.GiveHint(puzzle="P2", level=0))[0].search == "mask"
    assert play.refusal(c.GiveHint(puzzle="P2", level=0)) == "There is nothing more to search for “Title P2”."
    again = play.do(c.GiveHint(puzzle="P2", level=0, search="P02-C1"))
    assert again == (e.HintGiven(puzzle="P2", level=0, counts=False, search="P02-C1"),)
    assert play.do(c.GiveHint(puzzle="P2", level=0, search="mask"))[0].again


def test_the_last_question_is_taken_back(play):
    play.do(c.GiveHint(puzzle="P2", level=0), c.GiveHint(puzzle="P2", level=0))
    assert play.do(c.WithdrawHint(puzzle="P2", level=0)) == (
        e.HintWithdrawn(puzzle="P2", level=0, search="mask"),
    )
    assert play.player().panel is None
    assert [row.is_given for row in play.console().puzzles[1].searches] == [True, False]


def test_a_stock_that_is_used_up_refuses_and_hints_that_do_not_count_are_free(play):
    play.do(c.GiveHint(puzzle="P2", level=1), c.GiveHint(puzzle="P3", level=1))
    assert play.console().hints_left == 0
    refusal = play.refusal(c.GiveHint(puzzle="P3", level=2))
    assert refusal == "The team has used its 2 hints. Give one that does not count, or take one back."
    assert play.do(c.GiveHint(puzzle="P3", level=2, counts=False)) == (
        e.HintGiven(puzzle="P3", level=2, counts=False),
    )
    assert play.do(c.GiveHint(puzzle="P3", level=3, joker=True))[0].joker
    assert (result_of(play).hints, result_of(play).puzzles[2].hints) == (3, (1, 3))
    play.do(c.WithdrawHint(puzzle="P2", level=1))
    assert play.console().hints_left == 1


def test_a_hint_that_the_kit_does_not_count_never_counts():
    puzzles = make_setup().puzzles
    free = replace(puzzles[0], hints=(HintSetup(text="one", counts=False), *puzzles[0].hints[1:]))
    play = Play(make_setup(hint_cost_ms=MINUTE, hint_stock=1, puzzles=(free, *puzzles[1:])))
    assert [hint.counts for hint in play.console().puzzles[0].hints] == [False, True, True]
    assert play.do(c.GiveHint(puzzle="P1", level=1)) == (e.HintGiven(puzzle="P1", level=1, counts=False),)
    assert play.console().hints_left == 1


def test_an_offered_hint_waits_until_the_team_has_chosen(play):
    assert play.do(c.OfferHint(puzzle="P2")) == (e.HintOffered(puzzle="P2"),)
    assert play.do(c.OfferHint(puzzle="P2")) == ()
    assert (play.player().notice, play.console().offered) == ("A hint is waiting.", "P2")
    play.do(c.GiveHint(puzzle="P2", level=1), c.HideHint())
    assert (play.player().notice, play.console().offered) == ("", None)
    play.do(c.OfferHint(puzzle="P2"), c.HideHint())
    assert play.console().offered is None
    play.do(c.GiveHint(puzzle="P2", level=2), c.GiveHint(puzzle="P2", level=3, counts=False))
    assert play.refusal(c.OfferHint(puzzle="P2")) == "All hints of “Title P2” have been given."
    assert play.refusal(c.OfferHint(puzzle="P4")) == "“Title P4” is not open yet."


def test_a_solved_puzzle_needs_no_offer(play):
    play.do(c.OfferHint(puzzle="P2"), c.SolvePuzzle(puzzle="P2"))
    assert play.console().offered is None


def test_a_broken_prop_never_counts_against_the_team(play):
    play.do(c.GiveHint(puzzle="P2", level=1), c.GiveHint(puzzle="P2", level=2, joker=True))
    play.do(c.EnterAnswer(text="wrong", puzzle="P2"), c.EnterAnswer(text="wrong", puzzle="P3"))
    assert (play.console().remaining_ms, play.console().hints_left) == (43 * MINUTE, 1)
    solved = play.do(c.SolvePuzzle(puzzle="P2", broken=True), after_s=60)
    assert solved == (e.PuzzleSolved(puzzle="P2", forced=True, broken=True, returned_ms=MINUTE),)
    view = play.console()
    assert (view.remaining_ms, view.hints_left, view.has_joker) == (43 * MINUTE, 2, True)
    result = result_of(play)
    assert (result.hints, result.jokers, result.wrong_tries) == (0, 0, 1)
    broken = result.puzzles[1]
    assert (broken.was_broken, broken.was_forced, broken.hints, broken.wrong_tries) == (True, True, (), 0)
    assert score(broken) == 0
    kept = puzzle_facts(result)[1]
    assert (kept.end, kept.hints, kept.wrong) == ("broken", (), 0)


def test_what_a_broken_prop_gave_back_is_not_given_back_twice(play):
    play.do(c.GiveHint(puzzle="P2", level=1), c.SolvePuzzle(puzzle="P2", broken=True))
    assert play.do(c.WithdrawHint(puzzle="P2", level=1)) == (e.HintWithdrawn(puzzle="P2", level=1),)
    assert play.console().remaining_ms == 44 * MINUTE


def test_a_wrong_try_taken_back_is_in_no_result(play):
    play.do(c.EnterAnswer(text="wrong", puzzle="P2"), c.EnterAnswer(text="wrong", puzzle="P2"), c.TakeBack())
    result = result_of(play)
    assert (result.wrong_tries, result.puzzles[1].wrong_tries) == (1, 1)
    assert [moment.kind for moment in result.moments].count("AnswerRejected") == 1


def test_a_note_bears_a_tag_and_leaves_no_trace_when_taken_back(play):
    play.do(c.AddNote(tag="mutual-aid"), c.AddNote(text="They share.", tag="mutual-aid"), c.TakeBack())
    assert [(note.text, note.tag) for note in result_of(play).notes] == [("", "mutual-aid")]
    assert play.refusal(c.AddNote(tag="names")) == "There is no tag “names” for notes."


def test_players_are_called_away_and_come_back(play):
    for _ in range(5):
        play.do(c.CallAway())
    assert play.console().away == 5
    assert play.refusal(c.CallAway()) == "All players are away already. Pause the game instead."
    assert play.do(c.CallAway(is_back=True)) == (e.PlayerBack(),)
    assert play.console().away == 4
    assert Play().refusal(c.CallAway(is_back=True)) == "Nobody is away."


def test_trouble_is_stored_when_it_begins_and_when_it_is_over(play):
    assert play.do(c.NoticeTrouble(what="battery")) == (e.TroubleNoticed(what="battery"),)
    assert play.do(c.NoticeTrouble(what="battery")) == ()
    over = c.NoticeTrouble(what="battery", is_over=True)
    assert play.do(over) == (e.TroubleNoticed(what="battery", is_over=True),)
    assert play.do(over) == ()


def test_a_start_over_red_lines_says_over_which():
    play = Play(started=False)
    assert play.do(c.StartRun(despite=("projector",)))[0].despite == ("projector",)
    assert play.console().log[0].items == ("projector",)


def test_one_minute_is_said_once_and_five_no_more_after_it(play):
    assert play.do(c.NoticeTime(), after_s=43 * 60 - 0.001) == (e.FiveMinutesLeft(),)
    assert play.do(c.NoticeTime(), after_s=0.001) == (e.OneMinuteLeft(),)
    play.do(c.AdjustTime(minutes=5))
    assert play.do(c.NoticeTime(), after_s=5 * 60) == ()
    hurried = Play()
    hurried.do(c.AdjustTime(minutes=-4), after_s=40 * 60)
    assert hurried.do(c.NoticeTime()) == (e.OneMinuteLeft(),)
    assert hurried.do(c.NoticeTime()) == ()
