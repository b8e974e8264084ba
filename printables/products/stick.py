"""A USB stick of paper: front and back of true size, folded along the line between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import Box, Size
from printables.layout.pieces import Bar, Rule, Shape
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.drawings import scissors
from printables.products.lines import Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition, Part, Trouble, Turned, draw_parts
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import mm, pt

LENGTH, WIDTH = mm(70), mm(25)
PLUG = mm(13)
AROUND = mm(9)  # free paper around it, so that its outline is never where a printer cannot reach
SIZE = Size(LENGTH + AROUND * 2, WIDTH * 2 + AROUND * 2)
TAB, SLANT = mm(6), mm(2.5)
HOLE = mm(1.6)
LABEL_LEFT = mm(8)
STEEL = "#DCE3E9"
LABEL = pt(13)
SMALL = pt(7.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStick(OnFace):
    """The stick: `label` on the front, `question` on the back, upside down until it is folded."""

    size: ClassVar[Size] = SIZE
    label: str
    question: str

    def draw(self, canvas: Canvas, box: Box) -> None:
        parts, _ = self._composed(canvas.look)
        draw_parts(canvas, parts, box.moved(AROUND, AROUND))

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        body = LENGTH - PLUG
        parts = _furniture(ink_saving=look.ink_saving)
        plain = style.faces.text.regular
        kind = Type(SMALL, colour=colours.INK2, align=Align.RIGHT)
        fold = one_line(look.words.fold, plain, kind, body - mm(1), WIDTH - mm(0.8))
        label = paragraph(
            self.label, Type(LABEL, bold=True), Place(LABEL_LEFT, mm(4), body - LABEL_LEFT - mm(2)), style
        )
        identity = f"{self.face.card_id} · {self.face.set_label}"
        foot = one_line(identity, plain, Type(SMALL, colour=colours.INK2), LABEL_LEFT, WIDTH - mm(2))
        back = paragraph(self.question, Type(pt(10)), Place(PLUG + mm(2), WIDTH + mm(2), body - mm(6)), style)
        trouble: Trouble = [*label.trouble, *back.trouble]
        if label.bottom > WIDTH - mm(4):
            trouble.append((Cause.OVERFLOW, self.label))
        if back.bottom > WIDTH * 2 - mm(1):
            trouble.append((Cause.OVERFLOW, self.question))
        parts += [*label.pieces, foot, fold, *_glue_words(look.words.glue, style)]
        parts.append(Turned(LENGTH / 2, WIDTH * 1.5, 180.0, tuple(back.pieces)))
        return parts, trouble


def _furniture(*, ink_saving: bool) -> list[Part]:
    """Both sides with their plug and hole, the tabs to glue, the line to fold along."""
    body = LENGTH - PLUG
    edge = mm(0.2)
    steel = None if ink_saving else STEEL
    shell = None if ink_saving else colours.MARKER_TINT
    parts: list[Part] = [
        *_tabs(),
        Bar(Box(mm(0), mm(0), body, WIDTH * 2), fill=shell, line=colours.EDGE, line_width=edge),
        Bar(Box(body, mm(0), PLUG, WIDTH * 2), fill=steel, line=colours.EDGE, line_width=edge),
    ]
    for top in (mm(0), WIDTH):
        parts.append(Rule(body, top + mm(3), body, top + WIDTH - mm(3), colours.INK2, mm(0.3)))
        for y in (mm(7.5), mm(14)):
            parts.append(Bar(Box(body + mm(5), top + y, mm(4), mm(3.5)), fill=colours.INK2))
        middle = top + WIDTH / 2
        ring = Box(mm(4) - HOLE, middle - HOLE, HOLE * 2, HOLE * 2)
        if top == mm(0):
            parts.append(Bar(ring, fill=colours.WHITE, line=colours.INK2, radius=HOLE))
    parts.append(Rule(mm(0), WIDTH, LENGTH, WIDTH, colours.INK2, mm(0.25), dashed=True))
    parts += scissors(LENGTH - mm(4), -mm(3.4), mm(6.2))
    return parts


def _tabs() -> list[Part]:
    """Tabs that fold inwards: at both ends of the front, along the free edge of the back."""
    end = ((0.0, SLANT / WIDTH), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0 - SLANT / WIDTH))
    other = tuple((1.0 - x, y) for x, y in end)
    long = ((0.0, 0.0), (1.0, 0.0), (1.0 - SLANT / LENGTH, 1.0), (SLANT / LENGTH, 1.0))
    line = mm(0.2)
    return [
        Shape(end, Box(-TAB, mm(0), TAB, WIDTH), None, colours.EDGE, line),
        Shape(other, Box(LENGTH, mm(0), TAB, WIDTH), None, colours.EDGE, line),
        Shape(long, Box(mm(0), WIDTH * 2, LENGTH, TAB), None, colours.EDGE, line),
    ]


def _glue_words(words: str, style: Style) -> list[Part]:
    """« colle » on each tab."""
    kind = Type(SMALL, colour=colours.INK2, align=Align.CENTRE)
    face = style.faces.text.regular
    low = SMALL * face.capital / 2
    below = one_line(words, face, kind, LENGTH / 2, WIDTH * 2 + TAB / 2 + low)
    ends: list[Part] = [
        Turned(x, WIDTH / 2, -90.0, (one_line(words, face, kind, x, WIDTH / 2 + low),))
        for x in (-TAB / 2, LENGTH + TAB / 2)
    ]
    return [below, *ends]
