"""How things are laid on paper: which paper, how many on a sheet, which sides, in which order. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from printables.layout.boxes import A4, UNPRINTABLE, Size
from printables.units import ZERO, Mm, mm

COUNTS = (1, 2, 4, 8, 9)
"""How many things a sheet can be asked to hold."""

MOST_BLEED, MOST_GAP = mm(3), mm(20)
LEAST_MARGIN, MOST_MARGIN = mm(3), mm(15)


class Sides(Enum):
    """How backs are printed.

    `FOLD`: for printers with one side, front and back lie side by side, to be folded and glued. `LONG` and
    `SHORT`: the printer turns the sheet about that edge.
    """

    FOLD = "fold"
    LONG = "long"
    SHORT = "short"


class Order(Enum):
    """`ROWS`: along the rows of each sheet. `STACK`: the piles of a pile of sheets, cut once, read on.

    `BOOKLET`: the pages of documents two by two, to be folded in the middle; cards as in `ROWS`.
    """

    ROWS = "rows"
    STACK = "stack"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoice:
    """`n_up` 0: as many as fit, as for things too large for a number.

    `gap` between things; None: 6 mm, or none where more then fit. `bleed`: how far grounds reach over the
    cut. `margin`: what the printer cannot reach. Raises ValueError.
    """

    paper: Size = A4
    n_up: int = 0
    gap: Mm | None = None
    bleed: Mm = ZERO
    sides: Sides = Sides.FOLD
    order: Order = Order.ROWS
    margin: Mm = UNPRINTABLE

    def __post_init__(self) -> None:
        if self.n_up and self.n_up not in COUNTS:
            raise ValueError(f"a sheet holds {COUNTS} things, or 0: as many as fit")
        if not ZERO <= self.bleed <= MOST_BLEED:
            raise ValueError("the bleed is 0 to 3 mm")
        if self.gap is not None and not ZERO <= self.gap <= MOST_GAP:
            raise ValueError("the gap is 0 to 20 mm")
        if not LEAST_MARGIN <= self.margin <= MOST_MARGIN:
            raise ValueError("the margin is 3 to 15 mm")

    @property
    def is_two_sided(self) -> bool:
        return self.sides is not Sides.FOLD
