"""Print-outs of logs on perforated paper: on every such card the same rows lie at the same heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.layout.text import Line, wrapped
from printables.problems import Cause
from printables.products.face import Room
from printables.products.lines import Laid, Place, Style, Type, one_line
from printables.units import Mm, mm, pt

HEAD_BASE = mm(35)  # of the heading, from the card's upper edge: the same on all cards, whatever their titles
COLUMNS_BASE = mm(42)
FIRST_ROW, PITCH = mm(44.4), mm(7.4)
EDGE_STRIP = mm(10.4)  # with the holes that drive the paper
HOLE, HOLE_MIDDLE = mm(1.15), mm(7)
GAP = mm(2.6)
TYPE, HEADING = pt(12), pt(13)
SOLID = 0.96  # of the size of type, between the two lines of a row that needs two
BAND = "#E3F1E8"
MOST_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A log: each column as wide as its widest entry needs, the last one takes what is left.

    A row has its height whatever stands in it, so that rows of two logs lie line by line.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        card_width = room.x * 2 + room.width
        left, right = EDGE_STRIP + mm(1.6), card_width - EDGE_STRIP - mm(1.6)
        bottom = FIRST_ROW + PITCH * len(self.rows)
        mono = style.faces.mono
        places = self._places(left, right, style)
        doubled = [any(len(lines) > 1 for lines in self._lines(row, places, style)) for row in self.rows]
        laid = Laid(bottom, _paper(card_width, bottom, doubled, ink_saving=ink_saving))
        if room.top > HEAD_BASE - HEADING:
            laid.trouble.append((Cause.OVERFLOW, self.heading))
        laid.pieces.append(one_line(self.heading, mono.bold, Type(HEADING, bold=True), left, HEAD_BASE))
        for label, place in zip(self.columns, places, strict=True):
            laid.pieces.append(one_line(label, mono.bold, Type(TYPE), place.x, COLUMNS_BASE))
            if mono.bold.width(label, TYPE) > place.width + mm(0.01):
                laid.trouble.append((Cause.WIDE_WORD, label))
        for number, row in enumerate(self.rows):
            for cell, place in zip(row, places, strict=True):
                self._cell(laid, cell, Place(place.x, row_middle(number), place.width), style)
        return laid

    def _places(self, left: Mm, right: Mm, style: Style) -> tuple[Place, ...]:
        mono = style.faces.mono
        places = []
        for index, label in enumerate(self.columns):
            widest = max(mono.regular.ems(row[index]) for row in self.rows) if self.rows else 0.0
            width = TYPE * max(widest, mono.bold.ems(label))
            last = index == len(self.columns) - 1
            places.append(Place(left, mm(0), right - left if last else width))
            left = left + width + GAP
        return tuple(places)

    def _lines(
        self, row: tuple[str, ...], places: tuple[Place, ...], style: Style
    ) -> Iterator[tuple[Line, ...]]:
        for cell, place in zip(row, places, strict=True):
            yield wrapped(cell, style.faces.mono, False, place.width / TYPE)

    def _cell(self, laid: Laid, cell: str, place: Place, style: Style) -> None:
        """Words about the middle of their row; on two lines where one does not hold them."""
        mono = style.faces.mono
        lines = wrapped(cell, mono, False, place.width / TYPE)
        if len(lines) > MOST_LINES:
            laid.trouble.append((Cause.OVERFLOW, cell))
        step = TYPE * SOLID
        base = place.y + TYPE * mono.regular.capital / 2 - step * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            if line.ems * TYPE > place.width + mm(0.01):
                laid.trouble.append((Cause.WIDE_WORD, cell))
            text = " ".join(run.text for run in line.runs)
            laid.pieces.append(one_line(text, mono.regular, Type(TYPE), place.x, base + step * number))


def row_middle(number: int) -> Mm:
    """The middle of a row, counted from 0, from the card's upper edge."""
    return FIRST_ROW + PITCH * (number + 0.5)


def _paper(width: Mm, bottom: Mm, doubled: Sequence[bool], *, ink_saving: bool) -> list[Piece]:
    """Bands and holes: the holes stand at the middle of every second row.

    Where ink is saved lines part the rows, but none that would cut into the words of a row of two lines.
    """
    inner, rows = width - EDGE_STRIP * 2, len(doubled)
    pieces: list[Piece] = []
    for number in range(rows):
        top = FIRST_ROW + PITCH * number
        if number % 2 == 0 and not ink_saving:
            pieces.append(Bar(Box(EDGE_STRIP, top, inner, PITCH), fill=BAND))
        if ink_saving and not any(doubled[max(number - 1, 0) : number + 1]):
            pieces.append(Rule(EDGE_STRIP, top, width - EDGE_STRIP, top, colours.LINE, mm(0.2)))
    above = HEAD_BASE - mm(7)
    for x in (EDGE_STRIP, width - EDGE_STRIP):
        pieces.append(Rule(x, above, x, bottom, colours.EDGE, mm(0.2), dashed=True))
    pieces.append(Rule(EDGE_STRIP, bottom, width - EDGE_STRIP, bottom, colours.EDGE, mm(0.3)))
    rule = FIRST_ROW - mm(0.8)
    pieces.append(Rule(EDGE_STRIP, rule, width - EDGE_STRIP, rule, colours.INK2, mm(0.3)))
    for number in range(0, rows, 2):
        for x in (HOLE_MIDDLE, width - HOLE_MIDDLE):
            box = Box(x - HOLE, row_middle(number) - HOLE, HOLE * 2, HOLE * 2)
            pieces.append(Bar(box, line=colours.EDGE, line_width=mm(0.2), radius=HOLE))
    return pieces
