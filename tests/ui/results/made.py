"""Sessions that made-up teams have played, for the results pages."""

from kit_app.domain.plan import SessionPlan
from kit_app.services.services import Services
from kit_app.services.simulate import simulate_run
from tests.unit.services.bundled import draft, teams


def played(services: Services, name: str = "Unités B et C", *labels: str, seed: str = "7") -> SessionPlan:
    """A stored session whose teams have all played."""
    plan = services.sessions.save(
        draft(services, name=name, teams=teams(*(labels or ("Les Indiscrets",))))
    ).plan
    for team in plan.teams:
        simulate_run(services.runs, services.results, plan.id, team.number, seed, services.clock.wall_ms())
    return plan
