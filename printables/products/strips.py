"""A note of fixed columns, printed whole with the lines along which it is cut into strips."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.drawing import Pad, torn
from printables.products.drawings import bin_with_strips, scissors
from printables.products.lines import Place, Style, Type, one_line, paragraph
from printables.products.sheet import (
    Composition,
    Part,
    ruler,
    sheet_room,
)
from printables.render.look import Look
from printables.units import Mm, mm, pt

STRIP = mm(15.8)
HEIGHT = mm(120)
TOP = mm(62)
FIRST_LINE, LINE = mm(17), mm(12.4)
TYPE = pt(20)
FOOT_TYPE, FOOT_UP = pt(18), mm(13)
SMALL = pt(7.5)
TICK = mm(5)
TORN_BEYOND = 5.0  # millimetres from the note to where its paper seems torn
BIN = Box(mm(139), mm(197), mm(36), mm(43))


@dataclass(frozen=True, slots=True, kw_only=True)
class StripsSheet(OnFace):
    """The note on an A4 sheet: `lines` of exactly `columns` characters, a letter at the foot of each strip.

    `how` says how to cut; the sheet's code stands outside the note.
    """

    size: ClassVar[Size] = A4
    lines: tuple[str, ...]
    foot_letters: str
    columns: int
    how: str
    how_size: Mm = pt(12)

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        parts, trouble, room = sheet_room(self.face, look)
        how = paragraph(self.how, Type(self.how_size), Place(room.x, room.top, room.width), style)
        trouble += how.trouble
        if how.bottom > TOP - TICK:
            trouble.append((Cause.OVERFLOW, self.how))
        parts += how.pieces
        count = len(self.foot_letters)
        width = STRIP * count
        left = (A4.width - width) / 2
        bottom = TOP + HEIGHT
        parts += _scrap(Box(left, TOP, width, HEIGHT), ink_saving=look.ink_saving)
        parts.append(
            Bar(Box(left, TOP, width, HEIGHT), fill=colours.WHITE, line=colours.INK, line_width=mm(0.2))
        )
        parts.append(Rule(left, bottom, left + width, TOP, colours.EDGE, mm(0.25)))
        for index in range(1, count):
            x = left + STRIP * index
            parts.append(Rule(x, TOP - TICK, x, bottom + TICK, colours.EDGE, mm(0.2), dashed=True))
        parts += self._letters(left, width, style)
        for index, letter in enumerate(self.foot_letters):
            parts += self._foot(letter, left + STRIP * (index + 0.5), bottom, style)
        parts += scissors(left + STRIP - mm(3.1), TOP - TICK - mm(2), mm(6.2))
        parts += bin_with_strips(BIN, ink_saving=look.ink_saving)
        parts += ruler(room.x, bottom + mm(22), look)
        uneven = [line for line in self.lines if len(line) != self.columns]
        if uneven or not self.foot_letters or self.columns % len(self.foot_letters):
            trouble.append((Cause.WRONG_COUNT, (uneven or [self.foot_letters])[0]))
        return parts, trouble

    def _letters(self, left: Mm, width: Mm, style: Style) -> list[Part]:
        """Each character centred in its own column, so that a cut never crosses one."""
        column = width / self.columns
        face, kind = style.faces.mono.bold, Type(TYPE, align=Align.CENTRE)
        parts: list[Part] = []
        for row, line in enumerate(self.lines):
            base = TOP + FIRST_LINE + LINE * row
            for index, character in enumerate(line):
                if character not in (" ", "\u00a0"):
                    middle = left + column * (index + 0.5)
                    parts.append(one_line(character, face, kind, middle, base))
        return parts

    def _foot(self, letter: str, middle: Mm, bottom: Mm, style: Style) -> list[Part]:
        base = bottom - FOOT_UP
        small = style.faces.text.regular
        quiet = Type(SMALL, colour=colours.INK2, align=Align.CENTRE)
        return [
            one_line(letter, style.faces.text.bold, replace(quiet, size=FOOT_TYPE), middle, base),
            one_line(self.face.card_id, small, quiet, middle, base + mm(5)),
            one_line(self.face.set_id, small, quiet, middle, base + mm(8.6)),
        ]


def _scrap(note: Box, *, ink_saving: bool) -> list[Part]:
    """The torn paper around the note, all of it outside the cut."""
    pad = Pad(note.x, note.y, ink_saving=ink_saving)
    wide, high = note.width / mm(1), note.height / mm(1)
    beyond = TORN_BEYOND
    across = wide + beyond  # the sheet is too narrow for more than half of it at each side
    above = tuple((x - beyond / 2, -beyond + y) for x, y in torn(across, 1.5, seed=3))
    below = tuple((x - beyond / 2, high + beyond + y) for x, y in torn(across, 1.5, seed=8))
    right = tuple((wide + beyond / 2 + y * 0.5, x - beyond) for x, y in torn(high + beyond * 2, 1.2, seed=5))
    left = tuple((-beyond / 2 + y * 0.5, x - beyond) for x, y in torn(high + beyond * 2, 1.2, seed=11))
    pad.area((*above, *right, *reversed(below), *reversed(left)), colours.CREAM, line=colours.LINE)
    return [*pad.pieces]
