"""What earlier games said of their puzzles: kept with the facts of a run, read for games like them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from typing import cast

from kit_app.game.limits import Attempt
from kit_app.storage.database import Database

_SORT = (
    "kit_id = ? AND variant = ? AND is_trial = 0"
    " AND session_id NOT IN (SELECT id FROM sessions WHERE deleted_ms IS NOT NULL)"
)


def put_attempts(connection: sqlite3.Connection, run: int, attempts: Mapping[str, Attempt]) -> None:
    """Keep what a game said, beside its facts; `run` is their number."""
    connection.executemany(
        "INSERT INTO puzzle_attempts (run, puzzle, ms, is_whole, is_solved) VALUES (?, ?, ?, ?, ?)",
        [(run, puzzle, one.ms, one.is_whole, one.is_solved) for puzzle, one in attempts.items()],
    )


class AttemptStore:
    """The attempts of one database. Trials are never told of."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def facilities(self, kit_id: str, variant: str) -> tuple[str, ...]:
        """Where this variant was played, as it was written each time."""
        rows = self._database.rows(
            f"SELECT DISTINCT facility FROM run_facts WHERE {_SORT}",
            (kit_id, variant),
        )
        return tuple(str(row[0]) for row in rows)

    def of_games(
        self, kit_id: str, variant: str, facilities: Collection[str], most: int
    ) -> dict[str, list[Attempt]]:
        """What the latest games there (`most` of them) said of each puzzle, by its id."""
        rows = self._database.rows(
            "SELECT puzzle, ms, is_whole, is_solved FROM"
            f" (SELECT number FROM run_facts WHERE {_SORT}"
            " AND facility IN (SELECT value FROM json_each(?)) ORDER BY day DESC, session_id, team LIMIT ?)"
            " JOIN puzzle_attempts ON run = number ORDER BY run, puzzle",
            (kit_id, variant, json.dumps(sorted(facilities)), most),
        )
        found: dict[str, list[Attempt]] = {}
        for puzzle, ms, is_whole, is_solved in cast(list[tuple[str, int, int, int]], rows):
            found.setdefault(puzzle, []).append(Attempt(ms, bool(is_whole), bool(is_solved)))
        return found
