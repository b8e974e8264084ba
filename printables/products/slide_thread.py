"""The thread of a game on a slide: a row a puzzle, a bar from its opening to its end, discs for hints."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.face import path_shape
from printables.products.lines import Laid, Type, one_line
from printables.render.fonts import Faces
from printables.units import Mm, mm

SCALE_STEPS = (5, 10, 15, 30)
MOST_MARKS = 10
LABELS = 0.34
"""Of the width, for the names of puzzles."""
LARGEST = mm(190.5 * 0.046)
LEAST = mm(190.5 * 0.04)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """A puzzle: minutes of play at which it opened and ended (None: never), at which hints were given."""

    label: str
    path: str | None
    start: float | None
    end: float | None
    hints: tuple[float, ...] = ()
    words: str = ""  # instead of a bar


def set_thread(strands: tuple[Strand, ...], minutes: float, room: Box, faces: Faces) -> Laid:
    """Rows that share the room's height, under a scale of minutes."""
    laid = Laid(room.bottom)
    row = min(room.height / (len(strands) + 1), LARGEST * 1.7)
    size = min(LARGEST, row * 0.86)
    if size < LEAST:
        laid.trouble.append((Cause.OVERFLOW, strands[0].label))
    line = Box(room.x + room.width * LABELS, room.y, room.width * (1 - LABELS), room.height)
    laid.bottom = room.y + row * (len(strands) + 1)
    laid.pieces += _scale(line, minutes, (row, size), laid.bottom, faces)
    for number, strand in enumerate(strands, start=1):
        middle = room.y + row * (number + 0.5)
        laid.pieces += _row(strand, minutes, (room, line, middle), (row, size), faces)
    return laid


def _scale(line: Box, minutes: float, sizes: tuple[Mm, Mm], bottom: Mm, faces: Faces) -> list[Piece]:
    row, size = sizes
    step = next((one for one in SCALE_STEPS if minutes / one <= MOST_MARKS), SCALE_STEPS[-1])
    face = faces.screen.regular
    pieces: list[Piece] = []
    base = line.y + row * 0.75
    unit = Type(size, colour=colours.INK3, align=Align.RIGHT)
    pieces.append(one_line("min", face, unit, line.x - row * 0.6, base))
    for minute in range(0, int(minutes) + 1, step):
        x = line.x + line.width * (minute / minutes)
        is_at_end = x + face.width(str(minute), size) / 2 > line.right
        align = Align.RIGHT if is_at_end else Align.CENTRE
        pieces.append(Rule(x, line.y + row, x, bottom, colours.LINE, mm(0.3)))
        pieces.append(one_line(str(minute), face, Type(size, colour=colours.INK3, align=align), x, base))
    return pieces


def _row(
    strand: Strand, minutes: float, place: tuple[Box, Box, Mm], sizes: tuple[Mm, Mm], faces: Faces
) -> list[Piece]:
    room, line, middle = place
    row, size = sizes
    side = row * 0.78
    base = middle + size * faces.screen.regular.capital / 2
    pieces: list[Piece] = []
    if strand.path:
        pieces += path_shape(strand.path, Box(room.x, middle - side / 2, side, side), faces)
    left = room.x + side + row * 0.3
    label = _cut(strand.label, line.x - row * 0.3 - left, size, faces)
    pieces.append(one_line(label, faces.screen.regular, Type(size), left, base))
    if strand.start is None:
        quiet = Type(size, colour=colours.INK3)
        pieces.append(one_line(strand.words, faces.screen.regular, quiet, line.x + row * 0.2, base))
        return pieces
    fill = colours.PATH_FILL[strand.path] if strand.path else colours.INK2
    start = line.x + line.width * (strand.start / minutes)
    end = minutes if strand.end is None else strand.end
    width = max(line.width * ((end - strand.start) / minutes), mm(1.2))
    bar = Box(start, middle - row * 0.26, min(width, line.right - start), row * 0.52)
    if strand.end is None:
        pieces.append(Bar(bar, fill=colours.OFF_WHITE, line=fill, line_width=mm(0.8), dashed=True))
    else:
        pieces.append(Bar(bar, fill=fill))
    for minute in strand.hints:
        x = line.x + line.width * (minute / minutes)
        mark = row * 0.62
        disc = Box(min(x, line.right - mark / 2) - mark / 2, middle - mark / 2, mark, mark)
        pieces.append(Bar(disc, fill=colours.MARKER, line=colours.INK, line_width=mm(0.5), radius=mark / 2))
    return pieces


def _cut(label: str, room: Mm, size: Mm, faces: Faces) -> str:
    face = faces.screen.regular
    while len(label) > 3 and face.width(label, size) > room:
        label = f"{label.rstrip('…')[:-1].rstrip()}…"
    return label
