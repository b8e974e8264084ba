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

    def limits(self, plan: SessionPlan, targets: Mapping[str, int]) -> dict[str, Limit]:
        """The learned limit of each puzzle of `targets` (id and target in ms) that enough games tell of."""
        return limits((one for one in self._results.all() if like(one, plan)), dict(targets))


def like(result: RunResult, plan: SessionPlan) -> bool:
    """Whether it is of the same facility, kit and variant. Trials teach nothing.

    Level and language do not count: hints are reckoned out.
    """
    if result.is_trial:
        return False
    same = (result.kit_id, result.variant) == (plan.kit_id, plan.variant)
    return same and result.facility.strip().casefold() == plan.facility.strip().casefold()
