"""Set blocks: give each one its lines and boxes in a column of a given width."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule, Words
from printables.layout.text import plain
from printables.problems import Cause
from printables.products.blocks import (
    SMALLEST_BODY,
    Align,
    BarChart,
    Block,
    CheckList,
    Choices,
    Columns,
    Divider,
    Field,
    Fields,
    Figure,
    Framed,
    Graph,
    Heading,
    Items,
    Mono,
    PageBreak,
    PathHeading,
    Quote,
    RoomPlan,
    Ruled,
    Space,
    Table,
    Text,
    TimeLine,
    Together,
)
from printables.products.charts import set_chart
from printables.products.graph import set_graph
from printables.products.lines import (
    ASCENT,
    LEADING,
    Laid,
    Place,
    Style,
    Type,
    one_line,
    paragraph,
    set_lines,
)
from printables.products.parts import set_figure, set_items, set_path_heading, set_ruled
from printables.products.room_plan import set_room_plan
from printables.products.tables import set_table
from printables.products.time_line import set_time_line
from printables.units import Mm, mm, pt

__all__ = ["Laid", "Place", "Style", "Type", "one_line", "paragraph", "set_block", "set_blocks", "set_lines"]

HEADINGS = {1: pt(20), 2: pt(16), 3: pt(13)}
BETWEEN = mm(2.4)
BELOW_HEADING = mm(0.8)
CHOICE_GAP = mm(2.2)
CHOICE_PADDING = mm(1.7)
LETTER_BOX = Box(mm(0), mm(0), mm(8), mm(7))
LETTER_SIZE = pt(14)
FRAME_PADDING, DENSE_PADDING = mm(4), mm(2.8)
DENSE_TITLE = pt(11.5)
FIELD_BOX = mm(8)
FIELD_LINE, INLINE_FIELD = mm(9), mm(8)
GIVEN_TYPE, GIVEN_AROUND = pt(14), mm(3)  # what stands on a line already
BAR, BAR_INSET, BAR_PADDING = mm(1.4), mm(5), mm(0.4)  # of words to say
GUTTER = mm(6)  # between two columns of blocks


def set_block(block: Block, place: Place, style: Style) -> Laid:
    """Set one block; its trouble names words wider than the column and lines that do not fit."""
    match block:
        case Text() | Heading() | Quote() | Mono():
            return _written(block, place, style)
        case (
            Space() | Divider() | TimeLine() | BarChart() | Graph() | RoomPlan() | PathHeading() | PageBreak()
        ):
            return _drawn(block, place, style)
        case Choices():
            return _choices(block, place, style)
        case Table():
            return set_table(block, place, style)
        case Fields() | Ruled():
            return _fields(block, place, style) if isinstance(block, Fields) else set_ruled(block, place)
        case Figure():
            return set_figure(block, place, style)
        case CheckList() | Items():
            return set_items(block, place, style)
        case Framed() | Columns() | Together():
            return _holding(block, place, style)
        case _:
            assert_never(block)


def _holding(block: Framed | Columns | Together, place: Place, style: Style) -> Laid:
    if isinstance(block, Together):
        return set_blocks(block.blocks, place, style)
    return _framed(block, place, style) if isinstance(block, Framed) else _columns(block, place, style)


def _columns(block: Columns, place: Place, style: Style) -> Laid:
    both = place.width - GUTTER
    width = both * block.share if block.right_width is None else both - block.right_width
    laid = set_blocks(block.left, Place(place.x, place.y, width), style)
    left = place.x + width + GUTTER
    right = set_blocks(block.right, Place(left, place.y, place.width - width - GUTTER), style)
    bottom = max(laid.bottom, right.bottom)
    laid.take(right)
    laid.bottom = bottom
    return laid


def _drawn(
    block: Space | Divider | TimeLine | BarChart | Graph | RoomPlan | PathHeading | PageBreak,
    place: Place,
    style: Style,
) -> Laid:
    match block:
        case Space():
            return Laid(place.y + block.height)
        case PageBreak():
            return Laid(place.y)
        case PathHeading():
            return set_path_heading(block, place, style)
        case Graph():
            return set_graph(block, place, style)
        case RoomPlan():
            return set_room_plan(block, place, style)
        case Divider():
            rule = Rule(place.x, place.y, place.x + place.width, place.y, block.colour)
            return Laid(place.y + mm(0.3), [rule])
        case TimeLine():
            return set_time_line(block, place, style)
        case BarChart():
            return set_chart(block, place, style)
        case _:
            assert_never(block)


def _written(block: Text | Heading | Quote | Mono, place: Place, style: Style) -> Laid:
    match block:
        case Text():
            colour = style.quiet if block.quiet else style.colour
            kind = Type(style.size(block.size), bold=block.bold, colour=colour, align=block.align)
            return paragraph(block.text, kind, place, style)
        case Heading():
            down = Place(place.x, place.y + mm(1), place.width)
            return paragraph(
                block.text, Type(HEADINGS[block.level], bold=True, colour=style.colour), down, style
            )
        case Quote():
            return _said(block, place, style)
        case Mono():
            return _mono(block, place, style)
        case _:
            assert_never(block)


def _said(block: Quote, place: Place, style: Style) -> Laid:
    """Words to say; a bar beside them tells them from what is only read."""
    kind = Type(style.size(block.size), bold=True, colour=style.colour)
    if not block.barred:
        return paragraph(block.text, kind, place, style)
    inner = Place(place.x + BAR_INSET, place.y + BAR_PADDING, place.width - BAR_INSET)
    laid = paragraph(block.text, kind, inner, style)
    laid.bottom = laid.bottom + BAR_PADDING
    bar = Box(place.x, place.y, BAR, laid.bottom - place.y)
    laid.pieces.insert(0, Bar(bar, fill=colours.MARKER, radius=BAR / 2))
    return laid


def set_blocks(blocks: tuple[Block, ...], place: Place, style: Style) -> Laid:
    """Blocks one below the other; what follows a heading stands close to it."""
    laid = Laid(place.y)
    for index, block in enumerate(blocks):
        gap = BELOW_HEADING if index and isinstance(blocks[index - 1], Heading) else BETWEEN
        top = laid.bottom + gap if index else laid.bottom
        laid.take(set_block(block, Place(place.x, top, place.width), style))
    return laid


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
    kind = Type(style.size(pt(12)), colour=colours.INK2)
    taken = style.faces.text.regular.width(entry.label, kind.size) + mm(3)
    least = style.faces.text.bold.width(entry.given, style.size(SMALLEST_BODY)) + GIVEN_AROUND
    if entry.inline and entry.lines == 1 and max(taken, least) + taken <= place.width:
        y = place.y + INLINE_FIELD
        line = Rule(place.x + taken, y, place.x + place.width, y, colours.EDGE, mm(0.35))
        words = one_line(entry.label, style.faces.text.regular, Type(kind.size), place.x, y - mm(0.6))
        laid = Laid(y + mm(0.4), [words, line])
        return _with_given(laid, entry, Place(place.x + taken, y - mm(0.9), place.width - taken), style)
    label = paragraph(entry.label, kind, place, style)
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
    return _with_given(label, entry, Place(place.x, label.bottom - mm(1.3), place.width), style)


def _with_given(laid: Laid, entry: Field, place: Place, style: Style) -> Laid:
    """What is known already, on the line at `place`: as large as it fits, down to the smallest body."""
    if not entry.given:
        return laid
    face, size, room = style.faces.text.bold, style.size(GIVEN_TYPE), place.width - GIVEN_AROUND
    if face.width(entry.given, size) > room:
        size = style.size(SMALLEST_BODY)
    if face.width(entry.given, size) > room + mm(0.01):
        laid.trouble.append((Cause.OVERFLOW, entry.given))
    kind = Type(size, bold=True, colour=style.colour)
    laid.pieces.append(one_line(entry.given, face, kind, place.x + mm(1), place.y))
    return laid


def _framed(block: Framed, place: Place, style: Style) -> Laid:
    padding = DENSE_PADDING if block.dense else FRAME_PADDING
    inner = Place(place.x + padding, place.y + padding, place.width - padding * 2)
    laid = Laid(inner.y)
    is_dark = block.ink and not style.ink_saving
    inside = replace(style, colour=colours.WHITE, quiet=colours.LINE) if is_dark else style
    if block.title:
        colour = block.line if block.line != colours.EDGE else style.colour
        size = DENSE_TITLE if block.dense else HEADINGS[3]
        kind = Type(size, bold=True, colour=colours.MARKER if is_dark else colour)
        laid.take(paragraph(block.title, kind, inner, style))
        inner = Place(inner.x, laid.bottom + (mm(0) if block.dense else mm(1)), inner.width)
    laid.take(set_blocks(block.blocks, inner, inside))
    laid.bottom = laid.bottom + padding
    box = Box(place.x, place.y, place.width, laid.bottom - place.y)
    fill = colours.INK if is_dark else None if style.ink_saving else block.fill
    laid.pieces.insert(0, Bar(box, fill=fill, line=block.line, line_width=block.line_width, radius=mm(1.5)))
    return laid
