"""Private role cards: A6, folded so that the lower part hides the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A6, Box, Size
from printables.layout.pieces import Bar, Piece, Shape
from printables.layout.shapes import ROLE_OUTLINES
from printables.products.blocks import Block, Heading, Text
from printables.products.cards import FLAP_FOLD, fitted_body, fold_line
from printables.products.composed import OnFace
from printables.products.face import Room, Shown, compose_face
from printables.products.lines import Laid, Style
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm

SHAPE = mm(10)
PICTURE = Size(mm(9.625), mm(11))
HEADER_TOP = mm(6)
CLEAR_OF_FOLD = mm(3)
INSET = mm(3.5)
HOLES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCard(OnFace):
    """What one player alone knows. `facts` lie above the fold, `late` (told in the last puzzle) below it.

    Its face has no path; its title is the role.
    """

    size: ClassVar[Size] = A6
    shapes: tuple[str, ...]  # role shapes, several when one player has several roles
    facts_title: str
    facts: tuple[str, ...]
    late_title: str
    late: tuple[str, ...]
    fold: str  # words at the fold
    picture: Shown | None = None  # left of the shapes

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        across = (SHAPE + mm(2)) * len(self.shapes)
        if self.picture is not None:
            across = across + PICTURE.width + mm(2)
        room = compose_face(self.face, A6, style, ink_saving=look.ink_saving, header_right=across)
        upper = _part(room, room.width, room.top + mm(3), FLAP_FOLD - CLEAR_OF_FOLD - mm(2))
        facts = _fitting(self.facts_title, self.facts, upper, style)
        lower = _part(room, room.narrow, FLAP_FOLD + CLEAR_OF_FOLD + mm(2), room.foot_top - mm(2))
        late = _fitting(self.late_title, self.late, lower, style) if self.late else Laid(lower.top)
        pieces = [*room.pieces, *_notes(room, late=bool(self.late), ink_saving=look.ink_saving)]
        pieces += [*_shapes(self.shapes), *facts.pieces, *late.pieces]
        if self.picture is not None:
            corner = Box(
                A6.width - mm(6) - across + mm(2), HEADER_TOP - mm(0.5), PICTURE.width, PICTURE.height
            )
            pieces.append(self.picture.at(corner))
        pieces += fold_line(A6, FLAP_FOLD, self.fold, style)
        return pieces, [*room.trouble, *facts.trouble, *late.trouble]


def _part(room: Room, width: Mm, top: Mm, bottom: Mm) -> Room:
    inner = width - INSET * 2
    return Room((), (), room.x + INSET, top, inner, bottom, inner, bottom)


def _notes(room: Room, *, late: bool, ink_saving: bool) -> list[Piece]:
    """A page of a pad above the fold, with the holes of its spiral; a red frame below it."""
    page = Box(room.x, room.top - mm(1), room.width, FLAP_FOLD - CLEAR_OF_FOLD - room.top + mm(1))
    pieces: list[Piece] = [
        Bar(page, None if ink_saving else colours.MARKER_TINT, colours.EDGE, mm(0.3), radius=mm(2))
    ]
    for index in range(HOLES):
        x = page.x + page.width * ((index + 0.5) / HOLES)
        box = Box(x - mm(0.9), page.y + mm(1), mm(1.8), mm(1.8))
        pieces.append(Bar(box, colours.WHITE, colours.EDGE, mm(0.25), radius=mm(0.9)))
    if late:
        top = FLAP_FOLD + CLEAR_OF_FOLD - mm(0.5)
        below = Box(room.x, top, room.narrow, room.foot_top - mm(1.5) - top)
        pieces.append(Bar(below, None, colours.DANGER, mm(0.6), radius=mm(2)))
    return pieces


def _fitting(title: str, texts: tuple[str, ...], room: Room, style: Style) -> Laid:
    """At 14 pt when it fits, else down to 12 pt."""
    blocks: tuple[Block, ...] = (Heading(text=title, level=3), *(Text(text=text) for text in texts))
    return fitted_body(blocks, room, style)


def _shapes(names: tuple[str, ...]) -> list[Piece]:
    left = A6.width - mm(6) - (SHAPE + mm(2)) * len(names) + mm(2)
    return [
        Shape(ROLE_OUTLINES[name], Box(left + (SHAPE + mm(2)) * index, HEADER_TOP, SHAPE, SHAPE), colours.INK)
        for index, name in enumerate(names)
    ]
