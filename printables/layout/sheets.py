"""Place equal things on sheets, with their cut marks. Pure: no drawing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from printables.layout.boxes import A4, UNPRINTABLE, Box, Size
from printables.units import Mm, mm

MARK = mm(3)
GUTTER = mm(6)
WORTH_IT = 1.5  # a sheet is turned, or its things touch, only when it then holds half as many again


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point to another."""

    x1: Mm
    y1: Mm
    x2: Mm
    y2: Mm


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of equal things on one sheet, row by row, and the marks to cut them by."""

    paper: Size
    places: tuple[Box, ...]
    marks: tuple[Stroke, ...]
    shares_cuts: bool  # neighbours touch: one cut parts two things

    @property
    def count(self) -> int:
        return len(self.places)


def grid_for(size: Size, paper: Size = A4) -> Grid | None:
    """The grid that holds most things of `size`; None when not even one fits on the paper."""
    upright, turned = _grid(size, paper), _grid(size, paper.turned)
    if upright is None or (turned and turned.count >= upright.count * WORTH_IT):
        return turned
    return upright


def _grid(size: Size, paper: Size) -> Grid | None:
    if size == paper:
        return Grid(paper, (Box(mm(0), mm(0), paper.width, paper.height),), (), True)
    apart = _spread(size, paper, UNPRINTABLE + MARK, GUTTER)
    touching = _spread(size, paper, mm(0), mm(0))
    crowded = touching[0] * touching[1] >= apart[0] * apart[1] * WORTH_IT
    columns, rows = touching if crowded else apart
    if not columns * rows:
        return None
    gutter = mm(0) if crowded else GUTTER
    x = _starts(size.width, columns, gutter, paper.width)
    y = _starts(size.height, rows, gutter, paper.height)
    places = tuple(Box(left, top, size.width, size.height) for top in y for left in x)
    marks = _marks_apart(size, x, y) if gutter > mm(0) else _marks_touching(size, paper, x, y)
    return Grid(paper, places, marks, shares_cuts=gutter == mm(0))


def _spread(size: Size, paper: Size, margin: Mm, gutter: Mm) -> tuple[int, int]:
    """How many columns and rows of `size` fit."""
    return (
        int((paper.width - margin * 2 + gutter + mm(0.001)) / (size.width + gutter)),
        int((paper.height - margin * 2 + gutter + mm(0.001)) / (size.height + gutter)),
    )


def _starts(length: Mm, count: int, gutter: Mm, whole: Mm) -> tuple[Mm, ...]:
    used = length * count + gutter * (count - 1)
    first = (whole - used) / 2
    return tuple(first + (length + gutter) * index for index in range(count))


def _marks_apart(size: Size, lefts: tuple[Mm, ...], tops: tuple[Mm, ...]) -> tuple[Stroke, ...]:
    """Ticks at the outer ends of every cut line, outside all things."""
    xs = [edge for left in lefts for edge in (left, left + size.width)]
    ys = [edge for top in tops for edge in (top, top + size.height)]
    above, below = ys[0] - MARK, ys[-1] + MARK
    before, after = xs[0] - MARK, xs[-1] + MARK
    marks = []
    for x in xs:
        marks += [Stroke(x, above, x, ys[0]), Stroke(x, ys[-1], x, below)]
        marks += [Stroke(x, bottom, x, top) for bottom, top in pairwise(ys) if top - bottom == GUTTER]
    for y in ys:
        marks += [Stroke(before, y, xs[0], y), Stroke(xs[-1], y, after, y)]
        marks += [Stroke(right, y, left, y) for right, left in pairwise(xs) if left - right == GUTTER]
    return tuple(marks)


def _marks_touching(
    size: Size, paper: Size, lefts: tuple[Mm, ...], tops: tuple[Mm, ...]
) -> tuple[Stroke, ...]:
    """Ticks on the shared cut lines: at the sheet's edges and, as crosses, where two lines meet."""
    xs = _cuts(lefts, size.width, paper.width)
    ys = _cuts(tops, size.height, paper.height)
    marks = []
    for x in xs:
        for y in (UNPRINTABLE + MARK / 2, paper.height - UNPRINTABLE - MARK / 2, *ys):
            marks.append(Stroke(x, y - MARK / 2, x, y + MARK / 2))
    for y in ys:
        for x in (UNPRINTABLE + MARK / 2, paper.width - UNPRINTABLE - MARK / 2, *xs):
            marks.append(Stroke(x - MARK / 2, y, x + MARK / 2, y))
    return tuple(marks)


def _cuts(starts: tuple[Mm, ...], length: Mm, whole: Mm) -> list[Mm]:
    """Where to cut: between neighbours, and at the outer edges that a printer can reach."""
    edges = [*starts, starts[-1] + length]
    return [edge for edge in edges if UNPRINTABLE < edge < whole - UNPRINTABLE]
