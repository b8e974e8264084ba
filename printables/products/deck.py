"""A deck: things to print, in the order in which they are cut, laid on sheets and drawn into one PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Protocol

from printables.layout.boxes import A4, OWN_SHEETS, UNPRINTABLE, Box, Size, box_of
from printables.layout.colours import INK, INK2
from printables.layout.pieces import Piece, Rule, Words
from printables.layout.sheets import Grid, grid_for
from printables.problems import CannotPrintError, Cause, PrintProblem
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import mm, pt

MARK_WIDTH = mm(0.2)
SHEET_TEXT = pt(7.5)
BESIDE_CUT = mm(2.6)  # base line of the sheet's line from a cut that two things share
Step = Callable[[int, int], None]


class Item(Protocol):
    """Anything that can be printed: it has a title and a size, knows its problems, draws itself in a box."""

    @property
    def title(self) -> str: ...

    @property
    def size(self) -> Size: ...

    def problems(self, look: Look) -> list[PrintProblem]: ...

    def draw(self, canvas: Canvas, box: Box) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Things that belong together on the print page; a section begins on a new sheet."""

    title: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Everything that goes into one PDF. `sheet_line` stands on every sheet, e.g. « jeu TXR9 »."""

    title: str
    author: str
    sections: Sequence[Section]
    sheet_line: str = ""
    paper: Size = A4


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper: its grid and what lies in its places, in order."""

    section: str
    grid: Grid
    items: tuple[Item, ...]


def planned_sheets(deck: Deck) -> tuple[Sheet, ...]:
    """The sheets of a deck. Neighbours of equal size in a section share sheets; the order stays."""
    sheets: list[Sheet] = []
    for section in deck.sections:
        for size, group in groupby(section.items, key=_size_of):
            grid = grid_for(size, size if size in OWN_SHEETS else deck.paper)
            items = tuple(group)
            if grid is None:
                problem = PrintProblem(items[0].title, f"{size.width} x {size.height}", Cause.TOO_LARGE)
                raise CannotPrintError((problem,))
            for start in range(0, len(items), grid.count):
                sheets.append(Sheet(section.title, grid, items[start : start + grid.count]))
    return tuple(sheets)


def _size_of(item: Item) -> Size:
    return item.size


def check_deck(deck: Deck, look: Look) -> list[PrintProblem]:
    """Everything that cannot be printed as it is, in deck order; empty when all is well."""
    return [problem for section in deck.sections for item in section.items for problem in item.problems(look)]


def write_deck(deck: Deck, look: Look, target: BinaryIO | Path, step: Step | None = None) -> int:
    """Draw the deck and return its number of sheets. Raises CannotPrintError before anything is written.

    Each thing is checked before it is drawn; from the first problem on, things are only checked.
    `step(done, total)` is called after every sheet and may raise to stop.
    """
    sheets = planned_sheets(deck)
    canvas = Canvas(target, look, deck.title, deck.author)
    problems: list[PrintProblem] = []
    for index, sheet in enumerate(sheets, start=1):
        for item in sheet.items:
            problems += item.problems(look)
        if not problems:
            _draw_sheet(canvas, sheet, deck.sheet_line, (index, len(sheets)))
        if step is not None:
            step(index, len(sheets))
    if problems:
        raise CannotPrintError(tuple(problems))
    canvas.save()
    return len(sheets)


def _draw_sheet(canvas: Canvas, sheet: Sheet, line: str, place: tuple[int, int]) -> None:
    canvas.begin_page(sheet.grid.paper)
    canvas.draw(cut_marks(sheet.grid), box_of(sheet.grid.paper))
    for item, box in zip(sheet.items, sheet.grid.places, strict=False):
        item.draw(canvas, box)
    if line:
        _draw_sheet_line(canvas, sheet, line, place)
    canvas.end_page()


def cut_marks(grid: Grid) -> list[Piece]:
    return [Rule(mark.x1, mark.y1, mark.x2, mark.y2, INK, MARK_WIDTH) for mark in grid.marks]


def _draw_sheet_line(canvas: Canvas, sheet: Sheet, line: str, place: tuple[int, int]) -> None:
    """Number and set of the sheet: at its foot, or along a cut in the free edge where things touch."""
    words = canvas.look.words.sheet.format(n=place[0], total=place[1])
    text = f"{line} · {sheet.section} · {words}"
    face = canvas.faces.text.regular
    paper = sheet.grid.paper
    whole = box_of(paper)
    length = face.width(text, SHEET_TEXT)
    x, y = paper.width - UNPRINTABLE - mm(5) - length, paper.height - UNPRINTABLE - mm(1.2)
    lowest = max(box.bottom for box in sheet.grid.places)
    touches_foot = lowest > y - SHEET_TEXT and sheet.grid.count > 1
    across = sorted({box.y for box in sheet.grid.places if box.y > UNPRINTABLE})
    down = sorted({box.x for box in sheet.grid.places if box.x > UNPRINTABLE})
    if touches_foot and across:
        y = across[0] + BESIDE_CUT
    elif touches_foot and down:
        x, y = down[0] + BESIDE_CUT, UNPRINTABLE + mm(5) + length
        with canvas.turned(x, y, -90):
            canvas.draw([Words(x, y, text, face, SHEET_TEXT, INK2)], whole)
        return
    canvas.draw([Words(x, y, text, face, SHEET_TEXT, INK2)], whole)
