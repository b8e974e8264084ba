"""The faint plan of a ward: rooms with doors and beds on both sides of a corridor, a desk, stairs, lifts."""

from __future__ import annotations

from printables.layout.boxes import Box
from printables.layout.pieces import Piece
from printables.products.drawing import Pad, arc

FAINT, FAINTER = "#D5D0C4", "#E6E2D8"
WALL, THIN = 0.07, 0.025
LEFT, RIGHT, TOP, BOTTOM = -0.6, 8.6, -0.6, 8.6
ABOVE, BELOW = 3.0, 5.0  # the walls of the corridor: like all walls between rooms, on lines of the grid
UPPER_WALLS = (2.0, 4.0, 6.0)
LOWER_WALLS = (2.0, 4.0, 6.0)
DOOR = 0.46
HINGE = 0.04  # from the wall: no door opens over a letter


def floor_plan(grid: Box, *, ink_saving: bool) -> list[Piece]:
    """The ward under a lettered square of eight by eight cells that fills `grid`; no word, no number."""
    pad = Pad(grid.x, grid.y, grid.width / 8)
    _outer_walls(pad)
    _rooms(pad, UPPER_WALLS, (TOP, ABOVE))
    _rooms(pad, LOWER_WALLS, (BOTTOM, BELOW))
    if not ink_saving:
        for x in (0.2, 2.4, 4.9, 7.2):
            _bed(pad, x, TOP + 0.12)
        for x in (0.2, 2.3):
            _bed(pad, x, BOTTOM - 0.84)
    _desk(pad)
    _stairs(pad)
    _lifts(pad)
    return pad.pieces


def _outer_walls(pad: Pad) -> None:
    corners = ((LEFT, TOP), (RIGHT, TOP), (RIGHT, BOTTOM), (LEFT, BOTTOM), (LEFT, TOP))
    pad.stroke(corners, FAINT, WALL * 1.6)
    for x in (LEFT, RIGHT):  # the doors at both ends of the corridor
        pad.bar((x - WALL, 3.55, WALL * 2, 0.9), "#FFFFFF")
        pad.stroke(((x, 3.55), (x, 4.45)), FAINT, THIN)


def _rooms(pad: Pad, walls: tuple[float, ...], across: tuple[float, float]) -> None:
    """Walls between rooms, the corridor's wall with a gap at every door, and the doors half open."""
    far, near = across
    for x in walls:
        pad.stroke(((x, far), (x, near)), FAINT, WALL)
    inwards = 1 if far > near else -1
    edges = (LEFT, *walls, RIGHT)
    for left, right in zip(edges, edges[1:], strict=False):
        hinge = right - HINGE
        pad.stroke(((left, near), (hinge - DOOR, near)), FAINT, WALL)
        pad.stroke(((hinge, near), (right, near)), FAINT, WALL)
        pad.stroke(((hinge, near), (hinge, near + DOOR * inwards)), FAINT, THIN * 1.6)
        turns = (0.75, 1.0) if inwards < 0 else (0.5, 0.75)
        pad.stroke(arc(hinge, near, (DOOR, DOOR), turns, 10), FAINTER, THIN)


def _bed(pad: Pad, x: float, y: float) -> None:
    pad.bar((x, y, 0.74, 0.72), None, line=FAINTER, width=THIN, radius=0.08)
    pad.bar((x + 0.14, y + 0.08, 0.46, 0.18), None, line=FAINTER, width=THIN, radius=0.06)


def _desk(pad: Pad) -> None:
    """The ward's desk: a rounded counter in the corridor."""
    pad.bar((4.05, 3.77, 1.9, 0.46), None, line=FAINT, width=WALL * 0.6, radius=0.22)
    pad.bar((4.25, 3.89, 1.5, 0.22), None, line=FAINTER, width=THIN, radius=0.1)


def _stairs(pad: Pad) -> None:
    for index in range(8):
        x = 6.35 + index * 0.29
        pad.stroke(((x, 8.06), (x, BOTTOM)), FAINTER, THIN * 1.4)
    pad.stroke(((6.2, 8.33), (8.5, 8.33)), FAINTER, THIN * 1.4)


def _lifts(pad: Pad) -> None:
    for x in (4.15, 4.8):
        pad.bar((x, 8.04, 0.5, 0.5), None, line=FAINTER, width=THIN * 1.4)
        pad.stroke(((x, 8.04), (x + 0.5, 8.54)), FAINTER, THIN)
        pad.stroke(((x + 0.5, 8.04), (x, 8.54)), FAINTER, THIN)
