"""The portal card: what the player screen shows, on paper, marked as a game."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.doodles import monitor_stand
from printables.products.face import Room, compose_face
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

FRAME, BAND = mm(2.4), mm(11)
PADDING = mm(9)
TILE_GAP, TILE_HEIGHT = mm(4), mm(14)
NUMBER = mm(10)
FIELD = mm(13)
STAND = mm(13)  # the foot of the screen


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalCard(OnFace):
    """A screen with numbered entries and fields to fill in."""

    size: ClassVar[Size] = A4
    band: str  # « Écran de jeu – fictif »
    heading: str
    entries: tuple[str, ...]  # in order; they are numbered from 1
    fields: tuple[str, ...]

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, A4, style, ink_saving=look.ink_saving)
        screen = self._screen(room, style, ink_saving=look.ink_saving)
        trouble = [*room.trouble, *screen.trouble]
        if screen.bottom > room.code_top:
            trouble.append((Cause.OVERFLOW, self.heading))
        return [*room.pieces, *screen.pieces], trouble

    def _screen(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        inner = Place(room.x + PADDING, room.top + BAND + PADDING, room.width - PADDING * 2)
        laid = paragraph(self.heading, Type(pt(22), bold=True), inner, style)
        laid.bottom = laid.bottom + mm(5)
        for number, entry in enumerate(self.entries, start=1):
            laid.take(_tile(number, entry, Place(inner.x, laid.bottom, inner.width), style))
        laid.bottom = laid.bottom + mm(4)
        for field in self.fields:
            laid.take(_field(field, Place(inner.x, laid.bottom, inner.width), style))
        laid.bottom = laid.bottom + PADDING
        frame = Box(room.x, room.top, room.width, laid.bottom - room.top)
        stand = monitor_stand(frame, ink_saving=ink_saving)
        laid.bottom = laid.bottom + STAND
        ground = None if ink_saving else colours.INK
        lettering = colours.INK if ink_saving else colours.WHITE
        kind = Type(pt(14), bold=True, colour=lettering, align=Align.CENTRE)
        middle = room.x + room.width / 2
        dots = [
            Bar(
                Box(room.x + mm(6.5) + mm(6) * index, room.top + mm(4), mm(3.4), mm(3.4)),
                line=lettering, line_width=mm(0.4), radius=mm(1.7),
            )
            for index in range(3)
        ]  # fmt: skip
        laid.pieces[:0] = [
            *stand,
            Bar(Box(room.x, room.top, room.width, BAND), fill=ground, line=colours.INK),
            Bar(frame, line=colours.INK, line_width=FRAME, radius=mm(3)),
            one_line(self.band, style.faces.text.bold, kind, middle, room.top + mm(7.4)),
            *dots,
        ]
        return laid


def _tile(number: int, entry: str, place: Place, style: Style) -> Laid:
    box = Box(place.x, place.y, place.width, TILE_HEIGHT)
    key = Box(place.x + mm(2), place.y + mm(2), NUMBER, TILE_HEIGHT - mm(4))
    face = style.faces.letters
    kind = Type(pt(18), colour=colours.WHITE, align=Align.CENTRE)
    base = key.y + (key.height + kind.size * face.capital) / 2
    text = _middle(
        entry, Type(pt(16)), Place(key.right + mm(4), place.y, place.width - NUMBER - mm(8)), style
    )
    text.pieces[:0] = [
        Bar(box, fill=colours.INFO_TINT, line=colours.EDGE, radius=mm(2)),
        Bar(key, fill=colours.PRIMARY, radius=mm(1.5)),
        one_line(str(number), face, kind, key.x + key.width / 2, base),
    ]
    text.bottom = place.y + TILE_HEIGHT + TILE_GAP
    return text


def _middle(words: str, kind: Type, place: Place, style: Style) -> Laid:
    """A line in the middle of a tile's height; two lines do not fit."""
    height: Mm = TILE_HEIGHT
    probe = paragraph(words, kind, place, style)
    down = place.y + (height - (probe.bottom - place.y)) / 2
    laid = paragraph(words, kind, Place(place.x, down, place.width), style)
    if laid.bottom > place.y + height:
        laid.trouble.append((Cause.OVERFLOW, words))
    return laid


def _field(label: str, place: Place, style: Style) -> Laid:
    laid = paragraph(label, Type(pt(13), colour=colours.INK2), place, style)
    box = Box(place.x, laid.bottom + mm(0.8), place.width, FIELD)
    laid.pieces.append(Bar(box, fill=colours.WHITE, line=colours.EDGE, line_width=mm(0.5), radius=mm(1.5)))
    laid.bottom = box.bottom + mm(2)
    return laid
