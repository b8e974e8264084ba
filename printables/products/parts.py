"""Set the smaller blocks of documents: lists, pictures, lines to write on, the head of a puzzle's page."""

from __future__ import annotations

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Picture, Piece, Rule
from printables.products.blocks import Align, CheckList, Figure, Items, PathHeading, Ruled
from printables.products.face import path_shape
from printables.products.lines import ASCENT, LEADING, Laid, Place, Style, Type, one_line, paragraph
from printables.render.pictures import board_of
from printables.render.svg import PictureError
from printables.units import Mm, mm, pt

TICK = mm(3.6)
AFTER_TICK, AFTER_DOT, AFTER_NUMBER = mm(2.4), mm(4.4), mm(7.4)
AFTER_DISC = mm(2.2)
DOT = mm(1.3)
BETWEEN_ITEMS = mm(0.8)
DISC, IN_DISC = 1.24, 0.86  # of the size of type: a numbered disc, and its number
LINE = mm(9)
SHAPE = mm(13)
FIGURE = mm(34)


def set_items(block: CheckList | Items, place: Place, style: Style) -> Laid:
    """Lines, each behind a box to tick, a dot or its number."""
    laid = Laid(place.y)
    size = style.size(block.size)
    if isinstance(block, CheckList):
        inset = TICK + AFTER_TICK
    else:
        inset = AFTER_NUMBER if block.numbered else AFTER_DOT
        if block.numbered and block.on_discs:
            inset = max(inset, size * DISC + AFTER_DISC)
    first = block.first if isinstance(block, Items) else 1
    for number, item in enumerate(block.items, start=first):
        top = laid.bottom
        laid.pieces += _mark(block, number, Place(place.x, top, inset), style)
        text = Place(place.x + inset, top, place.width - inset)
        laid.take(paragraph(item, Type(size, colour=style.colour), text, style))
        laid.bottom = laid.bottom + BETWEEN_ITEMS
    return laid


def _mark(block: CheckList | Items, number: int, place: Place, style: Style) -> list[Piece]:
    size = style.size(block.size)
    if isinstance(block, CheckList):
        square = Box(place.x, place.y + (size * LEADING - TICK) / 2, TICK, TICK)
        return [Bar(square, line=style.colour)]
    if not block.numbered:
        dot = Box(place.x + mm(0.8), place.y + (size * LEADING - DOT) / 2, DOT, DOT)
        return [Bar(dot, fill=style.colour, radius=DOT / 2)]
    if block.on_discs:
        return _numbered_disc(f"{number}", place, size, style)
    kind = Type(size, bold=True, colour=style.colour, align=Align.RIGHT)
    right = place.x + place.width - mm(2.2)
    return [one_line(f"{number}", style.faces.text.bold, kind, right, place.y + size * ASCENT)]


def _numbered_disc(number: str, place: Place, size: Mm, style: Style) -> list[Piece]:
    """A number in a disc whose middle is that of its line; on white when ink is saved."""
    side = size * DISC
    middle = place.y + size * (ASCENT - style.faces.letters.capital / 2)
    disc = Box(place.x, middle - side / 2, side, side)
    fill, colour = (None, style.colour) if style.ink_saving else (style.colour, colours.WHITE)
    face, kind = style.faces.letters, Type(size * IN_DISC, colour=colour, align=Align.CENTRE)
    base = middle + kind.size * face.capital / 2
    return [
        Bar(disc, fill=fill, line=style.colour, line_width=mm(0.3), radius=side / 2),
        one_line(number, face, kind, disc.x + side / 2, base),
    ]


def set_figure(block: Figure, place: Place, style: Style) -> Laid:
    """The picture in the middle of the column; a picture that cannot be read is told by what is drawn."""
    try:
        _, _, wide, high = board_of(block.source)
    except PictureError:
        wide = high = 1.0
    width = min(block.width, place.width)
    box = Box(place.x + (place.width - width) / 2, place.y, width, width * (high / wide))
    laid = Laid(box.bottom, [Picture(block.source, box, block.name)])
    if block.caption:
        kind = Type(pt(10), colour=style.quiet, align=Align.CENTRE)
        below = Place(place.x, box.bottom + mm(1), place.width)
        laid.take(paragraph(block.caption, kind, below, style))
    return laid


def set_ruled(block: Ruled, place: Place) -> Laid:
    """Empty lines, as far apart as a hand writes."""
    laid = Laid(place.y)
    for _ in range(block.lines):
        laid.bottom = laid.bottom + LINE
        y = laid.bottom - mm(0.4)
        laid.pieces.append(Rule(place.x, y, place.x + place.width, y, colours.EDGE, mm(0.35)))
    return laid


def set_path_heading(block: PathHeading, place: Place, style: Style) -> Laid:
    """Shape, title and figure over a line in the colour of the path."""
    laid = Laid(place.y)
    x = place.x
    if block.path is not None:
        laid.pieces += path_shape(block.path, Box(x, place.y, SHAPE, SHAPE), style.faces)
        x = x + SHAPE + mm(6)
    width = place.width - (x - place.x) - FIGURE
    laid.take(paragraph(block.title, Type(pt(20), bold=True), Place(x, place.y - mm(1.5), width), style))
    laid.take(paragraph(block.line, Type(pt(11), colour=style.quiet), Place(x, laid.bottom, width), style))
    right = place.x + place.width
    figure = Type(pt(20), bold=True, align=Align.RIGHT)
    words = Type(pt(10), colour=style.quiet, align=Align.RIGHT)
    laid.pieces += [
        one_line(block.figure, style.faces.text.bold, figure, right, place.y + mm(6)),
        one_line(block.figure_line, style.faces.text.regular, words, right, place.y + mm(11.5)),
    ]
    laid.bottom = max(laid.bottom, place.y + SHAPE) + mm(2)
    colour = colours.PATH_FILL[block.path] if block.path else colours.INK
    laid.pieces.append(Bar(Box(place.x, laid.bottom, place.width, mm(1)), fill=colour))
    laid.bottom = laid.bottom + mm(2.4)
    return laid
