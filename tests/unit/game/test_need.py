"""Who needs help first, and why."""

from dataclasses import replace

from kit_app.game import commands as c
from kit_app.game.need import by_need, neediest, room_view
from kit_app.views.console import ConsoleView, Outlook
from tests.builders import MINUTE, Play, make_setup


def played(team: int, minutes: float, *solved: str, started: bool = True) -> ConsoleView:
    """A team after so many minutes; what it solved, it solved in the first one."""
    play = Play(make_setup(team_number=team, team_label=f"Team {team}"), started=started)
    play.now += MINUTE
    for text in solved:
        play.do(c.EnterAnswer(text=text))
    play.now += round((minutes - 1) * MINUTE)
    return play.console()


def statuses(*views: ConsoleView) -> dict[int, str]:
    return {card.number: card.status for card in room_view(views).cards}


def test_the_team_that_is_stuck_longest_is_first():
    views = played(1, 6), played(2, 9), played(3, 2)
    assert room_view(views).by_need == (2, 1, 3)
    assert statuses(*views)[2] == "stuck"


def test_late_comes_after_stuck_and_before_those_who_do_well():
    views = played(1, 2), played(2, 4.5), played(3, 7)
    assert statuses(*views) == {1: "ahead", 2: "late", 3: "stuck"}
    assert room_view(views).by_need == (3, 2, 1)


def test_a_team_that_will_likely_not_make_it_is_late():
    view = replace(
        played(1, 2), outlook=Outlook(low_ms=44 * MINUTE, expected_ms=46 * MINUTE, high_ms=60 * MINUTE)
    )
    assert statuses(view) == {1: "late"}


def test_a_team_that_ends_long_before_its_time_is_ahead_and_nearly_last():
    ahead = replace(
        played(1, 2), outlook=Outlook(low_ms=20 * MINUTE, expected_ms=25 * MINUTE, high_ms=30 * MINUTE)
    )
    usual = replace(
        played(2, 2), outlook=Outlook(low_ms=30 * MINUTE, expected_ms=35 * MINUTE, high_ms=42 * MINUTE)
    )
    assert statuses(ahead, usual) == {1: "ahead", 2: "on-time"}
    assert room_view((ahead, usual)).by_need == (2, 1)


def test_a_player_who_is_away_shows_unless_help_is_needed():
    assert statuses(replace(played(1, 2), away=1), replace(played(2, 9), away=1)) == {1: "away", 2: "stuck"}


def test_what_waits_for_the_facilitator_comes_before_who_does_well():
    paused = replace(played(1, 2), phase="paused")
    ended = replace(played(2, 2), phase="ended")
    waiting = played(4, 1, started=False)
    assert room_view((paused, ended, played(3, 2), waiting)).by_need == (1, 4, 3, 2)


def test_equal_teams_stand_in_their_own_order():
    views = [played(team, 1, started=False) for team in (1, 2, 3, 4, 5, 6)]
    room = room_view(views)
    assert room.by_need == (1, 2, 3, 4, 5, 6)
    assert by_need(tuple(reversed(room.cards))) == room.by_need


def test_the_neediest_puzzle_is_the_one_whose_hint_is_due_longest():
    view = played(1, 9, "417")
    row = neediest(view.puzzles)
    assert row is not None
    assert row.state == "stuck"
    assert row.elapsed_ms - row.target_ms == max(
        other.elapsed_ms - other.target_ms for other in view.puzzles if other.state == "stuck"
    )
    assert neediest(played(2, 1, started=False).puzzles) is None


def test_the_clock_is_the_same_only_while_all_read_the_same():
    assert room_view((played(1, 3), played(2, 3))).has_same_clock
    assert not room_view((played(1, 3), played(2, 4))).has_same_clock
    assert room_view((played(1, 3), replace(played(2, 4), phase="ended"))).has_same_clock


def test_teams_start_together_until_one_has_started_unless_clocks_are_their_own():
    waiting = played(1, 1, started=False), played(2, 1, started=False)
    assert room_view(waiting).starts_together
    assert not room_view(waiting, has_own_clocks=True).starts_together
    assert not room_view((waiting[0], played(2, 1))).starts_together
