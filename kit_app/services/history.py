"""What the facility's own earlier games say about how long its puzzles take. Computed, never stored."""

from __future__ import annotations

from collections.abc import Mapping

from kit_app.domain.plan import SessionPlan
from kit_app.game.limits import Limit, limits
from kit_app.services.results import Results
from kit_app.views.results import RunResult


class History:
    """The finished games of one data folder, as far as they are like the one to come."""

    def __init__(self, results: Results) -> None:
        self._results = results

    def games(self, plan: SessionPlan) -> tuple[RunResult, ...]:
        """Those of the same facility, kit and variant. Trials teach nothing.

        Level and language do not count: hints are reckoned out.
        """
        found = self._results.of_plans(lambda one: sort_of(one) == sort_of(plan))
        return tuple(one for one in found if not one.is_trial)

    def limits(self, plan: SessionPlan, targets: Mapping[str, int]) -> dict[str, Limit]:
        """The learned limit of each puzzle of `targets` (id and target in ms) that enough games tell of."""
        return limits(self.games(plan), dict(targets))


def sort_of(plan: SessionPlan) -> tuple[str, str, str]:
    """What games must have in common to teach one another: facility, kit and variant."""
    return plan.facility.strip().casefold(), plan.kit_id, plan.variant
