"""The tray folder: an A4 sheet folded to A5, with large words outside and inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.cards import FOLD_TEXT
from printables.products.composed import OnFace
from printables.products.drawings import copier
from printables.products.face import path_shape
from printables.products.lines import Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import mm, pt

MIDDLE = A4.height / 2
MARGIN = mm(14)
TAB = Box(MIDDLE + MARGIN, mm(70), MIDDLE - MARGIN * 2, mm(48))
COPIER = Box(MIDDLE + MIDDLE / 2 - mm(26), mm(128), mm(52), mm(44))


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderSheet(OnFace):
    """One side of the folder. The outside has its words at the right, the inside at the left.

    Both sides are printed on one sheet turned over its short edge, or glued back to back. The code of its
    face is not drawn: it stands on the list of the envelope.
    """

    size: ClassVar[Size] = A4.turned
    words: str
    note: str = ""
    inside: bool = False

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        shift = -MIDDLE if self.inside else mm(0)
        tab = TAB.moved(shift, mm(0))
        down = mm(8) if self.note else mm(15)
        inner = Place(tab.x + mm(5), tab.y + down, tab.width - mm(10))
        laid = paragraph(self.words, Type(pt(34), bold=True, align=Align.CENTRE), inner, style)
        if self.note:
            below = Place(inner.x, laid.bottom, inner.width)
            laid.take(
                paragraph(self.note, Type(pt(14), colour=colours.INK2, align=Align.CENTRE), below, style)
            )
        if laid.bottom > tab.bottom:
            laid.trouble.append((Cause.OVERFLOW, self.words))
        laid.pieces[:0] = self._furniture(tab, look, style)
        return laid.pieces, laid.trouble

    def _furniture(self, tab: Box, look: Look, style: Style) -> list[Piece]:
        kind = Type(pt(8), colour=colours.INK2)
        face, left = style.faces.text.regular, tab.x
        shape = [] if self.face.path is None or self.inside else path_shape(
            self.face.path, Box(left, mm(16), mm(16), mm(16)), style.faces
        )  # fmt: skip
        return [
            Rule(MIDDLE, UNPRINTABLE, MIDDLE, A4.width - UNPRINTABLE, colours.INK2, mm(0.25), dashed=True),
            one_line(look.words.fold, face, Type(FOLD_TEXT, colour=colours.INK2), MIDDLE + mm(1.2), mm(9)),
            *([] if self.inside else copier(COPIER, ink_saving=look.ink_saving)),
            Bar(
                Box(tab.x + mm(1.2), tab.y + mm(1.2), tab.width, tab.height), fill=colours.LINE, radius=mm(3)
            ),
            Bar(tab, fill=colours.WHITE, line=colours.INK, line_width=mm(0.6), radius=mm(3)),
            *shape,
            one_line(self.face.identity, face, kind, left, A4.width - mm(15)),
            one_line(self.face.fiction, face, kind, left, A4.width - mm(11)),
        ]
