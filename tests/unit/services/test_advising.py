"""What is likely of a session that is being planned."""

from dataclasses import replace

from kit_app.domain.plan import TeamPlan
from kit_app.game.limits import GAMES
from kit_app.services.advising import foresee
from tests.unit.services.bundled import draft, teams
from tests.unit.services.test_history import finished


def foreseen(services, **changes):
    plan = draft(services, **changes)
    return foresee(plan, services.library.kit_of(plan), services.history.attempts(plan))


def test_the_smallest_team_is_told_of(services) -> None:
    small = TeamPlan(number=2, label="B", size=3)
    found = foreseen(services, teams=(*teams("A"), small))

    assert found.players == 3
    assert found.chance < foreseen(services).chance


def test_a_longer_clock_gives_more_chance_and_the_same_pace(services) -> None:
    usual, longer = (foreseen(services, duration_min=minutes, hint_policy="by-hand") for minutes in (45, 55))

    assert longer.chance > usual.chance
    assert longer.expected_ms == usual.expected_ms
    assert foreseen(services, extra_time=True).chance > foreseen(services).chance


def test_own_games_take_the_place_of_the_kits_times(services, clock) -> None:
    before = foreseen(services)
    assert before.games == 0
    for _ in range(GAMES):
        finished(services, clock, minutes=20)
    after = foreseen(services)

    assert after.games == GAMES
    assert after.chance < before.chance
    assert foreseen(services, facility="Elsewhere") == before


def test_nothing_is_told_of_a_plan_without_teams_or_of_an_unknown_variant(services) -> None:
    assert foreseen(services, teams=()) is None
    plan = draft(services)
    assert foresee(replace(plan, variant="90"), services.library.kit_of(plan), ()) is None
