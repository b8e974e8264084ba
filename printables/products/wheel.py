"""The cipher wheel: two discs of true size on one sheet, to be cut out and pinned together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, A5, Box, Size
from printables.layout.pieces import Piece, Rule, Shape
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import Composed
from printables.products.drawings import brass_fastener, scissors
from printables.products.face import SMALL_SYMBOL, CardFace, code_pieces, compose_face
from printables.products.lines import Place, Style, Type, one_line, paragraph
from printables.products.sheet import (
    Circle,
    Composition,
    Part,
    Trouble,
    Turned,
    ruler,
    sheet_room,
)
from printables.render.look import Look
from printables.units import Mm, mm, pt

OUTER_RADIUS, INNER_RADIUS = mm(60), mm(45)
OUTER_RING, INNER_RING = mm(14), mm(11)
OUTER_X, OUTER_Y = mm(105), mm(100)
INNER_X, INNER_Y = mm(150), mm(214)
OUTER_LETTER, INNER_LETTER = pt(24), pt(20)
NOTCH = mm(4)
SIDE_VIEW_TOP = mm(226)  # the wheel seen from its side, below the steps
CENTRE_MARK = mm(1.6)
COUNT = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """One disc: its card, what it is called and its letters clockwise from the notch."""

    face: CardFace
    name: str
    letters: str
    notch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelSheet(Composed):
    """Both discs on one A4 sheet, with how to put them together."""

    size: ClassVar[Size] = A4
    outer: Disc
    inner: Disc
    direction: str
    notch_line: str
    assembly_title: str
    assembly: tuple[str, ...]

    @property
    def title(self) -> str:
        return self.outer.face.where

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        parts, trouble, room = sheet_room(self.outer.face, look, with_code=False)
        fills = (None, None) if look.ink_saving else (colours.PATH_TINT["C"], colours.MARKER_TINT)
        parts += _disc(
            self.outer, _Spot(OUTER_X, OUTER_Y, OUTER_RADIUS, OUTER_RING, OUTER_LETTER, fills[0]), style
        )
        parts += _disc(
            self.inner, _Spot(INNER_X, INNER_Y, INNER_RADIUS, INNER_RING, INNER_LETTER, fills[1]), style
        )
        for text, place, kind in (
            (self.outer.name, _middle(OUTER_X, OUTER_Y - mm(38), mm(70)), _centred(pt(14), bold=True)),
            (self.direction, _middle(OUTER_X, OUTER_Y - mm(27), mm(74)), _centred(pt(12))),
            (self.inner.name, _middle(INNER_X, INNER_Y - mm(27), mm(46)), _centred(pt(12), bold=True)),
            (self.direction, _middle(INNER_X, INNER_Y - mm(20), mm(56)), _centred(pt(12))),
        ):
            laid = paragraph(text, kind, place, style)
            parts += laid.pieces
            trouble += laid.trouble
        plain = style.faces.text.regular
        above = OUTER_Y - OUTER_RADIUS - mm(1.6)
        parts.append(
            one_line(
                self.notch_line, plain, Type(pt(8), colour=colours.INK2, align=Align.CENTRE), OUTER_X, above
            )
        )
        parts += self._assembly(room.x, style, trouble)
        parts += scissors(OUTER_X + mm(52), OUTER_Y - mm(45), mm(6.2))
        parts += scissors(INNER_X + mm(39), INNER_Y - mm(35), mm(6.2))
        parts += ruler(room.x, mm(253), look)
        inner = self.inner.face
        second = f"{inner.identity} – {inner.title}"
        parts.append(
            one_line(second, plain, Type(pt(8), colour=colours.INK2), room.x, room.foot_top - mm(0.5))
        )
        for disc in (self.outer, self.inner):
            if len(disc.letters) != COUNT or disc.notch not in disc.letters:
                trouble.append((Cause.WRONG_COUNT, disc.letters))
        return parts, trouble

    def _assembly(self, x: Mm, style: Style, trouble: Trouble) -> list[Piece]:
        laid = paragraph(self.assembly_title, Type(pt(13), bold=True), Place(x, mm(172), mm(80)), style)
        for number, line in enumerate(self.assembly, start=1):
            place = Place(x, laid.bottom + mm(1), mm(82))
            laid.take(paragraph(f"{number}. {line}", Type(pt(12)), place, style))
        if laid.bottom > SIDE_VIEW_TOP:
            trouble.append((Cause.OVERFLOW, self.assembly_title))
        trouble += laid.trouble
        return [*laid.pieces, *brass_fastener(x + mm(6), SIDE_VIEW_TOP + mm(2), mm(40))]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscSheet(Composed):
    """One disc of a wheel on a sheet of its own, for large print; how to put both together stands once."""

    size: ClassVar[Size] = A5
    wheel: WheelSheet
    is_outer: bool

    @property
    def face(self) -> CardFace:
        return self._disc.face

    @property
    def title(self) -> str:
        return self.face.where

    @property
    def _disc(self) -> Disc:
        return self.wheel.outer if self.is_outer else self.wheel.inner

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(replace(self.face, code=None), A5, style, ink_saving=look.ink_saving)
        parts: list[Part] = [*room.pieces]
        trouble: Trouble = [*room.trouble]
        fill = None if look.ink_saving else colours.PATH_TINT["C"] if self.is_outer else colours.MARKER_TINT
        radius, ring, letter, up = (
            (OUTER_RADIUS, OUTER_RING, OUTER_LETTER, (mm(38), mm(27)))
            if self.is_outer
            else (INNER_RADIUS, INNER_RING, INNER_LETTER, (mm(27), mm(20)))
        )
        x, y = A5.width / 2, room.top + mm(5) + radius
        parts += _disc(self._disc, _Spot(x, y, radius, ring, letter, fill), style)
        width = (radius - ring) * 1.5
        for text, rise, kind in (
            (self._disc.name, up[0], _centred(pt(14 if self.is_outer else 12), bold=True)),
            (self.wheel.direction, up[1], _centred(pt(12))),
        ):
            laid = paragraph(text, kind, _middle(x, y - rise, width), style)
            parts += laid.pieces
            trouble += laid.trouble
        parts += scissors(x + radius * 0.87, y - radius * 0.75, mm(6.2))
        below = y + radius + mm(6)
        if self.is_outer:
            notch = Place(room.x, below, room.width)
            parts += paragraph(self.wheel.notch_line, _centred(pt(12)), notch, style).pieces
            parts += brass_fastener(x - mm(20), below + mm(12), mm(40))
            return parts, trouble
        laid = paragraph(
            self.wheel.assembly_title, Type(pt(13), bold=True), Place(room.x, below, room.width), style
        )
        for number, line in enumerate(self.wheel.assembly, start=1):
            step = Place(room.x, laid.bottom + mm(0.5), room.width)
            laid.take(paragraph(f"{number}. {line}", Type(pt(12)), step, style))
        if laid.bottom > room.foot_top:
            trouble.append((Cause.OVERFLOW, self.wheel.assembly_title))
        return [*parts, *laid.pieces], [*trouble, *laid.trouble]


def disc_sheets(wheel: WheelSheet) -> tuple[DiscSheet, DiscSheet]:
    """Both discs, each on its own sheet, in one scale."""
    return DiscSheet(wheel=wheel, is_outer=True), DiscSheet(wheel=wheel, is_outer=False)


def _middle(x: Mm, top: Mm, width: Mm) -> Place:
    return Place(x - width / 2, top, width)


def _centred(size: Mm, *, bold: bool = False) -> Type:
    return Type(size, bold=bold, align=Align.CENTRE)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a disc lies, how large it, its ring and its letters are, and the paint of its ring."""

    x: Mm
    y: Mm
    radius: Mm
    ring: Mm
    letter: Mm
    fill: str | None


