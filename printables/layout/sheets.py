"""Place equal things on sheets, with their cut marks, and their backs behind them. Pure: no drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from printables.layout.boxes import Box, Size
from printables.layout.choice import PaperChoice, Sides
from printables.units import ZERO, Mm, mm

MARK = mm(3)
GUTTER = mm(6)
WORTH_IT = 1.5  # a sheet is turned, or its things touch, only when it then holds half as many again
LEAST_SCALE = 0.9  # a whole page may shrink by so much to fit another paper
SLACK = mm(0.001)
AUTOMATIC = PaperChoice()

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point to another."""

    x1: Mm
    y1: Mm
    x2: Mm
    y2: Mm


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of equal things on one sheet, row by row, and the marks to cut them by.

    Things are drawn at `scale` (1 but for a whole page on a smaller paper), `is_turned` ones upside down.
    """

    paper: Size
    places: tuple[Box, ...]
    marks: tuple[Stroke, ...]
    shares_cuts: bool  # neighbours touch: one cut parts two things
    scale: float = 1.0
    is_turned: bool = False
    bleed: Mm = ZERO  # how far grounds reach over the cut

    @property
    def count(self) -> int:
        return len(self.places)


def grid_for(size: Size, choice: PaperChoice = AUTOMATIC) -> Grid | None:
    """The grid that holds as many things of `size` as chosen, or most; None when not even one fits.

    A thing as large as the paper fills it. A whole page that is a little too large for the paper is
    drawn smaller, never below nine tenths. Gap and bleed are left out where nothing would fit with them.
    """
    paper = choice.paper
    if choice.n_up and size not in (paper, paper.turned):
        counted = _counted(size, paper, choice) or _counted(size, paper.turned, choice)
        if counted is not None:
            return counted
    upright, turned = _grid(size, paper, choice), _grid(size, paper.turned, choice)
    if turned and (upright is None or turned.count >= upright.count * WORTH_IT):
        return turned
    grid = upright or _shrunk(size, paper) or _shrunk(size, paper.turned)
    plain = replace(choice, gap=None, bleed=ZERO)
    return grid if grid is not None or plain == choice else grid_for(size, plain)


def behind(grid: Grid, sides: Sides) -> Grid:
    """The places of the backs on the other side of a sheet, each behind its front; without marks.

    Where the sheet is turned about a lying edge, backs are drawn upside down, so that each thing, once cut,
    turns like the page of a book.
    """
    width, height = grid.paper.width, grid.paper.height
    stands = height >= width
    about_standing_edge = stands == (sides is Sides.LONG)
    if about_standing_edge:
        places = [replace(box, x=width - box.right) for box in grid.places]
    else:
        places = [replace(box, y=height - box.bottom) for box in grid.places]
    return replace(grid, places=tuple(places), marks=(), is_turned=not about_standing_edge)


def stacked(count: int, places: int) -> list[int | None]:
    """Which of `count` things lies where, sheet by sheet, so that the piles, cut and laid together, read on.

    Every place of every sheet is named; None is an empty one.
    """
    sheets = -(-count // places)
    order = [place * sheets + sheet for sheet in range(sheets) for place in range(places)]
    return [index if index < count else None for index in order]


def folios(pages: Sequence[_Thing]) -> list[tuple[_Thing | None, _Thing | None]]:
    """Left and right page of each side of a booklet's sheets, front then back; None is an empty page."""
    total = -(-len(pages) // 4) * 4
    padded = [*pages, *[None] * (total - len(pages))]
    sides: list[tuple[_Thing | None, _Thing | None]] = []
    for sheet in range(total // 4):
        first, last = sheet * 2, total - 1 - sheet * 2
        sides += [(padded[last], padded[first]), (padded[first + 1], padded[last - 1])]
    return sides


def _grid(size: Size, paper: Size, choice: PaperChoice) -> Grid | None:
    if size == paper:
        return Grid(paper, (Box(ZERO, ZERO, paper.width, paper.height),), (), True)
    gap = GUTTER if choice.gap is None else choice.gap
    apart = _spread(size, paper, choice.margin + MARK + choice.bleed, gap)
    touching = _spread(size, paper, ZERO, ZERO)
    may_touch = choice.gap is None and choice.bleed == ZERO
    crowded = may_touch and touching[0] * touching[1] >= apart[0] * apart[1] * WORTH_IT
    columns, rows = touching if crowded else apart
    return _placed(size, paper, (columns, rows), ZERO if crowded else gap, choice) if columns * rows else None


def _counted(size: Size, paper: Size, choice: PaperChoice) -> Grid | None:
    """As many things as chosen, in the first arrangement that fits."""
    gap = GUTTER if choice.gap is None else choice.gap
    gaps = (gap, ZERO) if choice.gap is None and choice.bleed == ZERO else (gap,)
    for between in gaps:
        edge = choice.margin + MARK + choice.bleed if between > ZERO or choice.bleed > ZERO else ZERO
        room = _spread(size, paper, edge, between)
        for columns in (2, 1, 3, 4, 8, 9):
            rows = choice.n_up // columns
            if columns * rows == choice.n_up and columns <= room[0] and rows <= room[1]:
                return _placed(size, paper, (columns, rows), between, choice)
    return None


def _placed(size: Size, paper: Size, counts: tuple[int, int], gap: Mm, choice: PaperChoice) -> Grid:
    x = _starts(size.width, counts[0], gap, paper.width)
    y = _starts(size.height, counts[1], gap, paper.height)
    places = tuple(Box(left, top, size.width, size.height) for top in y for left in x)
    is_apart = gap > ZERO or choice.bleed > ZERO
    marks = _marks_apart(size, x, y, choice) if is_apart else _marks_touching(size, paper, (x, y), choice)
    return Grid(paper, places, marks, shares_cuts=gap == ZERO, bleed=choice.bleed)


def _shrunk(size: Size, paper: Size) -> Grid | None:
    scale = min(paper.width / size.width, paper.height / size.height)
    if not LEAST_SCALE <= scale < 1:
        return None
    width, height = size.width * scale, size.height * scale
    place = Box((paper.width - width) / 2, (paper.height - height) / 2, width, height)
    return Grid(paper, (place,), (), True, scale=scale)


def _spread(size: Size, paper: Size, margin: Mm, gutter: Mm) -> tuple[int, int]:
    """How many columns and rows of `size` fit."""
    return (
        int((paper.width - margin * 2 + gutter + SLACK) / (size.width + gutter)),
        int((paper.height - margin * 2 + gutter + SLACK) / (size.height + gutter)),
    )


def _starts(length: Mm, count: int, gutter: Mm, whole: Mm) -> tuple[Mm, ...]:
    used = length * count + gutter * (count - 1)
    first = (whole - used) / 2
    return tuple(first + (length + gutter) * index for index in range(count))


def _marks_apart(
    size: Size, lefts: tuple[Mm, ...], tops: tuple[Mm, ...], choice: PaperChoice
) -> tuple[Stroke, ...]:
    """Ticks at the outer ends of every cut line, outside all things and outside what bleeds over the cut."""
    bleed = choice.bleed
    xs = [edge for left in lefts for edge in (left, left + size.width)]
    ys = [edge for top in tops for edge in (top, top + size.height)]
    marks = []
    for x in xs:
        marks.append(Stroke(x, ys[0] - bleed - MARK, x, ys[0] - bleed))
        marks.append(Stroke(x, ys[-1] + bleed, x, ys[-1] + bleed + MARK))
        marks += [Stroke(x, low + bleed, x, high - bleed) for low, high in _gaps(ys, bleed)]
    for y in ys:
        marks.append(Stroke(xs[0] - bleed - MARK, y, xs[0] - bleed, y))
        marks.append(Stroke(xs[-1] + bleed, y, xs[-1] + bleed + MARK, y))
        marks += [Stroke(low + bleed, y, high - bleed, y) for low, high in _gaps(xs, bleed)]
    return tuple(dict.fromkeys(marks))


def _gaps(edges: list[Mm], bleed: Mm) -> list[tuple[Mm, Mm]]:
    """The gaps between things that leave room for a mark between two bleeds."""
    gaps = [(low, high) for place, (low, high) in enumerate(pairwise(edges)) if place % 2]
    return [(low, high) for low, high in gaps if high - low > bleed * 2 + mm(1)]


def _marks_touching(
    size: Size, paper: Size, starts: tuple[tuple[Mm, ...], tuple[Mm, ...]], choice: PaperChoice
) -> tuple[Stroke, ...]:
    """Ticks on the shared cut lines: at the sheet's edges and, as crosses, where two lines meet."""
    margin = choice.margin
    xs = _cuts(starts[0], size.width, paper.width, margin)
    ys = _cuts(starts[1], size.height, paper.height, margin)
    marks = []
    for x in xs:
        for y in (margin + MARK / 2, paper.height - margin - MARK / 2, *ys):
            marks.append(Stroke(x, y - MARK / 2, x, y + MARK / 2))
    for y in ys:
        for x in (margin + MARK / 2, paper.width - margin - MARK / 2, *xs):
            marks.append(Stroke(x - MARK / 2, y, x + MARK / 2, y))
    return tuple(marks)


def _cuts(starts: tuple[Mm, ...], length: Mm, whole: Mm, margin: Mm) -> list[Mm]:
    """Where to cut: between neighbours, and at the outer edges that a printer can reach."""
    edges = [*starts, starts[-1] + length]
    return [edge for edge in edges if margin < edge < whole - margin]
