"""Keep the facts of all closed runs as journals and plans say: a few at a time, so that no page waits."""

from __future__ import annotations

import logging
from pathlib import Path

from kit_app.clock.calendar import local_date
from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.game.facts import puzzle_facts, run_facts
from kit_app.game.limits import attempts_of
from kit_app.services.changed import Changed
from kit_app.services.sessions import Sessions
from kit_app.storage.facts import Closed, FactReader
from kit_app.storage.store import Store
from kit_app.views.facts import Selection
from kit_app.views.results import RunResult

log = logging.getLogger(__name__)

Sort = tuple[str, str, str]
"""What games must have in common to teach one another: facility (folded), kit and variant."""


class Facts:
    """The facts of one data folder. A run that cannot be read is left out, and counted in `unreadable`."""

    def __init__(self, store: Store, sessions: Sessions) -> None:
        self._store = store
        self._sessions = sessions
        self._waiting: list[Closed] = []
        self._unreadable: set[Closed] = set()

    @property
    def unreadable(self) -> int:
        """How many closed runs could not be read."""
        return len(self._unreadable)

    def unreadable_sessions(self) -> frozenset[str]:
        """The ids of the sessions with such runs."""
        return frozenset(one.session_id for one in self._unreadable)

    def look(self) -> int:
        """Find what is out of date; how many runs that is."""
        found = [one for one in self._store.facts.out_of_date() if one not in self._unreadable]
        self._waiting = found
        return len(found)

    def waiting(self) -> tuple[Closed, ...]:
        """The runs found out of date and not done yet."""
        return tuple(self._waiting)

    def waiting_like(self, sort: Sort, most: int) -> tuple[Closed, ...]:
        """The runs out of date among the latest `most` games like these.

        Of runs that have no facts yet, as many of the latest are looked at.
        """
        if not self.look():
            return ()
        place, kit_id, variant = sort
        known = self._store.facts.latest(kit_id, variant)
        alike = [run_id for run_id, facility in known if folded(facility) == place][:most]
        fresh = sorted(self._waiting, key=lambda one: one.created_ms, reverse=True)
        fresh = [one for one in fresh if not one.has_facts][:most]
        found = {
            *alike,
            *(one.run_id for one in fresh if sort_of(self._sessions.get(one.session_id)) == sort),
        }
        return tuple(one for one in self._waiting if one.run_id in found)

    def keep(self, run_id: str, result: RunResult) -> None:
        """Keep the facts of a run whose result is known."""
        closed = self._store.facts.closed(run_id)
        if closed is not None:
            self._put(closed, result)

    def done(self, run: Closed, result: RunResult | None) -> None:
        """What came of a waiting run; None: it cannot be read."""
        self._waiting = [one for one in self._waiting if one != run]
        if result is None:
            self._unreadable.add(run)
            log.warning("no facts of a run, since its journal or kit cannot be read: %s", run.run_id)
        else:
            self._put(run, result)

    def reader(self, selection: Selection) -> FactReader:
        """Reads all facts that are meant, for an export in a worker."""
        return FactReader(self.path, selection)

    @property
    def path(self) -> Path:
        return self._store.database.path

    def rebuild(self) -> Changed:
        """Forget all facts; they are made again from the journals."""
        self._store.facts.forget_all()
        self._unreadable.clear()
        return Changed(results=True)

    def _put(self, run: Closed, result: RunResult) -> None:
        plan = self._sessions.get(run.session_id)
        day = plan.date or local_date(run.created_ms).isoformat()
        facts = run_facts(result, plan, day)
        try:
            self._store.facts.put(run, facts, puzzle_facts(result), attempts_of(result))
        except KitAppError as error:  # a cache that is not written is made again
            log.warning("facts not kept: %s", error)


def sort_of(plan: SessionPlan) -> Sort:
    """Level and language do not count: hints are reckoned out."""
    return folded(plan.facility), plan.kit_id, plan.variant


def folded(facility: str) -> str:
    """A facility's name as it is compared."""
    return facility.strip().casefold()
