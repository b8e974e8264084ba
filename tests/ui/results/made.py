"""Sessions that made-up teams have played, for the results pages."""

from kit_app.domain.plan import SessionPlan
from kit_app.services.services import Services
from kit_app.services.simulate import simulate_run
from tests.poured import poured
from tests.unit.services.bundled import draft, teams


def played(services: Services, name: str = "Unités B et C", *labels: str, seed: str = "7") -> SessionPlan:
    """A stored session whose teams have all played."""

    def make(there: Services) -> SessionPlan:
        plan = there.sessions.save(
            draft(there, name=name, teams=teams(*(labels or ("Les Indiscrets",))))
        ).plan
        for team in plan.teams:
            simulate_run(there.runs, there.results, plan.id, team.number, seed, there.clock.wall_ms())
        return plan

    return poured(services, ("results", name, labels, seed), make)