def _disc(disc: Disc, spot: _Spot, style: Style) -> list[Part]:
    """Ring, letters, notch, centre mark and code of one disc."""
    x, y, radius = spot.x, spot.y, spot.radius
    hole = radius - spot.ring
    parts: list[Part] = [Circle(x, y, radius, fill=spot.fill), Circle(x, y, hole, fill=colours.WHITE)]
    parts += _ring(disc, spot, style)
    notch = ((0.0, 0.0), (1.0, 0.0), (0.5, 1.0))
    cut = Box(x - NOTCH / 2, y - radius - mm(0.2), NOTCH, NOTCH * 0.55)
    reach = CENTRE_MARK * 1.5
    parts += [
        Shape(notch, cut, colours.WHITE, colours.INK, mm(0.25)),
        Circle(x, y, CENTRE_MARK),
        Rule(x - reach, y, x + reach, y, colours.INK, mm(0.2)),
        Rule(x, y - reach, x, y + reach, colours.INK, mm(0.2)),
    ]
    if disc.face.code is not None:
        parts += code_pieces(disc.face.code, x - SMALL_SYMBOL / 2, y + mm(6.6), SMALL_SYMBOL, style.faces)
    quiet = Type(pt(7.5), colour=colours.INK2, align=Align.CENTRE)
    parts.append(one_line(disc.face.identity, style.faces.text.regular, quiet, x, y - mm(5)))
    return parts


def _ring(disc: Disc, spot: _Spot, style: Style) -> list[Part]:
    """The letters, clockwise from the notch, and the lines between them."""
    face = style.faces.letters
    hole = spot.radius - spot.ring
    base = spot.y - spot.radius + (spot.ring + spot.letter * face.capital) / 2
    start = max(disc.letters.find(disc.notch), 0)
    parts: list[Part] = []
    for index in range(len(disc.letters)):
        character = disc.letters[(start + index) % len(disc.letters)]
        word = one_line(character, face, Type(spot.letter, align=Align.CENTRE), spot.x, base)
        parts.append(Turned(spot.x, spot.y, 360 / COUNT * index, (word,)))
        angle = 2 * pi * (index + 0.5) / COUNT
        across, up = sin(angle), cos(angle)
        inner_x, inner_y = spot.x + hole * across, spot.y - hole * up
        outer_x, outer_y = spot.x + spot.radius * across, spot.y - spot.radius * up
        parts.append(Rule(inner_x, inner_y, outer_x, outer_y, colours.INK, mm(0.2)))
    return parts
