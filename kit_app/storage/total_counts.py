"""What was learnt in sessions that became totals: counts by item and theme, one row a group, no session."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, cast

from kit_app.game.learning import Counts, together
from kit_app.storage.answers import AnswerStore
from kit_app.storage.codec import decoded, encoded
from kit_app.storage.database import Database
from kit_app.storage.fact_filters import where_total
from kit_app.storage.facts import GONE, GROUP, PURGED_GROUP
from kit_app.views.facts import Selection


class _Asked(NamedTuple):
    """A session with questionnaires, and the group that its totals belong to."""

    session_id: str
    group: tuple[object, ...]


class KitYear(NamedTuple):
    """A year and the kit that was played; empty where older totals do not know it."""

    year: int
    kit_id: str


class TotalCountStore:
    """The learning totals of one database."""

    def __init__(self, database: Database, answers: AnswerStore) -> None:
        self._database = database
        self._answers = answers

    def counts(self, selection: Selection) -> Counts:
        """What was learnt in purged sessions of this selection. Raises StorageError."""
        condition, values = where_total(selection)
        rows = self._database.rows(f"SELECT counts FROM total_counts WHERE {condition}", values)
        return together(decoded(Counts, str(row[0])) for row in rows)

    def by_kit(self, facilities: Collection[str]) -> tuple[tuple[KitYear, Counts], ...]:
        """What was learnt in purged sessions of facilities with these names, by year and kit."""
        marks = ", ".join("?" * len(facilities))
        rows = self._database.rows(
            f"SELECT year, kit_id, counts FROM total_counts WHERE facility IN ({marks})"
            " ORDER BY year, kit_id",
            tuple(facilities),
        )
        return tuple(
            (KitYear(cast(int, year), str(kit)), decoded(Counts, str(counts))) for year, kit, counts in rows
        )

    def open_sessions(self, day: str) -> tuple[str, ...]:
        """Those that `keep` would count although their sheets are still there."""
        running = set(self._answers.open_sessions())
        return tuple(one.session_id for one in self._asked(day) if one.session_id in running)

    def keep(self, day: str) -> None:
        """Add what was learnt in the sessions that lie before `day` (ISO) to the totals of their groups.

        Belongs into the transaction in which these sessions go; a service of under five people has no name.
        """
        groups: dict[tuple[object, ...], list[str]] = {}
        for session_id, group in self._asked(day):
            groups.setdefault(group, []).append(session_id)
        with self._database.writing() as connection:
            for group, session_ids in groups.items():
                chosen = " AND ".join(f"{name} = ?" for name in GROUP)
                known = self._database.rows(f"SELECT counts FROM total_counts WHERE {chosen}", group)
                counts = [decoded(Counts, str(row[0])) for row in known]
                both = together((*counts, self._answers.counts(session_ids)))
                connection.execute(
                    f"INSERT OR REPLACE INTO total_counts ({', '.join(GROUP)}, counts)"
                    f" VALUES ({', '.join('?' * (len(GROUP) + 1))})",
                    (*group, encoded(both)),
                )

    def _asked(self, day: str) -> tuple[_Asked, ...]:
        rows = self._database.rows(
            f"SELECT session_id, {PURGED_GROUP} FROM"
            " (SELECT *, sum(people) OVER (PARTITION BY year, service) < 5 AS few"
            f" FROM run_facts WHERE is_trial = 0 AND session_id IN ({GONE}))"
            " WHERE session_id IN (SELECT session_id FROM answer_pairings)"
            " GROUP BY session_id ORDER BY session_id",
            (day,),
        )
        return tuple(_Asked(cast(str, session_id), tuple(group)) for session_id, *group in rows)
