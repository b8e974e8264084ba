"""Set bar charts: the one source of every chart, for paper and for the window, which has inks of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule, Shape
from printables.layout.text import Face
from printables.products.blocks import Align, BarChart, ChartBar
from printables.products.face import path_shape
from printables.products.lines import Laid, Place, Style, Type, one_line
from printables.units import ZERO, Mm

ROW = 2.5  # of the lettering, as are all lengths below
THICK = 1.3
SHAPE, AFTER_SHAPE = 1.45, 0.6
BEFORE_BARS, BEFORE_WORDS = 1.0, 0.75
DOT, TARGET_REACH, WHISKER = 0.85, 0.3, 0.5
HAIR, LINE = 0.07, 0.2
WORDS_HIGH = 1.3
LONGEST_LABEL = 0.42  # of the width
MOST_TICKS = 7
DOTS = "…"
ROUNDING = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """What a chart is drawn with, as colours; `keyline` goes round paths ("": none)."""

    ink: str = colours.INK
    quiet: str = colours.INK2
    line: str = colours.LINE
    bar: str = colours.PRIMARY
    marked: str = colours.DANGER
    ground: str = colours.WHITE
    target: str = colours.MARKER
    keyline: str = ""


PAPER = Inks()


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where values lie."""

    left: Mm
    width: Mm
    most: float

    def x(self, value: float) -> Mm:
        return self.left + self.width * (min(value, self.most) / self.most)


def set_chart(block: BarChart, place: Place, style: Style, inks: Inks = PAPER) -> Laid:
    """Labels at the left, bars, what is said behind them, the scale below."""
    size, face = block.size, style.faces.text.regular
    labels = _label_width(block, place.width, style.faces.text.bold)
    words = max((face.width(bar.words, size) for bar in block.bars), default=ZERO)
    left = place.x + labels + size * BEFORE_BARS
    width = max(place.x + place.width - left - words - size * (BEFORE_WORDS + DOT), size * 6)
    scale = _Scale(left, width, _most(block))
    bottom = place.y + size * ROW * len(block.bars)
    laid = Laid(bottom + size * 1.9)
    laid.pieces += _axis(block, scale, (place.y, bottom), face, inks)
    for number, bar in enumerate(block.bars):
        middle = place.y + size * ROW * (number + 0.5)
        laid.pieces += _label(bar, block, (place.x, labels, middle), style, inks)
        laid.pieces += _row(bar, size, scale, middle, inks)
        laid.pieces += _words(bar, size, scale, middle, (face, inks))
    return laid


def _label_width(block: BarChart, width: Mm, face: Face) -> Mm:
    widest = max((face.width(bar.label, block.size) for bar in block.bars), default=ZERO)
    return min(width * LONGEST_LABEL, widest + _shape_width(block))


def _shape_width(block: BarChart) -> Mm:
    has_path = any(bar.path for bar in block.bars)
    return block.size * (SHAPE + AFTER_SHAPE) if has_path else ZERO


def _most(block: BarChart) -> float:
    values = (
        value
        for bar in block.bars
        for value in (bar.value, bar.dot, bar.target, bar.high)
        if value is not None
    )
    return max([block.least, *values])


