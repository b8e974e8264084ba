"""What four numbers read on each side of a printed sheet tell of a printer's errors, and how to undo them.

The sheet bears slanted scales, numbered 5 to 15; 10 means that all is true. A person folds the sheet left
edge on right edge: the crease stands in the middle of the paper, wherever the printer put the drawing, and
crosses scale 1 (above) and scale 2 (below). Folded again, top edge on bottom edge, the crease crosses scale
3. For scale 4 a second sheet of the same paper is the rule: its corner on the printed corner, its far edge
crosses the scale. On the front its short edge lies down the sheet; on the back, folded in half, across it.

A scale rises by 1 mm while it runs 5 mm: a tenth of a millimetre is half a millimetre along the line.
People read to the nearest tenth: 0.05 mm at most is lost in each number.

What is recovered. A side has five unknowns (two scales, two offsets, one turn) and four numbers. Numbers 1
and 2 give the turn and the offset across, 3 the offset down, 4 one scale: down on the front, across on the
back. One drum and the same rollers draw both sides, so both share the two scales: eight numbers for eight
unknowns. Who reads the front only gets one scale for both directions, which is what a reduction to fit the
page does. What paper shrinks between its two sides (one part in a thousand at most) is not told apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from math import atan2, cos, degrees, hypot, radians, sin

from printables.layout.boxes import A4, Size
from printables.units import ZERO, Mm, mm

FIRST, TRUE, LAST = 5.0, 10.0, 15.0
"""Where each scale begins, what a perfect printer gives, and where it ends."""

RUN = 5.0
"""How far a scale runs along while it measures one millimetre."""

MOST_SCALE, MOST_OFFSET, MOST_TURN = 0.02, 4.0, 1.0
FROM_EDGE = mm(37)


class Doubt(Enum):
    """Why readings are not believed."""

    OUTSIDE = "outside"  # no number of the scale
    SCALE = "scale"  # a driver that fits the page
    PLACE = "place"
    TURN = "turn"


class AbsurdReadingsError(ValueError):
    """Readings that no printer in order gives; `scale` numbers the reading when one is to blame."""

    def __init__(self, doubt: Doubt, scale: int = 0) -> None:
        super().__init__(f"{doubt.value} {scale}")
        self.doubt = doubt
        self.scale = scale


@dataclass(frozen=True, slots=True)
class Readings:
    """The four numbers of one side, as they stand on the scales. Raises AbsurdReadingsError."""

    one: float
    two: float
    three: float
    four: float

    def __post_init__(self) -> None:
        for scale, value in enumerate((self.one, self.two, self.three, self.four), start=1):
            if not FIRST <= value <= LAST:
                raise AbsurdReadingsError(Doubt.OUTSIDE, scale)


@dataclass(frozen=True, slots=True)
class SlantedScale:
    """A scale about its middle: it measures across (or down) and runs down (or across)."""

    x: Mm
    y: Mm
    is_across: bool

    def point(self, value: float) -> tuple[Mm, Mm]:
        """Where `value` stands on the sheet as it is drawn."""
        off = mm(value - TRUE)
        if self.is_across:
            return self.x + off, self.y + off * RUN
        return self.x + off * RUN, self.y + off


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """The scales 1 to 4 of one side, and the corner on which the second sheet is laid for the fourth."""

    scales: tuple[SlantedScale, SlantedScale, SlantedScale, SlantedScale]
    corner: tuple[Mm, Mm]
    laid: Size  # what of the second sheet is laid there


def plan_of(paper: Size, *, is_back: bool) -> SheetPlan:
    """Where things stand on the front or the back of a sheet."""
    middle, half = paper.width / 2, paper.height / 2
    first = SlantedScale(middle, FROM_EDGE, True)
    second = SlantedScale(middle, paper.height - FROM_EDGE, True)
    third = SlantedScale(middle + mm(32), half, False)
    if is_back:
        laid = Size(half, paper.width)
        corner = middle - half / 2, mm(78)
        fourth = SlantedScale(corner[0] + half, mm(108), True)
    else:
        laid = Size(paper.height, paper.width)
        corner = mm(22), half - middle
        fourth = SlantedScale(mm(54), corner[1] + paper.width, False)
    return SheetPlan((first, second, third, fourth), corner, laid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A printer's error on one side: about the middle of the page it scales, turns clockwise, then moves.

    Drawing what `drawn` gives makes the error vanish.
    """

    scale_x: float = 1.0
    scale_y: float = 1.0
    right: Mm = ZERO
    down: Mm = ZERO
    turn: float = 0.0  # degrees

    def printed(self, x: Mm, y: Mm, page: Size) -> tuple[Mm, Mm]:
        """Where this printer puts what is drawn at a point of the page."""
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        across, below = (x - page.width / 2) * self.scale_x, (y - page.height / 2) * self.scale_y
        return (
            page.width / 2 + self.right + across * c - below * s,
            page.height / 2 + self.down + across * s + below * c,
        )

    def drawn(self, x: Mm, y: Mm, page: Size) -> tuple[Mm, Mm]:
        """Where to draw what is to come out at a point of the page."""
        a, b, c, d = self.factors
        across, below = x - page.width / 2 - self.right, y - page.height / 2 - self.down
        return page.width / 2 + across * a + below * b, page.height / 2 + across * c + below * d

    @property
    def factors(self) -> tuple[float, float, float, float]:
        """What undoes scale and turn: `x' = a x + b y`, `y' = c x + d y`, to the right and down."""
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        return c / self.scale_x, s / self.scale_x, -s / self.scale_y, c / self.scale_y

    def for_page(self, page: Size) -> Correction:
        """The same printer under a lying page, which drivers turn to the left to feed it upright."""
        if page.width <= page.height:
            return self
        return replace(self, scale_x=self.scale_y, scale_y=self.scale_x, right=-self.down, down=self.right)


