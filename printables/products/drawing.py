"""A pad to draw small flat things on: areas, bars, discs and strokes in numbers of the pad's own unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, hypot, pi, sin

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule, Shape
from printables.units import Mm, mm

Points = tuple[tuple[float, float], ...]
OUTLINE = mm(0.3)


@dataclass(slots=True)
class Pad:
    """Collects pieces; (0, 0) lies at `x`, `y` and one unit is `unit` long.

    Ink saving draws outlines on white instead of colours.
    """

    x: Mm
    y: Mm
    unit: Mm = mm(1)
    ink_saving: bool = False
    pieces: list[Piece] = field(default_factory=list)

    def bar(
        self, box: tuple[float, float, float, float], fill: str | None, *,
        radius: float = 0, line: str | None = None, width: float = 0.3,
    ) -> None:  # fmt: skip
        """A rectangle by its left and upper edge, its width and its height."""
        x, y, across, down = (self.unit * value for value in box)
        fill, line = self._paint(fill, line)
        thick = OUTLINE if self.ink_saving else self.unit * width
        place = Box(self.x + x, self.y + y, across, down)
        self.pieces.append(Bar(place, fill, line, line_width=thick, radius=self.unit * radius))

    def disc(
        self, x: float, y: float, radius: float, fill: str | None, *,
        line: str | None = None, width: float = 0.3,
    ) -> None:  # fmt: skip
        side = radius * 2
        self.bar((x - radius, y - radius, side, side), fill, radius=radius, line=line, width=width)

    def area(self, points: Points, fill: str | None, *, line: str | None = None, width: float = 0.3) -> None:
        """A closed outline."""
        left, top = min(x for x, _ in points), min(y for _, y in points)
        across = max(x for x, _ in points) - left or 1.0
        down = max(y for _, y in points) - top or 1.0
        box = Box(self.x + self.unit * left, self.y + self.unit * top, self.unit * across, self.unit * down)
        outline = tuple(((x - left) / across, (y - top) / down) for x, y in points)
        fill, line = self._paint(fill, line)
        thick = OUTLINE if self.ink_saving else self.unit * width
        self.pieces.append(Shape(outline, box, fill, line, line_width=thick))

    def stroke(self, points: Points, colour: str, width: float = 0.35) -> None:
        """A thin open line through points."""
        for (x1, y1), (x2, y2) in pairwise(points):
            self.pieces.append(
                Rule(
                    self.x + self.unit * x1, self.y + self.unit * y1,
                    self.x + self.unit * x2, self.y + self.unit * y2,
                    colour, self.unit * width,
                )
            )  # fmt: skip

    def ribbon(self, points: Points, fill: str, width: float) -> None:
        """A thick open line, as an area."""
        self.area(ribbon(points, width), fill)

    def _paint(self, fill: str | None, line: str | None) -> tuple[str | None, str | None]:
        if not self.ink_saving:
            return fill, line
        return (colours.WHITE if fill is not None else None), colours.INK2


def pad_in(box: Box, across: float, *, ink_saving: bool) -> Pad:
    """A pad that is `across` units wide in the width of `box`."""
    return Pad(box.x, box.y, box.width / across, ink_saving)


def arc(
    x: float, y: float, radii: tuple[float, float], turns: tuple[float, float], steps: int = 18
) -> Points:
    """Points of an ellipse about a point, clockwise from the top, from one part of a turn to another."""
    start, end = turns
    angles = [2 * pi * (start + (end - start) * index / steps) for index in range(steps + 1)]
    return tuple((x + radii[0] * sin(angle), y - radii[1] * cos(angle)) for angle in angles)


def ribbon(points: Points, width: float) -> Points:
    """The outline of a line of `width` through points."""
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    last = len(points) - 1
    for index, (x, y) in enumerate(points):
        before, after = points[max(index - 1, 0)], points[min(index + 1, last)]
        across, down = after[0] - before[0], after[1] - before[1]
        length = hypot(across, down) or 1.0
        offset_x, offset_y = -down / length * width / 2, across / length * width / 2
        left.append((x + offset_x, y + offset_y))
        right.append((x - offset_x, y - offset_y))
    return (*left, *reversed(right))


def torn(length: float, depth: float, tooth: float = 2.6, seed: int = 1) -> Points:
    """An uneven edge from (0, 0) to (length, 0) that leaves the line by at most `depth`; always the same."""
    count = max(2, round(length / tooth))
    inner = [
        (length * index / count + tooth * 0.3 * noise(seed + index * 3), depth * noise(seed + index * 7))
        for index in range(1, count)
    ]
    return ((0.0, 0.0), *inner, (length, 0.0))


def noise(number: int) -> float:
    """A value from -1 to 1 that looks drawn and is the same on every computer."""
    return ((number * 7919 + number * number * 104729) % 2003) / 1001.0 - 1.0
