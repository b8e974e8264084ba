"""Games and puzzles as files for spreadsheets: CSV, XLSX, and JSON for programs; row by row, whole or not."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path

from kit_app.game.masking import size_text
from kit_app.i18n import N_, Catalogue
from kit_app.services.export import safe, writing_whole
from kit_app.services.fact_tables import (
    PUZZLE_COLUMNS,
    PUZZLE_RUN_COLUMNS,
    RUN_COLUMNS,
    Kind,
    Name,
    Value,
    words_of,
)
from kit_app.storage.facts import FactReader
from kit_app.views.facts import PuzzleFacts, RunFacts

JSON_SCHEMA = 2
_EVERY = 500
Step = Callable[[int, int], None]
"""Told how far the work is; may raise to end it."""
Typed = tuple[Kind, Value]


class Tables:
    """Rows of typed values in one language, counted while they are read."""

    def __init__(self, reader: FactReader, name: Name, t: Catalogue, step: Step) -> None:
        self._reader = reader
        self._name = cache(name)
        self._t = t
        self._step = step
        self._yes, self._no = t(N_("yes")), t(N_("no"))
        self._done = self._total = 0

    def run_headings(self) -> list[str]:
        """What stands above the columns of games."""
        return [self._t(column.heading) for column in RUN_COLUMNS]

    def puzzle_headings(self) -> list[str]:
        """What stands above the columns of puzzles."""
        own = [column.heading for column in PUZZLE_COLUMNS]
        return [self._t(heading) for heading in (*(one.heading for one in PUZZLE_RUN_COLUMNS), *own)]

    def expect(self, *, runs: bool, puzzles: bool) -> None:
        """Say what will be read, for the count of `step`."""
        sizes = self._reader.sizes()
        self._total = sizes[0] * runs + sizes[1] * puzzles
        self._step(0, self._total)

    def runs(self) -> Iterator[list[Typed]]:
        """A row a game."""
        for run in self._reader.runs():
            self._count()
            yield [self._of_run(column.kind, column.of(run), column.group) for column in RUN_COLUMNS]

    def puzzles(self) -> Iterator[list[Typed]]:
        """A row a puzzle of a game."""
        for run, puzzle in self._reader.puzzles():
            self._count()
            row = [self._of_run(one.kind, one.of(run), one.group) for one in PUZZLE_RUN_COLUMNS]
            yield [*row, *(self._told(one.kind, one.of(puzzle)) for one in PUZZLE_COLUMNS)]

    def _of_run(self, kind: Kind, value: Value, group: str) -> Typed:
        if group:
            return "text", self._name(group, str(value)) if value else ""
        return self._told(kind, value)

    def _told(self, kind: Kind, value: Value) -> Typed:
        words = words_of(kind, value, self._yes, self._no)
        return kind, self._t(words) if kind in ("outcome", "end") and isinstance(words, str) else words

    def _count(self) -> None:
        self._done += 1
        if self._done % _EVERY == 0 or self._done == self._total:
            self._step(self._done, self._total)


def runs_csv(tables: Tables, path: Path, t: Catalogue, *, overwrite: bool = False) -> None:
    """The games as a table that spreadsheets open by a double click. Raises ExportError."""
    tables.expect(runs=True, puzzles=False)
    write_csv(path, tables.run_headings(), map(_values, tables.runs()), t, overwrite=overwrite)


def puzzles_csv(tables: Tables, path: Path, t: Catalogue, *, overwrite: bool = False) -> None:
    """The puzzles of all games in the same way. Raises ExportError."""
    tables.expect(runs=False, puzzles=True)
    write_csv(path, tables.puzzle_headings(), map(_values, tables.puzzles()), t, overwrite=overwrite)


def _values(row: Iterable[Typed]) -> list[Value]:
    return [value for _kind, value in row]


def write_csv(
    path: Path, headings: Iterable[str], rows: Iterable[Iterable[Value]], t: Catalogue, *, overwrite: bool
) -> None:
    """A table: UTF-8 with its mark, semicolons, decimal mark of the language, no cell that is a formula.

    Raises ExportError.
    """
    with (
        writing_whole(path, overwrite=overwrite) as part,
        part.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([safe(heading) for heading in headings])
        writer.writerows([_cell(value, t) for value in row] for row in rows)


def _cell(value: Value, t: Catalogue) -> str:
    if isinstance(value, float):
        text = f"{value:.2f}"
        return text.replace(".", ",") if t.language == "fr" else text
    if isinstance(value, date):
        return value.isoformat()
    return safe(str(value))


def games_json(reader: FactReader, path: Path, step: Step, *, overwrite: bool = False) -> None:
    """All games with their puzzles for programs: one document, times in seconds. Raises ExportError.

    Since form 2 `people` says on which side of five a team is.
    """
    total = reader.sizes()[0]
    with writing_whole(path, overwrite=overwrite) as part, part.open("w", encoding="utf-8") as file:
        file.write(f'{{"schema": {JSON_SCHEMA}, "games": [\n')
        for number, (run, puzzles) in enumerate(_by_run(reader)):
            game = {
                **asdict(run),
                "people": size_text(run.people),
                "puzzles": [asdict(puzzle) for puzzle in puzzles],
            }
            file.write((",\n" if number else "") + json.dumps(game, ensure_ascii=False))
            if number % _EVERY == 0:
                step(number, total)
        file.write("\n]}\n")


def _by_run(reader: FactReader) -> Iterator[tuple[RunFacts, list[PuzzleFacts]]]:
    """Each game with its puzzles."""
    pairs = reader.puzzles()
    waiting = next(pairs, None)
    for run in reader.runs():
        found = []
        while waiting is not None and (waiting[0].session_id, waiting[0].team) == (run.session_id, run.team):
            found.append(waiting[1])
            waiting = next(pairs, None)
        yield run, found
