"""PDF numbers, colours and curved paths as text."""

from __future__ import annotations

from functools import lru_cache

CURVE = 0.5523  # control points of a quarter circle, of the radius


def number(value: float) -> str:
    """A number to a hundredth of a point, without needless zeros."""
    return f"{round(value, 2):g}"


@lru_cache(maxsize=256)
def colour_operands(colour: str) -> str:
    """Red, green and blue of « #RRGGBB », from 0 to 1."""
    return " ".join(f"{int(colour[start : start + 2], 16) / 255:.4g}" for start in (1, 3, 5))


def circle_path(x: float, y: float, radius: float) -> str:
    return rounded_path(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def rounded_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    """A rectangle from its lower left corner, with round corners."""
    right, top = x + width, y + height
    c = radius * (1 - CURVE)
    steps = [
        ((x + radius, y), "m"),
        ((right - radius, y), "l"),
        ((right - c, y, right, y + c, right, y + radius), "c"),
        ((right, top - radius), "l"),
        ((right, top - c, right - c, top, right - radius, top), "c"),
        ((x + radius, top), "l"),
        ((x + c, top, x, top - c, x, top - radius), "c"),
        ((x, y + radius), "l"),
        ((x, y + c, x + c, y, x + radius, y), "c"),
    ]
    return " ".join(f"{' '.join(number(value) for value in values)} {verb}" for values, verb in steps) + " h"
