"""Which rows a server of a region confirmed: kept here, so that what waits is known without asking it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from kit_app.domain.region import Stamp
from kit_app.storage.database import Database


class PushedStore:
    """The confirmed rows of one data folder, by server, facility and row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stamps(self, server: str, facility: str) -> dict[str, Stamp]:
        """The stamp of each row of a facility that a server confirmed last, by the row's id."""
        rows = self._database.rows(
            "SELECT row, revision, digest FROM pushed WHERE server = ? AND facility = ?", (server, facility)
        )
        return {str(row): Stamp(cast(int, revision), str(digest)) for row, revision, digest in rows}

    def keep(self, server: str, facility: str, stamps: Mapping[str, Stamp]) -> None:
        """Keep what a server confirmed. Raises StorageError."""
        if stamps:
            with self._database.writing() as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO pushed VALUES (?, ?, ?, ?, ?)",
                    [(server, facility, row, *stamp) for row, stamp in stamps.items()],
                )

    def forget(self, server: str, facility: str, rows: Iterable[str]) -> None:
        """Let these rows wait again: the server has them no more. Raises StorageError."""
        gone = [(server, facility, row) for row in rows]
        if gone:
            with self._database.writing() as connection:
                connection.executemany(
                    "DELETE FROM pushed WHERE server = ? AND facility = ? AND row = ?", gone
                )

    def close(self) -> None:
        """Let go of the connection."""
        self._database.close()
