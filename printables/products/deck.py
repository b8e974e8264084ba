"""A deck: things to print, in the order in which they are cut, laid on sheets and drawn into one PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from printables.layout.bleeding import edges
from printables.layout.boxes import OWN_SHEETS, Box, Size, box_of
from printables.layout.calibration import Correction
from printables.layout.choice import Order, PaperChoice
from printables.layout.colours import INK, INK2
from printables.layout.pieces import Piece, Rule, Words
from printables.layout.sheets import Grid, behind, folios, grid_for, stacked
from printables.problems import CannotPrintError, Cause, PrintProblem
from printables.products.documents import DocumentPage
from printables.products.enlarged import Enlarged
from printables.products.item import Item
from printables.products.mask import is_film
from printables.products.two_sided import FoldOver, TwoSided
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import mm, pt

MARK_WIDTH = mm(0.2)
SHEET_TEXT = pt(7.5)
LONGEST_TITLE = 36  # characters
ABOVE_MARGIN = mm(0.5)  # base line of the sheet's line: below the frames of signs
BESIDE_CUT = mm(2.6)  # base line of the sheet's line from a cut that two things share
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Things that belong together on the print page; a section begins on a new sheet.

    `taken`: so many places of its first sheet are left empty, for a sheet of which pieces were cut already.
    `keeps_size`: its pages are never drawn smaller, not even in a booklet.
    """

    title: str
    items: Sequence[Item]
    taken: int = 0
    keeps_size: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Everything that goes into one PDF. `sheet_line` stands on every sheet, e.g. « jeu TXR9 ».

    `corrections`: the errors of the printer at hand, on fronts and on backs, which sheets are drawn to undo.
    """

    title: str
    author: str
    sections: Sequence[Section]
    sheet_line: str = ""
    choice: PaperChoice = field(default_factory=PaperChoice)
    corrections: tuple[Correction, Correction] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of a sheet of paper: its grid and what lies in its places; None is an empty place."""

    section: str
    grid: Grid
    items: tuple[Item | None, ...]
    is_back: bool = False

    @property
    def laid(self) -> Iterator[tuple[Item, Box]]:
        """What lies on this side, each thing with its place."""
        for item, place in zip(self.items, self.grid.places, strict=False):
            if item is not None:
                yield item, place


def planned_sheets(deck: Deck) -> tuple[Sheet, ...]:
    """The sides of a deck's sheets, front before back. Neighbours of equal size in a section share sheets.

    The order stays, unless the choice is to stack or to fold a booklet. Raises CannotPrintError for what is
    larger than the paper.
    """
    sheets: list[Sheet] = []
    for section in deck.sections:
        items = [as_printed(item, deck.choice) for item in section.items]
        taken = section.taken
        for (size, flows, _), group in groupby(items, key=_kind_of):
            things = list(group)
            if flows and deck.choice.order is Order.BOOKLET and not section.keeps_size:
                sheets += _booklet(section.title, things, deck.choice)
                continue
            choice = _choice_for(things[0], deck.choice)
            grid = grid_for(size, choice)
            if grid is None:
                problem = PrintProblem(things[0].title, f"{size.width} x {size.height}", Cause.TOO_LARGE)
                raise CannotPrintError((problem,))
            sheets += _sides(section.title, [*[None] * (taken % grid.count), *things], grid, choice)
            taken = 0
    return tuple(sheets)


def as_printed(item: Item, choice: PaperChoice) -> Item:
    """A thing with a back as it comes out: folded over where only one side is printed."""
    return FoldOver(card=item) if isinstance(item, TwoSided) and not choice.is_two_sided else item


def _kind_of(item: Item) -> tuple[Size, bool, bool]:
    """What may share a sheet: things of one size; pages of documents, and films, with one another."""
    return item.size, _is_page(item), is_film(item)


def _choice_for(item: Item, choice: PaperChoice) -> PaperChoice:
    """Large posters have sheets of their own, and so has a film where the paper is larger than it."""
    has_own = item.size in OWN_SHEETS or (is_film(item) and choice.paper in OWN_SHEETS)
    return replace(choice, paper=item.size) if has_own else choice


def _is_page(item: Item | None) -> bool:
    return _is_page(item.item) if isinstance(item, Enlarged) else isinstance(item, DocumentPage)


def _sides(section: str, things: list[Item | None], grid: Grid, choice: PaperChoice) -> Iterator[Sheet]:
    """Fronts, and behind each its backs where the printer prints both sides."""
    if _is_page(things[0]) and choice.is_two_sided and grid.count == 1:
        for index in range(0, len(things), 2):
            yield Sheet(section, grid, (things[index],))
            yield Sheet(section, grid, tuple(things[index + 1 : index + 2]), is_back=True)
        return
    order = things
    if choice.order is Order.STACK:
        order = [None if index is None else things[index] for index in stacked(len(things), grid.count)]
    for start in range(0, len(order), grid.count):
        fronts = tuple(order[start : start + grid.count])
        yield Sheet(section, grid, fronts)
        if choice.is_two_sided:
            backs = tuple(one.back if isinstance(one, TwoSided) else None for one in fronts)
            yield Sheet(section, behind(grid, choice.sides), backs, is_back=True)


