"""The blank front page that a team takes home."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause, PrintProblem
from printables.products.blocks import Align
from printables.products.face import glyph_problems
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import mm, pt

MARGIN = mm(15)
WIDTH = A4.width - MARGIN * 2
MASTHEAD_BASE = mm(38)
BLANK = Box(MARGIN, mm(84), WIDTH, mm(120))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """Masthead, date, headline over an empty picture, final text, the team's name."""

    masthead: str
    date_line: str
    headline: str
    text: str
    team_line: str
    fiction: str

    @property
    def title(self) -> str:
        return self.headline

    @property
    def size(self) -> Size:
        return A4

    def problems(self, look: Look) -> list[PrintProblem]:
        laid = self._composed(look)
        found = [PrintProblem(self.title, text, cause) for cause, text in laid.trouble]
        return found + glyph_problems(self.title, laid.pieces)

    def draw(self, canvas: Canvas, box: Box) -> None:
        canvas.draw(self._composed(canvas.look).pieces, box)

    def _composed(self, look: Look) -> Laid:
        style = Style(look.faces)
        masthead = look.faces.masthead
        size = min(pt(56), WIDTH / masthead.ems(self.masthead)) if self.masthead else pt(56)
        middle = A4.width / 2
        laid = Laid(mm(0), self._lines(style))
        laid.pieces.append(
            one_line(self.masthead, masthead, Type(size, align=Align.CENTRE), middle, MASTHEAD_BASE)
        )
        headline = Type(pt(30), bold=True, align=Align.CENTRE)
        laid.take(paragraph(self.headline, headline, Place(MARGIN, mm(54), WIDTH), style))
        if laid.bottom > BLANK.y:
            laid.trouble.append((Cause.OVERFLOW, self.headline))
        below = Place(MARGIN + mm(15), BLANK.bottom + mm(8), WIDTH - mm(30))
        laid.take(paragraph(self.text, Type(pt(18), align=Align.CENTRE), below, style))
        team = Place(MARGIN, laid.bottom + mm(8), WIDTH)
        laid.take(paragraph(self.team_line, Type(pt(16), bold=True, align=Align.CENTRE), team, style))
        if laid.bottom > A4.height - mm(20):
            laid.trouble.append((Cause.OVERFLOW, self.text))
        return laid

    def _lines(self, style: Style) -> list[Piece]:
        right = A4.width - MARGIN
        kind = Type(pt(12), colour=colours.INK2, align=Align.CENTRE)
        foot = Type(pt(8), colour=colours.INK2)
        face = style.faces.text.regular
        return [
            Rule(MARGIN, mm(43), right, mm(43), colours.INK, mm(0.6)),
            one_line(self.date_line, face, kind, A4.width / 2, mm(48.6)),
            Rule(MARGIN, mm(51), right, mm(51), colours.INK, mm(0.25)),
            Bar(BLANK, line=colours.EDGE),
            one_line(self.fiction, face, foot, MARGIN, A4.height - mm(12)),
        ]
