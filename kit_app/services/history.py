"""How long puzzles take: what the facility's own latest games say, else what its region sent."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence

from kit_app.domain.plan import SessionPlan
from kit_app.domain.region_times import PuzzleTime
from kit_app.errors import StorageError
from kit_app.game.limits import MOST_GAMES, Attempts, Limit, limits
from kit_app.services.facts import Facts, folded, sort_of
from kit_app.services.results import Results
from kit_app.storage.attempts import AttemptStore
from kit_app.storage.facts import Closed

log = logging.getLogger(__name__)


class History:
    """The finished games of one data folder, as far as they are like the one to come.

    `regional` gives what the region sent of a kit's puzzles, by id.
    """

    def __init__(
        self,
        attempts: AttemptStore,
        facts: Facts,
        results: Results,
        regional: Callable[[str], Mapping[str, PuzzleTime]],
    ) -> None:
        self._attempts = attempts
        self._facts = facts
        self._results = results
        self.regional = regional

    def attempts(self, plan: SessionPlan) -> Attempts:
        """What the latest games of the same facility, kit and variant said of each puzzle.

        Trials teach nothing. Games that are not counted yet are counted first, as many as may teach.
        """
        sort = sort_of(plan)
        self._count(self._facts.waiting_like(sort, MOST_GAMES))
        places = self._attempts.facilities(plan.kit_id, plan.variant)
        alike = [place for place in places if folded(place) == sort[0]]
        return self._attempts.of_games(plan.kit_id, plan.variant, alike, MOST_GAMES)

    def _count(self, runs: Sequence[Closed]) -> None:
        try:
            self._results.count(runs)
        except StorageError as error:  # what is counted already teaches; no console waits for the rest
            log.warning("games not counted: %s", error)

    def limits(self, plan: SessionPlan, targets: Mapping[str, int]) -> dict[str, Limit]:
        """The learned limit of each puzzle of `targets` (id and target in ms) that enough games tell of.

        Own games come first; where there are too few of them the region's times hold.
        """
        return limits(self.attempts(plan), targets, self.regional(plan.kit_id))
