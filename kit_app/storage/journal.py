"""The journals of runs: events that are only ever added, and the pulse that says until when a run lived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from kit_app.storage.codec import (
    Row,
    StoredEvent,
    check_number,
    decoded,
    encoded,
    event_kind,
    events_from,
    row_check,
)
from kit_app.storage.database import Database

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """A run of a team; the latest of a team is the one that counts."""

    id: str
    session_id: str
    team: int
    created_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """Until when a run was seen alive, in run time and in wall time."""

    at_ms: int
    wall_ms: int


class JournalStore:
    """The runs of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_run(self, run: RunRecord) -> None:
        """Open the journal of a new run."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO runs (id, session_id, team, created_ms) VALUES (?, ?, ?, ?)",
                (run.id, run.session_id, run.team, run.created_ms),
            )

    def remove_run(self, run_id: str) -> None:
        """Forget a run with its journal and its result."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM runs WHERE id = ?", (run_id,))

    def runs(self, session_id: str | None = None) -> tuple[RunRecord, ...]:
        """All runs (of one session) of sessions that are not hidden, the oldest first."""
        one = "" if session_id is None else "session_id = ? AND "
        rows = self._database.rows(
            f"SELECT id, session_id, team, created_ms FROM runs WHERE {one}session_id NOT IN"
            " (SELECT id FROM sessions WHERE deleted_ms IS NOT NULL) ORDER BY created_ms, rowid",
            () if session_id is None else (session_id,),
        )
        return tuple(
            RunRecord(id=str(run), session_id=str(session), team=int(str(team)), created_ms=int(str(created)))
            for run, session, team, created in rows
        )

    def append(self, run_id: str, events: Sequence[StoredEvent]) -> None:
        """Write all of `events`, or none and raise StorageError. A taken place is never overwritten."""
        self.keep({run_id: events}, {})

    def keep(self, events: Mapping[str, Sequence[StoredEvent]], pulses: Mapping[str, Pulse]) -> None:
        """Write the events of several runs and that they are alive, all in one transaction, or nothing.

        Both are told by the run's id. Raises StorageError; a taken place is never overwritten.
        """
        rows = [(run_id, *_row(event)) for run_id, batch in events.items() for event in batch]
        alive = [(run_id, pulse.at_ms, pulse.wall_ms) for run_id, pulse in pulses.items()]
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO journal (run_id, seq, at_ms, wall_ms, kind, data, crc)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )
            connection.executemany(
                "INSERT INTO pulses (run_id, at_ms, wall_ms) VALUES (?, ?, ?)"
                " ON CONFLICT (run_id) DO UPDATE SET at_ms = excluded.at_ms, wall_ms = excluded.wall_ms",
                alive,
            )

    def check_place(self) -> None:
        """Raises StorageError when the file of these journals was moved, deleted or replaced."""
        self._database.check_place()

    def mend(self) -> None:
        """Write everything into a new file where the old one is gone. Raises StorageError."""
        self._database.mend()

    def events(self, run_id: str) -> list[StoredEvent]:
        """All events of a run in order. Raises StorageError when a row is damaged or missing."""
        rows = self._database.rows(
            "SELECT seq, at_ms, wall_ms, kind, data, crc FROM journal WHERE run_id = ? ORDER BY seq",
            (run_id,),
        )
        return events_from(cast(list[Row], rows))

    def events_of(self, run_id: str, kind: type[Kind]) -> list[Kind]:
        """The events of one kind of a run, the newest first. Raises StorageError."""
        rows = self._database.rows(
            "SELECT data FROM journal WHERE run_id = ? AND kind = ? ORDER BY seq DESC",
            (run_id, kind.__name__),
        )
        return [decoded(kind, str(data)) for (data,) in rows]

    def last_seen(self, run_id: str) -> Pulse | None:
        """The later of the last pulse and the last event; None when nothing was ever stored."""
        rows = self._database.rows(
            "SELECT at_ms, wall_ms FROM pulses WHERE run_id = ?1 UNION ALL"
            " SELECT at_ms, wall_ms FROM (SELECT at_ms, wall_ms FROM journal WHERE run_id = ?1"
            " ORDER BY seq DESC LIMIT 1)",
            (run_id,),
        )
        pulses = [Pulse(at_ms=int(str(at)), wall_ms=int(str(wall))) for at, wall in rows]
        return max(pulses, key=lambda one: one.at_ms, default=None)

    def seen_ms(self) -> dict[str, int]:
        """The latest wall time of each session that has runs, by its id, read at once."""
        rows = self._database.rows(
            "SELECT session_id, max(max(coalesce((SELECT wall_ms FROM pulses WHERE run_id = id), 0),"
            " coalesce((SELECT wall_ms FROM journal WHERE run_id = id ORDER BY seq DESC LIMIT 1), 0)))"
            " FROM runs GROUP BY session_id"
        )
        return {str(session_id): int(str(wall_ms)) for session_id, wall_ms in rows}

    def newest_ms(self) -> int:
        """The latest wall time of any event; 0 when there is none."""
        return int(str(self._database.rows("SELECT coalesce(max(wall_ms), 0) FROM journal")[0][0]))

    def kinds(self, run_id: str) -> dict[str, int]:
        """How many events of each kind a run has."""
        rows = self._database.rows(
            "SELECT kind, count(*) FROM journal WHERE run_id = ? GROUP BY kind", (run_id,)
        )
        return {str(kind): int(str(count)) for kind, count in rows}


def _row(stored: StoredEvent) -> Row:
    kind, data = event_kind(stored.event), encoded(stored.event)
    check = row_check(stored.seq, stored.at_ms, stored.wall_ms, check_number(kind, data))
    return stored.seq, stored.at_ms, stored.wall_ms, kind, data, check
