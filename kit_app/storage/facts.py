"""The facts of runs: kept when a result is known, found out of date, listed in pages, turned into totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple, cast

from kit_app.game.limits import Attempt
from kit_app.storage.attempts import put_attempts
from kit_app.storage.database import Database, reading
from kit_app.storage.fact_filters import where
from kit_app.storage.stages import ENDED, LATEST
from kit_app.views.facts import PUZZLE_ENDS, PuzzleFacts, RunFacts, Selection

COLUMNS = tuple(field.name for field in fields(RunFacts))
_FLAGS = tuple(field.name for field in fields(RunFacts) if field.type in (bool, "bool"))
_NAMES = ", ".join(COLUMNS)
_PLACES = ", ".join("?" * (len(COLUMNS) + 3))
_INSERT = f"INSERT INTO run_facts (run_id, last_seq, saved_ms, {_NAMES}) VALUES ({_PLACES})"
_CHUNK = 500
GROUP = (
    *("year", "facility", "audience", "service", "sector", "kit_id", "kit_version"),
    *("variant", "language"),
)
"""What totals tell apart."""
PURGED_GROUP = ", ".join(
    "CASE WHEN few THEN '' ELSE service END" if name == "service" else name for name in GROUP
)
"""The same of a run that goes; `few`: its service had under five people that year."""
GONE = (
    f"SELECT session_id FROM run_facts WHERE {where(Selection(with_trials=True))[0]}"
    " GROUP BY session_id HAVING max(day) < ?"
)
"""The sessions that become totals; the value is a day (ISO)."""


class Closed(NamedTuple):
    """A closed run as it is stored now: where its journal ends, when its session was saved last.

    `has_facts`: there are some of it, perhaps old ones.
    """

    run_id: str
    session_id: str
    team: int
    last_seq: int
    saved_ms: int
    created_ms: int
    has_facts: bool = False


class FactStore:
    """The facts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self,
        run: Closed,
        facts: RunFacts,
        puzzles: Sequence[PuzzleFacts],
        attempts: Mapping[str, Attempt],
    ) -> None:
        """Keep the facts of a run and what it said of its puzzles, in the place of those of the same team."""
        values = tuple(getattr(facts, name) for name in COLUMNS)
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM run_facts WHERE run_id = ? OR (session_id = ? AND team = ?)",
                (run.run_id, facts.session_id, facts.team),
            )
            made = connection.execute(_INSERT, (run.run_id, run.last_seq, run.saved_ms, *values))
            number = cast(int, made.lastrowid)
            connection.executemany(
                "INSERT INTO puzzle_facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(number, place, *_puzzle_row(one)) for place, one in enumerate(puzzles)],
            )
            put_attempts(connection, number, attempts)
            connection.executemany(
                "INSERT OR REPLACE INTO puzzle_names VALUES (?, ?, ?, ?, ?)",
                [(facts.kit_id, one.puzzle, facts.language, one.title, one.path) for one in puzzles],
            )

    def out_of_date(self) -> tuple[Closed, ...]:
        """The latest closed runs of teams whose facts are not there, or not as journal and plan are now.

        Facts of runs that were begun anew since are dropped. Whoever only looks leaves it all to the other.
        """
        if self._database.is_looking:
            return ()
        overtaken = f"SELECT id FROM runs WHERE NOT {LATEST}"
        if self._database.rows(f"SELECT 1 FROM run_facts WHERE run_id IN ({overtaken}) LIMIT 1"):
            with self._database.writing() as connection:
                connection.execute(f"DELETE FROM run_facts WHERE run_id IN ({overtaken})")
        rows = self._database.rows(
            "SELECT runs.id, runs.session_id, runs.team,"
            " (SELECT max(seq) FROM journal WHERE journal.run_id = runs.id) AS ends, sessions.saved_ms,"
            " runs.created_ms, run_facts.run_id IS NOT NULL"
            " FROM runs JOIN sessions ON sessions.id = runs.session_id"
            " LEFT JOIN run_facts ON run_facts.run_id = runs.id"
            " WHERE sessions.deleted_ms IS NULL"
            " AND (run_facts.last_seq, run_facts.saved_ms) IS NOT (ends, sessions.saved_ms)"
            f" AND {LATEST} AND {ENDED}"
        )
        return tuple(Closed(*cast(tuple[str, str, int, int, int, int, bool], row)) for row in rows)

    def latest(self, kit_id: str, variant: str) -> tuple[tuple[str, str], ...]:
        """The runs of a variant that have facts, even old ones, the latest day first: id and facility."""
        rows = self._database.rows(
            "SELECT run_id, facility FROM run_facts WHERE kit_id = ? AND variant = ?"
            " ORDER BY day DESC, session_id, team",
            (kit_id, variant),
        )
        return tuple((str(run), str(place)) for run, place in rows)

    def saved_ms(self, run_id: str) -> int | None:
        """When the session had been saved last as the facts of a run were made; None without facts."""
        rows = self._database.rows("SELECT saved_ms FROM run_facts WHERE run_id = ?", (run_id,))
        return cast(int, rows[0][0]) if rows else None

    def closed(self, run_id: str) -> Closed | None:
        """A run as it is stored now; None when nothing of it is."""
        rows = self._database.rows(
            "SELECT runs.id, session_id, team,"
            " (SELECT max(seq) FROM journal WHERE journal.run_id = runs.id), saved_ms, created_ms"
            " FROM runs JOIN sessions ON sessions.id = session_id WHERE runs.id = ?",
            (run_id,),
        )
        return Closed(*cast(tuple[str, str, int, int, int, int], rows[0])) if rows else None

    def forget_all(self) -> None:
        """Empty the facts; totals of what was purged stay."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM run_facts")
            connection.execute("DELETE FROM puzzle_names")

    def page(self, selection: Selection, first: int, count: int) -> tuple[RunFacts, ...]:
        """`count` runs from the `first` one on (from 0), the latest day first."""
        condition, values = where(selection)
        rows = self._database.rows(
            f"SELECT {_NAMES} FROM run_facts INDEXED BY run_facts_by_day WHERE {condition}"
            " ORDER BY day DESC, session_id, team LIMIT ? OFFSET ?",
            (*values, count, first),
        )
        return tuple(_run(row) for row in rows)

    def count(self, selection: Selection) -> int:
        """How many runs are meant."""
        condition, values = where(selection)
        return int(
            str(self._database.rows(f"SELECT count(*) FROM run_facts WHERE {condition}", values)[0][0])
        )

    def asked_sessions(self, selection: Selection) -> tuple[str, ...]:
        """The ids of the sessions of these runs that have questionnaires."""
        condition, values = where(selection)
        rows = self._database.rows(
            f"SELECT DISTINCT session_id FROM run_facts WHERE {condition}"
            " AND session_id IN (SELECT session_id FROM answer_pairings)",
            values,
        )
        return tuple(str(row[0]) for row in rows)

    def older(self, day: str) -> tuple[int, int, int]:
        """How many sessions, runs and people lie before `day` (ISO)."""
        rows = self._database.rows(
            "SELECT count(DISTINCT session_id), count(*), coalesce(sum(people), 0) FROM run_facts"
            f" WHERE day < ? AND {where(Selection(with_trials=True))[0]}",
            (day,),
        )
        sessions, runs, people = (int(str(value)) for value in rows[0])
        return sessions, runs, people

    def purge(self, day: str) -> None:
        """Turn all sessions whose runs lie before `day` (ISO) into totals, in one transaction.

        Trials leave no total; a service with under five people in its group becomes one without a name.
        """
        group = ", ".join(GROUP)
        numbers = ", ".join(str(place) for place in range(1, len(GROUP) + 1))
        with self._database.writing() as connection:
            connection.execute(
                f"INSERT INTO totals ({group}, sessions, runs, people, won, lost, stopped, hints)"
                f" SELECT {PURGED_GROUP},"
                " count(DISTINCT session_id), count(*), sum(people), sum(outcome = 'won'),"
                " sum(outcome = 'lost'), sum(outcome = 'stopped'), sum(hints) FROM"
                " (SELECT *, sum(people) OVER (PARTITION BY year, service) < 5 AS few FROM run_facts"
                f" WHERE is_trial = 0 AND session_id IN ({GONE})) WHERE true GROUP BY {numbers}"
                f" ON CONFLICT ({group}) DO UPDATE SET sessions = sessions + excluded.sessions,"
                " runs = runs + excluded.runs, people = people + excluded.people, won = won + excluded.won,"
                " lost = lost + excluded.lost, stopped = stopped + excluded.stopped,"
                " hints = hints + excluded.hints",
                (day,),
            )
            connection.execute(f"DELETE FROM sessions WHERE id IN ({GONE})", (day,))


def _puzzle_row(one: PuzzleFacts) -> tuple[object, ...]:
    bits = sum(1 << (level - 1) for level in set(one.hints))
    return one.puzzle, PUZZLE_ENDS.index(one.end), one.spent_s, one.target_s, bits, one.wrong


def _run(row: Sequence[object]) -> RunFacts:
    values = dict(zip(COLUMNS, row, strict=True))
    values.update({name: bool(values[name]) for name in _FLAGS})
    return RunFacts(**values)  # type: ignore[arg-type]


class FactReader:
    """Reads facts by a connection of its own, for long exports in a worker. Raises StorageError."""

    def __init__(self, path: Path, selection: Selection) -> None:
        self._path = path
        self._selection = selection

    def runs(self) -> Iterator[RunFacts]:
        """All runs that are meant, the latest day first."""
        condition, values = where(self._selection)
        order = "ORDER BY day DESC, session_id, team"
        with closing(reading(self._path)) as database:
            for batch in database.batches(
                f"SELECT {_NAMES} FROM run_facts WHERE {condition} {order}", values, _CHUNK
            ):
                yield from map(_run, batch)

    def puzzles(self) -> Iterator[tuple[RunFacts, PuzzleFacts]]:
        """All puzzles of these runs, each with its run."""
        condition, values = where(self._selection)
        order = "ORDER BY day DESC, session_id, team, place"
        sql = (
            f"SELECT {', '.join('run_facts.' + name for name in COLUMNS)},"
            " puzzle_facts.puzzle, title, path, ending, spent_s, target_s, hint_bits, wrong_tries"
            " FROM run_facts JOIN puzzle_facts ON run = number"
            " LEFT JOIN puzzle_names ON puzzle_names.kit_id = run_facts.kit_id"
            " AND puzzle_names.puzzle = puzzle_facts.puzzle AND puzzle_names.language = run_facts.language"
            f" WHERE {condition} {order}"
        )
        with closing(reading(self._path)) as database:
            for batch in database.batches(sql, values, _CHUNK):
                for row in batch:
                    yield _run(row[: len(COLUMNS)]), _puzzle(row[len(COLUMNS) :])

    def sizes(self) -> tuple[int, int]:
        """How many runs and puzzles of runs there are."""
        condition, values = where(self._selection)
        with closing(reading(self._path)) as database:
            runs = database.rows(f"SELECT count(*) FROM run_facts WHERE {condition}", values)
            puzzles = database.rows(
                "SELECT count(*) FROM puzzle_facts WHERE run IN"
                f" (SELECT number FROM run_facts WHERE {condition})",
                values,
            )
        return int(str(runs[0][0])), int(str(puzzles[0][0]))


def _puzzle(row: Sequence[object]) -> PuzzleFacts:
    puzzle, title, path, ending, spent_s, target_s, bits, wrong = row
    return PuzzleFacts(
        puzzle=str(puzzle),
        title=str(title or ""),
        path=str(path or ""),
        end=PUZZLE_ENDS[cast(int, ending)],
        spent_s=cast(int, spent_s),
        target_s=cast(int, target_s),
        hints=tuple(level for level in (1, 2, 3) if cast(int, bits) & (1 << (level - 1))),
        wrong=cast(int, wrong),
    )
