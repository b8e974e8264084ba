"""Lengths on paper, as a type of their own that refuses to be mixed with bare numbers."""

from __future__ import annotations

from typing import overload

POINTS_PER_MM = 72 / 25.4


class Mm:
    """A length in millimetres. Lengths add up; a length times a length, or plus a number, is a mistake."""

    __slots__ = ("_value",)

    def __init__(self, value: float) -> None:
        self._value = value

    def __add__(self, other: Mm) -> Mm:
        try:
            return Mm(self._value + other._value)
        except AttributeError:
            raise _not_a_length(other) from None

    def __sub__(self, other: Mm) -> Mm:
        try:
            return Mm(self._value - other._value)
        except AttributeError:
            raise _not_a_length(other) from None

    def __mul__(self, factor: float) -> Mm:
        return Mm(self._value * (factor + 0.0))  # the addition refuses a factor that is a length

    def __rmul__(self, factor: float) -> Mm:
        return Mm(self._value * (factor + 0.0))

    @overload
    def __truediv__(self, other: Mm) -> float: ...
    @overload
    def __truediv__(self, other: float) -> Mm: ...
    def __truediv__(self, other: Mm | float) -> float | Mm:
        return self._value / other._value if isinstance(other, Mm) else Mm(self._value / other)

    def __neg__(self) -> Mm:
        return Mm(-self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mm) and self._value == other._value

    def __lt__(self, other: Mm) -> bool:
        try:
            return self._value < other._value
        except AttributeError:
            raise _not_a_length(other) from None

    def __le__(self, other: Mm) -> bool:
        try:
            return self._value <= other._value
        except AttributeError:
            raise _not_a_length(other) from None

    def __gt__(self, other: Mm) -> bool:
        try:
            return self._value > other._value
        except AttributeError:
            raise _not_a_length(other) from None

    def __ge__(self, other: Mm) -> bool:
        try:
            return self._value >= other._value
        except AttributeError:
            raise _not_a_length(other) from None

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return f"{self._value:.2f} mm"

    @property
    def pt(self) -> float:
        """The length in PDF points; read only in `printables.render`."""
        return self._value * POINTS_PER_MM


def _not_a_length(other: object) -> TypeError:
    return TypeError(f"a length is needed, not {other!r}")


def mm(value: float) -> Mm:
    return Mm(value)


def pt(points: float) -> Mm:
    """The length of so many typographic points; for sizes of type."""
    return Mm(points / POINTS_PER_MM)


ZERO = Mm(0)
