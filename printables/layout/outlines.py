"""Outlines of vector pictures: path data and simple shapes as moves, lines and curves. Pure: no drawing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import acos, ceil, cos, hypot, inf, pi, radians, sin, sqrt, tan

Step = tuple[str, tuple[float, ...]]
"""A verb of PDF (m, l, c, h) with its points, x to the right and y down."""

LARGEST = 1e6
QUARTER = 0.5523  # control points of a quarter circle, of the radius
_COMMAND = re.compile(r"[\s,]*([MmLlHhVvCcSsQqTtAaZz])")
_NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
_REST = re.compile(r"[\s,]*\Z")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_TRANSFORM = re.compile(r"[\s,]*(translate|scale|rotate|matrix)\s*\(([^()]*)\)")


class OutlineError(ValueError):
    """What is written is no outline that we can draw; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a x + c y + e and y' = b x + d y + f, as SVG and PDF write it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, o: Matrix) -> Matrix:
        """First `o`, then this one: `o` is written further inside."""
        return Matrix(
            self.a * o.a + self.c * o.b, self.b * o.a + self.d * o.b,
            self.a * o.c + self.c * o.d, self.b * o.c + self.d * o.d,
            self.a * o.e + self.c * o.f + self.e, self.b * o.e + self.d * o.f + self.f,
        )  # fmt: skip

    def moved(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        return tuple((verb, tuple(self._points(points))) for verb, points in steps)

    def _points(self, points: Sequence[float]) -> Iterator[float]:
        for x, y in zip(points[::2], points[1::2], strict=True):
            yield self.a * x + self.c * y + self.e
            yield self.b * x + self.d * y + self.f

    @property
    def zoom(self) -> float:
        """By how much a line grows thicker."""
        return sqrt(abs(self.a * self.d - self.b * self.c))


def numbers(text: str) -> list[float]:
    """The numbers of a list with blanks or commas between them. Raises OutlineError."""
    found, place = [], 0
    while match := _NUMBER.match(text, place):
        found.append(_finite(match[1]))
        place = match.end()
    if not _REST.match(text, place):
        raise OutlineError(text[place : place + 20])
    return found


def _finite(text: str) -> float:
    value = float(text)
    if not abs(value) < LARGEST:
        raise OutlineError(text)
    return value


def transform(text: str) -> Matrix:
    """The matrix of « translate(3 4) rotate(20) ». Raises OutlineError."""
    result, place = Matrix(), 0
    while match := _TRANSFORM.match(text, place):
        result = result.then(_one_transform(match[1], numbers(match[2]), match[0]))
        place = match.end()
    if not _REST.match(text, place):
        raise OutlineError(text[place : place + 20])
    return result


def _one_transform(name: str, given: list[float], written: str) -> Matrix:
    match name, given:
        case "translate", [x, *rest] if len(rest) < 2:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) < 2:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle]:
            return _rotation(angle)
        case "rotate", [angle, x, y]:
            return Matrix(e=x, f=y).then(_rotation(angle)).then(Matrix(e=-x, f=-y))
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case _:
            raise OutlineError(written.strip())


def _rotation(degrees: float) -> Matrix:
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return Matrix(c, s, -s, c)


def polygon(points: Sequence[float], *, closed: bool) -> tuple[Step, ...]:
    """A line through points, or a polygon. Raises OutlineError when there are none or half a point."""
    if len(points) < 4 or len(points) % 2:
        raise OutlineError(" ".join(f"{value:g}" for value in points[:6]))
    pairs = list(zip(points[::2], points[1::2], strict=True))
    steps: list[Step] = [("m", pairs[0]), *(("l", pair) for pair in pairs[1:])]
    return (*steps, ("h", ())) if closed else tuple(steps)


def ellipse(x: float, y: float, rx: float, ry: float) -> tuple[Step, ...]:
    return rectangle(x - rx, y - ry, 2 * rx, 2 * ry, (rx, ry))


