"""A board with named columns of slots that cards are laid in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Piece
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.face import compose_face
from printables.products.lines import Laid, Place, Style, Type, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

GAP = mm(5)
HEAD = mm(15)
LETTER = mm(14)
PADDING = mm(2.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """A column: its name and how many cards it takes."""

    name: str
    slots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SortingBoard(OnFace):
    """What to do, and the columns; each slot has a box to write a letter in."""

    size: ClassVar[Size] = A4.turned
    how: str
    columns: tuple[BoardColumn, ...]

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, self.size, style, ink_saving=look.ink_saving)
        laid = paragraph(self.how, Type(pt(16), bold=True), Place(room.x, room.top, room.width), style)
        top = laid.bottom + mm(3)
        width = (room.width - GAP * (len(self.columns) - 1)) / len(self.columns)
        height = room.code_top - mm(2) - top
        for number, column in enumerate(self.columns):
            box = Box(room.x + (width + GAP) * number, top, width, height)
            part = _column(column, box, style, ink_saving=look.ink_saving)
            laid.pieces += part.pieces
            laid.trouble += part.trouble
        return [*room.pieces, *laid.pieces], [*room.trouble, *laid.trouble]


def _column(column: BoardColumn, box: Box, style: Style, *, ink_saving: bool) -> Laid:
    ground, lettering = (None, colours.INK) if ink_saving else (colours.INK, colours.WHITE)
    head = Box(box.x, box.y, box.width, HEAD)
    kind = Type(pt(14), bold=True, colour=lettering, align=Align.CENTRE)
    inner = Place(box.x + PADDING, box.y, box.width - PADDING * 2)
    probe = paragraph(column.name, kind, inner, style)
    down = box.y + (HEAD - (probe.bottom - box.y)) / 2
    laid = paragraph(column.name, kind, Place(inner.x, down, inner.width), style)
    if laid.bottom > head.bottom:
        laid.trouble.append((Cause.OVERFLOW, column.name))
    slots = Box(box.x, head.bottom + PADDING, box.width, box.height - HEAD - PADDING)
    laid.pieces[:0] = [Bar(head, fill=ground, line=colours.INK, radius=mm(2)), *_slots(column.slots, slots)]
    return laid


def _slots(count: int, box: Box) -> list[Piece]:
    height: Mm = (box.height - PADDING * (count - 1)) / count
    pieces: list[Piece] = []
    for number in range(count):
        slot = Box(box.x, box.y + (height + PADDING) * number, box.width, height)
        letter = Box(slot.right - LETTER - PADDING, slot.bottom - LETTER - PADDING, LETTER, LETTER)
        pieces += [
            Bar(slot, line=colours.INK2, line_width=mm(0.4), radius=mm(2.5), dashed=True),
            Bar(letter, fill=colours.WHITE, line=colours.INK, line_width=mm(0.5), radius=mm(1)),
        ]
    return pieces
