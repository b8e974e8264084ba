"""What a thing asks to draw, piece by piece, and the room that each takes."""

from dataclasses import replace
from io import BytesIO

from printables.layout.boxes import Box, box_of
from printables.layout.pieces import Bar, Code, Picture, Piece, Rule, Shape, Words
from printables.products.item import Item
from printables.render.canvas import Canvas
from printables.units import Mm
from tests.unit.printables.samples import sample_look


class Recorder(Canvas):
    """A canvas that also keeps what it was asked to draw."""

    def __init__(self) -> None:
        super().__init__(BytesIO(), sample_look(), "", "")
        self.pieces: list[Piece] = []

    def draw(self, pieces: object, box: Box) -> None:
        kept = list(pieces)  # type: ignore[call-overload]
        self.pieces += [moved(piece, box.x, box.y) for piece in kept]
        super().draw(kept, box)


def moved(piece: Piece, right: Mm, down: Mm) -> Piece:
    """A piece where it lies on its sheet, which is elsewhere when only a part of a thing is shown."""
    if isinstance(piece, Words):
        return replace(piece, x=piece.x + right, y=piece.y + down)
    if isinstance(piece, Rule):
        x1, x2 = piece.x1 + right, piece.x2 + right
        return replace(piece, x1=x1, x2=x2, y1=piece.y1 + down, y2=piece.y2 + down)
    return replace(piece, box=piece.box.moved(right, down))


def pieces_of(item: Item) -> list[Piece]:
    recorder = Recorder()
    recorder.begin_page(item.size)
    item.draw(recorder, box_of(item.size))
    return recorder.pieces


def bounds(piece: Piece) -> Box:
    """The place that a piece takes, letters from the base line to the height of capitals."""
    if isinstance(piece, Words):
        height = piece.size * piece.face.capital
        return Box(piece.x, piece.y - height, piece.face.width(piece.text, piece.size), height)
    if isinstance(piece, Rule):
        left, top = min(piece.x1, piece.x2), min(piece.y1, piece.y2)
        return Box(left, top, max(piece.x1, piece.x2) - left, max(piece.y1, piece.y2) - top)
    assert isinstance(piece, Bar | Shape | Code | Picture)
    return piece.box
