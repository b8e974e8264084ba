"""What things that are printed share: they compose their parts once, to be checked or to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from printables.layout.boxes import Box
from printables.problems import Cause, PrintProblem
from printables.products.face import CardFace
from printables.products.sheet import Composition, draw_parts, parts_problems
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.render.qr import is_card_code


class Composing(Protocol):
    """What a thing gives: what problems call it, and all that is drawn of it with what is wrong with that."""

    @property
    def title(self) -> str: ...

    def _composed(self, look: Look) -> Composition: ...


class Composed:
    """A thing that is checked and drawn by what it composes."""

    __slots__ = ()

    def problems(self: Composing, look: Look) -> list[PrintProblem]:
        parts, trouble = self._composed(look)
        return parts_problems(self.title, parts, trouble)

    def draw(self: Composing, canvas: Canvas, box: Box) -> None:
        draw_parts(canvas, self._composed(canvas.look)[0], box)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFace(Composed):
    """A composed thing that bears a card's face; its code must be one."""

    face: CardFace

    @property
    def title(self) -> str:
        return self.face.where

    def problems(self: Faced, look: Look) -> list[PrintProblem]:
        found = Composed.problems(self, look)
        if self.face.code is not None and not is_card_code(self.face.code):
            found.append(PrintProblem(self.title, self.face.code, Cause.WRONG_CODE))
        return found


class Faced(Composing, Protocol):
    """What a thing with a card's face gives."""

    @property
    def face(self) -> CardFace: ...
