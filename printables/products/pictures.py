"""Small flat pictures by name, drawn from discs, bars and outlines on a board of 100 by 60."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from printables.layout.boxes import Box
from printables.layout.colours import CREAM, INK, MARKER, PRIMARY, WHITE
from printables.layout.pieces import Bar, Piece, Rule, Shape
from printables.units import Mm

BOARD_WIDTH, BOARD_HEIGHT = 100, 60
FUR, RED, TAN, WOOD, GREEN, VIOLET = "#F29B38", "#C8352C", "#CDA873", "#7A5A46", "#17633D", "#7B3294"
SAND, PINK, MINT, SKY, LILAC = "#FDE6C6", "#F8D7E3", "#DFF1E6", "#DCEBF4", "#E6DDF6"
Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Turns positions on the board into pieces inside a box, at the box's scale."""

    x: Mm
    y: Mm
    unit: Mm

    def disc(self, x: float, y: float, radius: float, fill: str | None, line: str | None = None) -> Piece:
        box = Box(self.x + self.unit * (x - radius), self.y + self.unit * (y - radius),
                  self.unit * (radius * 2), self.unit * (radius * 2))  # fmt: skip
        return Bar(box, fill=fill, line=line, line_width=self.unit * 1.4, radius=self.unit * radius)

    def bar(self, box: tuple[float, float, float, float], fill: str, radius: float = 0) -> Piece:
        x, y, width, height = box
        place = Box(self.x + self.unit * x, self.y + self.unit * y, self.unit * width, self.unit * height)
        return Bar(place, fill=fill, radius=self.unit * radius)

    def outline(self, points: Points, fill: str) -> Piece:
        box = Box(self.x, self.y, self.unit * BOARD_WIDTH, self.unit * BOARD_WIDTH)
        return Shape(tuple((x / BOARD_WIDTH, y / BOARD_WIDTH) for x, y in points), box, fill)

    def stroke(
        self, x1: float, y1: float, x2: float, y2: float, colour: str = INK, width: float = 1.4
    ) -> Piece:
        at = self.unit
        return Rule(
            self.x + at * x1, self.y + at * y1, self.x + at * x2, self.y + at * y2, colour, at * width
        )


def _cat(b: Board) -> list[Piece]:
    return [
        b.outline(((34, 8), (46, 22), (34, 32)), FUR),
        b.outline(((66, 8), (54, 22), (66, 32)), FUR),
        b.disc(50, 34, 18, FUR),
        b.disc(43, 31, 3, INK), b.disc(57, 31, 3, INK),
        b.disc(44, 30, 0.9, WHITE), b.disc(58, 30, 0.9, WHITE),
        b.outline(((47.5, 37), (52.5, 37), (50, 40)), INK),
        b.stroke(36, 39, 22, 36), b.stroke(36, 42, 22, 44),
        b.stroke(64, 39, 78, 36), b.stroke(64, 42, 78, 44),
    ]  # fmt: skip


def _cake(b: Board) -> list[Piece]:
    candles = [
        piece
        for index in range(6)
        for piece in (
            b.bar((33.2 + index * 6.2, 13, 2.2, 11), PRIMARY if index % 2 else FUR),
            b.disc(34.3 + index * 6.2, 10.4, 1.8, MARKER),
        )
    ]
    return [
        *candles,
        b.bar((28, 24, 44, 24), "#D8577A", 2),
        b.bar((28, 24, 44, 8), CREAM, 2),
        *(b.disc(32 + index * 9, 32, 3, CREAM) for index in range(5)),
        b.bar((22, 48, 56, 3), WOOD, 1),
    ]


def _shoe(b: Board) -> list[Piece]:
    return [
        b.outline(((27, 18), (44, 18), (50, 30), (72, 38), (76, 46), (27, 46)), VIOLET),
        b.bar((27, 44, 50, 4), INK, 1),
        b.bar((27, 46, 8, 8), INK),
        b.stroke(40, 26, 49, 22, CREAM), b.stroke(44, 32, 53, 28, CREAM),
    ]  # fmt: skip


