"""A sheet of numbered things in a grid: a digit, a picture and a caption each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Picture
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.face import Room, compose_face
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

COLUMNS = 3
GAP = mm(4)
PADDING = mm(3)
KEY = mm(11)
CAPTION = (pt(13), pt(12))
TALLEST = mm(66)
PICTURE = mm(26)  # the least height of a picture


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedThing:
    """A thing with its digit; `picture` is the content of a drawing or photograph, `name` its file."""

    digit: str
    caption: str
    picture: bytes = b""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectsSheet(OnFace):
    """What is asked, and below it the things, three in a row."""

    size: ClassVar[Size] = A4
    how: str
    things: tuple[NumberedThing, ...]

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, A4, style, ink_saving=look.ink_saving)
        laid = paragraph(self.how, Type(pt(16), bold=True), Place(room.x, room.top, room.width), style)
        for thing, box in zip(self.things, _boxes(len(self.things), room, laid.bottom + mm(3)), strict=True):
            tile = _tile(thing, box, style)
            laid.pieces += tile.pieces
            laid.trouble += tile.trouble
        return [*room.pieces, *laid.pieces], [*room.trouble, *laid.trouble]


def _boxes(count: int, room: Room, top: Mm) -> Sequence[Box]:
    rows = -(-count // COLUMNS)
    width = (room.width - GAP * (COLUMNS - 1)) / COLUMNS
    height = min((room.code_top - top - GAP * rows) / rows, TALLEST)
    return [
        Box(
            room.x + (width + GAP) * (place % COLUMNS),
            top + (height + GAP) * (place // COLUMNS),
            width,
            height,
        )
        for place in range(count)
    ]


def _tile(thing: NumberedThing, box: Box, style: Style) -> Laid:
    laid = _caption(thing, box, style)
    key = Box(box.x + PADDING, box.y + PADDING, KEY, KEY)
    face = style.faces.letters
    kind = Type(pt(20), colour=colours.WHITE, align=Align.CENTRE)
    base = key.y + (key.height + kind.size * face.capital) / 2
    laid.pieces[:0] = [
        Bar(box, line=colours.EDGE, line_width=mm(0.4), radius=mm(2.5)),
        Bar(key, fill=colours.INK, radius=mm(1.5)),
        one_line(thing.digit, face, kind, key.x + key.width / 2, base),
    ]
    return laid


def _caption(thing: NumberedThing, box: Box, style: Style) -> Laid:
    """The caption at the foot of the tile below its picture, or in its middle when there is none."""
    top, limit = box.y + PADDING + KEY, box.bottom - PADDING
    place = Place(box.x + PADDING, top, box.width - PADDING * 2)
    laid = Laid(top)
    for size in CAPTION:
        kind = Type(size, align=Align.CENTRE)
        free = limit - paragraph(thing.caption, kind, place, style).bottom
        down = max(free, mm(0)) / (1 if thing.picture else 2)
        laid = paragraph(thing.caption, kind, Place(place.x, top + down, place.width), style)
        least = PICTURE - KEY if thing.picture else mm(0)
        if free >= least and not laid.trouble:
            break
    if laid.bottom > limit:
        laid.trouble.append((Cause.OVERFLOW, thing.caption))
    if thing.picture:
        height = max(top + down - box.y - PADDING * 2, mm(1))
        frame = Box(box.x + KEY, box.y + PADDING, box.width - KEY * 2, height)
        laid.pieces.append(Picture(thing.picture, frame, thing.name))
    return laid
