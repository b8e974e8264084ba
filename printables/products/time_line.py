"""Set a time line: a scale in minutes, one bar a row, marks where help was given."""

from __future__ import annotations

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align, Span, TimeLine
from printables.products.face import path_shape
from printables.products.lines import Laid, Place, Style, Type, one_line
from printables.units import Mm, mm, pt

LEAST_LABEL, END_WIDTH, BEFORE_SCALE = mm(30), mm(22), mm(6)
LARGEST_LABEL = 0.5  # of the width
ROW, BAR, SHAPE = mm(5.4), mm(3.2), mm(4.4)
LETTERING = pt(10)
MARK = mm(4.2)
AFTER_SHAPE = mm(1.8)
STEPS = (5, 10, 15, 30)
LONGEST_SCALE = 12  # marks of minutes


def set_time_line(block: TimeLine, place: Place, style: Style) -> Laid:
    """Rows with their labels at the left; the scale stands above."""
    laid = Laid(place.y + ROW * (len(block.spans) + 1))
    labels = _label_width(block, style)
    if labels > place.width * LARGEST_LABEL:
        laid.trouble.append((Cause.OVERFLOW, max((span.label for span in block.spans), key=len)))
    scale = Place(place.x + labels, place.y, place.width - labels - END_WIDTH)
    laid.pieces += _scale(block, scale, laid.bottom, style)
    for index, span in enumerate(block.spans, start=1):
        middle = place.y + ROW * (index + 0.5)
        laid.pieces += _row(span, block, (place.x, scale, middle), style)
    return laid


def _label_width(block: TimeLine, style: Style) -> Mm:
    face = style.faces.text.regular
    widest = max((face.width(span.label, LETTERING) for span in block.spans), default=mm(0))
    return max(LEAST_LABEL, SHAPE + AFTER_SHAPE + widest + BEFORE_SCALE)


def _scale(block: TimeLine, scale: Place, bottom: Mm, style: Style) -> list[Piece]:
    step = next((step for step in STEPS if block.minutes / step <= LONGEST_SCALE), STEPS[-1])
    pieces: list[Piece] = []
    kind = Type(LETTERING, colour=colours.INK2, align=Align.CENTRE)
    for minute in range(0, int(block.minutes) + 1, step):
        x = scale.x + scale.width * (minute / block.minutes)
        words = f"{minute} {block.unit}" if minute == 0 else str(minute)
        pieces.append(Rule(x, scale.y + ROW * 0.9, x, bottom, colours.LINE, mm(0.2)))
        pieces.append(one_line(words, style.faces.text.regular, kind, x, scale.y + ROW * 0.65))
    return pieces


def _row(span: Span, block: TimeLine, at: tuple[Mm, Place, Mm], style: Style) -> list[Piece]:
    left, scale, middle = at
    face = style.faces.text.regular
    base = middle + LETTERING * 0.35
    pieces: list[Piece] = []
    if span.path is not None:
        pieces += path_shape(span.path, Box(left, middle - SHAPE / 2, SHAPE, SHAPE), style.faces)
    pieces.append(one_line(span.label, face, Type(LETTERING), left + SHAPE + AFTER_SHAPE, base))
    end = block.minutes if span.end is None else span.end
    start_x = scale.x + scale.width * (span.start / block.minutes)
    width = max(scale.width * ((end - span.start) / block.minutes), mm(0.6))
    fill = colours.PATH_FILL[span.path] if span.path else colours.INK2
    bar = Box(start_x, middle - BAR / 2, width, BAR)
    if span.end is None:
        pieces.append(Bar(bar, line=fill, dashed=True))
    else:
        pieces.append(Bar(bar, fill=fill))
    for minute, words in span.marks:
        x = scale.x + scale.width * (minute / block.minutes)
        disc = Box(x - MARK / 2, middle - MARK / 2, MARK, MARK)
        pieces.append(Bar(disc, fill=colours.WHITE, line=colours.INK, line_width=mm(0.3), radius=MARK / 2))
        number = Type(pt(7.5), align=Align.CENTRE)
        pieces.append(one_line(words, style.faces.text.bold, number, x, middle + mm(0.95)))
    right = scale.x + scale.width + END_WIDTH
    pieces.append(one_line(span.words, face, Type(LETTERING, align=Align.RIGHT), right, base))
    return pieces
