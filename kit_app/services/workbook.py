"""Games, puzzles and their sums as one XLSX file, with a first sheet that says what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kit_app.i18n import N_, Catalogue
from kit_app.services.export import writing_whole
from kit_app.services.leading_rows import LeadingRow, leading_parts
from kit_app.services.result_words import of_kept
from kit_app.services.spreadsheets import Tables, Typed
from kit_app.views.exports import Contents
from kit_app.views.statistics import PeopleTable, PuzzleLine

MOST_ROWS = 1_000_000
"""A sheet holds 1,048,576 rows; what is more goes into another one."""
_WIDTHS = {"day": 12, "text": 22, "outcome": 14, "end": 18, "yes-no": 10, "whole": 11, "minutes": 11}
_MINUTE_S = 60
_WHOLE = re.compile(r"\d{1,3}([,\u00a0]\d{3})*")


def write_workbook(
    tables: Tables, contents: Contents, path: Path, t: Catalogue, *, overwrite: bool = False
) -> None:
    """Write the file whole or not at all; no cell is ever a formula or a link. Raises ExportError."""
    from xlsxwriter import Workbook  # only here: it is loaded when somebody wants such a file
    from xlsxwriter.exceptions import FileCreateError

    tables.expect(runs=True, puzzles=True)
    with writing_whole(path, overwrite=overwrite) as part:
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        book = Workbook(str(part), {"constant_memory": True, **plain})
        try:
            _fill(book, tables, contents, t)
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            _let_go(book)


def _let_go(book: Any) -> None:
    """What an interrupted one leaves: rows in files of their own, and the wish to be written after all."""
    if book.fileclosed:
        return
    book.fileclosed = True
    for sheet in book.worksheets():
        sheet.row_data_fh.close()
        Path(sheet.row_data_filename).unlink(missing_ok=True)


def _fill(book: Any, tables: Tables, contents: Contents, t: Catalogue) -> None:
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "bold": book.add_format({"bold": True, "valign": "top"}),
        "minutes": book.add_format({"num_format": "0.00"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    book.set_properties({"title": t(N_("Results of the games")), "comments": ""})
    _about(book.add_worksheet(t(N_("Read me"))), contents, looks, t)
    _sums(book.add_worksheet(t(N_("Sums"))), contents, looks, t)
    _sheets(book, t(N_("Games")), tables.run_headings(), tables.runs(), looks)
    _sheets(book, t(N_("Puzzles")), tables.puzzle_headings(), tables.puzzles(), looks)


def _about(sheet: Any, contents: Contents, looks: dict[str, Any], t: Catalogue) -> None:
    """What is in this file, in sentences."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, t(N_("Results of the games")), looks["title"])
    people = "< 5" if contents.people is None else str(contents.people)
    lines = (
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
    for row, (name, words) in enumerate(lines, start=2):
        sheet.write_string(row, 0, name, looks["bold"])
        sheet.write_string(row, 1, words, looks["wrap"])


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
    row = 0
    for name, table in (
        (t(N_("Year")), contents.years),
        (t(N_("Audience")), contents.audiences),
        (t(N_("Service")), contents.services),
    ):
        heads = (name, t(N_("Sessions")), t(N_("People")))
        row = _block(
            sheet,
            row,
            heads,
            [(one.name, one.sessions, one.total if one.people is None else one.people) for one in table.rows],
            looks,
        )
    row = _block(sheet, row, (t(N_("Year")), *contents.crossed.columns), _crossed(contents.crossed), looks)
    puzzle_heads = (
        *(t(N_("Puzzle")), t(N_("Teams")), t(N_("Solved")), t(N_("Given up"))),
        *(t(N_("Median, minutes")), t(N_("80 % within, minutes")), t(N_("Target, minutes"))),
        *(t(N_("Hint 1")), t(N_("Hint 2")), t(N_("Hint 3"))),
    )
    row = _block(sheet, row, puzzle_heads, [_puzzle(line) for line in contents.puzzles], looks)
    for learnt in contents.learning:
        learnt_heads = (
            *(learnt.title, t(N_("Before")), t(N_("After"))),
            *(t(N_("Change in points (95 %)")), t(N_("People"))),
        )
        lines = [(one.theme, one.before, one.after, one.change, one.people) for one in learnt.lines]
        row = _block(sheet, row, learnt_heads, lines, looks)
    for part in leading_parts(contents.leading, t) if contents.leading else ():
        row = _block(
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


def _crossed(table: PeopleTable) -> list[tuple[str, ...]]:
    return [(row.name, *row.cells) for row in table.rows]


def _puzzle(line: PuzzleLine) -> tuple[str | int | float, ...]:
    one = line.count
    name, target = f"{one.puzzle} {one.title}", one.target_s / _MINUTE_S
    if one.is_few:
        return (name, "< 5", *("–",) * 4, target, *("–",) * 3)
    median = "–" if one.median_s is None else one.median_s / _MINUTE_S
    eighty = "–" if one.p80_s is None else one.p80_s / _MINUTE_S
    return (name, one.met, one.solved + one.forced, one.left, median, eighty, target, *one.hints)


def _block(
    sheet: Any,
    row: int,
    heads: Sequence[str],
    rows: Iterable[Sequence[str | int | float]],
    looks: dict[str, Any],
) -> int:
    """A small table from `row` on; the row of the next one. Texts that are whole numbers become numbers."""
    for column, head in enumerate(heads):
        sheet.write_string(row, column, head, looks["head"])
    for values in rows:
        row += 1
        for column, value in enumerate(values):
            if isinstance(value, str) and column and _WHOLE.fullmatch(value):
                sheet.write_number(row, column, int("".join(filter(str.isdecimal, value))))
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write_number(
                    row, column, float(value), looks["minutes"] if isinstance(value, float) else None
                )
    return row + 2


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
