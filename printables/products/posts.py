"""Posts of the invented network: a picture, the author's handle, a caption; A7."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import A7, UNPRINTABLE, Box, Size
from printables.layout.pieces import Piece
from printables.problems import Cause, PrintProblem
from printables.products.blocks import Text
from printables.products.cards import fitted_body
from printables.products.face import CardFace, Room, compose_face, face_problems
from printables.products.lines import Place, Style, Type, paragraph
from printables.products.pictures import PICTURES, picture
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import mm, pt

PICTURE_HEIGHT = mm(15)
GAP = mm(1.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post; `picture` is a name of `pictures.PICTURES`, `handle` the author, e.g. « @maelle.orsenne »."""

    face: CardFace
    handle: str
    text: str
    picture: str
    size: Size = A7

    def __post_init__(self) -> None:
        if self.picture not in PICTURES:
            raise ValueError(f"no picture is called {self.picture}")

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
        board = Box(UNPRINTABLE, room.top - mm(3), self.size.width - UNPRINTABLE * 2, PICTURE_HEIGHT)
        shown = picture(self.picture, board, ink_saving=look.ink_saving)
        kind = Type(pt(10), colour=colours.INK2)
        handle = paragraph(self.handle, kind, Place(room.x, board.bottom + GAP, room.width), style)
        below = Room(
            room.pieces,
            room.trouble,
            room.x,
            handle.bottom,
            room.width,
            room.code_top,
            room.narrow,
            room.foot_top,
        )
        body = fitted_body((Text(text=self.text),), below, style)
        trouble = [*room.trouble, *handle.trouble, *body.trouble]
        return [*room.pieces, *shown, *handle.pieces, *body.pieces], trouble
