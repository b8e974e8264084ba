"""Draw the room from above, to scale: a table, three corners and chairs a team, ways of 90 cm between."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.products.blocks import Align, RoomPlan, RoomWords
from printables.products.face import path_shape
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.units import Mm, mm, pt

SCALE, SMALL_SCALE = 50, 100
MOST_TEAMS_AT_SCALE = 4
TEAM_WIDE, TEAM_DEEP = 3.6, 3.4  # metres; 12 m², where 8 m² a team are the least
WAY = 0.9
TABLE = (1.8, 0.8)
TABLE_DOWN = 0.75  # from the upper edge of a team's place
CORNER = (0.9, 0.5)
CHAIR = 0.4
SCREEN = (2.0, 0.1)
DESK = (1.4, 0.6)
MOST_ACROSS = 2
LETTERING = pt(9)
GREY = "#ECE6D9"


def room_metres(teams: int) -> tuple[float, float]:
    """Width and depth of a room for so many teams, screen and facilitator included."""
    across = min(teams, MOST_ACROSS)
    down = ceil(teams / across)
    wide = across * TEAM_WIDE + (across - 1) * WAY
    return wide, WAY + down * (TEAM_DEEP + WAY) + DESK[1]


def scale_for(teams: int) -> int:
    """1:50 as long as the room fits on a page."""
    return SCALE if teams <= MOST_TEAMS_AT_SCALE else SMALL_SCALE


@dataclass(frozen=True, slots=True)
class _Plan:
    """How things are drawn: words, style and metres on paper."""

    words: RoomWords
    style: Style
    scale: int

    def metres(self, length: float) -> Mm:
        return mm(length * 1000 / self.scale)

    def labelled(self, box: Box, words: str, *, below: bool = False) -> list[Piece]:
        face = self.style.faces.text.regular
        base = box.bottom + mm(3.8) if below else box.y + box.height / 2 + mm(1.1)
        fill = colours.INK if below else None if self.style.ink_saving else GREY
        shape = Bar(box, fill=fill, line=colours.INK, line_width=mm(0.3), radius=mm(0.6))
        kind = Type(LETTERING, align=Align.CENTRE)
        return [shape, one_line(words, face, kind, box.x + box.width / 2, base)]

    def middle(self, room: Box, size: tuple[float, float], down: Mm) -> Box:
        width = self.metres(size[0])
        return Box(room.x + (room.width - width) / 2, room.y + down, width, self.metres(size[1]))


def set_room_plan(block: RoomPlan, place: Place, style: Style) -> Laid:
    """The walls, the screen at the top, the facilitator at the foot, the teams between."""
    plan = _Plan(block.words, style, scale_for(block.teams))
    wide, deep = room_metres(block.teams)
    width, depth = plan.metres(wide), plan.metres(deep)
    room = Box(place.x + (place.width - width) / 2, place.y, width, depth)
    pieces: list[Piece] = [Bar(room, line=colours.INK, line_width=mm(0.8))]
    pieces += plan.labelled(plan.middle(room, SCREEN, mm(1)), block.words.screen, below=True)
    across = min(block.teams, MOST_ACROSS)
    for team in range(block.teams):
        x = room.x + plan.metres((TEAM_WIDE + WAY) * (team % across))
        y = room.y + plan.metres(WAY + (TEAM_DEEP + WAY) * (team // across))
        area = Box(x, y, plan.metres(TEAM_WIDE), plan.metres(TEAM_DEEP))
        pieces += _team(plan, area, block.words.team.format(n=team + 1) if block.teams > 1 else "")
    desk = plan.middle(room, DESK, depth - plan.metres(DESK[1]) - mm(2))
    pieces += plan.labelled(desk, block.words.facilitator)
    pieces += _metre_rule(plan, room.x, room.bottom + mm(5))
    words = Type(pt(11), colour=style.quiet)
    laid = Laid(room.bottom, pieces)
    laid.take(paragraph(block.words.scale, words, Place(place.x, room.bottom + mm(11), place.width), style))
    return laid


def _team(plan: _Plan, area: Box, label: str) -> list[Piece]:
    """The central table with its chairs; two corners at the sides below it, the third between them."""
    middle = area.x + area.width / 2
    width = plan.metres(TABLE[0])
    down = area.y + plan.metres(TABLE_DOWN)
    table = Box(middle - width / 2, down, width, plan.metres(TABLE[1]))
    pieces = [*_chairs(plan, table), *plan.labelled(table, plan.words.table)]
    if label:
        kind = Type(pt(10), bold=True)
        base = area.y + plan.metres(TABLE_DOWN - CHAIR) - mm(1.5)
        pieces.append(one_line(label, plan.style.faces.text.bold, kind, area.x + mm(2), base))
    wide, deep, edge = plan.metres(CORNER[0]), plan.metres(CORNER[1]), mm(1.5)
    lefts = (area.x + edge, middle - wide / 2, area.right - edge - wide)
    for (path, name), left in zip(plan.words.corners, lefts, strict=False):
        pieces += _corner(plan, path, name, Box(left, area.bottom - deep, wide, deep))
    return pieces


def _corner(plan: _Plan, path: str, name: str, box: Box) -> list[Piece]:
    is_named = plan.scale == SCALE
    side = mm(4.6) if is_named else mm(3.6)
    shape = Box(box.x + (box.width - side) / 2, box.y + mm(0.6), side, side)
    fill = None if plan.style.ink_saving else colours.PATH_TINT[path]
    pieces: list[Piece] = [
        Bar(box, fill=fill, line=colours.PATH_FILL[path], radius=mm(0.6)),
        *path_shape(path, shape, plan.style.faces),
    ]
    if is_named:
        kind = Type(pt(8), align=Align.CENTRE)
        base = box.bottom - mm(1.2)
        pieces.append(one_line(name, plan.style.faces.text.regular, kind, box.x + box.width / 2, base))
    return pieces


def _chairs(plan: _Plan, table: Box) -> list[Piece]:
    side, gap = plan.metres(CHAIR), mm(0.6)
    thirds = [table.x + table.width * part - side / 2 for part in (0.2, 0.5, 0.8)]
    return [
        Bar(Box(x, y, side, side), line=colours.EDGE, line_width=mm(0.3), radius=mm(1.2))
        for y in (table.y - side - gap, table.bottom + gap)
        for x in thirds
    ]


def _metre_rule(plan: _Plan, x: Mm, y: Mm) -> list[Piece]:
    """A line of two metres with a tick each metre."""
    pieces: list[Piece] = [Rule(x, y, x + plan.metres(2), y, colours.INK, mm(0.4))]
    kind = Type(pt(8), align=Align.CENTRE)
    for metre in range(3):
        at = x + plan.metres(metre)
        pieces.append(Rule(at, y - mm(1), at, y + mm(1), colours.INK, mm(0.4)))
        words = f"{metre} m" if metre else "0"
        pieces.append(one_line(words, plan.style.faces.text.regular, kind, at, y + mm(4.4)))
    return pieces
