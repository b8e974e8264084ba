"""Questionnaires: coded sheets until their pairing is closed, then only counts. No names, no free text."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from kit_app.domain.questionnaire import CHOICES, GRADES, MOMENTS, Choice, Moment, Sheet
from kit_app.game.intervals import Scores
from kit_app.game.learning import CELLS, Cells, Counts, Pair, PairCounts, Sums
from kit_app.storage.codec import unreadable
from kit_app.storage.database import Database

log = logging.getLogger(__name__)

_WAIT_S = 1.0
_SUMS = tuple(
    f"{whose}{what}" for whose in ("", "first_", "second_") for what in ("people", "total", "squares")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Since when sheets of a session are kept, and when they were counted and deleted (None: not yet)."""

    opened_ms: int
    closed_ms: int | None = None


class AnswerStore:
    """The sheets and counts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pairing(self, session_id: str) -> Pairing | None:
        """The pairing of a session; None while it has no sheet and no count."""
        rows = self._database.rows(
            "SELECT opened_ms, closed_ms FROM answer_pairings WHERE session_id = ?", (session_id,)
        )
        if not rows:
            return None
        opened, closed = rows[0]
        return Pairing(opened_ms=int(str(opened)), closed_ms=None if closed is None else int(str(closed)))

    def open_sessions(self, opened_before_ms: int | None = None) -> tuple[str, ...]:
        """The sessions whose sheets are kept, perhaps only those whose first sheet is so old."""
        rows = self._database.rows(
            "SELECT session_id FROM answer_pairings WHERE closed_ms IS NULL"
            " AND (?1 IS NULL OR opened_ms <= ?1) ORDER BY session_id",
            (opened_before_ms,),
        )
        return tuple(str(row[0]) for row in rows)

    def sheets(self, session_id: str) -> tuple[Sheet, ...]:
        """The sheets of a session by moment and number. Raises StorageError."""
        rows = self._database.rows(
            "SELECT moment, number, answers FROM answer_sheets WHERE session_id = ? ORDER BY moment, number",
            (session_id,),
        )
        return tuple(_sheet(str(moment), int(str(number)), str(text)) for moment, number, text in rows)

    @property
    def path(self) -> Path:
        """The file that holds them."""
        return self._database.path

    def put(self, session_id: str, sheet: Sheet, wall_ms: int, *, instead_of: int | None = None) -> None:
        """Keep a sheet, in the place of the one with this number (with its own, when None)."""
        text = json.dumps([dict(sheet.answers), dict(sheet.grades)], separators=(",", ":"))
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO answer_pairings (session_id, opened_ms) VALUES (?, ?)",
                (session_id, wall_ms),
            )
            if instead_of is not None:
                _remove(connection, session_id, sheet.moment, instead_of)
            connection.execute(
                "INSERT OR REPLACE INTO answer_sheets (session_id, moment, number, answers)"
                " VALUES (?, ?, ?, ?)",
                (session_id, sheet.moment, sheet.number, text),
            )

    def remove(self, session_id: str, moment: Moment, number: int) -> None:
        """Forget a sheet."""
        with self._database.writing() as connection:
            _remove(connection, session_id, moment, number)

    def close(self, session_id: str, counts: Counts, wall_ms: int) -> None:
        """Keep `counts`, delete the sheets, and leave no trace of them in the files."""
        self.put_counts(session_id, counts, wall_ms)
        self._database.forget_traces()

    def put_counts(self, session_id: str, counts: Counts, wall_ms: int) -> None:
        """Keep `counts` instead of whatever there is of a session."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO answer_pairings"
                " (session_id, opened_ms, closed_ms, before_sheets, after_sheets, month_sheets)"
                " VALUES (?1, ?2, ?2, ?3, ?4, ?5) ON CONFLICT (session_id) DO UPDATE SET"
                " closed_ms = excluded.closed_ms, before_sheets = excluded.before_sheets,"
                " after_sheets = excluded.after_sheets, month_sheets = excluded.month_sheets",
                (session_id, wall_ms, *(counts.sheets(moment) for moment in MOMENTS)),
            )
            for table in ("answer_sheets", "answer_counts", "answer_sums", "opinion_counts"):
                connection.execute(f"DELETE FROM {table} WHERE session_id = ?", (session_id,))
            _insert(connection, session_id, counts)

    def counts(self, session_ids: Collection[str]) -> Counts:
        """What was counted of these sessions when their pairings were closed, as one; nothing before."""
        listed = json.dumps(sorted(session_ids))
        pairs: dict[Pair, PairCounts] = {}
        themes: dict[str, str] = {}
        for pair in get_args(Pair):
            found = _items(self._database, listed, pair)
            themes |= {item: theme for item, (theme, _cells) in found.items()}
            if found:
                items = {item: cells for item, (_theme, cells) in found.items()}
                pairs[pair] = PairCounts(items=items, themes=_sums(self._database, listed, pair))
        return Counts(
            moments=_moments(self._database, listed),
            pairs=pairs,
            themes=themes,
            opinions=_opinions(self._database, listed),
        )


