"""Set blocks: give each one its lines and boxes in a column of a given width."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule, Words
from printables.layout.text import Face, Line, Pair, plain, wrapped
from printables.problems import Cause
from printables.products.blocks import (
    SMALLEST_BODY,
    Align,
    Block,
    CheckList,
    Choices,
    Divider,
    Field,
    Fields,
    Framed,
    Heading,
    Mono,
    Quote,
    Space,
    Table,
    Text,
)
from printables.render.fonts import Faces
from printables.units import Mm, mm, pt

LEADING = 1.4
ASCENT = 1.05  # from the top of a line to its base line, of the size of type
HEADINGS = {1: pt(20), 2: pt(16), 3: pt(13)}
BETWEEN = mm(2.4)
CHOICE_GAP = mm(2.2)
CHOICE_PADDING = mm(1.7)
LETTER_BOX = Box(mm(0), mm(0), mm(8), mm(7))
LETTER_SIZE = pt(14)
CELL_ACROSS, CELL_DOWN = mm(1.6), mm(1.0)
FRAME_PADDING = mm(4)
FIELD_BOX = mm(8)
FIELD_LINE = mm(9)
TICK = mm(3.6)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block begins and how wide it may be."""

    x: Mm
    y: Mm
    width: Mm


@dataclass(slots=True)
class Laid:
    """A block that has been set: its pieces, where it ends, and the words that are too wide."""

    bottom: Mm
    pieces: list[Piece] = field(default_factory=list)
    trouble: list[tuple[Cause, str]] = field(default_factory=list)

    def take(self, other: Laid) -> None:
        self.pieces += other.pieces
        self.trouble += other.trouble
        self.bottom = other.bottom


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: size, weight, colour, alignment."""

    size: Mm
    bold: bool = False
    colour: str = colours.INK
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Style:
    """Faces, and how far type may shrink: `scale` is 1 down to what the smallest body needs."""

    faces: Faces
    scale: float = 1.0

    def size(self, wanted: Mm) -> Mm:
        """The size to set, never below the smallest body unless it was asked for smaller."""
        return wanted if wanted <= SMALLEST_BODY else max(wanted * self.scale, SMALLEST_BODY)


def set_block(block: Block, place: Place, style: Style) -> Laid:
    """Set one block; its trouble names words wider than the column and lines that do not fit."""
    match block:
        case Text() | Heading() | Quote() | Mono():
            return _written(block, place, style)
        case Choices():
            return _choices(block, place, style)
        case Table():
            return set_table(block, place, style)
        case Fields():
            return _fields(block, place, style)
        case CheckList():
            return _check_list(block, place, style)
        case Framed():
            return _framed(block, place, style)
        case Space():
            return Laid(place.y + block.height)
        case Divider():
            rule = Rule(place.x, place.y, place.x + place.width, place.y, block.colour)
            return Laid(place.y + mm(0.3), [rule])
        case _:
            assert_never(block)


def _written(block: Text | Heading | Quote | Mono, place: Place, style: Style) -> Laid:
    match block:
        case Text():
            colour = colours.INK2 if block.quiet else colours.INK
            kind = Type(style.size(block.size), bold=block.bold, colour=colour, align=block.align)
            return paragraph(block.text, kind, place, style)
        case Heading():
            down = Place(place.x, place.y + mm(1), place.width)
            return paragraph(block.text, Type(HEADINGS[block.level], bold=True), down, style)
        case Quote():
            return paragraph(block.text, Type(style.size(block.size), bold=True), place, style)
        case Mono():
            return _mono(block, place, style)
        case _:
            assert_never(block)


def set_blocks(blocks: tuple[Block, ...], place: Place, style: Style) -> Laid:
    """Blocks one below the other."""
    laid = Laid(place.y)
    for index, block in enumerate(blocks):
        top = laid.bottom + BETWEEN if index else laid.bottom
        laid.take(set_block(block, Place(place.x, top, place.width), style))
    return laid


def paragraph(text: str, kind: Type, place: Place, style: Style) -> Laid:
    """A wrapped paragraph in the text face."""
    return set_lines(text, style.faces.text, kind, place)


def set_lines(text: str, faces: Pair, kind: Type, place: Place) -> Laid:
    """Wrapped lines in any pair of faces."""
    size = kind.size
    limit = place.width / size
    lines = wrapped(text, faces, kind.bold, limit)
    leading = size * LEADING
    laid = Laid(place.y + leading * len(lines))
    base = place.y + size * ASCENT
    for line in lines:
        x = _aligned(place, size * line.ems, kind.align)
        if line.ems > limit + 0.001:
            laid.trouble.append((Cause.WIDE_WORD, _words_of(line)))
        for run in line.runs:
            left = x + size * run.start if run.start else x
            laid.pieces.append(Words(left, base, run.text, faces.of(run.bold), size, kind.colour))
        base = base + leading
    return laid


def one_line(text: str, face: Face, kind: Type, x: Mm, base: Mm) -> Words:
    """A single line that starts, is centred or ends at `x`."""
    text = plain(text)
    if kind.align is not Align.LEFT:
        width = face.width(text, kind.size)
        x = x - width if kind.align is Align.RIGHT else x - width / 2
    return Words(x, base, text, face, kind.size, kind.colour)


def _aligned(place: Place, width: Mm, align: Align) -> Mm:
    if align is Align.RIGHT:
        return place.x + place.width - width
    return place.x + (place.width - width) / 2 if align is Align.CENTRE else place.x


def _words_of(line: Line) -> str:
    return " ".join(run.text for run in line.runs)


def _choices(block: Choices, place: Place, style: Style) -> Laid:
    laid = Laid(place.y)
    size = style.size(pt(14))
    for index, row in enumerate(block.rows):
        top = laid.bottom + CHOICE_GAP if index else laid.bottom
        inner = place.width - CHOICE_PADDING * 3 - LETTER_BOX.width
        text = paragraph(row.text, Type(size), Place(place.x + CHOICE_PADDING * 1.5, top, inner), style)
        height = max(text.bottom - top, LETTER_BOX.height) + CHOICE_PADDING
        spare = (height - (text.bottom - top)) / 2
        text = paragraph(
            row.text, Type(size), Place(place.x + CHOICE_PADDING * 1.5, top + spare, inner), style
        )
        frame = Bar(Box(place.x, top, place.width, height), line=colours.EDGE, radius=mm(1.6))
        text.pieces[:0] = [frame, *_letter(row.letter, place.x + place.width, top, height, style)]
        text.bottom = top + height
        laid.take(text)
    return laid


def _letter(letter: str, right: Mm, top: Mm, height: Mm, style: Style) -> list[Piece]:
    x = right - CHOICE_PADDING / 2 - LETTER_BOX.width
    y = top + (height - LETTER_BOX.height) / 2
    box = Box(x, y, LETTER_BOX.width, LETTER_BOX.height)
    face = style.faces.letters
    base = y + (LETTER_BOX.height + LETTER_SIZE * face.capital) / 2
    return [
        Bar(box, fill=colours.INK, radius=mm(1.4)),
        one_line(
            letter, face, Type(LETTER_SIZE, colour=colours.WHITE, align=Align.CENTRE), x + box.width / 2, base
        ),
    ]


def set_table(block: Table, place: Place, style: Style) -> Laid:
    """A table; its rows are set by `set_row`, so that documents can part it between pages."""
    laid = Laid(place.y)
    rows = list(block.rows)
    if any(column.label for column in block.columns):
        laid.take(set_row(block, tuple(column.label for column in block.columns), place, style, header=True))
    for row in rows:
        laid.take(set_row(block, row, Place(place.x, laid.bottom, place.width), style))
    return laid


def set_row(
    block: Table, cells: tuple[str, ...], place: Place, style: Style, *, header: bool = False
) -> Laid:
    whole = sum(column.share for column in block.columns)
    laid = Laid(place.y)
    bottom = place.y
    x = place.x
    edges = [x]
    size = style.size(block.size)
    for column, cell in zip(block.columns, cells, strict=True):
        width = place.width * (column.share / whole)
        inner = Place(x + CELL_ACROSS, place.y + CELL_DOWN, width - CELL_ACROSS * 2)
        faces = style.faces.mono if column.mono and not header else style.faces.text
        part = set_lines(cell, faces, Type(size, bold=header or column.bold, align=column.align), inner)
        laid.pieces += part.pieces
        laid.trouble += part.trouble
        bottom = max(bottom, part.bottom + CELL_DOWN)
        x = x + width
        edges.append(x)
    laid.bottom = bottom
    if block.lines:
        frames: list[Piece] = [
            Bar(
                Box(left, place.y, right - left, bottom - place.y),
                fill=colours.INFO_TINT if header else None, line=colours.EDGE, line_width=mm(0.2),
            )
            for left, right in zip(edges, edges[1:], strict=False)
        ]  # fmt: skip
        laid.pieces[:0] = frames
    return laid


def _mono(block: Mono, place: Place, style: Style) -> Laid:
    face = style.faces.mono.of(block.bold)
    padding = mm(2.5) if block.framed else mm(0)
    width = place.width - padding * 2
    widest = max((face.ems(line) for line in block.lines), default=0.0)
    fits = width / widest if widest else block.size
    size = min(block.size, max(fits, block.smallest))
    laid = Laid(place.y + padding * 2 + size * LEADING * len(block.lines))
    if block.framed:
        laid.pieces.append(Bar(Box(place.x, place.y, place.width, laid.bottom - place.y), line=colours.EDGE))
    base = place.y + padding + size * ASCENT
    for line in block.lines:
        if face.width(line, size) > width + mm(0.01):
            laid.trouble.append((Cause.WIDE_WORD, line))
        laid.pieces.append(Words(place.x + padding, base, plain(line), face, size, colours.INK))
        base = base + size * LEADING
    return laid


def _fields(block: Fields, place: Place, style: Style) -> Laid:
    laid = Laid(place.y)
    for index, entry in enumerate(block.fields):
        top = laid.bottom + BETWEEN if index else laid.bottom
        laid.take(_field(entry, Place(place.x, top, place.width), style))
    return laid


def _field(entry: Field, place: Place, style: Style) -> Laid:
    label = paragraph(entry.label, Type(style.size(pt(12)), colour=colours.INK2), place, style)
    if entry.boxes:
        side = min(FIELD_BOX, place.width / entry.boxes)
        for index in range(entry.boxes):
            box = Box(place.x + side * index, label.bottom + mm(0.8), side, side * 1.15)
            label.pieces.append(Bar(box, line=colours.EDGE))
        label.bottom = label.bottom + mm(0.8) + side * 1.15
        return label
    for _ in range(entry.lines):
        label.bottom = label.bottom + FIELD_LINE
        y = label.bottom - mm(0.4)
        label.pieces.append(Rule(place.x, y, place.x + place.width, y, colours.EDGE, mm(0.35)))
    return label


def _check_list(block: CheckList, place: Place, style: Style) -> Laid:
    laid = Laid(place.y)
    size = style.size(block.size)
    inset = TICK + mm(2.4)
    for item in block.items:
        at = Place(place.x + inset, laid.bottom, place.width - inset)
        square = Box(place.x, laid.bottom + (size * LEADING - TICK) / 2, TICK, TICK)
        laid.pieces.append(Bar(square, line=colours.INK))
        laid.take(paragraph(item, Type(size), at, style))
        laid.bottom = laid.bottom + mm(0.8)
    return laid


def _framed(block: Framed, place: Place, style: Style) -> Laid:
    inner = Place(place.x + FRAME_PADDING, place.y + FRAME_PADDING, place.width - FRAME_PADDING * 2)
    content: tuple[Block, ...] = block.blocks
    laid = Laid(inner.y)
    if block.title:
        colour = block.line if block.line != colours.EDGE else colours.INK
        laid.take(paragraph(block.title, Type(HEADINGS[3], bold=True, colour=colour), inner, style))
        inner = Place(inner.x, laid.bottom + mm(1), inner.width)
    laid.take(set_blocks(content, inner, style))
    laid.bottom = laid.bottom + FRAME_PADDING
    box = Box(place.x, place.y, place.width, laid.bottom - place.y)
    laid.pieces.insert(
        0, Bar(box, fill=block.fill, line=block.line, line_width=block.line_width, radius=mm(1.5))
    )
    return laid
