"""How far grounds reach over the cut, so that no white line shows where it goes a little wrong. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout.boxes import Box
from printables.layout.sheets import Grid
from printables.units import ZERO, Mm, mm

NEAR = mm(9)
"""A ground that bleeds ends so near to an edge, or nearer, where it means to reach that edge."""
SLACK = mm(0.01)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a thing is cut, and the box around it that its grounds may fill."""

    trim: Box
    reach: Box

    @property
    def turned(self) -> Edge:
        """The same for a thing that lies upside down in its place."""
        trim, reach = self.trim, self.reach
        x, y = trim.x - (reach.right - trim.right), trim.y - (reach.bottom - trim.bottom)
        return Edge(trim, Box(x, y, reach.width, reach.height))

    def from_within(self, x: Mm, y: Mm, factor: float) -> Edge:
        """The same as a thing measures it that is drawn `factor` times as large, seen from `x`, `y`."""
        trim, reach = (
            Box(x + (box.x - x) / factor, y + (box.y - y) / factor, box.width / factor, box.height / factor)
            for box in (self.trim, self.reach)
        )
        return Edge(trim, reach)

    def part(self, box: Box) -> Edge:
        """The edge of a part of the thing: it reaches out where the thing is cut, not over a fold."""
        trim, reach = self.trim, self.reach
        left = reach.x if _meets(box.x, trim.x) else box.x
        top = reach.y if _meets(box.y, trim.y) else box.y
        right = reach.right if _meets(box.right, trim.right) else box.right
        bottom = reach.bottom if _meets(box.bottom, trim.bottom) else box.bottom
        return Edge(box, Box(left, top, right - left, bottom - top))

    def is_cut(self, box: Box) -> bool:
        """Whether `box` is the very line of the cut."""
        trim = self.trim
        near = (box.x, trim.x), (box.y, trim.y), (box.right, trim.right), (box.bottom, trim.bottom)
        return all(_meets(one, other) for one, other in near)

    def filled(self, ground: Box) -> Box:
        """`ground`, reaching over each edge to which it is near."""
        trim, reach = self.trim, self.reach
        left = reach.x if ground.x - trim.x <= NEAR else ground.x
        top = reach.y if ground.y - trim.y <= NEAR else ground.y
        right = reach.right if trim.right - ground.right <= NEAR else ground.right
        bottom = reach.bottom if trim.bottom - ground.bottom <= NEAR else ground.bottom
        return Box(left, top, right - left, bottom - top)


def edges(grid: Grid) -> tuple[Edge | None, ...]:
    """The edge of each place; None where nothing bleeds.

    Between neighbours each has half of the gap at most.
    """
    bleed = grid.bleed
    if bleed == ZERO:
        return (None,) * grid.count
    first = grid.places[0]
    across = sorted({box.x for box in grid.places})
    down = sorted({box.y for box in grid.places})
    return tuple(
        Edge(
            box,
            _around(
                box,
                _free(box.x, across, first.width, bleed),
                _free(box.y, down, first.height, bleed),
            ),
        )
        for box in grid.places
    )


def _free(start: Mm, starts: list[Mm], length: Mm, bleed: Mm) -> tuple[Mm, Mm]:
    """How far a place may reach before and after itself."""
    between = min(bleed, (starts[1] - starts[0] - length) / 2) if len(starts) > 1 else bleed
    return (bleed if start == starts[0] else between, bleed if start == starts[-1] else between)


def _around(box: Box, across: tuple[Mm, Mm], down: tuple[Mm, Mm]) -> Box:
    return Box(
        box.x - across[0],
        box.y - down[0],
        box.width + across[0] + across[1],
        box.height + down[0] + down[1],
    )


def _meets(one: Mm, other: Mm) -> bool:
    return -SLACK <= one - other <= SLACK