def forget_in_copy(path: Path, kept: Collection[str]) -> bool:
    """Delete from a copy of the database all sheets but those of the sessions `kept`; whether it had any.

    A file that is damaged or cannot be written to stays as it is; the log says so.
    """
    deleted = 0
    marks = ", ".join("?" * len(kept))
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)) as connection:
            if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'answer_sheets'").fetchone():
                connection.execute("PRAGMA secure_delete=ON")
                deleted = connection.execute(
                    f"DELETE FROM answer_sheets WHERE session_id NOT IN ({marks})", tuple(kept)
                ).rowcount
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        log.warning("a copy keeps its sheets: %s", error)
    return deleted > 0


def _remove(connection: sqlite3.Connection, session_id: str, moment: Moment, number: int) -> None:
    connection.execute(
        "DELETE FROM answer_sheets WHERE session_id = ? AND moment = ? AND number = ?",
        (session_id, moment, number),
    )


def _insert(connection: sqlite3.Connection, session_id: str, counts: Counts) -> None:
    columns = ("session_id", "pair", "item", "theme", *CELLS)
    into = f"answer_counts ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    sums_columns = ("session_id", "pair", "theme", *_SUMS)
    sums_into = f"answer_sums ({', '.join(sums_columns)}) VALUES ({', '.join('?' * len(sums_columns))})"
    for pair, own in counts.pairs.items():
        connection.executemany(
            f"INSERT INTO {into}",
            [
                (
                    session_id,
                    pair,
                    item,
                    counts.themes.get(item, ""),
                    *(getattr(cells, name) for name in CELLS),
                )
                for item, cells in own.items.items()
            ],
        )
        connection.executemany(
            f"INSERT INTO {sums_into}",
            [
                (session_id, pair, theme, *(number for one in sums.each() for number in _numbers(one)))
                for theme, sums in own.themes.items()
            ],
        )
    connection.executemany(
        "INSERT INTO opinion_counts (session_id, opinion, grade, people) VALUES (?, ?, ?, ?)",
        [
            (session_id, opinion, grade, people)
            for opinion, given in counts.opinions.items()
            for grade, people in enumerate(given, start=1)
        ],
    )


def _numbers(scores: Scores) -> tuple[int, float, float]:
    return scores.people, scores.total, scores.squares


_AMONG = " WHERE session_id IN (SELECT value FROM json_each(?))"


def _moments(database: Database, listed: str) -> dict[Moment, int]:
    sums = ", ".join(f"total({moment}_sheets)" for moment in MOMENTS)
    (row,) = database.rows(f"SELECT {sums} FROM answer_pairings{_AMONG}", (listed,))
    counted = {moment: _whole(number) for moment, number in zip(MOMENTS, row, strict=True)}
    return {moment: number for moment, number in counted.items() if number}


def _items(database: Database, listed: str, pair: Pair) -> dict[str, tuple[str, Cells]]:
    sums = ", ".join(f"sum({name})" for name in CELLS)
    rows = database.rows(
        f"SELECT item, max(theme), {sums} FROM answer_counts{_AMONG} AND pair = ? GROUP BY item",
        (listed, pair),
    )
    return {
        str(item): (str(theme), Cells(**{name: _whole(n) for name, n in zip(CELLS, numbers, strict=True)}))
        for item, theme, *numbers in rows
    }


def _sums(database: Database, listed: str, pair: Pair) -> dict[str, Sums]:
    sums = ", ".join(f"sum({name})" for name in _SUMS)
    rows = database.rows(
        f"SELECT theme, {sums} FROM answer_sums{_AMONG} AND pair = ? GROUP BY theme", (listed, pair)
    )
    found = {}
    for theme, *numbers in rows:
        changes, firsts, seconds = (
            Scores(_whole(people), float(str(total)), float(str(squares)))
            for people, total, squares in (numbers[:3], numbers[3:6], numbers[6:])
        )
        found[str(theme)] = Sums(changes=changes, firsts=firsts, seconds=seconds)
    return found


def _opinions(database: Database, listed: str) -> dict[str, tuple[int, ...]]:
    rows = database.rows(
        f"SELECT opinion, grade, sum(people) FROM opinion_counts{_AMONG} GROUP BY opinion, grade", (listed,)
    )
    grades: dict[str, list[int]] = {}
    for opinion, grade, people in rows:
        given = grades.setdefault(str(opinion), [0] * GRADES)
        given[_whole(grade) - 1] = _whole(people)
    return {opinion: tuple(given) for opinion, given in grades.items()}


def _whole(number: object) -> int:
    return int(float(str(number)))


def _sheet(moment: str, number: int, text: str) -> Sheet:
    if moment not in MOMENTS:
        raise unreadable("a sheet of another moment")
    try:
        answers, grades = json.loads(text)
        return Sheet(
            moment=moment,
            number=number,
            answers=dict(_letters(answers)),
            grades=dict(_grades(grades)),
        )
    except (ValueError, AttributeError) as error:
        raise unreadable("a sheet") from error


def _letters(answers: dict[str, Any]) -> Iterator[tuple[str, Choice]]:
    for item, letter in answers.items():
        if letter not in CHOICES:
            raise ValueError(letter)
        yield item, letter


def _grades(grades: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for opinion, grade in grades.items():
        if not isinstance(grade, int) or not 1 <= grade <= GRADES:
            raise ValueError(grade)
        yield opinion, grade
