"""Outlines of the path and role shapes and of small signs, in a square of one unit. Pure: no drawing."""

from __future__ import annotations

from math import cos, pi, sin

Outline = tuple[tuple[float, float], ...]  # x to the right, y down, both 0 to 1


def _around(count: int, turn: float = 0.0, radius: float = 0.5) -> Outline:
    """Corners on a circle, the first one at the top when `turn` is 0."""
    angles = [2 * pi * (index / count) + turn for index in range(count)]
    return tuple((0.5 + radius * sin(angle), 0.5 - radius * cos(angle)) for angle in angles)


def _star() -> Outline:
    outer, inner = _around(5, radius=0.54), _around(5, turn=pi / 5, radius=0.27)
    return tuple(point for pair in zip(outer, inner, strict=True) for point in pair)


def _arc(start: float, end: float, steps: int = 36) -> Outline:
    """Points on the circle from one angle to another, clockwise from the top, in turns."""
    angles = [2 * pi * (start + (end - start) * index / steps) for index in range(steps + 1)]
    return tuple((0.5 + 0.5 * sin(angle), 0.5 - 0.5 * cos(angle)) for angle in angles)


def _barrel(steps: int = 16) -> Outline:
    """A standing barrel: flat above and below, round at its sides."""
    parts = [index / steps for index in range(steps + 1)]
    right = [(0.72 + 0.26 * sin(pi * part), part) for part in parts]
    return (*right, *((1 - x, y) for x, y in reversed(right)))


def _heart(steps: int = 40) -> Outline:
    turns = [2 * pi * index / steps for index in range(steps)]
    waves = [13 * cos(turn) - 5 * cos(2 * turn) - 2 * cos(3 * turn) - cos(4 * turn) for turn in turns]
    return tuple(
        (0.5 + 0.47 * sin(turn) ** 3, 0.46 - wave / 34) for turn, wave in zip(turns, waves, strict=True)
    )


def _bubble() -> Outline:
    """A speech bubble: round, its tail at the lower left."""
    around = ((0.5 + x - 0.5, 0.44 + (y - 0.5) * 0.82) for x, y in _arc(0.64, 1.57, 32))
    return (*around, (0.2, 0.98))


PATH_OUTLINES: dict[str, Outline] = {
    "A": _arc(0, 1, 48),
    "B": ((0.5, 0.03), (1.0, 0.94), (0.0, 0.94)),
    "C": ((0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95)),
    "D": _star(),
}
LETTER_HEIGHT = {"A": 0.5, "B": 0.36, "C": 0.5, "D": 0.34}  # of the shape
LETTER_MIDDLE = {"A": 0.5, "B": 0.68, "C": 0.5, "D": 0.53}  # where the letter's middle lies, from the top

ROLE_OUTLINES: dict[str, Outline] = {
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    "hexagon": _around(6, turn=pi / 6),
    "pentagon": _around(5),
    "cross": (
        (0.34, 0.0), (0.66, 0.0), (0.66, 0.34), (1.0, 0.34), (1.0, 0.66), (0.66, 0.66),
        (0.66, 1.0), (0.34, 1.0), (0.34, 0.66), (0.0, 0.66), (0.0, 0.34), (0.34, 0.34),
    ),
    "half-disc": tuple((x, y + 0.2) for x, y in _arc(-0.25, 0.25)),
    "barrel": _barrel(),
    "trapezium": ((0.2, 0.05), (0.8, 0.05), (1.0, 0.95), (0.0, 0.95)),
    "three-quarter-disc": ((0.5, 0.5), *_arc(0.5, 1.25)),
}  # fmt: skip

SIGN_OUTLINES: dict[str, Outline] = {
    "heart": _heart(),
    "bubble": _bubble(),
    "plane": ((0.02, 0.1), (0.98, 0.5), (0.02, 0.9), (0.22, 0.5)),
}
"""Signs of a network's posts: like, comment, share. They tell nothing."""
