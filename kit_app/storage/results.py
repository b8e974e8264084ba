"""The results table: a cache of what the journals say, to be rebuilt at any time."""

from __future__ import annotations

from kit_app.errors import StorageError
from kit_app.storage.codec import encoded, result_from
from kit_app.storage.database import Database
from kit_app.views.results import RunResult


class ResultStore:
    """The cached results of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, run_id: str, last_seq: int) -> RunResult | None:
        """The result of a run whose journal ends at `last_seq`; None when it must be computed (again)."""
        rows = self._database.rows(
            "SELECT data FROM results WHERE run_id = ? AND last_seq = ?", (run_id, last_seq)
        )
        try:
            return result_from(str(rows[0][0])) if rows else None
        except StorageError:  # an older or newer release wrote it: the journal is still there
            return None

    def put(self, run_id: str, last_seq: int, result: RunResult) -> None:
        """Keep a result; whoever only looks computes it again."""
        if self._database.is_looking:
            return
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO results (run_id, last_seq, data) VALUES (?, ?, ?)",
                (run_id, last_seq, encoded(result)),
            )

    def forget_all(self) -> None:
        """Empty the cache."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM results")
