"""What the tick does with hints: announced, given, taken off, never over a message or in a pause."""

from dataclasses import replace

from kit_app.game import commands as c, events as e
from kit_app.views.console import ComingHint
from tests.builders import MINUTE, Play, make_setup

DUE_S = 240 * 1.3
ANNOUNCED = (e.HintAnnounced(puzzle="P1", level=1),)
GIVEN = (e.HintGiven(puzzle="P1", level=1, automatic=True),)


def automatic(**changes: object) -> Play:
    return Play(make_setup(hint_policy="automatic", **changes))


def tick(play: Play, after_s: float = 0) -> tuple[e.Event, ...]:
    return play.do(c.NoticeTime(), after_s=after_s)


def announced(**changes: object) -> Play:
    play = automatic(**changes)
    assert tick(play, DUE_S - 20) == ANNOUNCED
    return play


def test_a_due_hint_is_said_beforehand_and_comes_when_it_is_due():
    play = automatic()
    assert tick(play, DUE_S - 20.001) == ()
    assert tick(play, 0.001) == ANNOUNCED
    assert play.console().coming == ComingHint(puzzle="P1", level=1, in_ms=20_000)
    assert tick(play, 19.999) == ()
    assert play.console().coming == ComingHint(puzzle="P1", level=1, in_ms=1)
    assert tick(play, 0.001) == GIVEN
    assert play.player().panel.text == "P1 hint one"
    assert play.console().coming is None


def test_not_now_keeps_it_back_for_two_minutes_of_play():
    play = announced()
    until_ms = round(DUE_S - 20) * 1000 + 120_000
    assert play.do(c.PutOffHint(puzzle="P1", level=1)) == (
        e.HintPutOff(puzzle="P1", level=1, until_ms=until_ms),
    )
    assert play.console().coming is None
    assert tick(play, 119) == ()
    assert play.console().suggestion is None
    assert tick(play, 1) == ANNOUNCED
    assert tick(play, 20) == GIVEN


def test_never_over_a_message():
    play = announced()
    play.do(c.ShowMessage(text="Look here."))
    assert tick(play, 60) == ()
    play.do(c.ClearMessage())
    assert tick(play) == ANNOUNCED
    assert tick(play, 20) == GIVEN


def test_never_on_a_black_screen():
    play = announced()
    play.do(c.BlackOut(on=True))
    assert tick(play, 60) == ()
    play.do(c.BlackOut(on=False))
    assert tick(play) == ANNOUNCED


def test_never_in_a_pause_and_the_notice_waits_with_the_clock():
    play = announced()
    play.do(c.PauseRun(), after_s=5)
    assert tick(play, 300) == ()
    assert play.console().coming.in_ms == 15_000
    play.do(c.ResumeRun())
    assert tick(play, 14.999) == ()
    assert tick(play, 0.001) == GIVEN


def test_at_most_one_a_minute():
    play = automatic()
    play.do(c.EnterAnswer(text="417"), after_s=10)
    first = tick(play, DUE_S - 20)[0].puzzle
    tick(play, 20)
    assert tick(play, 39.999) == ()
    second = tick(play, 0.001)[0].puzzle
    assert {first, second} == {"P2", "P3"}
    assert isinstance(tick(play, 20)[0], e.HintGiven)


def test_what_was_taken_back_does_not_come_by_itself_again():
    play = announced()
    tick(play, 20)
    assert play.console().take_back_ms == 10_000
    play.do(c.WithdrawHint(puzzle="P1", level=1), after_s=4)
    assert tick(play, 600) == ()
    assert play.console().suggestion.level == 1


def test_it_costs_as_any_hint_and_stops_with_the_stock():
    play = automatic(hint_cost_ms=MINUTE, hint_stock=1)
    tick(play, DUE_S - 20)
    assert tick(play, 20) == (replace(GIVEN[0], cost_ms=MINUTE),)
    assert play.console().hints_left == 0
    assert tick(play, 500) == ()


def test_it_never_costs_more_than_is_left():
    play = automatic(hint_cost_ms=30 * MINUTE, duration_ms=30 * MINUTE)
    assert tick(play, 15 * 60) == ()


def test_only_where_the_session_wants_it():
    for policy in ("by-hand", "suggested"):
        assert tick(Play(make_setup(hint_policy=policy)), DUE_S + 100) == ()


def test_the_guided_end_is_left_alone_first():
    play = automatic()
    play.do(c.SolvePuzzle(puzzle="P2"), c.SolvePuzzle(puzzle="P3"), c.EnterAnswer(text="417"))
    play.do(c.EndRun(), after_s=1000)
    assert tick(play, 39.999) == ()
    assert tick(play, 0.001) == (e.HintAnnounced(puzzle="P4", level=1),)
    assert tick(play, 20) == (e.HintGiven(puzzle="P4", level=1, automatic=True),)


def test_a_hint_leaves_the_screen_when_its_time_is_over_and_stays_given():
    play = Play(make_setup(hint_shown_ms=MINUTE))
    play.do(c.GiveHint(puzzle="P1", level=1))
    assert tick(play, 59.999) == ()
    assert tick(play, 0.001) == (e.HintHidden(automatic=True),)
    assert play.player().panel is None
    assert play.console().puzzles[0].hints[0].is_given


def test_a_hint_below_a_message_is_seen_once_more_before_it_leaves():
    play = Play(make_setup(hint_shown_ms=MINUTE))
    play.do(c.GiveHint(puzzle="P1", level=1), c.ShowMessage(text="Look here."))
    assert tick(play, 90) == ()
    play.do(c.ClearMessage())
    assert tick(play) == (e.HintHidden(automatic=True),)
