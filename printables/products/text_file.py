"""A print-out of a small text file: the editor's bar with its name, lines kept exactly, a turned corner."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.drawing import Pad
from printables.products.face import Room
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.units import mm, pt

BAR = mm(11)
LINE_TYPES = (pt(15), pt(14), pt(13), pt(12))
SPACING = 1.7
NOTE = pt(12)
CORNER = 9.0  # millimetres
NOTE_ROOM, RULED = mm(16), mm(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """The file: its `name`, an `opening` sentence, `lines` kept exactly; a `note` stands under the sheet."""

    name: str
    opening: str
    lines: tuple[str, ...]
    note: str

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        inner = Place(room.x + mm(5), room.top + BAR + mm(5), room.width - mm(10))
        laid = paragraph(self.opening, Type(pt(14)), inner, style)
        laid.bottom = laid.bottom + mm(4)
        face = style.faces.mono.regular
        widest = max((face.ems(line) for line in self.lines), default=0.0)
        size = next((one for one in LINE_TYPES if one * widest <= inner.width), LINE_TYPES[-1])
        if size * widest > inner.width:
            laid.trouble.append((Cause.WIDE_WORD, self.lines[0]))
        for line in self.lines:
            base = laid.bottom + size * SPACING * 0.7
            laid.pieces.append(one_line(line, face, Type(size), inner.x, base))
            laid.bottom = laid.bottom + size * SPACING
        written = laid.bottom + mm(4)
        lowest = max(laid.bottom + mm(10), room.code_top - NOTE_ROOM)
        frame = Box(room.x, room.top, room.width, lowest - room.top)
        while written < frame.bottom - mm(12):
            laid.pieces.append(Rule(inner.x, written, inner.x + inner.width, written, colours.LINE, mm(0.2)))
            written = written + RULED
        laid.pieces[:0] = self._sheet(frame, style, ink_saving=ink_saving)
        below = Place(inner.x, frame.bottom + mm(3), inner.width)
        laid.take(paragraph(self.note, Type(NOTE, colour=colours.INK2), below, style))
        return laid

    def _sheet(self, frame: Box, style: Style, *, ink_saving: bool) -> list[Piece]:
        """The sheet with its turned corner, the bar with the file's name."""
        wide, high = frame.width / mm(1), frame.height / mm(1)
        pad = Pad(frame.x, frame.y, ink_saving=ink_saving)
        pad.area(
            ((0, 0), (wide, 0), (wide, high - CORNER), (wide - CORNER, high), (0, high)),
            colours.OFF_WHITE, line=colours.EDGE,
        )  # fmt: skip
        pad.area(
            ((wide, high - CORNER), (wide - CORNER, high - CORNER), (wide - CORNER, high)),
            colours.LINE, line=colours.EDGE,
        )  # fmt: skip
        pad.bar((0, 0, wide, BAR / mm(1)), colours.INFO_TINT, line=colours.EDGE)
        pad.area(((5, 2.6), (9, 2.6), (11, 4.6), (11, 8.6), (5, 8.6)), colours.WHITE, line=colours.INK2)
        for y in (5.4, 6.4, 7.4):
            pad.stroke(((6.2, y), (9.8, y)), colours.INK2, 0.25)
        face = style.faces.mono.bold
        base = frame.y + (BAR + NOTE * face.capital) / 2
        name: Piece = one_line(self.name, face, Type(NOTE), frame.x + mm(14), base)
        edge: list[Piece] = [
            Bar(Box(frame.right - mm(16) + mm(5) * index, frame.y + mm(4.2), mm(2.6), mm(2.6)),
                line=colours.INK2, line_width=mm(0.3), radius=mm(1.3))
            for index in range(3)
        ]  # fmt: skip
        under = frame.y + BAR
        return [*pad.pieces, Rule(frame.x, under, frame.right, under, colours.EDGE, mm(0.3)), name, *edge]
