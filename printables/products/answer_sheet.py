"""The players' answer sheet: numbered boxes, grouped by path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.composed import OnFace
from printables.products.face import compose_face, path_shape
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

COLUMNS = 2
GAP = mm(4)
SHAPE = mm(8)
NUMBER = mm(9)
BOX_HEIGHTS = (mm(19), mm(17), mm(15.5))  # the first that leaves room for all


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBox:
    """Where one answer is written; `parts` are the labels of an answer of several parts."""

    number: str
    title: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGroup:
    """The boxes of one path, or of the beginning when `path` is None."""

    path: str | None
    label: str
    boxes: tuple[AnswerBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet(OnFace):
    size: ClassVar[Size] = A4
    groups: tuple[AnswerGroup, ...]

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, A4, style, ink_saving=look.ink_saving)
        limit = room.foot_top if self.face.code is None else room.code_top
        laid = Laid(room.top)
        for height in BOX_HEIGHTS:
            laid = Laid(room.top)
            for group in self.groups:
                laid.take(_group(group, Place(room.x, laid.bottom, room.width), height, style))
            if laid.bottom <= limit:
                break
        if laid.bottom > limit:
            laid.trouble.append((Cause.OVERFLOW, self.face.title))
        return [*room.pieces, *laid.pieces], [*room.trouble, *laid.trouble]


def _group(group: AnswerGroup, place: Place, height: Mm, style: Style) -> Laid:
    left = place.x
    pieces: list[Piece] = []
    if group.path is not None:
        pieces = path_shape(group.path, Box(left, place.y, SHAPE, SHAPE), style.faces)
        left = left + SHAPE + mm(2.5)
    laid = paragraph(group.label, Type(pt(13), bold=True), Place(left, place.y + mm(0.9), place.width), style)
    laid.pieces += pieces
    top = place.y + SHAPE + mm(1.6)
    width = (place.width - GAP * (COLUMNS - 1)) / COLUMNS
    for index, entry in enumerate(group.boxes):
        row, column = divmod(index, COLUMNS)
        is_alone = column == 0 and index == len(group.boxes) - 1
        across = place.width if is_alone else width
        box = Box(_left_of(place, width, column), top + (height + mm(2.4)) * row, across, height)
        part = _box(entry, box, style)
        laid.pieces += part.pieces
        laid.trouble += part.trouble
    rows = -(-len(group.boxes) // COLUMNS)
    laid.bottom = top + (height + mm(2.4)) * rows + mm(1.6)
    return laid


def _left_of(place: Place, width: Mm, column: int) -> Mm:
    return place.x + (width + GAP) * column


def _box(entry: AnswerBox, box: Box, style: Style) -> Laid:
    number = Type(pt(14), bold=True)
    label = Type(pt(10), colour=colours.INK2)
    inner = Place(box.x + NUMBER + mm(2), box.y + mm(0.8), box.width - NUMBER - mm(4))
    laid = paragraph(entry.title, label, inner, style)
    if laid.bottom > box.y + mm(8):
        laid.trouble.append((Cause.OVERFLOW, entry.title))
    laid.pieces[:0] = [
        Bar(box, line=colours.EDGE, radius=mm(1.5)),
        Rule(box.x + NUMBER, box.y, box.x + NUMBER, box.bottom, colours.EDGE),
        one_line(entry.number, style.faces.text.bold, number, box.x + mm(1.6), box.y + mm(11)),
    ]
    for index, part in enumerate(entry.parts):
        step = inner.width / len(entry.parts)
        x = inner.x + step * index
        small = Type(pt(8), colour=colours.INK2)
        laid.pieces.append(one_line(part, style.faces.text.regular, small, x, box.bottom - mm(1.4)))
        if index:
            laid.pieces.append(Rule(x - mm(1), box.y + mm(8), x - mm(1), box.bottom, colours.LINE))
    return laid
