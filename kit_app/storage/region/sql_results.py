"""The store of a region's results over tables that both databases have alike, by plain statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any, cast

from kit_app.domain.region import Added, PlayedPuzzle, Reporter, ResultRow, Stamp, supersedes
from kit_app.storage.region.bundle import stamp_of
from kit_app.storage.region.results_store import SqlRow, Tables
from kit_app.views.region import RegionSelection

_KEYS = ("facility", "id", "revision", "is_withdrawn")
COUNTED = tuple(one.name for one in fields(ResultRow) if one.name not in (*_KEYS, "puzzles"))
"""The columns of `result_rows` beside its key, its stamp and whether it is withdrawn."""
_COLUMNS = ("facility", "id", "revision", "digest", "is_withdrawn", *COUNTED)
_OF_THE_ROW = ("year", "audience", "sector", "kit_id")
"""What a puzzle repeats of its row, so that one index answers for it."""
_PUZZLE_COLUMNS = ("facility", "id", "place", *_OF_THE_ROW, *PlayedPuzzle._fields)
_BATCH = 500


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join("ending" if one == "end" else one for one in columns)  # END is a word of SQL
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


ADD_ROW = _insert("result_rows", _COLUMNS)
ADD_PUZZLE = _insert("result_puzzles", _PUZZLE_COLUMNS)
_DROP_PUZZLES = "DELETE FROM result_puzzles WHERE facility = ? AND id = ?"
_DROP_ROW = "DELETE FROM result_rows WHERE facility = ? AND id = ?"

HOLD = (
    "INSERT INTO facilities (id, name, told_ms) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET name = excluded.name, told_ms = excluded.told_ms"
    " WHERE (excluded.told_ms, excluded.name) > (facilities.told_ms, facilities.name)"
)
"""Adds or renames a facility, and holds its row until the transaction ends."""


def where(selection: RegionSelection) -> tuple[str, tuple[object, ...]]:
    """The condition on the rows (or their puzzles) that are meant, and its values."""
    wanted = tuple(one.name for one in fields(RegionSelection))
    chosen = {name: getattr(selection, name) for name in wanted if getattr(selection, name) is not None}
    return " AND ".join(("true", *(f"{name} = ?" for name in chosen))), tuple(chosen.values())


class SqlResults:
    """A `ResultsStore` over the tables of one database."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, reporter: Reporter, rows: Iterable[ResultRow]) -> Added:
        """Take in what a facility tells, all or nothing; of two rows with one id the later one counts."""
        told = [(row, stamp_of(row)) for row in rows]
        with self.tables.hold(reporter):
            known = self.stamps(reporter.id)
            later = [(row, stamp) for row, stamp in told if supersedes(stamp, known.get(row.id))]
            replaced = [(row.facility, row.id) for row, _stamp in later if row.id in known]
            self.tables.change(
                (
                    (_DROP_PUZZLES, replaced),
                    (_DROP_ROW, replaced),
                    (ADD_ROW, [row_values(row, stamp) for row, stamp in later]),
                    (ADD_PUZZLE, [one for row, _stamp in later for one in puzzle_values(row)]),
                )
            )
        return Added(new=len(later) - len(replaced), corrected=len(replaced), known=len(told) - len(later))

    def stamps(self, facility: str) -> dict[str, Stamp]:
        """What is known of a facility: the stamp of each of its rows, by id."""
        sql = "SELECT id, revision, digest FROM result_rows WHERE facility = ?"
        rows = self.tables.rows(sql, (facility,))
        return {str(row): Stamp(cast(int, revision), str(digest)) for row, revision, digest in rows}

    def list(self, selection: RegionSelection) -> Iterator[ResultRow]:
        """The rows that are meant and count something, by facility and id."""
        condition, values = where(selection)
        names = ", ".join(f"own.{name}" for name in ("facility", "id", "revision", *COUNTED))
        puzzles = ", ".join("ending" if name == "end" else name for name in PlayedPuzzle._fields)
        sql = (
            f"SELECT {names}, {puzzles} FROM"
            f" (SELECT * FROM result_rows WHERE is_withdrawn = 0 AND {condition}) AS own"
            " LEFT JOIN result_puzzles AS played ON played.facility = own.facility AND played.id = own.id"
            " ORDER BY own.facility, own.id, place"
        )
        found = (row for batch in self.tables.batches(sql, values, _BATCH) for row in batch)
        for _key, lines in groupby(found, key=lambda row: row[:2]):
            yield _row([*lines])

    def forget(self, facility: str) -> None:
        """Drop a facility with all its rows."""
        tables = (("result_puzzles", "facility"), ("result_rows", "facility"), ("facilities", "id"))
        self.tables.change(
            (f"DELETE FROM {table} WHERE {column} = ?", [(facility,)]) for table, column in tables
        )

    def close(self) -> None:
        """Let go of it."""
        self.tables.close()


def row_values(row: ResultRow, stamp: Stamp) -> tuple[object, ...]:
    """The values of `ADD_ROW`."""
    key = (row.facility, row.id, stamp.revision, stamp.digest, int(row.is_withdrawn))
    return (*key, *(getattr(row, name) for name in COUNTED))


def puzzle_values(row: ResultRow) -> Iterator[tuple[object, ...]]:
    """Those of `ADD_PUZZLE`, for each puzzle."""
    of_row = [getattr(row, name) for name in _OF_THE_ROW]
    for place, one in enumerate(row.puzzles):
        yield (row.facility, row.id, place, *of_row, *one)


def _row(lines: Sequence[SqlRow]) -> ResultRow:
    """A row from its lines, one a puzzle; without puzzles one line whose end is empty."""
    counted = len(COUNTED) + 3
    names = ("facility", "id", "revision", *COUNTED)
    values: dict[str, Any] = dict(zip(names, lines[0][:counted], strict=True))
    played = [line[counted:] for line in lines if line[counted] is not None]
    return ResultRow(**values, puzzles=tuple(PlayedPuzzle(*cast(Any, one)) for one in played))
