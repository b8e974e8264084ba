"""Planned sessions: the plan as JSON, beside it what lists sort and filter by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple, cast
from zlib import crc32

from kit_app.domain.plan import MOST_TEAMS, SessionPlan
from kit_app.storage.codec import encoded, plan_from, unreadable
from kit_app.storage.database import Database

_SHOWN = "deleted_ms IS NULL AND is_archived = ?1"
_GROUPS = (
    (
        "date >= ?2",
        "date, CASE WHEN json_valid(plan) THEN json_extract(plan, '$.time') END, saved_ms DESC, id",
    ),
    ("date = '' AND ?2 > ''", "saved_ms DESC, id"),
    ("date > '' AND date < ?2", "date DESC, saved_ms DESC, id"),
)
"""Which sessions a list has one after the other, and their order: an index has each, so that no more is read
than is shown."""


class StoredSet(NamedTuple):
    """A set of cards: its session and team, and the codes of its cards."""

    session_id: str
    session_name: str
    team: int
    label: str
    set_id: str
    codes: tuple[str, ...]


class SessionStore:
    """The sessions of one database. Deleted ones are hidden until they are purged."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, plan: SessionPlan, wall_ms: int) -> None:
        """Keep `plan`, in the place of an older one with the same id."""
        text = encoded(plan)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO sessions (id, kit_digest, plan, crc, date, is_archived, saved_ms)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " kit_digest = excluded.kit_digest, plan = excluded.plan, crc = excluded.crc,"
                " date = excluded.date, is_archived = excluded.is_archived, saved_ms = excluded.saved_ms",
                (
                    *(plan.id, plan.kit_digest, text, crc32(text.encode())),
                    *(plan.date, int(plan.is_archived), wall_ms),
                ),
            )

    def get(self, session_id: str) -> SessionPlan | None:
        """The plan with this id, hidden or not; None when there is none."""
        rows = self._database.rows("SELECT plan, crc FROM sessions WHERE id = ?", (session_id,))
        return _plan(rows[0]) if rows else None

    def has(self, session_id: str) -> bool:
        """Whether it is there, hidden or not."""
        return bool(self._database.rows("SELECT 1 FROM sessions WHERE id = ?", (session_id,)))

    def ids(self, beginning: str = "") -> tuple[str, ...]:
        """The ids of all sessions that are not hidden and begin so."""
        rows = self._database.rows(
            "SELECT id FROM sessions WHERE deleted_ms IS NULL AND substr(id, 1, ?) = ?",
            (len(beginning), beginning),
        )
        return tuple(str(row[0]) for row in rows)

    def plans(self, *, archived: bool = False) -> tuple[SessionPlan, ...]:
        """All plans that are not hidden and can be read: undated first, then the latest date first."""
        rows = self._database.rows(
            "SELECT plan, crc FROM sessions WHERE deleted_ms IS NULL AND is_archived = ?"
            " ORDER BY date = '' DESC, date DESC, saved_ms DESC, id",
            (int(archived),),
        )
        return tuple(_plan(row) for row in rows if _is_whole(row))

    def on(self, day: str) -> tuple[SessionPlan, ...]:
        """The plans of a date (ISO) that are neither hidden nor archived and can be read."""
        rows = self._database.rows(
            "SELECT plan, crc FROM sessions WHERE deleted_ms IS NULL AND is_archived = 0 AND date = ?"
            " ORDER BY saved_ms, id",
            (day,),
        )
        return tuple(_plan(row) for row in rows if _is_whole(row))

    def listed(self, today: str, *, archived: bool, first: int = 0, count: int = -1) -> tuple[str, ...]:
        """The ids of those that are not hidden, from the `first` one on: coming, undated, past ones.

        Those to come are in the order of their moments, all others have the latest first. `today` is ISO;
        -1: all of them.
        """
        found: list[str] = []
        skipped = first
        for which, order in _GROUPS:
            left = count - len(found) if count >= 0 else -1
            if not left:
                break
            there = f"FROM sessions INDEXED BY sessions_listed WHERE {_SHOWN} AND {which}"
            rows = self._database.rows(
                f"SELECT id {there} ORDER BY {order} LIMIT ?3 OFFSET ?4",
                (int(archived), today, left, skipped),
            )
            found += [str(row[0]) for row in rows]
            if skipped and not rows:
                size = self._database.rows(f"SELECT count(*) {there}", (int(archived), today))
                skipped -= int(str(size[0][0]))
            else:
                skipped = 0
        return tuple(found)

    def words(self, *, archived: bool) -> dict[str, str]:
        """What a person may look for, of all that are not hidden, by id: name, facility, room and set ids.

        Those that cannot be read are left out.
        """
        deals = (f"deals[{team}].set_id" for team in range(MOST_TEAMS))
        paths = ", ".join(f"'$.{path}'" for path in ("name", "facility", "room", *deals))
        rows = self._database.rows(
            f"SELECT id, json_extract(plan, {paths}) FROM sessions"
            " WHERE deleted_ms IS NULL AND is_archived = ? AND json_valid(plan)",
            (int(archived),),
        )
        return {str(row[0]): " ".join(filter(None, json.loads(str(row[1])))) for row in rows}

    def count(self, *, archived: bool, from_day: str = "") -> int:
        """How many are not hidden, perhaps only those without a date or of this day and later."""
        rows = self._database.rows(
            "SELECT count(*) FROM sessions INDEXED BY sessions_listed"
            " WHERE deleted_ms IS NULL AND is_archived = ?1 AND (date = '' OR date >= ?2)",
            (int(archived), from_day),
        )
        return int(str(rows[0][0]))

    def plans_of(self, session_ids: Sequence[str]) -> tuple[SessionPlan, ...]:
        """Those of these plans that are not hidden and can be read, in the order of the ids."""
        rows = self._database.rows(
            "SELECT id, plan, crc FROM sessions WHERE deleted_ms IS NULL"
            " AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(session_ids),),
        )
        found = {str(row[0]): _plan(row[1:]) for row in rows if _is_whole(row[1:])}
        return tuple(found[one] for one in session_ids if one in found)

    def sets(self, session_ids: Sequence[str]) -> tuple[StoredSet, ...]:
        """Every set of cards of these sessions, read without the rest of their plans."""
        rows = self._database.rows(
            "SELECT sessions.id, json_extract(plan, '$.name'), json_extract(deal.value, '$.number'),"
            " (SELECT json_extract(team.value, '$.label') FROM json_each(plan, '$.teams') AS team"
            " WHERE json_extract(team.value, '$.number') = json_extract(deal.value, '$.number')),"
            " json_extract(deal.value, '$.set_id'), json_extract(deal.value, '$.codes')"
            " FROM sessions, json_each(CASE WHEN json_valid(plan) THEN plan ELSE '{}' END, '$.deals') AS deal"
            " WHERE deleted_ms IS NULL AND sessions.id IN (SELECT value FROM json_each(?))",
            (json.dumps(session_ids),),
        )
        return tuple(
            StoredSet(str(ident), str(name), cast(int, team), str(label or ""), str(set_id), _codes(codes))
            for ident, name, team, label, set_id, codes in rows
        )

    def damaged(self) -> tuple[str, ...]:
        """The ids of the sessions whose plan is not what was written; they stay where they are."""
        rows = self._database.rows("SELECT id, plan, crc FROM sessions WHERE deleted_ms IS NULL ORDER BY id")
        return tuple(str(row[0]) for row in rows if not _is_whole(row[1:]))

    def hide(self, session_id: str, wall_ms: int | None) -> None:
        """Delete in a way that can be undone (None undoes it)."""
        with self._database.writing() as connection:
            connection.execute("UPDATE sessions SET deleted_ms = ? WHERE id = ?", (wall_ms, session_id))

    def purge(self) -> None:
        """Really delete what is hidden, with its runs, journals and results."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE deleted_ms IS NOT NULL")


def _codes(text: object) -> tuple[str, ...]:
    return tuple(json.loads(str(text)).values()) if text is not None else ()


def _plan(row: tuple[object, ...]) -> SessionPlan:
    if not _is_whole(row):
        raise unreadable("a plan of a session")
    return plan_from(str(row[0]))


def _is_whole(row: tuple[object, ...]) -> bool:
    text, crc = row
    return isinstance(text, str) and crc32(text.encode()) == crc
