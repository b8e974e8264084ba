"""Cards that show a thing as it is: the card's face, and the thing drawn in the room that is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from printables.layout.boxes import A5, Box, Size
from printables.layout.pieces import Piece
from printables.problems import Cause, PrintProblem
from printables.products.face import CardFace, Room, compose_face, face_problems
from printables.products.lines import Laid, Style
from printables.render.canvas import Canvas
from printables.render.look import Look


class Thing(Protocol):
    """Something that lays itself out in the room of a card, above the card's code."""

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PropCard:
    """A card with one thing on it."""

    face: CardFace
    thing: Thing
    size: Size = A5

    @property
    def title(self) -> str:
        return self.face.where

    def problems(self, look: Look) -> list[PrintProblem]:
        pieces, trouble = self._composed(look)
        return face_problems(self.face, pieces, trouble)

    def draw(self, canvas: Canvas, box: Box) -> None:
        canvas.draw(self._composed(canvas.look)[0], box)

    def _composed(self, look: Look) -> tuple[list[Piece], list[tuple[Cause, str]]]:
        style = Style(look.faces)
        room = compose_face(self.face, self.size, style, ink_saving=look.ink_saving)
        laid = self.thing.laid(room, style, ink_saving=look.ink_saving)
        trouble = [*room.trouble, *laid.trouble]
        if laid.bottom > room.code_top:
            trouble.append((Cause.OVERFLOW, self.face.title))
        return [*room.pieces, *laid.pieces], trouble
