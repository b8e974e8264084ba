"""A crossword on an A5 card: the grid, its clues, and the shaded cells that spell a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A5, Box, Size
from printables.layout.pieces import Bar, Piece
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.face import Room, compose_face
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

CELL = mm(9.6)
START_TYPE, SHADED_TYPE = pt(7.5), pt(9)
ANSWER = mm(10)
SHADOW = mm(1.1)
THICK = mm(0.55)  # frame of a shaded cell, where ink is saved
CLUE_TYPE = pt(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An empty cell. `start`: number of the word that begins here; `shaded`: place in the word to find."""

    row: int
    column: int
    start: int | None = None
    shaded: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswordCard(OnFace):
    """The whole card. `clues` are ready lines; `prompt` stands above the boxes of the word to find."""

    size: ClassVar[Size] = A5
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    clues: tuple[str, ...]
    prompt: str

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, A5, style, ink_saving=look.ink_saving)
        pieces = [*room.pieces, *self._grid(room, style, ink_saving=look.ink_saving)]
        laid = Laid(room.top + CELL * self.rows + mm(3))
        laid.take(
            paragraph(self.prompt, Type(CLUE_TYPE, bold=True), Place(room.x, laid.bottom, room.width), style)
        )
        laid.take(self._word(room, laid.bottom + mm(1.5), style))
        laid.bottom = laid.bottom + mm(2.5)
        for clue in self.clues:
            wide = paragraph(clue, Type(CLUE_TYPE), Place(room.x, laid.bottom, room.width), style)
            if wide.bottom > room.code_top:
                wide = paragraph(clue, Type(CLUE_TYPE), Place(room.x, laid.bottom, room.narrow), style)
            laid.take(wide)
        if laid.bottom > room.foot_top:
            laid.trouble.append((Cause.OVERFLOW, self.clues[-1]))
        if any(not (1 <= cell.row <= self.rows and 1 <= cell.column <= self.columns) for cell in self.cells):
            laid.trouble.append((Cause.WRONG_COUNT, f"{self.rows} × {self.columns}"))
        return [*pieces, *laid.pieces], [*room.trouble, *laid.trouble]

    def _grid(self, room: Room, style: Style, *, ink_saving: bool) -> list[Piece]:
        left = room.x + (room.width - CELL * self.columns) / 2
        pieces: list[Piece] = []
        for cell in self.cells if not ink_saving else ():
            box = Box(left + CELL * (cell.column - 1), room.top + CELL * (cell.row - 1), CELL, CELL)
            pieces.append(Bar(box.moved(SHADOW, SHADOW), fill=colours.LINE))
        for cell in self.cells:
            box = Box(left + CELL * (cell.column - 1), room.top + CELL * (cell.row - 1), CELL, CELL)
            fill = colours.LINE if cell.shaded is not None else colours.WHITE
            pieces.append(Bar(box, fill=fill, line=colours.INK, line_width=mm(0.45)))
            if cell.shaded is not None and ink_saving:
                pieces.append(Bar(box.inset(THICK / 2), line=colours.INK, line_width=THICK))
            if cell.start is not None:
                place = Place(box.x + mm(0.7), box.y, CELL)
                pieces += paragraph(str(cell.start), Type(START_TYPE, bold=True), place, style).pieces
            if cell.shaded is not None:
                pieces += _shaded_number(cell.shaded, box.right - mm(2.1), box.bottom - mm(2.1), style)
        return pieces

    def _word(self, room: Room, top: Mm, style: Style) -> Laid:
        shaded = sorted(cell.shaded for cell in self.cells if cell.shaded is not None)
        left = room.x + (room.width - ANSWER * len(shaded)) / 2
        laid = Laid(top + ANSWER)
        for index, number in enumerate(shaded):
            box = Box(left + ANSWER * index, top, ANSWER, ANSWER)
            laid.pieces.append(Bar(box, fill=colours.LINE, line=colours.INK))
            laid.pieces += _shaded_number(number, box.right - mm(2.1), box.bottom - mm(2.1), style)
        return laid


def _shaded_number(number: int, x: Mm, y: Mm, style: Style) -> list[Piece]:
    """The number of a shaded cell, white in a dark disc, so that nobody takes it for a word's start."""
    radius = mm(1.8)
    box = Box(x - radius, y - radius, radius * 2, radius * 2)
    face = style.faces.letters
    kind = Type(START_TYPE, colour=colours.WHITE, align=Align.CENTRE)
    return [
        Bar(box, fill=colours.INK, radius=radius),
        one_line(str(number), face, kind, x, y + START_TYPE * face.capital / 2),
    ]
