"""Things with a front and a back: two faces of one card, or both side by side around a fold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box, Size
from printables.layout.pieces import Piece, Rule, Words
from printables.problems import PrintProblem
from printables.products.item import Item
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import ZERO, mm, pt

FOLD_WIDTH = mm(0.25)
FOLD_TEXT = pt(7.5)
WIDEST = mm(210)  # beyond that, front and back lie one above the other
HIGHEST = mm(297)  # unless that were higher than a sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSided:
    """A card with a front and a back of the same size. A deck parts it by the way in which backs are printed.

    Drawn as it is, it shows its front.
    """

    front: Item
    back: Item

    def __post_init__(self) -> None:
        if self.front.size != self.back.size:
            raise ValueError("front and back have one size")

    @property
    def title(self) -> str:
        return self.front.title

    @property
    def size(self) -> Size:
        return self.front.size

    def problems(self, look: Look) -> list[PrintProblem]:
        return [*self.front.problems(look), *self.back.problems(look)]

    def draw(self, canvas: Canvas, box: Box) -> None:
        self.front.draw(canvas, box)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldOver:
    """Front and back of a card around a fold, for printers that print one side: fold outwards and glue."""

    card: TwoSided

    @property
    def title(self) -> str:
        return self.card.title

    @property
    def size(self) -> Size:
        one = self.card.size
        if self._lies_beside:
            return Size(one.width * 2, one.height)
        return Size(one.width, one.height * 2)

    @property
    def _lies_beside(self) -> bool:
        return self.card.size.width * 2 <= WIDEST or self.card.size.height * 2 > HIGHEST

    def places(self, box: Box) -> tuple[Box, Box]:
        """Where front and back lie when the whole lies in `box`."""
        one = self.card.size
        if self._lies_beside:
            return (
                Box(box.x, box.y, one.width, one.height),
                Box(box.x + one.width, box.y, one.width, one.height),
            )
        return Box(box.x, box.y, one.width, one.height), Box(box.x, box.y + one.height, one.width, one.height)

    def problems(self, look: Look) -> list[PrintProblem]:
        return self.card.problems(look)

    def draw(self, canvas: Canvas, box: Box) -> None:
        front, back = self.places(box)
        before, behind = (canvas.edge.part(one) if canvas.edge else None for one in (front, back))
        with canvas.bleeding(before):
            self.card.front.draw(canvas, front)
        if self._lies_beside:
            with canvas.bleeding(behind):
                self.card.back.draw(canvas, back)
        else:
            turned = behind.turned if behind else None
            middle = back.x + back.width / 2, back.y + back.height / 2
            with canvas.turned(*middle, 180), canvas.bleeding(turned):
                self.card.back.draw(canvas, back)
        canvas.draw(self._fold(canvas), box)

    def _fold(self, canvas: Canvas) -> Iterator[Piece]:
        one, words = self.card.size, canvas.look.words.fold
        face = canvas.faces.text.regular
        if self._lies_beside:
            yield Rule(one.width, ZERO, one.width, one.height, colours.INK2, FOLD_WIDTH, dashed=True)
            at = one.width + mm(0.8), one.height - mm(9)
        else:
            yield Rule(ZERO, one.height, one.width, one.height, colours.INK2, FOLD_WIDTH, dashed=True)
            at = mm(1), one.height - mm(0.8)
        yield Words(at[0], at[1], words, face, FOLD_TEXT, colours.INK2)
