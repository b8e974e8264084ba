"""Papers that lie about: stickers, a till slip, a menu, a form, a recipe card, a typed memo."""

from __future__ import annotations

from dataclasses import dataclass, replace

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule, Words
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.doodles import fruit_bowl, greeked, holiday
from printables.products.drawing import Pad, arc, torn
from printables.products.drawings import carrot, paper_clip, plate
from printables.products.face import Room
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph, set_lines
from printables.units import Mm, mm, pt

PAPER = colours.OFF_WHITE
PEN = "#1B2A6B"
BEFORE_CODE = mm(3)  # a paper that fills its room ends this far above the code
STICKER_HEIGHT, STICKER_GAP, STICKER_NUMBER = mm(28.5), mm(2), mm(11)
MAIN = pt(16)
SLIP_WIDTH, SLIP_PADDING = mm(76), mm(6)
RULED_PITCH = mm(9)
TITLES = tuple(pt(size) for size in (22, 20, 18, 16, 14))  # of a recipe
RULED_BLUE, RULED_RED = "#BBD3E6", "#E2A7A2"
STAIN = "#F3E3CF"
FILLER = mm(27)  # the height of a drawing below the words
GREEK_SEED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class StickerSheet:
    """A sheet of stickers, two a row. `columns` name the cells: number, main number, sex, year, time."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        laid = paragraph(
            self.heading, Type(pt(14), bold=True), Place(room.x, room.top - mm(2), room.width), style
        )
        top = laid.bottom + mm(1)
        width = (room.width - STICKER_GAP) / 2
        for index, row in enumerate(self.rows):
            line, column = divmod(index, 2)
            left = room.x + (width + STICKER_GAP) * column
            box = Box(left, top + (STICKER_HEIGHT + STICKER_GAP) * line, width, STICKER_HEIGHT)
            sticker = self._sticker(row, box, style, ink_saving=ink_saving)
            laid.pieces += sticker.pieces
            laid.trouble += sticker.trouble
            laid.bottom = box.bottom
        return laid

    def _sticker(self, row: tuple[str, ...], box: Box, style: Style, *, ink_saving: bool) -> Laid:
        number, main, sex, year, time = row
        inner = Place(box.x + STICKER_NUMBER + mm(2.5), box.y + mm(2), box.width - STICKER_NUMBER - mm(4))
        kind = Type(pt(12))
        laid = paragraph(self.columns[1], replace(kind, colour=colours.INK2), inner, style)
        mono = style.faces.mono.bold
        label = style.faces.text.regular.width(self.columns[1], kind.size)
        base = inner.y + pt(13)
        if label + mono.width(main, MAIN) > inner.width - mm(2):  # below its label, then
            base = laid.bottom + pt(13)
            laid.bottom = laid.bottom + kind.size * 1.3
        right = Type(MAIN, align=Align.RIGHT)
        laid.pieces.append(one_line(main, mono, right, inner.x + inner.width - mm(1), base))
        for text in (
            f"{self.columns[2]} **{sex}** · {self.columns[3]} **{year}**",
            f"{self.columns[4]} **{time}**",
        ):
            laid.take(paragraph(text, kind, Place(inner.x, laid.bottom + mm(0.4), inner.width), style))
        if laid.bottom > box.bottom:
            laid.trouble.append((Cause.OVERFLOW, main))
        laid.pieces[:0] = self._ground(number, box, style, ink_saving=ink_saving)
        return laid

    def _ground(self, number: str, box: Box, style: Style, *, ink_saving: bool) -> list[Piece]:
        middle = box.x + STICKER_NUMBER / 2 + mm(0.4)
        face = style.faces.letters
        quiet = Type(pt(12), colour=colours.INK2, align=Align.CENTRE)
        edge = box.x + STICKER_NUMBER + mm(0.6)
        return [
            Bar(box, fill=None if ink_saving else PAPER, line=colours.EDGE, radius=mm(3)),
            Rule(edge, box.y + mm(3), edge, box.bottom - mm(3), colours.LINE, mm(0.3)),
            one_line(number, face, Type(pt(26), align=Align.CENTRE), middle, box.y + mm(18.5)),
            one_line(self.columns[0], style.faces.text.regular, quiet, middle, box.y + mm(6.3)),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TillSlip:
    """A narrow slip from a small printer, its ends torn off."""

    heading: str
    lines: tuple[str, ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        left = room.x + (room.width - SLIP_WIDTH) / 2
        inner = Place(left + SLIP_PADDING, room.top + mm(8), SLIP_WIDTH - SLIP_PADDING * 2)
        mono = style.faces.mono
        laid = set_lines(self.heading, mono, Type(pt(15), bold=True, align=Align.CENTRE), inner)
        laid.bottom = laid.bottom + mm(2)
        laid.pieces.append(_dashes(inner, laid.bottom))
        for line in self.lines:
            laid.take(set_lines(line, mono, Type(pt(14)), Place(inner.x, laid.bottom + mm(3), inner.width)))
        laid.bottom = laid.bottom + mm(3)
        laid.pieces.append(_dashes(inner, laid.bottom))
        laid.bottom = laid.bottom + mm(9)
        high = (laid.bottom - room.top) / mm(1)
        wide = SLIP_WIDTH / mm(1)
        pad = Pad(left, room.top, ink_saving=ink_saving)
        above = torn(wide, 0.9, 1.9, seed=4)
        below = tuple((x, high + y) for x, y in torn(wide, 0.9, 1.9, seed=9))
        pad.area((*above, *reversed(below)), PAPER, line=colours.EDGE)
        laid.pieces[:0] = pad.pieces
        return laid


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A menu behind glass: a double frame, a plate, centred lines."""

    heading: str
    lines: tuple[str, ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        frame = Box(room.x, room.top, room.width, room.code_top - BEFORE_CODE - room.top)
        inner = Place(frame.x + mm(12), frame.y + mm(48), frame.width - mm(24))
        laid = paragraph(self.heading, Type(pt(26), bold=True, align=Align.CENTRE), inner, style)
        middle = frame.x + frame.width / 2
        y = laid.bottom + mm(3)
        laid.pieces += [
            Rule(middle - mm(26), y, middle - mm(4), y, colours.INK2, mm(0.4)),
            Rule(middle + mm(4), y, middle + mm(26), y, colours.INK2, mm(0.4)),
            Bar(Box(middle - mm(1.2), y - mm(1.2), mm(2.4), mm(2.4)), fill=colours.INK2, radius=mm(1.2)),
        ]
        laid.bottom = y + mm(4)
        for line in self.lines:
            kind = Type(pt(16), align=Align.CENTRE)
            laid.take(paragraph(line, kind, Place(inner.x, laid.bottom + mm(1), inner.width), style))
        laid.pieces[:0] = [
            Bar(frame, fill=None if ink_saving else PAPER, line=colours.INK2, line_width=mm(1.1)),
            Bar(frame.inset(mm(2.2)), line=colours.INK2, line_width=mm(0.3)),
            *plate(Box(middle - mm(29), frame.y + mm(10), mm(58), mm(33)), ink_saving=ink_saving),
        ]
        if frame.bottom - laid.bottom >= FILLER + mm(10):
            bowl = Box(middle - mm(24), frame.bottom - FILLER - mm(5), mm(48), FILLER)
            laid.pieces += fruit_bowl(bowl, ink_saving=ink_saving)
        return _within(laid, frame, self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A printed form filled in by hand: what follows the colon of a line is written with a pen."""

    heading: str
    lines: tuple[str, ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        frame = Box(room.x, room.top, room.width, room.code_top - BEFORE_CODE - room.top)
        head = mm(16)
        laid = paragraph(
            self.heading,
            Type(pt(20), bold=True, align=Align.CENTRE),
            Place(frame.x + mm(4), frame.y + mm(3.4), frame.width - mm(8)),
            style,
        )
        tint = None if ink_saving else colours.INFO_TINT
        laid.pieces[:0] = [
            Bar(frame, fill=None if ink_saving else PAPER, line=colours.INK2, line_width=mm(0.5)),
            Bar(Box(frame.x, frame.y, frame.width, head), fill=tint, line=colours.INK2, line_width=mm(0.5)),
        ]
        laid.bottom = frame.y + head
        for line in self.lines:
            laid.take(_filled_in(line, Place(frame.x, laid.bottom, frame.width), style))
        if frame.bottom - laid.bottom >= mm(44):
            laid.pieces += holiday(Box(frame.x + mm(34), laid.bottom + mm(5), mm(62), mm(38)), PEN)
        return _within(laid, frame, self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A ruled card with a recipe by hand, a stain and a carrot."""

    heading: str
    lines: tuple[str, ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        frame = Box(room.x, room.top, room.width, room.code_top - BEFORE_CODE - room.top)
        first = frame.y + mm(20)
        hand = style.faces.hand
        left = frame.x + mm(20)
        laid = Laid(first)
        laid.pieces += _ruled_card(frame, first, ink_saving=ink_saving)
        room_right = frame.right - mm(4)
        fitting = (one for one in TITLES if hand.bold.width(self.heading, one) <= room_right - left)
        size = next(fitting, TITLES[-1])
        if hand.bold.width(self.heading, size) > room_right - left:
            laid.trouble.append((Cause.WIDE_WORD, self.heading))
        laid.pieces.append(
            one_line(self.heading, hand.bold, Type(size, colour="#7A2E1E"), left, first - mm(2.4))
        )
        base = first + RULED_PITCH - mm(2)
        for line in self.lines:
            written = set_lines(line, hand, Type(pt(16), colour=PEN), Place(left, mm(0), room_right - left))
            laid.trouble += written.trouble
            moved, base = _on_lines(written.pieces, base)
            laid.pieces += moved
        laid.bottom = base
        laid.pieces += carrot(Box(left, frame.bottom - mm(27), mm(40), mm(18)), ink_saving=ink_saving)
        return _within(laid, Box(frame.x, frame.y, frame.width, frame.height - mm(30)), self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """A typed page of minutes, punched and clipped."""

    heading: str
    lines: tuple[str, ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        frame = Box(room.x, room.top + mm(3), room.width, room.code_top - BEFORE_CODE - room.top - mm(3))
        mono = style.faces.mono
        inner = Place(frame.x + mm(17), frame.y + mm(9), frame.width - mm(25))
        laid = set_lines(self.heading, mono, Type(pt(15), bold=True), inner)
        y = laid.bottom + mm(2)
        laid.pieces += [
            Rule(inner.x, y, inner.x + inner.width, y, colours.INK, mm(0.5)),
            Rule(inner.x, y + mm(1.1), inner.x + inner.width, y + mm(1.1), colours.INK, mm(0.2)),
        ]
        laid.bottom = y + mm(4)
        for line in self.lines:
            laid.take(set_lines(line, mono, Type(pt(14)), Place(inner.x, laid.bottom + mm(2), inner.width)))
        room_below = frame.bottom - mm(8) - laid.bottom
        if room_below >= mm(20):
            column = Box(inner.x, laid.bottom + mm(6), inner.width, room_below)
            laid.pieces += greeked(column, GREEK_SEED, ink_saving=ink_saving)
        hole = mm(2.8)
        middle = frame.y + frame.height / 2
        laid.pieces[:0] = [
            Bar(frame, fill=None if ink_saving else PAPER, line=colours.EDGE, line_width=mm(0.3)),
            *(
                Bar(Box(frame.x + mm(7) - hole, middle + mm(30) * side - hole, hole * 2, hole * 2),
                    fill=colours.WHITE, line=colours.EDGE, line_width=mm(0.2), radius=hole)
                for side in (-1, 1)
            ),
            *paper_clip(frame.right - mm(18), frame.y - mm(4), mm(18)),
        ]  # fmt: skip
        return _within(laid, frame, self.heading)


def _within(laid: Laid, frame: Box, what: str) -> Laid:
    """What fills a frame ends with it; what leaves it is trouble."""
    if laid.bottom > frame.bottom - mm(1):
        laid.trouble.append((Cause.OVERFLOW, what))
    laid.bottom = max(laid.bottom, frame.bottom)
    return laid


def _dashes(inner: Place, y: Mm) -> Rule:
    return Rule(inner.x, y, inner.x + inner.width, y, colours.INK2, mm(0.3), dashed=True)


def _filled_in(line: str, place: Place, style: Style) -> Laid:
    """A row of a form: printed words, and in pen what follows the colon."""
    label, colon, value = line.partition(":")
    printed = f"{label}{colon}".strip()
    inner = Place(place.x + mm(4), place.y + mm(4), place.width - mm(8))
    laid = paragraph(printed, Type(pt(14), bold=True), inner, style)
    value = value.strip()
    if value:
        left = inner.x + style.faces.text.bold.width(printed, pt(14)) + mm(3)
        pen = Place(left, inner.y - mm(0.6), inner.x + inner.width - left)
        written = set_lines(value, style.faces.hand, Type(pt(17), colour=PEN), pen)
        laid.pieces += written.pieces
        laid.trouble += written.trouble
        laid.bottom = max(laid.bottom, written.bottom)
    laid.bottom = laid.bottom + mm(4)
    laid.pieces.append(Rule(place.x, laid.bottom, place.x + place.width, laid.bottom, colours.INK2, mm(0.3)))
    return laid


def _ruled_card(frame: Box, first: Mm, *, ink_saving: bool) -> list[Piece]:
    """A card with a red line under its head and at its margin, blue lines below; stained beside them."""
    pieces: list[Piece] = [
        Bar(frame, fill=None if ink_saving else PAPER, line=colours.EDGE, line_width=mm(0.3), radius=mm(3))
    ]
    if not ink_saving:
        pad = Pad(frame.right - mm(26), frame.bottom - mm(17))
        pad.area(arc(0, 0, (15, 11), (0, 1), 26), STAIN)
        pad.area(arc(9, -7, (7, 6), (0, 1), 18), STAIN)
        pad.disc(-18, -6, 1.4, STAIN)
        pieces += pad.pieces
    margin = frame.x + mm(16)
    pieces.append(Rule(frame.x, first, frame.right, first, RULED_RED, mm(0.5)))
    pieces.append(Rule(margin, frame.y, margin, frame.bottom, RULED_RED, mm(0.3)))
    y = first + RULED_PITCH
    while y < frame.bottom - mm(30):
        pieces.append(Rule(frame.x, y, frame.right, y, RULED_BLUE, mm(0.25)))
        y = y + RULED_PITCH
    return pieces


def _on_lines(pieces: list[Piece], base: Mm) -> tuple[list[Piece], Mm]:
    """Written words moved onto ruled lines, and the line after them."""
    moved: list[Piece] = []
    rows: dict[Mm, Mm] = {}
    for piece in pieces:
        if isinstance(piece, Words):
            y = rows.setdefault(piece.y, base + RULED_PITCH * len(rows))
            moved.append(replace(piece, y=y))
    return moved, base + RULED_PITCH * len(rows)
