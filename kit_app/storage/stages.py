"""How far runs are, asked of many at once; the latest run of a team is the one that counts."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple, cast

from kit_app.storage.database import Database

LATEST = (
    "NOT EXISTS (SELECT 1 FROM runs AS later WHERE later.session_id = runs.session_id"
    " AND later.team = runs.team AND (later.created_ms, later.rowid) > (runs.created_ms, runs.rowid))"
)
_TURN = (
    "EXISTS (SELECT 1 FROM journal INDEXED BY journal_turns WHERE journal.run_id = runs.id"
    " AND kind IN ('RunStarted', 'RunEnded') AND kind = '{kind}'{more})"
)
STARTED, ENDED = _TURN.format(kind="RunStarted", more=""), _TURN.format(kind="RunEnded", more="")
"""Conditions of SQL on a row of `runs`; the index that they use holds two events a run."""
_OWN = _TURN.format(kind="RunStarted", more=" AND NOT coalesce(json_extract(data, '$.is_trial'), 0)")
_PLAYED_OUT = _TURN.format(kind="RunEnded", more=" AND json_extract(data, '$.outcome') <> 'stopped'")


class UnderWay(NamedTuple):
    """A run that was started and not closed: how many events it has, and when it was seen last."""

    session_id: str
    team: int
    events: int
    seen_ms: int


class StageStore:
    """The runs of one database, by how far they are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def closed_teams(self, session_ids: Collection[str]) -> dict[str, tuple[int, ...]]:
        """The teams of these sessions whose latest run was closed, in their order; none without any."""
        rows = self._database.rows(
            "SELECT session_id, team FROM runs WHERE session_id IN (SELECT value FROM json_each(?))"
            f" AND {ENDED} AND {LATEST} ORDER BY session_id, team",
            (json.dumps(sorted(session_ids)),),
        )
        found: dict[str, tuple[int, ...]] = {}
        for session_id, team in cast(list[tuple[str, int]], rows):
            found[session_id] = (*found.get(session_id, ()), team)
        return found

    def was_led_before(self, session_id: str) -> bool:
        """Whether a game of another session was led to its end, none that the program played itself."""
        rows = self._database.rows(
            f"SELECT 1 FROM runs WHERE session_id <> ? AND {_OWN} AND {_PLAYED_OUT} LIMIT 1",
            (session_id,),
        )
        return any(True for _ in rows)

    def under_way(self) -> tuple[UnderWay, ...]:
        """The runs that are under way, of sessions that are not hidden, the one seen last first."""
        rows = self._database.rows(
            "SELECT session_id, team,"
            " (SELECT count(*) FROM journal WHERE run_id = runs.id),"
            " max(coalesce((SELECT wall_ms FROM pulses WHERE run_id = runs.id), 0),"
            " (SELECT wall_ms FROM journal WHERE run_id = runs.id ORDER BY seq DESC LIMIT 1)) AS seen"
            f" FROM runs WHERE NOT {ENDED} AND {STARTED} AND {LATEST}"
            " AND session_id NOT IN (SELECT id FROM sessions WHERE deleted_ms IS NOT NULL)"
            " ORDER BY seen DESC, session_id, team"
        )
        return tuple(UnderWay(*cast(tuple[str, int, int, int], row)) for row in rows)
