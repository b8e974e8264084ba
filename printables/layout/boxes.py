"""Sizes and boxes on a sheet, counted in millimetres from the top left corner. Pure: no drawing."""

from __future__ import annotations

from dataclasses import dataclass

from printables.units import Mm, mm


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a sheet or of a thing on it."""

    width: Mm
    height: Mm

    @property
    def turned(self) -> Size:
        return Size(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: `x` to the right and `y` down from the top left corner of the sheet."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm

    @property
    def right(self) -> Mm:
        return self.x + self.width

    @property
    def bottom(self) -> Mm:
        return self.y + self.height

    def inset(self, by: Mm) -> Box:
        return Box(self.x + by, self.y + by, self.width - by * 2, self.height - by * 2)

    def moved(self, right: Mm, down: Mm) -> Box:
        return Box(self.x + right, self.y + down, self.width, self.height)

    def holds(self, other: Box) -> bool:
        """Whether `other` lies inside, to a thousandth of a millimetre."""
        slack = mm(0.001)
        return (
            other.x + slack >= self.x
            and other.y + slack >= self.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Box) -> bool:
        slack = mm(0.001)
        return (
            self.x + slack < other.right
            and other.x + slack < self.right
            and self.y + slack < other.bottom
            and other.y + slack < self.bottom
        )


def box_of(size: Size) -> Box:
    return Box(mm(0), mm(0), size.width, size.height)


A2 = Size(mm(420), mm(594))
A3 = Size(mm(297), mm(420))
A4 = Size(mm(210), mm(297))
A5 = Size(mm(148), mm(210))
A6 = Size(mm(105), mm(148))
A7 = Size(mm(74), mm(105))
LETTER = Size(mm(215.9), mm(279.4))
OWN_SHEETS = (A3, A2)  # what is as large as one of these is printed on such a sheet, whatever the rest is on
UNPRINTABLE = mm(4.2)
