"""The evening that the pages of the debrief tell about."""

from kit_app.domain.plan import SessionPlan
from kit_app.services.services import Services
from tests.golden.talks import played
from tests.poured import poured
from tests.ui.shell import session, teams


def an_evening(services: Services, *sizes: int) -> SessionPlan:
    """A session whose teams (one of five unless sizes are given) have all played."""

    def make(there: Services) -> SessionPlan:
        plan = session(there, **({"teams": teams(*sizes)} if sizes else {}))
        for team in plan.teams:
            played(there, plan, team.number)
        return plan

    return poured(services, ("talk", sizes), make)