def step_of(most: float) -> int:
    """How far apart the numbers of a scale stand: 1, 2 or 5 times a power of ten, at most seven of them."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if most / (power * factor) <= MOST_TICKS:
                return power * factor
        power *= 10


def _axis(block: BarChart, scale: _Scale, reach: tuple[Mm, Mm], face: Face, inks: Inks) -> list[Piece]:
    top, bottom = reach
    size = block.size
    step = step_of(scale.most)
    kind = Type(size, colour=inks.quiet, align=Align.CENTRE)
    pieces: list[Piece] = []
    for number in range(0, int(scale.most) + 1, step):
        x = scale.x(number)
        pieces.append(Rule(x, top, x, bottom + size * 0.35, inks.line, size * HAIR))
        words = f"{number} {block.unit}".rstrip()
        pieces.append(one_line(words, face, kind, x, bottom + size * 1.45))
    return pieces


def _label(bar: ChartBar, block: BarChart, at: tuple[Mm, Mm, Mm], style: Style, inks: Inks) -> list[Piece]:
    left, width, middle = at
    size, face = block.size, style.faces.text.bold
    pieces: list[Piece] = []
    if bar.path:
        side = size * SHAPE
        box = Box(left, middle - side / 2, side, side)
        pieces += [_keyed(piece, size, inks) for piece in path_shape(bar.path, box, style.faces)]
    room = width - _shape_width(block)
    text = _shortened(bar.label, face, size, room)
    kind = Type(size, colour=inks.ink)
    pieces.append(one_line(text, face, kind, left + _shape_width(block), middle + size * 0.35))
    return pieces


def _keyed(piece: Piece, size: Mm, inks: Inks) -> Piece:
    if inks.keyline and isinstance(piece, Shape):
        return replace(piece, line=inks.keyline, line_width=size * HAIR)
    return piece


def _shortened(text: str, face: Face, size: Mm, room: Mm) -> str:
    """The text with dots where it is too long; the table beside has it whole."""
    if face.width(text, size) <= room + size * ROUNDING:
        return text
    while text and face.width(text + DOTS, size) > room:
        text = text[:-1].rstrip()
    return text + DOTS


def _row(bar: ChartBar, size: Mm, scale: _Scale, middle: Mm, inks: Inks) -> list[Piece]:
    pieces: list[Piece] = []
    fill = inks.marked if bar.marked else inks.bar
    thick = size * THICK
    if bar.value is not None:
        box = Box(scale.left, middle - thick / 2, scale.x(bar.value) - scale.left, thick)
        pieces.append(Bar(box, fill, radius=size * 0.15))
    if bar.target is not None:
        pieces += _target(scale.x(bar.target), size, middle, inks)
    if bar.low is not None and bar.high is not None:
        pieces += _whisker(bar.low, bar.high, scale, (size, middle), inks)
    if bar.dot is not None and bar.value is not None and bar.dot > bar.value:
        side = size * DOT
        box = Box(scale.x(bar.dot) - side / 2, middle - side / 2, side, side)
        pieces.append(Bar(box, inks.ground, fill, size * LINE, radius=side / 2))
    return pieces


def _target(x: Mm, size: Mm, middle: Mm, inks: Inks) -> list[Piece]:
    reach = size * (THICK / 2 + TARGET_REACH)
    inner = size * THICK / 2
    return [
        Rule(x, middle - reach, x, middle + reach, inks.ink, size * LINE),
        Rule(x, middle - inner, x, middle + inner, inks.target, size * HAIR),
    ]


def _whisker(low: float, high: float, scale: _Scale, at: tuple[Mm, Mm], inks: Inks) -> list[Piece]:
    """A yellow line with a dark edge and ends across, seen on the bar and beside it.

    Where it would go on beyond the scale, it has no end.
    """
    size, middle = at
    left, right = scale.x(max(low, 0.0)), scale.x(high)
    ends = [x for x, is_there in ((left, low >= 0), (right, high <= scale.most)) if is_there]
    pieces: list[Piece] = []
    for colour, width in ((inks.ink, size * 0.3), (inks.target, size * 0.12)):
        pieces.append(Rule(left, middle, right, middle, colour, width))
        for x in ends:
            pieces.append(Rule(x, middle - size * WHISKER, x, middle + size * WHISKER, colour, width))
    return pieces


def _words(bar: ChartBar, size: Mm, scale: _Scale, middle: Mm, drawn: tuple[Face, Inks]) -> list[Piece]:
    """What is said behind the bar, on a ground that parts it from the lines of the scale."""
    face, inks = drawn
    ends = [scale.x(value) for value in (bar.value, bar.target, bar.high) if value is not None]
    if bar.dot is not None:
        ends.append(scale.x(bar.dot) + size * DOT / 2)
    colour = inks.marked if bar.marked else inks.quiet if bar.value is None else inks.ink
    left = max([scale.left, *ends]) + size * BEFORE_WORDS
    high = size * WORDS_HIGH
    ground = Box(left - size * 0.2, middle - high / 2, face.width(bar.words, size) + size * 0.4, high)
    words = one_line(bar.words, face, Type(size, colour=colour), left, middle + size * 0.35)
    return [Bar(ground, inks.ground), words]
