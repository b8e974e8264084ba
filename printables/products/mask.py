"""A lettered plan and the mask that is laid over it, both of true size so that windows meet cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.drawings import scissors
from printables.products.floor_plan import floor_plan
from printables.products.lines import Place, Style, Type, one_line, paragraph
from printables.products.sheet import (
    Composition,
    Trouble,
    Turned,
    ruler,
    sheet_room,
)
from printables.render.look import Look
from printables.render.tones import Tone
from printables.units import Mm, mm, pt

CELL, WINDOW, BORDER = mm(16), mm(15), mm(12)
TOP = mm(72)
TYPE, EDGE_TYPE = pt(24), pt(16)
MARK = mm(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet(OnFace):
    """The plan: `rows` of single characters, as many rows as columns; `how` stands above."""

    size: ClassVar[Size] = A4
    rows: tuple[str, ...]
    how: str
    how_size: Mm = pt(12)

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        parts, trouble, room = sheet_room(self.face, look)
        how = paragraph(self.how, Type(self.how_size), Place(room.x, room.top, room.width), style)
        parts += how.pieces
        trouble += [*how.trouble, *_crowding(how.bottom, self.how)]
        side = CELL * len(self.rows)
        left = (A4.width - side) / 2
        if look.tone is not Tone.CONTRAST:  # black walls would cross the letters
            parts += floor_plan(Box(left, TOP, side, side), ink_saving=look.ink_saving)
        face = style.faces.letters
        for row, line in enumerate(self.rows):
            for column, character in enumerate(line):
                cell = Box(left + CELL * column, TOP + CELL * row, CELL, CELL)
                base = cell.y + (CELL + TYPE * face.capital) / 2
                parts.append(Bar(cell, line=colours.LINE, line_width=mm(0.2)))
                parts.append(
                    one_line(character, face, Type(TYPE, align=Align.CENTRE), cell.x + CELL / 2, base)
                )
        parts += corner_marks(Box(left, TOP, side, side).inset(-BORDER))
        parts += ruler(room.x, TOP + side + BORDER + mm(12), look)
        if any(len(row) != len(self.rows) for row in self.rows):
            trouble.append((Cause.WRONG_COUNT, " ".join(self.rows)))
        return parts, trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskSheet(OnFace):
    """The mask to cut out: `windows` are (row, column) from 1 with the first of `edges` at the top.

    `edges` are the codes of the four edges clockwise from the top; each is upright when its edge is on top.
    """

    size: ClassVar[Size] = A4
    cells: int
    windows: tuple[tuple[int, int], ...]
    edges: tuple[str, str, str, str]
    how: str
    how_size: Mm = pt(12)
    film: bool = False  # for a transparency: black, with clear windows and nothing to cut out

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        parts, trouble, room = sheet_room(self.face, look, with_code=False)
        how = paragraph(self.how, Type(self.how_size), Place(room.x, room.top, room.width), style)
        parts += how.pieces
        trouble += [*how.trouble, *_crowding(how.bottom, self.how)]
        side = CELL * self.cells
        left = (A4.width - side) / 2
        outline = Box(left, TOP, side, side).inset(-BORDER)
        parts += corner_marks(outline)
        fill = colours.INK if self.film else colours.WHITE if look.ink_saving else colours.GREY_TINT
        parts.append(Bar(outline, fill=fill, line=colours.INK, line_width=mm(0.35)))
        gap = (CELL - WINDOW) / 2
        for row, column in self.windows:
            window = Box(left + CELL * (column - 1) + gap, TOP + CELL * (row - 1) + gap, WINDOW, WINDOW)
            parts.append(
                Bar(window, fill=colours.WHITE, line=colours.INK, line_width=mm(0.35), dashed=not self.film)
            )
        if not self.film:
            parts += scissors(outline.x - mm(2), outline.y - mm(3.4), mm(6.2))
        middle_x, middle_y = left + side / 2, TOP + side / 2
        lettering = colours.WHITE if self.film else colours.INK
        kind = Type(EDGE_TYPE, colour=lettering, align=Align.CENTRE)
        for turn, code in enumerate(self.edges):
            word = one_line(code, style.faces.mono.bold, kind, middle_x, TOP - mm(3.6))
            parts.append(Turned(middle_x, middle_y, 90.0 * turn, (word,)))
        identity = f"{self.face.card_id} · {self.face.set_label}"
        quiet = Type(pt(7.5), colour=colours.WHITE if self.film else colours.INK2)
        corner = outline.x + mm(3)
        parts.append(one_line(identity, style.faces.text.regular, quiet, corner, outline.bottom - mm(2)))
        parts += ruler(room.x, outline.bottom + mm(12), look)
        if any(not 1 <= place <= self.cells for window in self.windows for place in window):
            trouble.append((Cause.WRONG_COUNT, str(self.windows)))
        return parts, trouble


def is_film(item: object) -> bool:
    """Whether `item` is drawn for a transparency, which is a sheet of its own."""
    return isinstance(item, MaskSheet) and item.film


def _crowding(bottom: Mm, how: str) -> Trouble:
    """Words above the square that reach down to its corner marks."""
    return [(Cause.OVERFLOW, how)] if bottom > TOP - BORDER - MARK else []


def corner_marks(box: Box) -> list[Piece]:
    """Crosses where the corners of the mask come to lie."""
    marks: list[Piece] = []
    for x in (box.x, box.right):
        for y in (box.y, box.bottom):
            marks.append(Rule(x - MARK, y, x + MARK, y, colours.INK2, mm(0.25)))
            marks.append(Rule(x, y - MARK, x, y + MARK, colours.INK2, mm(0.25)))
    return marks
