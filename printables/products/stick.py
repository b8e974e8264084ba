"""A USB stick of paper: front and back of true size, folded along the line between them."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box, Size
from printables.layout.pieces import Bar, Rule
from printables.problems import Cause, PrintProblem
from printables.products.blocks import Align
from printables.products.face import CardFace
from printables.products.lines import Place, Style, Type, one_line, paragraph
from printables.products.sheet import Part, Trouble, Turned, draw_parts, parts_problems
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import mm, pt

LENGTH, WIDTH = mm(70), mm(25)
PLUG = mm(13)
AROUND = mm(6)  # free paper around it, so that its outline is never where a printer cannot reach
SIZE = Size(LENGTH + AROUND * 2, WIDTH * 2 + AROUND * 2)
LABEL = pt(13)
SMALL = pt(7.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStick:
    """The stick: `label` on the front, `question` on the back, upside down until it is folded."""

    face: CardFace
    label: str
    question: str

    @property
    def title(self) -> str:
        return self.face.where

    @property
    def size(self) -> Size:
        return SIZE

    def problems(self, look: Look) -> list[PrintProblem]:
        parts, trouble = self._composed(look)
        return parts_problems(self.face, parts, trouble)

    def draw(self, canvas: Canvas, box: Box) -> None:
        parts, _ = self._composed(canvas.look)
        draw_parts(canvas, parts, box.moved(AROUND, AROUND))

    def _composed(self, look: Look) -> tuple[list[Part], Trouble]:
        style = Style(look.faces)
        body = LENGTH - PLUG
        parts: list[Part] = [Bar(Box(mm(0), mm(0), LENGTH, WIDTH * 2), line=colours.EDGE, line_width=mm(0.2))]
        for top in (mm(0), WIDTH):
            parts.append(Rule(body, top + mm(3), body, top + WIDTH - mm(3), colours.INK2, mm(0.3)))
            for y in (mm(8), mm(14)):
                parts.append(Bar(Box(body + mm(5), top + y, mm(4), mm(3)), line=colours.INK2))
        parts.append(Rule(mm(0), WIDTH, LENGTH, WIDTH, colours.INK2, mm(0.25), dashed=True))
        plain = style.faces.text.regular
        kind = Type(SMALL, colour=colours.INK2, align=Align.RIGHT)
        fold = one_line(look.words.fold, plain, kind, LENGTH - mm(1), WIDTH - mm(0.8))
        label = paragraph(self.label, Type(LABEL, bold=True), Place(mm(4), mm(4), body - mm(6)), style)
        identity = f"{self.face.card_id} · {self.face.set_label}"
        foot = one_line(identity, plain, Type(SMALL, colour=colours.INK2), mm(4), WIDTH - mm(2))
        back = paragraph(self.question, Type(pt(10)), Place(PLUG + mm(2), WIDTH + mm(2), body - mm(6)), style)
        trouble: Trouble = [*label.trouble, *back.trouble]
        if label.bottom > WIDTH - mm(4):
            trouble.append((Cause.OVERFLOW, self.label))
        if back.bottom > WIDTH * 2 - mm(1):
            trouble.append((Cause.OVERFLOW, self.question))
        parts += [*label.pieces, foot, fold]
        parts.append(Turned(LENGTH / 2, WIDTH * 1.5, 180.0, tuple(back.pieces)))
        return parts, trouble
