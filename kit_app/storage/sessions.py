"""Planned sessions: the plan as JSON, beside it what lists sort and filter by."""

from __future__ import annotations

from zlib import crc32

from kit_app.domain.plan import SessionPlan
from kit_app.storage.codec import encoded, plan_from, unreadable
from kit_app.storage.database import Database


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


def _plan(row: tuple[object, ...]) -> SessionPlan:
    if not _is_whole(row):
        raise unreadable("a plan of a session")
    return plan_from(str(row[0]))


def _is_whole(row: tuple[object, ...]) -> bool:
    text, crc = row
    return isinstance(text, str) and crc32(text.encode()) == crc
