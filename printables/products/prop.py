"""Cards that show a thing as it is: the card's face, and the thing drawn in the room that is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from printables.layout.boxes import A5, Size
from printables.problems import Cause
from printables.products.composed import OnFace
from printables.products.face import Room, compose_face
from printables.products.lines import Laid, Style
from printables.products.sheet import Composition
from printables.render.look import Look


class Thing(Protocol):
    """Something that lays itself out in the room of a card, above the card's code."""

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PropCard(OnFace):
    """A card with one thing on it."""

    thing: Thing
    size: Size = A5

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, self.size, style, ink_saving=look.ink_saving)
        laid = self.thing.laid(room, style, ink_saving=look.ink_saving)
        trouble = [*room.trouble, *laid.trouble]
        if laid.bottom > room.code_top:
            trouble.append((Cause.OVERFLOW, self.face.title))
        return [*room.pieces, *laid.pieces], trouble