def solved(front: Readings, back: Readings | None = None, paper: Size = A4) -> tuple[Correction, Correction]:
    """The errors of both sides. Without a back read, it gets the front's: the same way through the printer.

    Raises AbsurdReadingsError.
    """
    scale_y = _measured(front, paper, is_back=False)
    scale_x = scale_y if back is None else _measured(back, paper, is_back=True)
    if max(abs(scale_x - 1), abs(scale_y - 1)) > MOST_SCALE:
        raise AbsurdReadingsError(Doubt.SCALE)
    first = _placed(front, paper, scale_x, scale_y, is_back=False)
    return first, first if back is None else _placed(back, paper, scale_x, scale_y, is_back=True)


def _measured(read: Readings, paper: Size, *, is_back: bool) -> float:
    """The scale that number 4 gives: the length of the second sheet over what it covers of the drawing."""
    plan = plan_of(paper, is_back=is_back)
    x, y = plan.scales[3].point(read.four)
    if is_back:
        return plan.laid.width / (x - plan.corner[0])
    return plan.laid.height / (y - plan.corner[1])


def _placed(read: Readings, paper: Size, scale_x: float, scale_y: float, *, is_back: bool) -> Correction:
    """The turn that sets points 1 and 2 on one upright line, then the offsets that bring them home."""
    scales = plan_of(paper, is_back=is_back).scales
    points = [
        scale.point(value)
        for scale, value in zip(scales, (read.one, read.two, read.three, read.four), strict=True)
    ]
    across = [(x - paper.width / 2) / mm(1) * scale_x for x, _ in points]
    below = [(y - paper.height / 2) / mm(1) * scale_y for _, y in points]
    turn = -atan2(across[0] - across[1], below[1] - below[0])
    c, s = cos(turn), sin(turn)
    right, down = s * below[0] - c * across[0], -s * across[2] - c * below[2]
    if abs(degrees(turn)) > MOST_TURN:
        raise AbsurdReadingsError(Doubt.TURN)
    if hypot(right, down) > MOST_OFFSET * 2**0.5:
        raise AbsurdReadingsError(Doubt.PLACE)
    return Correction(scale_x=scale_x, scale_y=scale_y, right=mm(right), down=mm(down), turn=degrees(turn))
