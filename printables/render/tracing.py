"""Follow what a thing draws without drawing it: where its words, codes and other pieces come to lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import cos, radians, sin

from printables.layout.boxes import Box
from printables.layout.pieces import Code, Picture, Piece, Rule, Words
from printables.render.canvas import THIN, Canvas
from printables.render.look import Look
from printables.units import ZERO, Mm, mm

SMALL = mm(14)  # what is smaller, letters on a button for example, is one thing with what lies on it

_Move = Callable[[Mm, Mm], tuple[Mm, Mm]]


@dataclass(frozen=True, slots=True)
class Trace:
    """The place of one piece; `is_whole`: nobody may cut through it. `code`: what a symbol says."""

    box: Box
    is_whole: bool = False
    code: str = ""


class Tracing(Canvas):
    """A canvas that keeps `traces` and draws nothing."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.faces = look.faces
        self._edge = None
        self.traces: list[Trace] = []
        self._moves: list[_Move] = []

    def draw(self, pieces: Iterable[Piece], box: Box) -> None:
        for piece in pieces:
            place = _box_of(piece)
            is_whole = isinstance(piece, Words | Code | Picture)
            if not is_whole and not isinstance(piece, Rule):
                is_whole = place.width <= SMALL and place.height <= SMALL
            code = piece.payload if isinstance(piece, Code) else ""
            self._keep(place.moved(box.x, box.y), is_whole, code)

    def circle(self, x: Mm, y: Mm, radius: Mm, *, fill: str | None = None, line: str | None = None,
               line_width: Mm = THIN) -> None:  # fmt: skip
        side = radius * 2
        self._keep(Box(x - radius, y - radius, side, side), side <= SMALL, "")

    @contextmanager
    def turned(self, x: Mm, y: Mm, degrees: float) -> Iterator[None]:
        c, s = cos(radians(degrees)), sin(radians(degrees))
        yield from self._moved(lambda a, b: (x + (a - x) * c - (b - y) * s, y + (a - x) * s + (b - y) * c))

    @contextmanager
    def scaled(self, x: Mm, y: Mm, factor: float) -> Iterator[None]:
        yield from self._moved(lambda a, b: (x + (a - x) * factor, y + (b - y) * factor))

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """What is cut off counts as if it were drawn: such things lie behind what holds them."""
        yield

    def _moved(self, move: _Move) -> Iterator[None]:
        self._moves.append(move)
        yield
        self._moves.pop()

    def _keep(self, box: Box, is_whole: bool, code: str) -> None:
        corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        for move in reversed(self._moves):
            corners = [move(x, y) for x, y in corners]
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
        self.traces.append(Trace(Box(left, top, right - left, bottom - top), is_whole, code))


def _box_of(piece: Piece) -> Box:
    if isinstance(piece, Words):
        above, below = piece.size * piece.face.capital, piece.size * piece.face.descent
        width = piece.face.width(piece.text, piece.size)
        return Box(piece.x, piece.y - above, width, above + below)
    if isinstance(piece, Rule):
        left, top = min(piece.x1, piece.x2), min(piece.y1, piece.y2)
        return Box(left, top, max(piece.x1, piece.x2) - left, max(piece.y1, piece.y2) - top)
    return piece.box if isinstance(piece, Code | Picture) else piece.box.inset(ZERO)
