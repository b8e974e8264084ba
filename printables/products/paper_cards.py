"""Cards of two sides to keep: a title over a line in the facility's colour, blocks, a foot."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Picture, Rule
from printables.problems import Cause
from printables.products.blocks import Align, Block
from printables.products.composed import Composed
from printables.products.face import measures_for
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.setting import set_blocks
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import mm, pt

FOOT_TEXT = pt(7.5)
FOOT = mm(9)
LOGO = Size(mm(20), mm(8))
SCALES = (1.0, 0.95, 0.9, 0.85)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard(Composed):
    """One side of a card.

    `foot` stands at the left, `foot_right` at the right: the date of print, the kit.
    """

    title: str
    size: Size
    blocks: tuple[Block, ...]
    foot: str
    foot_right: str = ""
    accent: str = colours.INK
    logo: bytes = b""

    def _composed(self, look: Look) -> Composition:
        """The card in the largest type that fits; what fits in none says so."""
        for scale in SCALES:
            laid = self._set(Style(look.faces, scale, ink_saving=look.ink_saving))
            if laid.bottom <= self.size.height - FOOT:
                return laid.pieces, laid.trouble
        laid.trouble.append((Cause.OVERFLOW, self.title))
        return laid.pieces, laid.trouble

    def _set(self, style: Style) -> Laid:
        measures = measures_for(self.size)
        margin = measures.margin
        width = self.size.width - margin * 2
        beside = LOGO.width + mm(2) if self.logo else mm(0)
        place = Place(margin, UNPRINTABLE + mm(1), width - beside)
        laid = paragraph(self.title, Type(measures.title, bold=True), place, style)
        if self.logo:
            corner = Box(margin + width - LOGO.width, place.y, LOGO.width, LOGO.height)
            laid.pieces.append(Picture(self.logo, corner, "logo"))
            laid.bottom = max(laid.bottom, corner.bottom)
        laid.pieces.append(Bar(Box(margin, laid.bottom + mm(0.8), width, mm(1)), fill=self.accent))
        laid.take(set_blocks(self.blocks, Place(margin, laid.bottom + mm(3.4), width), style))
        base = self.size.height - UNPRINTABLE - mm(0.6)
        kind = Type(FOOT_TEXT, colour=colours.INK2)
        right = Type(FOOT_TEXT, colour=colours.INK2, align=Align.RIGHT)
        face = style.faces.text.regular
        line = base - mm(3.4)
        laid.pieces += [
            Rule(margin, line, margin + width, line, colours.LINE),
            one_line(self.foot, face, kind, margin, base),
            one_line(self.foot_right, face, right, margin + width, base),
        ]
        return laid
