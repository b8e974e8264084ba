"""What a facility's own games say about the next one."""

from kit_app.game import commands as c
from kit_app.game.limits import GAMES
from kit_app.services.simulate import simulate_run
from tests.fakes import WALL_START_MS
from tests.unit.services.bundled import draft


def finished(services, clock, minutes=6, **changes):
    """A session whose team solved P1 after so many minutes and was stopped then."""
    plan = services.sessions.save(draft(services, **changes)).plan
    room = services.runs.open(plan.id, 1)
    room.handle(c.StartRun())
    clock.advance(minutes * 60_000)
    room.handle(c.SettleGap(counts=True)) if room.tick() else None
    room.handle(c.EnterAnswer(text=room.conductors[0].setup.puzzle("P1").answer))
    room.handle(c.EndRun(at_once=True))
    room.close()
    return plan


def learned(services, **changes):
    plan = services.sessions.save(draft(services, **changes)).plan
    return services.runs.setup(plan.id, 1).limits


def test_the_kits_times_hold_until_there_are_five_games(services, clock) -> None:
    for _ in range(GAMES - 1):
        finished(services, clock)
    assert learned(services) == {}
    finished(services, clock)
    assert set(learned(services)) == {"P1"}
    assert learned(services)["P1"].games == GAMES


def test_only_games_of_the_same_facility_and_length_count(services, clock) -> None:
    for _ in range(GAMES):
        finished(services, clock)
    assert learned(services, facility="Elsewhere") == {}
    assert learned(services, variant="45-light") == {}
    assert learned(services, facility=" hôpital de brévalon ")["P1"].games == GAMES


def test_games_played_by_the_program_teach_nothing(services) -> None:
    for number in range(GAMES):
        plan = services.sessions.save(draft(services)).plan
        result = simulate_run(services.runs, services.results, plan.id, 1, str(number), WALL_START_MS)
        assert result.is_trial
    assert learned(services) == {}


def test_a_run_under_way_keeps_its_limits_when_others_end(services, clock) -> None:
    for _ in range(GAMES):
        finished(services, clock)
    plan = services.sessions.save(draft(services)).plan
    room = services.runs.open(plan.id, 1)
    room.handle(c.StartRun())
    before = room.screens()[0].console.puzzles[0].limit_ms
    room.close()
    finished(services, clock, minutes=20)
    assert learned(services)["P1"].ms != before
    again = services.runs.open(plan.id, 1)
    assert again.screens()[0].console.puzzles[0].limit_ms == before
    again.close()
