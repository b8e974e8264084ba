"""One XLSX file, written whole or not at all: a first sheet of sentences, sheets of small tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from kit_app.services.export import writing_whole

_WHOLE = re.compile(r"\d{1,3}([,\u00a0]\d{3})*")


class Book(NamedTuple):
    """A file that is being written, of xlsxwriter, and its formats by name."""

    file: Any
    looks: dict[str, Any]


@contextmanager
def writing_book(path: Path, title: str, *, overwrite: bool = False) -> Iterator[Book]:
    """A file to fill within a block; no cell is ever a formula or a link. Raises ExportError."""
    from xlsxwriter import Workbook  # only here: it is loaded when somebody wants such a file
    from xlsxwriter.exceptions import FileCreateError

    with writing_whole(path, overwrite=overwrite) as part:
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        file = Workbook(str(part), {"constant_memory": True, **plain})
        try:
            file.set_properties({"title": title, "comments": ""})
            yield Book(file, _looks(file))
            file.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            _let_go(file)


def _looks(file: Any) -> dict[str, Any]:
    return {
        "head": file.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "title": file.add_format({"bold": True, "font_size": 16}),
        "wrap": file.add_format({"text_wrap": True, "valign": "top"}),
        "bold": file.add_format({"bold": True, "valign": "top"}),
        "minutes": file.add_format({"num_format": "0.00"}),
        "day": file.add_format({"num_format": "yyyy-mm-dd"}),
    }


def _let_go(file: Any) -> None:
    """What an interrupted one leaves: rows in files of their own, and the wish to be written after all."""
    if file.fileclosed:
        return
    file.fileclosed = True
    for sheet in file.worksheets():
        sheet.row_data_fh.close()
        Path(sheet.row_data_filename).unlink(missing_ok=True)


def write_about(book: Book, name: str, title: str, lines: Iterable[tuple[str, str]]) -> None:
    """A sheet that says what is in this file, in sentences."""
    sheet = book.file.add_worksheet(name)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, title, book.looks["title"])
    for row, (topic, words) in enumerate(lines, start=2):
        sheet.write_string(row, 0, topic, book.looks["bold"])
        sheet.write_string(row, 1, words, book.looks["wrap"])


def write_block(
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