def rectangle(
    x: float, y: float, width: float, height: float, radii: tuple[float, float]
) -> tuple[Step, ...]:
    """A rectangle, its corners rounded where both radii are more than nothing."""
    rx, ry = min(radii[0], width / 2), min(radii[1], height / 2)
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return polygon((x, y, right, y, right, bottom, x, bottom), closed=True)
    cx, cy = rx * (1 - QUARTER), ry * (1 - QUARTER)
    return (
        ("m", (x + rx, y)), ("l", (right - rx, y)),
        ("c", (right - cx, y, right, y + cy, right, y + ry)), ("l", (right, bottom - ry)),
        ("c", (right, bottom - cy, right - cx, bottom, right - rx, bottom)), ("l", (x + rx, bottom)),
        ("c", (x + cx, bottom, x, bottom - cy, x, bottom - ry)), ("l", (x, y + ry)),
        ("c", (x, y + cy, x + cx, y, x + rx, y)), ("h", ()),
    )  # fmt: skip


def bounds(steps: Sequence[Step]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all points, those that only pull a curve included."""
    xs = [x for _, points in steps for x in points[::2]]
    ys = [y for _, points in steps for y in points[1::2]]
    return min(xs, default=inf), min(ys, default=inf), max(xs, default=-inf), max(ys, default=-inf)


def path(data: str) -> tuple[Step, ...]:
    """The steps of SVG path data. Raises OutlineError."""
    pen, place = _Pen(), 0
    while match := _COMMAND.match(data, place):
        letter, place = match[1], match.end()
        if not pen.steps and letter not in "Mm":
            raise OutlineError(data[:20])
        place = _follow(pen, letter, data, place)
    if not _REST.match(data, place) or not pen.steps:
        raise OutlineError(data[place : place + 20])
    return tuple(pen.steps)


def _follow(pen: _Pen, letter: str, data: str, place: int) -> int:
    """Draw one command with all its groups of numbers; where the text goes on."""
    count = _COUNTS[letter.upper()]
    if not count:
        pen.close()
        return place
    first = place
    while found := _group(letter, data, place):
        given, place = found
        pen.draw(letter, given)
        letter = {"M": "L", "m": "l"}.get(letter, letter)
    if place == first:
        raise OutlineError(f"{letter}{data[place : place + 20]}")
    return place


def _group(letter: str, data: str, place: int) -> tuple[list[float], int] | None:
    """The numbers of one group; None where no further group begins. The flags of an arc may touch."""
    given: list[float] = []
    for index in range(_COUNTS[letter.upper()]):
        is_flag = letter in "Aa" and index in (3, 4)
        match = (_FLAG if is_flag else _NUMBER).match(data, place)
        if match is None:
            if not given:
                return None
            raise OutlineError(data[place : place + 20])
        given.append(_finite(match[1]))
        place = match.end()
    return given, place


@dataclass(slots=True)
class _Pen:
    """Where the path has come to, and which control point a smooth curve mirrors."""

    steps: list[Step] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    start: tuple[float, float] = (0.0, 0.0)
    pull: tuple[str, float, float] = ("", 0.0, 0.0)

    def draw(self, letter: str, given: list[float]) -> None:
        kind = letter.upper()
        if letter != kind:
            given = self._absolute(kind, given)
        _DRAW[kind](self, given)
        if kind not in "CSQT":
            self.pull = ("", 0.0, 0.0)

    def _absolute(self, kind: str, given: list[float]) -> list[float]:
        if kind == "H":
            return [given[0] + self.x]
        if kind == "V":
            return [given[0] + self.y]
        fixed = 5 if kind == "A" else 0
        moved = [value + (self.y if index % 2 else self.x) for index, value in enumerate(given[fixed:])]
        return given[:fixed] + moved

    def move(self, g: list[float]) -> None:
        self.x, self.y = self.start = (g[0], g[1])
        self.steps.append(("m", self.start))

    def close(self) -> None:
        self.x, self.y = self.start
        self.steps.append(("h", ()))

    def line(self, g: list[float]) -> None:
        self.x, self.y = g
        self.steps.append(("l", (self.x, self.y)))

    def across(self, g: list[float]) -> None:
        self.line([g[0], self.y])

    def down(self, g: list[float]) -> None:
        self.line([self.x, g[0]])

    def curve(self, g: list[float]) -> None:
        self.steps.append(("c", tuple(g)))
        self.pull = ("C", g[2], g[3])
        self.x, self.y = g[4], g[5]

    def smooth(self, g: list[float]) -> None:
        self.curve([*self._mirrored("C"), *g])

    def bend(self, g: list[float]) -> None:
        """A curve with one control point, written with two."""
        px, py, x, y = g
        self.curve([
            self.x + (px - self.x) * 2 / 3, self.y + (py - self.y) * 2 / 3,
            x + (px - x) * 2 / 3, y + (py - y) * 2 / 3, x, y,
        ])  # fmt: skip
        self.pull = ("Q", px, py)

    def smooth_bend(self, g: list[float]) -> None:
        self.bend([*self._mirrored("Q"), *g])

    def _mirrored(self, kind: str) -> tuple[float, float]:
        last, px, py = self.pull
        return (2 * self.x - px, 2 * self.y - py) if last == kind else (self.x, self.y)

    def arc(self, g: list[float]) -> None:
        for points in _arc_curves((self.x, self.y), g):
            self.steps.append(("c", points))
        if (self.x, self.y) != (g[5], g[6]) and not (g[0] and g[1]):
            self.line(g[5:])
        self.x, self.y = g[5], g[6]


_DRAW: dict[str, Callable[[_Pen, list[float]], None]] = {
    "M": _Pen.move, "L": _Pen.line, "H": _Pen.across, "V": _Pen.down, "C": _Pen.curve, "S": _Pen.smooth,
    "Q": _Pen.bend, "T": _Pen.smooth_bend, "A": _Pen.arc,
}  # fmt: skip


def _arc_curves(start: tuple[float, float], g: list[float]) -> Iterator[tuple[float, ...]]:
    """An elliptical arc as curves of at most a quarter each (SVG 1.1, appendix F.6)."""
    rx, ry, turn, large, sweep, x, y = abs(g[0]), abs(g[1]), radians(g[2]), g[3], g[4], g[5], g[6]
    if not rx or not ry or start == (x, y):
        return
    c, s = cos(turn), sin(turn)
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    px, py = (c * half_x + s * half_y) / rx, (c * half_y - s * half_x) / ry
    reach = hypot(px, py)
    if reach > 1:  # too small for the two points: grown until it just reaches
        rx, ry, px, py, reach = rx * reach, ry * reach, px / reach, py / reach, 1.0
    side = sqrt(max(0.0, 1 / reach**2 - 1)) * (1 if large == sweep else -1)
    mx, my = -side * py, side * px  # the middle, in the ellipse's own circle
    first = _angle(px - mx, py - my)
    span = (_angle(-px - mx, -py - my) - first) % (2 * pi)
    if not sweep:
        span -= 2 * pi
    own = Matrix(c * rx, s * rx, -s * ry, c * ry)
    middle = own.moved([("m", (mx, my))])[0][1]
    placed = Matrix(
        own.a, own.b, own.c, own.d, middle[0] + (start[0] + x) / 2, middle[1] + (start[1] + y) / 2
    )
    parts = max(1, ceil(abs(span) / (pi / 2) - 1e-9))
    for index in range(parts):
        curve = _unit_curve(first + span * index / parts, span / parts)
        yield placed.moved([("c", curve)])[0][1]


def _angle(x: float, y: float) -> float:
    angle = acos(max(-1.0, min(1.0, x / hypot(x, y))))
    return angle if y >= 0 else -angle


def _unit_curve(first: float, span: float) -> tuple[float, ...]:
    """A part of the circle of radius 1 as the numbers of a curve, without its start."""
    last, pull = first + span, 4 / 3 * tan(span / 4)
    return (
        cos(first) - pull * sin(first), sin(first) + pull * cos(first),
        cos(last) + pull * sin(last), sin(last) - pull * cos(last), cos(last), sin(last),
    )  # fmt: skip
