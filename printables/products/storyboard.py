"""Storyboards: a short film on one sheet, frame by frame, with its seconds and what is seen and said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import Composed
from printables.products.doodles import clapper
from printables.products.face import Shown
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

MARGIN = mm(15)
COLUMNS, ROWS = 3, 2
GAP = mm(7)
TITLE, LENGTH = pt(26), pt(16)
FIRST_ROW = mm(35)
ROW = mm(81)
FLATNESS = 9 / 16
TIME, TEXT, FOOT = pt(11), pt(12.5), pt(8)
STRIP = mm(6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One frame: « 0–5 s », what happens, and its picture."""

    time: str
    text: str
    picture: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard(Composed):
    """A film of up to six frames. `length` is how long it lasts, e.g. « 35 s »."""

    size: ClassVar[Size] = A4.turned
    title: str
    length: str
    frames: tuple[Frame, ...]
    foot: str

    def _composed(self, look: Look) -> Composition:
        style, size = Style(look.faces), self.size
        right, inner = size.width - MARGIN, size.width - MARGIN * 2
        base = mm(24)
        laid = Laid(base)
        slogan = look.faces.slogan
        length = Type(LENGTH, colour=colours.INK2, align=Align.RIGHT)
        if slogan.width(self.title, TITLE) > inner - mm(30):
            laid.trouble.append((Cause.WIDE_WORD, self.title))
        foot = Type(FOOT, colour=colours.INK2)
        laid.pieces += [
            one_line(self.title, slogan, Type(TITLE), MARGIN, base),
            one_line(self.length, style.faces.text.bold, length, right, base),
            Bar(Box(MARGIN, base + mm(3.4), inner, mm(1.2)), fill=colours.INK),
            one_line(self.foot, style.faces.text.regular, foot, MARGIN, size.height - UNPRINTABLE - mm(5)),
        ]
        if len(self.frames) > COLUMNS * ROWS:
            laid.trouble.append((Cause.WRONG_COUNT, self.title))
        width = (inner - GAP * (COLUMNS - 1)) / COLUMNS
        for index, frame in enumerate(self.frames[: COLUMNS * ROWS]):
            left = MARGIN + (width + GAP) * (index % COLUMNS)
            top = FIRST_ROW + ROW * (index // COLUMNS)
            laid.take(_frame(frame, Box(left, top, width, ROW - mm(4)), style, look))
        for index in range(len(self.frames), COLUMNS * ROWS):
            left = MARGIN + (width + GAP) * (index % COLUMNS)
            top = FIRST_ROW + ROW * (index // COLUMNS)
            laid.pieces += _free(Box(left, top, width, ROW - mm(4)), look, is_first=index == len(self.frames))
        return laid.pieces, laid.trouble


def _frame(frame: Frame, box: Box, style: Style, look: Look) -> Laid:
    """The picture over a strip with its seconds; below it what happens, and lines to write more on."""
    board = Box(box.x, box.y, box.width, box.width * FLATNESS)
    strip = Box(box.x, board.bottom, box.width, STRIP)
    fill, letters = (None, colours.INK) if look.ink_saving else (colours.INK, colours.WHITE)
    bold = style.faces.text.bold
    base = strip.y + strip.height / 2 + TIME * bold.capital / 2
    pieces: list[Piece] = [frame.picture.at(board)] if frame.picture else []
    pieces += [
        Bar(board, line=colours.INK, line_width=mm(0.4)),
        Bar(strip, fill=fill, line=colours.INK, line_width=mm(0.4)),
        one_line(frame.time, bold, Type(TIME, colour=letters), strip.x + mm(2.4), base),
    ]
    laid = paragraph(frame.text, Type(TEXT), Place(box.x, strip.bottom + mm(1.2), box.width), style)
    if laid.bottom > box.bottom:
        laid.trouble.append((Cause.OVERFLOW, frame.text))
    laid.pieces[:0] = pieces
    laid.pieces += _empty_lines(laid.bottom + mm(6.5), box)
    return laid


def _free(box: Box, look: Look, *, is_first: bool) -> list[Piece]:
    """A place for a frame of one's own: an empty board, the first with a clapper, and lines."""
    board = Box(box.x, box.y, box.width, box.width * FLATNESS + STRIP)
    pieces: list[Piece] = [Bar(board, line=colours.EDGE, line_width=mm(0.4), dashed=True)]
    if is_first:
        wide = mm(34)
        middle = board.x + board.width / 2
        place = Box(middle - wide / 2, board.y + (board.height - wide * 0.82) / 2, wide, wide * 0.82)
        pieces += clapper(place, ink_saving=look.ink_saving)
    return [*pieces, *_empty_lines(board.bottom + mm(8), box)]


def _empty_lines(first: Mm, box: Box) -> list[Piece]:
    """Lines for notes down to the end of the frame's place."""
    lines: list[Piece] = []
    while first < box.bottom:
        lines.append(Rule(box.x, first, box.right, first, colours.LINE))
        first = first + mm(7)
    return lines
