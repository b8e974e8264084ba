"""Set lines of text: the places, faces and sizes that blocks and products share."""

from __future__ import annotations

from dataclasses import dataclass, field

from printables.layout import colours
from printables.layout.pieces import Piece, Words
from printables.layout.text import Face, Line, Pair, plain, wrapped
from printables.problems import Cause
from printables.products.blocks import SMALLEST_BODY, Align
from printables.render.fonts import Faces
from printables.units import Mm

LEADING = 1.4
ASCENT = 1.05  # from the top of a line to its base line, of the size of type


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
    """How words are set: size, weight, colour, alignment, and how far apart lines are, of the size."""

    size: Mm
    bold: bool = False
    colour: str = colours.INK
    align: Align = Align.LEFT
    leading: float = LEADING


@dataclass(frozen=True, slots=True)
class Style:
    """Faces, and how far type may shrink: `scale` is 1 down to what the smallest body needs.

    `colour` and `quiet` are those of words on the ground at hand; `ink_saving` leaves grounds white.
    """

    faces: Faces
    scale: float = 1.0
    colour: str = colours.INK
    quiet: str = colours.INK2
    ink_saving: bool = False

    def size(self, wanted: Mm) -> Mm:
        """The size to set, never below the smallest body unless it was asked for smaller."""
        return wanted if wanted <= SMALLEST_BODY else max(wanted * self.scale, SMALLEST_BODY)


def paragraph(text: str, kind: Type, place: Place, style: Style) -> Laid:
    """A wrapped paragraph in the text face."""
    return set_lines(text, style.faces.text, kind, place)


def set_lines(text: str, faces: Pair, kind: Type, place: Place) -> Laid:
    """Wrapped lines in any pair of faces."""
    size = kind.size
    limit = place.width / size
    lines = wrapped(text, faces, kind.bold, limit)
    leading = size * kind.leading
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
