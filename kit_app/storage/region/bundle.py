"""The results of one facility as one file for its region: nameless rows, signed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from kit_app.domain.region import (
    PlayedPuzzle,
    Reporter,
    ResultRow,
    Stamp,
    kits_of,
    reporter_problem,
    row_problem,
)
from kit_app.errors import StorageError
from kit_app.game.learning import Counts
from kit_app.storage.codec import decoded
from kit_app.storage.counts_shape import check_counts
from kit_app.storage.region import signed_lines
from kit_app.storage.region.signed_lines import Kind
from kit_app.storage.shape import ShapeError, reader

KIND = Kind(content="results", format=1, suffix=".sante-results")

_NAMED = ("facility", "id", "revision")
_FIELDS = tuple(one.name for one in fields(ResultRow))
_KINDS = [str, int, int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What a facility tells: all its rows, withdrawn ones too, and the key (hex) that signed them."""

    reporter: Reporter
    rows: tuple[ResultRow, ...]
    key: str = ""


def stamp_of(row: ResultRow) -> Stamp:
    """What says whether a row is later than another. The digest is of the content without the revision."""
    return Stamp(row.revision, digest_of(row))


def digest_of(row: ResultRow) -> str:
    """The SHA-256 (hex) of what a row counts."""
    content = {name: value for name, value in _told(row).items() if name not in _NAMED}
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def packed(folder: Path, bundle: Bundle) -> bytes:
    """The bytes of the file, signed with the key of the data folder. Raises StorageError."""
    kits = [[kit, version, sessions] for (kit, version), sessions in kits_of(bundle.rows).items()]
    head = {
        "facility": {"id": bundle.reporter.id, "name": bundle.reporter.name},
        "told_ms": bundle.reporter.told_ms,
        "kits": kits,
        "rows": len(bundle.rows),
    }
    lines = ({name: value for name, value in _told(row).items() if name != "facility"} for row in bundle.rows)
    return signed_lines.written(folder, KIND, head, lines)


def unpacked(content: bytes, name: str) -> Bundle:
    """What a file holds, every value checked, nothing written anywhere. Raises StorageError."""
    read = signed_lines.read(content, KIND, name)
    try:
        return _bundle(read.head, read.lines, read.key)
    except (ValueError, TypeError, KeyError, RecursionError, StorageError) as error:
        raise signed_lines.damaged(name, f"{type(error).__name__}: {error}") from error


def _bundle(head: Any, lines: Iterable[Any], key: str) -> Bundle:
    facility = head["facility"]
    reporter: Reporter = reader(Reporter)({**facility, "told_ms": head["told_ms"]})
    if problem := reporter_problem(reporter):
        raise ShapeError(problem)
    rows = tuple(_row(line, reporter.id) for line in lines)
    if head["rows"] != len(rows) or len({row.id for row in rows}) != len(rows):
        raise ShapeError("rows lack, or are there twice")
    return Bundle(reporter=reporter, rows=rows, key=key)


def _row(line: Any, facility: str) -> ResultRow:
    if not isinstance(line, dict) or "facility" in line:
        raise ShapeError("a row is a table, and the first line names the facility")
    plain_row = {**line, "facility": facility, "puzzles": []}
    row: ResultRow = reader(ResultRow)(plain_row)
    row = replace(row, puzzles=_puzzles(line.get("puzzles", [])))
    if problem := row_problem(row):
        raise ShapeError(problem)
    if row.counts:
        check_counts(decoded(Counts, row.counts))
    return row


def _puzzles(values: Any) -> tuple[PlayedPuzzle, ...]:
    """The same as a reader of shapes would find, several times as fast: there are many of them."""
    if type(values) is not list:
        raise ShapeError("a list of puzzles wanted")
    for value in values:
        if type(value) is not list or list(map(type, value)) != _KINDS:
            raise ShapeError("a puzzle is a word and five numbers")
    return tuple(PlayedPuzzle(*value) for value in values)


def _told(row: ResultRow) -> dict[str, Any]:
    """A row without what is empty in it; JSON writes its puzzles as lists."""
    values = ((name, getattr(row, name)) for name in _FIELDS)
    return {name: value for name, value in values if value not in ("", 0, False, ())}