def _booklet(section: str, pages: Sequence[Item], choice: PaperChoice) -> Iterator[Sheet]:
    """Pages two by two on lying sheets, each as large as half of the sheet allows."""
    paper = choice.paper if choice.paper.width > choice.paper.height else choice.paper.turned
    half = paper.width / 2
    size = pages[0].size
    scale = min(1.0, half / size.width, paper.height / size.height)
    width, height = size.width * scale, size.height * scale
    top = (paper.height - height) / 2
    places = (Box(half - width, top, width, height), Box(half, top, width, height))
    grid = Grid(paper, places, (), True, scale=scale)
    for number, side in enumerate(folios(pages)):
        yield Sheet(section, grid, side, is_back=number % 2 == 1)


def check_deck(deck: Deck, look: Look) -> list[PrintProblem]:
    """Everything that cannot be printed as it is, in deck order; empty when all is well."""
    return [problem for section in deck.sections for item in section.items for problem in item.problems(look)]


def write_deck(deck: Deck, look: Look, target: BinaryIO | Path, step: Step | None = None) -> int:
    """Draw the deck and return its number of pages. Raises CannotPrintError before anything is written.

    Each thing is checked before it is drawn; from the first problem on, things are only checked.
    `step(done, total)` is called after every page and may raise to stop.
    """
    sheets = planned_sheets(deck)
    canvas = Canvas(target, look, deck.title, deck.author)
    problems: list[PrintProblem] = []
    fronts, number = sum(not sheet.is_back for sheet in sheets), 0
    for index, sheet in enumerate(sheets, start=1):
        number += not sheet.is_back
        for item, _ in sheet.laid:
            problems += item.problems(look)
        if not problems:
            _draw_sheet(canvas, sheet, deck, (number, fronts))
        if step is not None:
            step(index, len(sheets))
    if problems:
        raise CannotPrintError(tuple(problems))
    canvas.save()
    return len(sheets)


def _draw_sheet(canvas: Canvas, sheet: Sheet, deck: Deck, place: tuple[int, int]) -> None:
    grid = sheet.grid
    correction = deck.corrections[sheet.is_back] if deck.corrections is not None else None
    canvas.begin_page(grid.paper, correction)
    canvas.draw(cut_marks(grid), box_of(grid.paper))
    over_the_cut = dict(zip(grid.places, edges(grid), strict=True))
    for item, box in sheet.laid:
        edge = over_the_cut[box]
        if grid.scale != 1.0:
            with canvas.scaled(box.x, box.y, grid.scale):
                item.draw(canvas, Box(box.x, box.y, item.size.width, item.size.height))
        elif grid.is_turned:
            turned = edge.turned if edge is not None else None
            with canvas.turned(box.x + box.width / 2, box.y + box.height / 2, 180), canvas.bleeding(turned):
                item.draw(canvas, box)
        else:
            with canvas.bleeding(edge):
                item.draw(canvas, box)
    if deck.sheet_line and not sheet.is_back:
        _draw_sheet_line(canvas, sheet, deck, place)
    canvas.end_page()


def cut_marks(grid: Grid) -> list[Piece]:
    return [Rule(mark.x1, mark.y1, mark.x2, mark.y2, INK, MARK_WIDTH) for mark in grid.marks]


def _short(title: str) -> str:
    """A title that leaves room for marks and folds at the foot of a sheet."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _draw_sheet_line(canvas: Canvas, sheet: Sheet, deck: Deck, place: tuple[int, int]) -> None:
    """Number and set of the sheet: at its foot, or along a cut in the free edge where things touch."""
    words = canvas.look.words.sheet.format(n=place[0], total=place[1])
    text = f"{deck.sheet_line} · {_short(sheet.section)} · {words}"
    face = canvas.faces.text.regular
    paper, margin = sheet.grid.paper, deck.choice.margin
    whole = box_of(paper)
    length = face.width(text, SHEET_TEXT)
    x, y = paper.width - margin - mm(5) - length, paper.height - margin - ABOVE_MARGIN
    lowest = max(box.bottom for box in sheet.grid.places)
    touches_foot = lowest > y - SHEET_TEXT and sheet.grid.count > 1
    across = sorted({box.y for box in sheet.grid.places if box.y > margin})
    down = sorted({box.x for box in sheet.grid.places if box.x > margin})
    if touches_foot and across:
        y = across[0] + BESIDE_CUT
    elif touches_foot and down:
        x, y = down[0] + BESIDE_CUT, margin + mm(5) + length
        with canvas.turned(x, y, -90):
            canvas.draw([Words(x, y, text, face, SHEET_TEXT, INK2)], whole)
        return
    canvas.draw([Words(x, y, text, face, SHEET_TEXT, INK2)], whole)
