"""The story's beginning: a newspaper that goes to print soon and has an empty front page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A5, Box, Size
from printables.layout.pieces import Bar, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import OnFace
from printables.products.doodles import news_desk
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

MARGIN = mm(9)
WIDTH = A5.width - MARGIN * 2
MASTHEAD, MASTHEAD_BASE = pt(46), mm(25)
HEADLINE = pt(27)
TEXT_TOP = mm(50)
TEXT_SIZES = (pt(14), pt(13), pt(12))
LEADING = 1.5
FOOT_TOP = A5.height - mm(17)
LEAST_SCENE, TALLEST_SCENE = mm(34), mm(66)


@dataclass(frozen=True, slots=True, kw_only=True)
class PitchCard(OnFace):
    """The card: masthead, the title of its face as a headline, `text`, and a drawing where there is room."""

    size: ClassVar[Size] = A5
    masthead: str
    text: str

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        laid = self._head(look)
        for size in TEXT_SIZES:
            kind = Type(size, leading=LEADING)
            words = paragraph(self.text, kind, Place(MARGIN, TEXT_TOP, WIDTH), style)
            if words.bottom <= FOOT_TOP:
                break
        else:
            words.trouble.append((Cause.OVERFLOW, self.face.title))
        laid.take(words)
        room = FOOT_TOP - laid.bottom - mm(5)
        if room >= LEAST_SCENE:
            high = min(room, TALLEST_SCENE)
            scene = Box(MARGIN, FOOT_TOP - high, WIDTH, high)
            laid.pieces += news_desk(scene, ink_saving=look.ink_saving)
        face, kind = look.faces.text.regular, Type(pt(8), colour=colours.INK2)
        for text, up in ((self.face.identity, mm(11)), (self.face.fiction, mm(7.2))):
            laid.pieces.append(one_line(text, face, kind, MARGIN, A5.height - up))
        return laid.pieces, laid.trouble

    def _head(self, look: Look) -> Laid:
        """The masthead over a double line, and the headline in yellow marker."""
        masthead, slogan = look.faces.masthead, look.faces.slogan
        right, middle = A5.width - MARGIN, A5.width / 2
        size = _fitting(MASTHEAD, masthead.ems(self.masthead))
        large = _fitting(HEADLINE, slogan.ems(self.face.title) + 0.6)
        wide = slogan.width(self.face.title, large)
        base = mm(43.5)
        marker = Box(middle - wide / 2 - mm(3), base - large * 0.62, wide + mm(6), large * 0.74)
        laid = Laid(TEXT_TOP)
        laid.pieces += [
            one_line(self.masthead, masthead, Type(size, align=Align.CENTRE), middle, MASTHEAD_BASE),
            Rule(MARGIN, mm(30), right, mm(30), colours.INK, mm(0.9)),
            Rule(MARGIN, mm(31.4), right, mm(31.4), colours.INK, mm(0.25)),
            Bar(marker, fill=None if look.ink_saving else colours.MARKER, radius=mm(1)),
            one_line(self.face.title, slogan, Type(large, align=Align.CENTRE), middle, base),
        ]
        return laid


def _fitting(size: Mm, ems: float) -> Mm:
    """The size, or what of it fits across the card."""
    return min(size, WIDTH / ems) if ems else size
