"""A register page: ruled, filled in by hand with three pens, clipped to a board."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import A4, UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Rule
from printables.problems import Cause, PrintProblem
from printables.products.face import A4_MEASURES, SYMBOL, CardFace, code_pieces
from printables.products.lines import Place, Style, Type, paragraph, set_lines
from printables.products.sheet import Part, Trouble, draw_parts, parts_problems
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import Mm, mm, pt

LEFT = mm(12)
CLIP = mm(16)  # kept free for the clip of the board
TABLE_TOP = mm(52)
HEAD_ROW, ROW = mm(9.5), mm(11.2)
HAND_SIZES = (pt(15), pt(14), pt(13))
CELL = mm(1.9)
PENS = ("#1B2A6B", "#16202C", "#3B1F63")
RULED = "#9DB2C6"
FOOT_TOP = mm(248)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterColumn:
    """A column: its printed heading and its share of the width."""

    label: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One A4 page. `place` stands above the heading, `day` below it; `notes` are printed under the table."""

    face: CardFace
    place: str
    heading: str
    day: str
    columns: tuple[RegisterColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    pencil: str = ""

    @property
    def title(self) -> str:
        return self.face.where

    @property
    def size(self) -> Size:
        return A4

    def problems(self, look: Look) -> list[PrintProblem]:
        parts, trouble = self._composed(look)
        found = parts_problems(self.face, parts, trouble)
        if any(len(row) != len(self.columns) for row in self.rows):
            found.append(PrintProblem(self.face.where, self.heading, Cause.WRONG_COUNT))
        return found

    def draw(self, canvas: Canvas, box: Box) -> None:
        parts, _ = self._composed(canvas.look)
        draw_parts(canvas, parts, box)

    def _composed(self, look: Look) -> tuple[list[Part], Trouble]:
        style = Style(look.faces)
        width = A4.width - LEFT * 2
        laid = paragraph(self.place, Type(pt(11), colour=colours.INK2), Place(LEFT, CLIP, width), style)
        laid.take(
            paragraph(self.heading, Type(pt(24), bold=True), Place(LEFT, laid.bottom - mm(0.5), width), style)
        )
        laid.take(paragraph(self.day, Type(pt(14)), Place(LEFT, laid.bottom - mm(1), width), style))
        parts: list[Part] = [*laid.pieces]
        trouble: Trouble = [*laid.trouble]
        bottom = self._table(parts, trouble, width, style, ink_saving=look.ink_saving)
        for note in self.notes:
            part = paragraph(
                note, Type(pt(11), colour=colours.INK2), Place(LEFT, bottom + mm(2.5), width), style
            )
            parts += part.pieces
            trouble += part.trouble
            bottom = part.bottom
        if bottom > FOOT_TOP - mm(2):
            trouble.append((Cause.OVERFLOW, self.heading))
        self._foot(parts, style)
        return parts, trouble

    def _table(self, parts: list[Part], trouble: Trouble, width: Mm, style: Style, *, ink_saving: bool) -> Mm:
        whole = sum(column.share for column in self.columns)
        edges = [LEFT]
        for column in self.columns:
            edges.append(edges[-1] + width * (column.share / whole))
        bottom = TABLE_TOP + HEAD_ROW + ROW * len(self.rows)
        if not ink_saving:
            parts.append(Bar(Box(LEFT, TABLE_TOP, width, HEAD_ROW), fill=colours.INFO_TINT))
        for index in range(len(self.rows) + 2):
            y = TABLE_TOP if index == 0 else TABLE_TOP + HEAD_ROW + ROW * (index - 1)
            parts.append(Rule(LEFT, y, LEFT + width, y, RULED, mm(0.25)))
        parts += [Rule(x, TABLE_TOP, x, bottom, RULED, mm(0.25)) for x in edges]
        for column, left, right in zip(self.columns, edges, edges[1:], strict=False):
            place = Place(left + CELL, TABLE_TOP + mm(1.7), right - left - CELL)
            part = paragraph(column.label, Type(pt(11.5), bold=True), place, style)
            parts += part.pieces
            trouble += part.trouble
        hand = self._hand_size(style, edges)
        for number, row in enumerate(self.rows):
            pen = PENS[(number * number + number // 2) % len(PENS)]
            top = TABLE_TOP + HEAD_ROW + ROW * number + mm(1.6)
            for text, left, right in zip(row, edges, edges[1:], strict=False):
                place = Place(left + CELL, top, right - left - CELL)
                part = set_lines(text, style.faces.hand, Type(hand, colour=pen), place)
                parts += part.pieces
                trouble += part.trouble
                if part.bottom > top + ROW:
                    trouble.append((Cause.OVERFLOW, text))
        return bottom

    def _hand_size(self, style: Style, edges: list[Mm]) -> Mm:
        """The largest size at which every entry stays on one line; the smallest when none does."""
        face = style.faces.hand.regular
        for size in HAND_SIZES:
            rooms = [right - left - CELL for left, right in zip(edges, edges[1:], strict=False)]
            if all(
                face.width(text, size) <= room
                for row in self.rows
                for text, room in zip(row, rooms, strict=False)
            ):
                return size
        return HAND_SIZES[-1]

    def _foot(self, parts: list[Part], style: Style) -> None:
        base = A4.height - UNPRINTABLE - mm(38)
        text_left = LEFT
        if self.face.code is not None:
            parts += code_pieces(self.face.code, LEFT + mm(4.8), base, SYMBOL, style.faces)
            text_left = LEFT + SYMBOL + mm(12)
        lines = "\n".join(
            filter(None, (f"**{self.face.title}**", self.face.identity, self.pencil, self.face.fiction))
        )
        place = Place(text_left, base + mm(5), A4.width - LEFT - text_left)
        parts += paragraph(lines, Type(A4_MEASURES.foot * 1.25, colour=colours.INK2), place, style).pieces