def _ball(b: Board) -> list[Piece]:
    return [
        b.disc(50, 31, 19, WHITE, INK),
        b.outline(((50, 23), (57.6, 28.5), (54.7, 37.5), (45.3, 37.5), (42.4, 28.5)), INK),
        b.stroke(50, 23, 50, 12), b.stroke(57.6, 28.5, 68, 25), b.stroke(54.7, 37.5, 61, 46),
        b.stroke(45.3, 37.5, 39, 46), b.stroke(42.4, 28.5, 32, 25),
    ]  # fmt: skip


def _mug(b: Board) -> list[Piece]:
    return [
        b.disc(65, 34, 8.5, None, PRIMARY),
        b.bar((36, 20, 28, 30), PRIMARY, 4),
        b.stroke(44, 6, 44, 14, "#5C6572", 2.4), b.stroke(54, 6, 54, 14, "#5C6572", 2.4),
    ]  # fmt: skip


def _star(b: Board) -> list[Piece]:
    points = (
        (50, 8),
        (56, 23.5),
        (72.5, 24.5),
        (59.8, 35),
        (64, 51),
        (50, 42),
        (36, 51),
        (40.2, 35),
        (27.5, 24.5),
        (44, 23.5),
    )
    return [
        b.outline(points, "#E7A32B"),
        b.disc(46, 30, 1.6, INK),
        b.disc(54, 30, 1.6, INK),
        b.stroke(46, 36, 54, 36),
    ]


def _pony(b: Board) -> list[Piece]:
    return [
        b.bar((33, 26, 34, 15, ), WOOD, 7),
        *(b.bar((x, 36, 5, 17), WOOD, 1.5) for x in (35, 42, 55, 61)),
        b.outline(((60, 30), (66, 11), (74, 12), (72, 34)), WOOD),
        b.bar((67, 11, 17, 9), WOOD, 4),
        b.outline(((67, 11), (69, 5), (72, 11)), WOOD),
        b.outline(((58, 29), (64, 9), (68, 10), (64, 31)), INK),
        b.outline(((34, 28), (24, 33), (23, 47), (31, 38), (36, 35)), INK),
        b.disc(73, 14.5, 1.3, INK),
        b.bar((79, 20, 12, 2.4), MARKER, 1), b.bar((82, 15.5, 6, 5), MARKER, 1),
    ]  # fmt: skip


def _boat(b: Board) -> list[Piece]:
    return [
        b.bar((49, 6, 1.8, 36), INK),
        b.outline(((52, 7), (52, 38), (72, 38)), WHITE),
        b.outline(((47.5, 12), (47.5, 38), (32, 38)), CREAM),
        b.outline(((26, 42), (76, 42), (69, 52), (33, 52)), RED),
        b.stroke(16, 54, 84, 54, PRIMARY, 2.4),
    ]


PICTURES: dict[str, tuple[str, Callable[[Board], list[Piece]]]] = {
    "cat": (SAND, _cat),
    "cake": (PINK, _cake),
    "shoe": (LILAC, _shoe),
    "ball": (SKY, _ball),
    "mug": (MINT, _mug),
    "star": (PRIMARY, _star),
    "pony": (SAND, _pony),
    "boat": (SKY, _boat),
}


def picture(name: str, box: Box, *, ink_saving: bool = False) -> list[Piece]:
    """The picture `name` in the middle of `box`, on its own ground."""
    ground, draw = PICTURES[name]
    unit = min(box.width / BOARD_WIDTH, box.height / BOARD_HEIGHT)
    left = box.x + (box.width - unit * BOARD_WIDTH) / 2
    top = box.y + (box.height - unit * BOARD_HEIGHT) / 2
    frame = Bar(box, fill=None if ink_saving else ground, line=INK if ink_saving else None, radius=unit * 4)
    return [frame, *draw(Board(left, top, unit))]
