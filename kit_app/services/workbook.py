"""Games, puzzles and their sums as one XLSX file, with a first sheet that says what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kit_app.i18n import N_, Catalogue
from kit_app.services.book import write_about, write_block, writing_book
from kit_app.services.leading_rows import LeadingRow, leading_parts
from kit_app.services.result_words import of_kept
from kit_app.services.spreadsheets import Tables, Typed
from kit_app.services.sum_blocks import learnt_block, people_blocks, puzzle_heads, puzzle_values
from kit_app.views.exports import Contents
from kit_app.views.statistics import PeopleTables

MOST_ROWS = 1_000_000
"""A sheet holds 1,048,576 rows; what is more goes into another one."""
_WIDTHS = {"day": 12, "text": 22, "outcome": 14, "end": 18, "yes-no": 10, "whole": 11, "minutes": 11}
_MINUTE_S = 60


def write_workbook(
    tables: Tables, contents: Contents, path: Path, t: Catalogue, *, overwrite: bool = False
) -> None:
    """Write the file whole or not at all; no cell is ever a formula or a link. Raises ExportError."""
    tables.expect(runs=True, puzzles=True)
    with writing_book(path, t(N_("Results of the games")), overwrite=overwrite) as book:
        write_about(book, t(N_("Read me")), t(N_("Results of the games")), _about(contents, t))
        _sums(book.file.add_worksheet(t(N_("Sums"))), contents, book.looks, t)
        _sheets(book.file, t(N_("Games")), tables.run_headings(), tables.runs(), book.looks)
        _sheets(book.file, t(N_("Puzzles")), tables.puzzle_headings(), tables.puzzles(), book.looks)


def _about(contents: Contents, t: Catalogue) -> tuple[tuple[str, str], ...]:
    """What is in this file, in sentences."""
    people = "< 5" if contents.people is None else str(contents.people)
    return (
        (t(N_("Facility")), contents.facility),
        (t(N_("Made on")), contents.made_on),
        *contents.chosen,
        (t(N_("Sessions")), str(contents.sessions)),
        (t(N_("Games")), str(contents.games)),
        *(((t(N_("Puzzles and leading")), kept),) if (kept := of_kept(contents.overview, t)) else ()),
        (t(N_("People")), people),
        (t(N_("Sheet “{name}”"), name=t(N_("Sums"))), t(_SUMS)),
        (t(N_("Sheet “{name}”"), name=t(N_("Games"))), t(_GAMES)),
        (t(N_("Sheet “{name}”"), name=t(N_("Puzzles"))), t(_PUZZLES)),
        (t(N_("People in this file")), t(_NOBODY)),
    )


_SUMS = N_(
    "People reached by year, audience and service, difficulty of the puzzles, how games were led. Under five"
    " people a number is hidden (< 5), and others (–) where the first could be worked out."
)
_GAMES = N_(
    "One row a game of a team. Times are minutes; “trial” marks games that the program played itself."
)
_PUZZLES = N_("One row a puzzle of a game, with the minutes it took and the hints it needed.")
_NOBODY = N_(
    "Nobody's name is in it. The sheets of games and puzzles are of single teams: of their people they only"
    " say whether they were under five. Before you pass them on, think of teams that others could recognise."
)


def _sums(sheet: Any, contents: Contents, looks: dict[str, Any], t: Catalogue) -> None:
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 12, 13)
    people = PeopleTables(
        years=contents.years,
        audiences=contents.audiences,
        crossed=contents.crossed,
        services=contents.services,
    )
    row = people_blocks(sheet, 0, people, t(N_("Service")), looks, t)
    row = write_block(sheet, row, puzzle_heads(t), map(puzzle_values, contents.puzzles), looks)
    for learnt in contents.learning:
        row = learnt_block(sheet, row, learnt, looks, t)
    for part in leading_parts(contents.leading, t) if contents.leading else ():
        row = write_block(
            sheet,
            row,
            (part.title, t(N_("In all")), t(N_("A game"))),
            [_led(one, t) for one in part.rows],
            looks,
        )


def _led(row: LeadingRow, t: Catalogue) -> tuple[str | int | float, ...]:
    if row.is_time:
        return t(N_("{name}, minutes"), name=row.name), row.total / _MINUTE_S, row.mean / _MINUTE_S
    return row.name, row.total, row.mean


def _sheets(
    book: Any, name: str, heads: Sequence[str], rows: Iterable[Sequence[Typed]], looks: dict[str, Any]
) -> None:
    """The rows on a sheet, and on further ones where it is full."""
    sheet, number, at = None, 0, 0
    for row in rows:
        if sheet is None or at == MOST_ROWS:
            number, at = number + 1, 0
            sheet = _headed(book, name if number == 1 else f"{name} {number}", heads, row, looks)
        at += 1
        for column, typed in enumerate(row):
            _write(sheet, at, column, typed, looks)
    if sheet is None:
        sheet = _headed(book, name, heads, (), looks)
    sheet.autofilter(0, 0, at, len(heads) - 1)


def _headed(book: Any, name: str, heads: Sequence[str], row: Sequence[Typed], looks: dict[str, Any]) -> Any:
    sheet = book.add_worksheet(name)
    for column, (kind, _value) in enumerate(row):
        sheet.set_column(column, column, _WIDTHS[kind])
    sheet.freeze_panes(1, 0)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, looks["head"])
    return sheet


def _write(sheet: Any, row: int, column: int, typed: Typed, looks: dict[str, Any]) -> None:
    kind, value = typed
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, looks["day"])
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value, looks["minutes"] if kind == "minutes" else None)
