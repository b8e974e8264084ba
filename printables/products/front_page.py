"""The blank front page that a team takes home: a newspaper whose picture is missing on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import Composed
from printables.products.doodles import greeked
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import mm, pt

MARGIN = mm(15)
WIDTH = A4.width - MARGIN * 2
MASTHEAD_BASE = mm(38)
GUTTER = mm(5)
COLUMN = (WIDTH - GUTTER * 3) / 4
BLANK = Box(MARGIN, mm(82), COLUMN * 3 + GUTTER * 2, mm(104))
BESIDE = Box(BLANK.right + GUTTER, BLANK.y, COLUMN, BLANK.height)
LOWER = mm(231)  # where the columns below begin
LAST = mm(278)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage(Composed):
    """Masthead, date, headline over an empty picture, final text, the team's name.

    `edition` and `price` stand left and right of the date, `caption` below the empty picture.
    """

    size: ClassVar[Size] = A4
    masthead: str
    date_line: str
    headline: str
    text: str
    team_line: str
    fiction: str
    edition: str = ""
    price: str = ""
    caption: str = ""

    @property
    def title(self) -> str:
        return self.headline

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        masthead = look.faces.masthead
        size = min(pt(58), WIDTH / masthead.ems(self.masthead)) if self.masthead else pt(58)
        laid = Laid(mm(0), self._lines(style))
        laid.pieces.append(
            one_line(self.masthead, masthead, Type(size, align=Align.CENTRE), A4.width / 2, MASTHEAD_BASE)
        )
        headline = Type(pt(30), bold=True, align=Align.CENTRE)
        laid.take(paragraph(self.headline, headline, Place(MARGIN, mm(57), WIDTH), style))
        if laid.bottom > BLANK.y - mm(3):
            laid.trouble.append((Cause.OVERFLOW, self.headline))
        laid.pieces += greeked(BESIDE, 1, ink_saving=look.ink_saving)
        self._below(laid, style)
        for index in range(4):
            column = Box(MARGIN + (COLUMN + GUTTER) * index, LOWER, COLUMN, LAST - LOWER)
            laid.pieces += greeked(column, index * 13 + 5, ink_saving=look.ink_saving)
        return laid.pieces, laid.trouble

    def _below(self, laid: Laid, style: Style) -> None:
        """The caption of the picture that is not there, the final words, the team."""
        caption = Type(pt(11), colour=colours.INK2)
        laid.take(paragraph(self.caption, caption, Place(MARGIN, BLANK.bottom + mm(1), BLANK.width), style))
        final = Place(MARGIN + mm(10), BLANK.bottom + mm(11), WIDTH - mm(20))
        laid.take(paragraph(self.text, Type(pt(20), bold=True, align=Align.CENTRE), final, style))
        team = Place(MARGIN, laid.bottom + mm(2), WIDTH)
        laid.take(paragraph(self.team_line, Type(pt(16), align=Align.CENTRE), team, style))
        if laid.bottom > LOWER - mm(3):
            laid.trouble.append((Cause.OVERFLOW, self.text))

    def _lines(self, style: Style) -> list[Piece]:
        right = A4.width - MARGIN
        face = style.faces.text.regular
        foot = Type(pt(8), colour=colours.INK2)
        pieces: list[Piece] = [
            Rule(MARGIN, mm(43), right, mm(43), colours.INK, mm(0.9)),
            Rule(MARGIN, mm(44.4), right, mm(44.4), colours.INK, mm(0.25)),
            Rule(MARGIN, mm(52), right, mm(52), colours.INK, mm(0.25)),
            Bar(BLANK, fill=colours.WHITE, line=colours.INK, line_width=mm(0.5)),
            Rule(MARGIN, LOWER - mm(2), right, LOWER - mm(2), colours.INK, mm(0.25)),
            one_line(self.fiction, face, foot, MARGIN, A4.height - mm(12)),
        ]
        for text, x, align in (
            (self.edition, MARGIN, Align.LEFT),
            (self.date_line, A4.width / 2, Align.CENTRE),
            (self.price, right, Align.RIGHT),
        ):
            pieces.append(one_line(text, face, Type(pt(12), colour=colours.INK2, align=align), x, mm(49.6)))
        return pieces
