"""What the guide of a first session says, from the welcome to the talk, and when it is silent."""

import pytest

from kit_app.game import commands as c
from kit_app.game.guide import coming, cue, room_coming, room_cue
from tests.builders import MINUTE, Play, make_setup

P1, P2, P3 = (c.SolvePuzzle(puzzle=one) for one in ("P1", "P2", "P3"))


def told(play: Play, *done: str) -> str:
    found = cue(play.console(), done)
    return "" if found is None else found.name


def after(minutes: float, *commands: c.Command, **changes) -> Play:
    """A run in which the commands were given at the start, and a card of the team came in a moment ago."""
    play = Play(make_setup(**changes))
    play.do(*commands)
    play.do(c.EnterAnswer(text="nonsense"), after_s=minutes * 60)
    return play


def test_before_the_start_one_thing_comes_after_the_other() -> None:
    play = Play(make_setup(), started=False)
    done: list[str] = []
    for step in ("tables", "welcome", "pitch"):
        assert told(play, *done) == step
        done.append(step)
    assert told(play, *done) == "start"


def test_whoever_shows_the_pitch_at_once_is_told_nothing_but_the_start() -> None:
    play = Play(make_setup(), started=False)
    play.do(c.ShowScene(scene="pitch"))
    assert told(play) == "start"


def test_the_first_minutes_are_for_watching() -> None:
    play = after(1)
    assert told(play) == "hands-off"
    assert told(play, "hands-off") == ""
    assert told(after(4.1, P1)) == ""


def test_after_three_minutes_of_silence_one_goes_and_asks_once() -> None:
    play = after(4.5, P1, hint_policy="by-hand")
    play.do(c.AddNote(text="x"), after_s=170)
    assert told(play) == ""
    play.do(c.AddNote(text="x"), after_s=20)
    found = cue(play.console())
    assert (found.name, found.minutes) == ("silence", 3)
    assert told(play, "silence") == ""
    play.do(c.EnterAnswer(text="nonsense"))
    assert told(play) == ""


@pytest.mark.parametrize("act", [c.GiveHint(puzzle="P1", level=1), c.PutOffHint(puzzle="P1", level=1)])
def test_the_first_hint_that_is_due_is_explained_until_one_was_given_or_put_off(act: c.Command) -> None:
    play = after(6)
    assert play.console().suggestion.level == 1
    assert told(play) == "hint"
    play.do(act)
    assert told(play) == ""
    play.do(c.AddNote(text="x"), after_s=120)
    assert play.console().suggestion is not None
    assert told(play) == ""


def test_half_time_a_third_and_five_minutes_are_to_be_said_for_three_minutes() -> None:
    said = {}
    for minute in range(8, 45):
        play = after(minute, P1, hint_policy="by-hand")
        found = cue(play.console(), ("hint",))
        if found is not None:
            said[minute] = (found.name, found.minutes)
    assert {name for name, _ in said.values()} == {"half", "third", "five"}
    assert [minute for minute, one in said.items() if one[0] == "half"] == [23, 24, 25]
    assert [minute for minute, one in said.items() if one == ("third", 15)] == [30, 31, 32]
    assert [minute for minute, one in said.items() if one == ("five", 5)] == [40, 41, 42]


def test_what_players_were_told_already_is_not_asked_for() -> None:
    play = after(22, P1, hint_policy="by-hand")
    play.do(c.ShowMessage(text="Half time."))
    play.do(c.EnterAnswer(text="nonsense"), after_s=60)
    assert told(play) == ""


def test_what_comes_next_is_told_with_its_time() -> None:
    view = after(10, P1).console()
    found = coming(view)
    assert (found.name, found.in_ms) == ("half", round(12.5 * MINUTE))
    assert coming(view, ("half",)).name == "third"
    view = after(41, P1, hint_policy="by-hand").console()
    assert (coming(view).name, coming(view).in_ms) == ("end", 4 * MINUTE)


def test_added_time_moves_what_comes_next() -> None:
    play = after(10, P1)
    play.do(c.AdjustTime(minutes=10))
    assert coming(play.console()).in_ms == round(17.5 * MINUTE)


def test_a_short_game_has_its_own_third_and_a_very_short_one_none() -> None:
    play = after(20.5, P1, duration_ms=30 * MINUTE, hint_policy="by-hand")
    assert cue(play.console()).minutes == 10
    play = after(1, P1, duration_ms=10 * MINUTE, hint_policy="by-hand")
    done = ("half", "hands-off")
    assert coming(play.console(), done).name == "end"


def test_the_finale_is_accompanied_then_left_alone() -> None:
    play = after(30, P1, P2, P3, hint_policy="by-hand")
    play = Play(make_setup(hint_policy="by-hand"))
    play.do(P1, P2, P3)
    assert told(play) == "finale"
    play.do(c.AddNote(text="x"), after_s=130)
    assert told(play) == ""
    assert coming(play.console()).name == "half"


def test_the_end_is_led_step_by_step() -> None:
    play = after(1)
    play.do(c.NoticeTime(), after_s=45 * 60)
    assert told(play) == "guided"
    assert coming(play.console()) is None
    play.do(c.EndRun())
    assert told(play) == "front"
    play.do(c.EndRun())
    assert told(play) == "debrief"
    assert told(play, "debrief") == ""


def test_a_pause_is_to_be_explained_an_emergency_is_not_talked_into() -> None:
    play = after(10, P1)
    play.do(c.PauseRun())
    assert told(play) == "paused"
    assert coming(play.console()) is None
    play.do(c.ResumeRun(), c.PauseRun(reason="x", emergency=True))
    assert told(play) == ""


def test_among_several_teams_the_most_pressing_comes_first_and_names_its_team() -> None:
    first = after(23, P1, hint_policy="by-hand", team_number=1)
    second = after(6, team_number=2)
    views = [first.console(), second.console()]
    found = room_cue(views, {})
    assert (found.name, found.team) == ("hint", 2)
    found = room_cue(views, {2: {"hint"}})
    assert (found.name, found.team) == ("half", 0)
    assert room_cue(views, {1: {"half"}, 2: {"hint"}}) is None
    assert room_coming(views, {}).in_ms == 7 * MINUTE


def test_the_talk_is_for_all_once_all_have_ended() -> None:
    first, second = after(1, team_number=1), after(1, team_number=2)
    first.do(c.EndRun(at_once=True))
    views = [first.console(), second.console()]
    assert room_cue(views, {2: {"hands-off"}}) is None
    second.do(c.EndRun(at_once=True))
    assert room_cue([first.console(), second.console()], {}).name == "debrief"
