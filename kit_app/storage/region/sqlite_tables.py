"""A region's results in a file of its own in the coordinator's data folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kit_app.domain.region import Reporter
from kit_app.errors import StorageError
from kit_app.storage.database import Database, Keeping, Tables as Migrated, another, open_database
from kit_app.storage.region.results_store import SqlRow
from kit_app.storage.region.sql_results import HOLD, SqlResults

V1 = """
CREATE TABLE facilities (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, told_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE result_rows (
    facility TEXT NOT NULL REFERENCES facilities (id), id TEXT NOT NULL,
    revision INTEGER NOT NULL, digest TEXT NOT NULL,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)), year INTEGER NOT NULL,
    audience TEXT NOT NULL, sector TEXT NOT NULL, kit_id TEXT NOT NULL, kit_version TEXT NOT NULL,
    variant TEXT NOT NULL, language TEXT NOT NULL, sessions INTEGER NOT NULL, runs INTEGER NOT NULL,
    people INTEGER NOT NULL, won INTEGER NOT NULL, lost INTEGER NOT NULL, stopped INTEGER NOT NULL,
    hints INTEGER NOT NULL, counts TEXT NOT NULL,
    PRIMARY KEY (facility, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX result_rows_by_group ON result_rows (
    year, audience, sector, kit_id, facility, kit_version,
    sessions, runs, people, won, lost, stopped, hints
);
CREATE INDEX result_rows_learnt ON result_rows (year) WHERE counts <> '';
CREATE TABLE result_puzzles (
    facility TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, year INTEGER NOT NULL,
    audience TEXT NOT NULL, sector TEXT NOT NULL, kit_id TEXT NOT NULL,
    puzzle TEXT NOT NULL, ending INTEGER NOT NULL, spent_s INTEGER NOT NULL,
    target_s INTEGER NOT NULL, hint_bits INTEGER NOT NULL, wrong INTEGER NOT NULL,
    PRIMARY KEY (facility, id, place),
    FOREIGN KEY (facility, id) REFERENCES result_rows (facility, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX result_puzzles_by_time ON result_puzzles (
    kit_id, puzzle, ending, target_s, spent_s, year, audience, sector, hint_bits, wrong
);
"""

"""Puzzles have row numbers, so that the index which answers for them is half as large."""

REGION = Migrated(file_name="region.db", migrations=(V1,))
"""Not a `.sqlite3`: those are looked through for answer sheets, which never come here."""


class SqliteTables:
    """The tables of a region in one file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[SqlRow]:
        """All rows of a query."""
        return self.database.rows(sql, values)

    def batches(self, sql: str, values: Sequence[object], size: int) -> Iterator[list[SqlRow]]:
        """The rows of a long query, `size` at a time."""
        return self.database.batches(sql, values, size)

    def change(self, steps: Iterable[tuple[str, Sequence[Sequence[object]]]]) -> None:
        """Statements, each with the values of every time that it is run; within one transaction."""
        with self.database.writing() as connection:
            for sql, values in steps:
                connection.executemany(sql, values)

    @contextmanager
    def hold(self, reporter: Reporter) -> Iterator[None]:
        """One transaction in which nobody else changes the rows of a facility, which it adds or renames."""
        with self.database.writing() as connection:
            connection.execute(HOLD, (reporter.id, reporter.name, reporter.told_ms))
            yield

    def close(self) -> None:
        """Let go of the store."""
        self.database.close()


def no_sqlite_results() -> SqlResults:
    """Results of nobody, in memory: for who only looks into a folder where none were gathered."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(V1)
    return SqlResults(SqliteTables(Database(connection, Path(":memory:"), tables=REGION)))


def again_sqlite_results(folder: Path, keeping: Keeping) -> SqlResults:
    """The results of a folder that was opened and checked before, by a connection of one's own.

    Raises StorageError.
    """
    return SqlResults(SqliteTables(another(folder / REGION.file_name, keeping, REGION)))


def open_sqlite_results(
    folder: Path, wall_ms: int, *, exclusive: bool = True, keeping: Keeping = "WAL"
) -> tuple[SqlResults, tuple[StorageError, ...]]:
    """The results that this data folder gathered, and sentences about what was found on opening.

    Raises StorageError.
    """
    opened = open_database(folder, wall_ms, exclusive=exclusive, keeping=keeping, tables=REGION)
    return SqlResults(SqliteTables(opened.database)), opened.notices
