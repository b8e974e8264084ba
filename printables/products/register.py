"""A register page: ruled, filled in by hand with three pens, clipped to a board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.drawing import Pad, arc, noise
from printables.products.drawings import pencil
from printables.products.face import A4_MEASURES, SYMBOL, code_pieces
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph, set_lines
from printables.products.sheet import Circle, Composition, Part, Trouble, Turned
from printables.render.look import Look
from printables.units import Mm, mm, pt

LEFT = mm(12)
CLIP = mm(16)  # kept free for the clip of the board
TABLE_TOP = mm(52)
HEAD_ROW, ROW = mm(9.5), mm(11.2)
HAND_SIZES = (pt(15), pt(14), pt(13))
CELL = mm(1.9)
PENS = (("#1B2A6B", False), ("#16202C", True), ("#3B1F63", False))  # colour, and whether it writes bold
PEN_ORDER = (0, 1, 2, 0, 2, 1, 0, 2, 0, 1, 2, 1, 0, 2)  # no pen marks a line out
WANDER, LEAN = mm(0.35), 0.45  # how far an entry may leave its line, and its slope in degrees
ENTRY_RIGHT = mm(0.7)
RULED = "#9DB2C6"
HOLE_APART, HOLE_DOWN, HOLE_RADIUS = mm(80), mm(9.5), mm(3)  # as a two-hole punch makes them
STAMP = Box(mm(130), mm(22), mm(66), mm(10))
STAMP_SIZES = (pt(12), pt(11), pt(10))
STAMP_TURN = 3.0
PENCIL_GREY = "#6A6F76"
CUP_X, CUP_Y, CUP_RADIUS = mm(166), mm(263), mm(15)
CUP_STAIN = "#E5DCD6"
FOOT_TOP = mm(248)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterColumn:
    """A column: its printed heading and its share of the width."""

    label: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage(OnFace):
    """One A4 page. `place` stands above the heading, `day` below it; `notes` are printed under the table."""

    size: ClassVar[Size] = A4
    place: str
    heading: str
    day: str
    columns: tuple[RegisterColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    pencil: str = ""  # a note in pencil
    stamp: str = ""

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        width = A4.width - LEFT * 2
        laid = paragraph(self.place, Type(pt(11), colour=colours.INK2), Place(LEFT, CLIP, width), style)
        laid.take(
            paragraph(self.heading, Type(pt(24), bold=True), Place(LEFT, laid.bottom - mm(0.5), width), style)
        )
        laid.take(paragraph(self.day, Type(pt(14)), Place(LEFT, laid.bottom - mm(1), width), style))
        parts: list[Part] = [*_holes(), *laid.pieces]
        trouble: Trouble = [*laid.trouble]
        if self.stamp:
            parts.append(_stamp(self.stamp, style, trouble))
        if self.pencil:
            parts += _note(self.pencil, style, trouble, ink_saving=look.ink_saving)
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
        if any(len(row) != len(self.columns) for row in self.rows):
            trouble.append((Cause.WRONG_COUNT, self.heading))
        self._foot(parts, style)
        parts += _cup_ring()
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
            top = TABLE_TOP + HEAD_ROW + ROW * number + mm(1.6)
            for index, (text, left, right) in enumerate(zip(row, edges, edges[1:], strict=False)):
                room = Place(left + CELL, top, right - left - CELL)
                parts.append(_entry(text, room, (number, index), (hand, style), trouble))
        return bottom

    def _hand_size(self, style: Style, edges: list[Mm]) -> Mm:
        """The largest size at which every entry stays on one line; the smallest when none does."""
        for size in HAND_SIZES:
            rooms = [right - left - CELL - ENTRY_RIGHT for left, right in zip(edges, edges[1:], strict=False)]
            if all(
                style.faces.hand.of(_pen(number)[1]).width(text, size) <= room
                for number, row in enumerate(self.rows)
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
        lines = f"**{self.face.title}**\n{self.face.identity}\n{self.face.fiction}"
        place = Place(text_left, base + mm(5), CUP_X - CUP_RADIUS - mm(3) - text_left)
        parts += paragraph(lines, Type(A4_MEASURES.foot * 1.25, colour=colours.INK2), place, style).pieces


def _pen(number: int) -> tuple[str, bool]:
    """The pen of a line: whoever came used the one that lay there."""
    return PENS[PEN_ORDER[number % len(PEN_ORDER)]]


def _entry(text: str, room: Place, at: tuple[int, int], hand: tuple[Mm, Style], trouble: Trouble) -> Turned:
    """One entry, a little beside its line and a little aslant, as a hand writes."""
    size, style = hand
    colour, bold = _pen(at[0])
    chance = at[0] * 31 + at[1] * 17
    across = ENTRY_RIGHT * (noise(chance) + 1) / 2 if at[1] else mm(0)
    place = Place(room.x + across, room.y + WANDER * noise(chance + 5), room.width - across)
    part = set_lines(text, style.faces.hand, Type(size, bold=bold, colour=colour), place)
    trouble += part.trouble
    if part.bottom > room.y + ROW:
        trouble.append((Cause.OVERFLOW, text))
    return Turned(place.x + room.width / 2, place.y + size, LEAN * noise(chance + 9), tuple(part.pieces))


def _holes() -> list[Part]:
    """Two punched holes under the clip."""
    middle = A4.width / 2
    return [
        Circle(middle + HOLE_APART / 2 * side, HOLE_DOWN, HOLE_RADIUS, line=colours.EDGE, line_width=mm(0.2))
        for side in (-1, 1)
    ]


def _stamp(words: str, style: Style, trouble: Trouble) -> Turned:
    """A rubber stamp, a little aslant."""
    face, room = style.faces.text.bold, STAMP.width - mm(4)
    size = next((one for one in STAMP_SIZES if face.width(words, one) <= room), STAMP_SIZES[-1])
    if face.width(words, size) > room:
        trouble.append((Cause.WIDE_WORD, words))
    middle = STAMP.x + STAMP.width / 2
    base = STAMP.y + (STAMP.height + size * face.capital) / 2
    kind = Type(size, colour=colours.DANGER, align=Align.CENTRE)
    frame = Bar(STAMP, line=colours.DANGER, line_width=mm(0.5), radius=mm(1.6))
    return Turned(
        middle, STAMP.y + STAMP.height / 2, STAMP_TURN, (frame, one_line(words, face, kind, middle, base))
    )


def _note(words: str, style: Style, trouble: Trouble, *, ink_saving: bool) -> list[Part]:
    """A note in pencil beside a pencil, above the table."""
    kind = Type(pt(13), colour=PENCIL_GREY)
    place = Place(mm(138), TABLE_TOP - mm(11), mm(56))
    note: Laid = set_lines(words, style.faces.hand, kind, place)
    trouble += note.trouble
    if note.bottom > TABLE_TOP:
        trouble.append((Cause.OVERFLOW, words))
    stick = pencil(Box(place.x - mm(22), TABLE_TOP - mm(9.2), mm(19), mm(2.3)), ink_saving=ink_saving)
    return [
        Turned(place.x, TABLE_TOP - mm(6), -4.0, tuple(stick)),
        Turned(place.x, note.bottom, -1.2, tuple(note.pieces)),
    ]


def _cup_ring() -> list[Part]:
    """The ring that a cup left, where nothing is written."""
    pad = Pad(CUP_X, CUP_Y)
    radius = CUP_RADIUS / mm(1)
    for start, end, width in ((0.03, 0.46, 1.7), (0.47, 0.72, 1.1), (0.735, 1.01, 1.5)):
        pad.ribbon(arc(0, 0, (radius - 1, radius - 1), (start, end), 30), CUP_STAIN, width)
    pad.disc(radius * 0.98, radius * 0.62, 0.8, CUP_STAIN)
    pad.disc(-radius * 1.06, -radius * 0.4, 0.5, CUP_STAIN)
    return [*pad.pieces]
