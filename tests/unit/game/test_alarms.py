"""What the console tells the facilitator at which minute, and what comes first."""

from dataclasses import replace

from kit_app.game import commands as c, events as e
from kit_app.game.limits import Limit
from kit_app.game.rules.alarms import blocking
from tests.builders import MINUTE, Play, make_alarms, make_setup

FIRST, SECOND = c.EnterAnswer(text="417"), c.EnterAnswer(text="K7Q4Z")
NO_HINTS = {"hint_policy": "by-hand"}
"""Alarms come whatever the hints are."""


def after(minutes: float, *commands: c.Command, **changes) -> Play:
    """A run in which the commands were given at once, so many minutes later."""
    play = Play(make_setup(**{"alarms": make_alarms(), **NO_HINTS, **changes}))
    play.do(*commands)
    play.do(c.AddNote(text="now"), after_s=minutes * 60)
    return play


def told(play: Play) -> list[str]:
    """The words of all that could be said or done, in order."""
    view = play.console()
    return [one.words for one in (view.suggestion, *view.others) if one is not None]


def test_a_first_puzzle_that_is_not_solved_brings_its_second_hint_at_once() -> None:
    assert told(after(6.9)) == []
    play = after(7)
    now = play.console().suggestion
    assert (now.kind, now.alarm, now.puzzle, now.level, now.text) == (
        "alarm",
        "start",
        "P1",
        2,
        "P1 hint two",
    )
    assert (now.elapsed_ms, now.target_ms, now.ask) == (7 * MINUTE, 4 * MINUTE, "Say P1")
    play.do(c.GiveHint(puzzle="P1", level=2))
    assert told(play) == []
    assert told(after(7, FIRST)) == []


def test_alarms_are_scaled_to_the_time_of_the_team() -> None:
    assert told(after(4.6, duration_ms=30 * MINUTE)) == []
    assert told(after(4.7, duration_ms=30 * MINUTE)) == ["The first."]


def test_without_a_finished_path_regrouping_is_suggested() -> None:
    assert told(after(21.9, FIRST)) == []
    assert told(after(22, FIRST)) == ["Meet at one table."]
    assert told(after(22, FIRST, SECOND)) == ["Three tables."]


def test_a_portal_that_stays_closed_brings_the_third_hint_of_the_puzzle_that_blocks() -> None:
    play = after(31, FIRST, SECOND)
    now = play.console().suggestion
    assert (now.words, now.puzzle, now.level) == ("The portal.", "P3", 3)
    play.do(c.GiveHint(puzzle="P3", level=3))
    assert "The portal." not in told(play)


def test_the_puzzle_that_blocks_is_the_one_with_most_behind_it() -> None:
    first, second, third, finale = make_setup().puzzles
    longer = replace(third, target_ms=9 * MINUTE)
    play = after(1, FIRST, puzzles=(first, second, longer, finale))
    assert blocking(play.state, ("P4",), play.now).id == "P3"
    play = after(1, puzzles=(first, second, longer, finale))
    assert blocking(play.state, ("P4",), play.now).id == "P1"


def test_the_last_alarm_accepts_a_puzzle_by_hand_and_comes_first() -> None:
    play = after(39, FIRST, SECOND)
    now = play.console().suggestion
    assert (now.kind, now.puzzle, now.level, now.words) == ("alarm", "P3", 0, "A push.")
    assert now.text == "3 · MAINTENANCE · CAT 2017"
    play.do(c.SolvePuzzle(puzzle="P3"))
    assert told(play) == []


def test_what_cannot_be_given_yet_is_not_asked_for() -> None:
    assert "A push." not in told(after(39))


def test_one_path_that_moves_while_another_is_untouched_is_told_after_its_target() -> None:
    moving = after(1, FIRST, SECOND)
    assert told(moving) == []
    moving.do(c.AddNote(text="later"), after_s=3 * 60)
    assert told(moving) == ["Three tables."]
    moving.do(c.EnterAnswer(text="9", puzzle="P3", field="portal"))
    assert told(moving) == []
    assert "Three tables." not in told(after(10, FIRST))


def test_a_line_of_its_minute_is_said_while_nothing_is_urgent_and_goes_by_itself() -> None:
    assert after(1).console().say == "Split up."
    assert after(1, FIRST, SECOND).console().say == ""
    assert after(22).console().say == ""
    assert after(1).console().suggestion is None


def test_an_alarm_that_is_put_off_comes_again_after_two_minutes_and_the_next_takes_its_place() -> None:
    play = after(22)
    assert told(play) == ["The first.", "Meet at one table."]
    assert play.do(c.PutOffHint(alarm="start")) == (
        e.HintPutOff(puzzle="", level=0, until_ms=24 * MINUTE, alarm="start"),
    )
    assert told(play) == ["Meet at one table."]
    play.do(c.TakeBack())
    assert told(play) == ["The first.", "Meet at one table."]
    play.do(c.PutOffHint(alarm="start"))
    play.do(c.NoticeTime(), after_s=120)
    assert told(play) == ["The first.", "Meet at one table."]
    assert play.refusal(c.PutOffHint(alarm="nothing")) == "This game has no alarm “nothing”."


def test_only_while_the_clock_is_on_are_there_alarms() -> None:
    play = after(8)
    play.do(c.PauseRun())
    assert told(play) == []
    play.do(c.ResumeRun(), c.EndRun())
    assert told(play) == []


def kinds(play: Play) -> list[tuple[str, str, int]]:
    view = play.console()
    found = (view.suggestion, *view.others)
    return [(one.kind, one.puzzle or one.words, one.level) for one in found if one is not None]


def test_the_order_is_alarms_that_help_stuck_puzzles_due_hints_words_and_lines() -> None:
    limits = {"P2": Limit(20 * MINUTE, 9)}
    play = after(10, FIRST, hint_policy="suggested", limits=limits)
    assert kinds(play) == [("hint", "P3", 1), ("hint", "P2", 1)]
    assert [one.is_stuck for one in (play.console().suggestion, *play.console().others)][:2] == [True, False]
    play.do(c.AddNote(text="later"), after_s=12 * 60)
    assert kinds(play)[2] == ("say", "Meet at one table.", 0)
    play.do(c.AddNote(text="later"), after_s=9 * 60)
    assert kinds(play)[0][0] == "alarm"


def test_an_alarm_speaks_for_the_lower_hints_of_its_puzzle_too() -> None:
    assert kinds(after(8, hint_policy="suggested")) == [("alarm", "P1", 2)]
    assert kinds(after(39, FIRST, SECOND, hint_policy="suggested"))[0] == ("alarm", "P3", 0)


def test_a_suggestion_says_why_and_where_its_limit_comes_from() -> None:
    learned = Play(make_setup(limits={"P1": Limit(3 * MINUTE, 7)}))
    learned.do(c.AddNote(text="now"), after_s=200)
    now = learned.console().suggestion
    assert (now.limit_ms, now.limit_games, now.is_stuck) == (3 * MINUTE, 7, True)
    assert (now.elapsed_ms, now.overdue_ms, now.ask) == (200_000, 20_000, "Say P1")


def test_after_a_higher_hint_the_lower_ones_are_due_no_more() -> None:
    play = Play()
    play.do(c.GiveHint(puzzle="P1", level=2))
    play.do(c.AddNote(text="now"), after_s=4 * 60 * 1.7)
    assert [one for one in kinds(play) if one[0] == "hint"] == []
    play.do(c.AddNote(text="now"), after_s=4 * 60 * 0.3)
    assert ("hint", "P1", 3) in kinds(play)
