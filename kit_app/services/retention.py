"""How long sessions are kept whole: what is older may be turned into totals, never without being asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit_app.clock.calendar import local_date
from kit_app.clock.clock import Clock
from kit_app.services.changed import Changed
from kit_app.services.facts import Facts
from kit_app.services.questionnaires import Questionnaires
from kit_app.storage.store import Store

_YEAR = 12
_LAST_SURE_DAY = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    """What lies before `day`: played sessions, their games and people."""

    day: date
    sessions: int
    games: int
    people: int


class Retention:
    """The age of the sessions of one data folder."""

    def __init__(self, store: Store, facts: Facts, questionnaires: Questionnaires, clock: Clock) -> None:
        self._store = store
        self._facts = facts
        self._questionnaires = questionnaires
        self._clock = clock

    def older(self, months: int) -> Older:
        """What is older than so many months today."""
        day = months_before(local_date(self._clock.wall_ms()), months)
        sessions, games, people = self._store.facts.older(day.isoformat())
        return Older(day=day, sessions=sessions, games=games, people=people)

    def purge(self, months: int) -> Changed:
        """Turn these sessions into totals: plan, journal, results, facts and sheets go. Raises StorageError.

        Games that are not counted yet, or cannot be read, are left as they are. What was learnt stays as
        counts by item and theme; sheets that are still there are counted first.
        """
        day = self.older(months).day.isoformat()
        for session_id in self._store.total_counts.open_sessions(day):
            self._questionnaires.close(session_id)
        with self._store.database.writing():
            self._store.total_counts.keep(day)
            self._store.facts.purge(day)
        self._store.kits.forget_unused()
        self._store.database.forget_traces()
        self._facts.look()
        return Changed(sessions=True, runs=True, results=True)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the 28th where that month is too short for others."""
    earlier = day.year * _YEAR + day.month - 1 - months
    return date(earlier // _YEAR, earlier % _YEAR + 1, min(day.day, _LAST_SURE_DAY))
