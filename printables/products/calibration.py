"""The sheet on which a person reads what a printer does: slanted scales, large numbers, front and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.calibration import FIRST, LAST, TRUE, SlantedScale, plan_of
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align, Items
from printables.products.composed import Composed
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.parts import set_items
from printables.products.sheet import Composition
from printables.products.two_sided import TwoSided
from printables.render.look import Look
from printables.units import Mm, mm, pt

HAIR, THIN, THICK = mm(0.12), mm(0.2), mm(0.5)
TENTH, HALF, WHOLE = mm(1.6), mm(2.4), mm(3.4)  # lengths of the marks
FIGURES, DISC, DISC_TYPE = pt(8), mm(9), pt(17)
CROSS, CROSS_AT = mm(8), mm(14)
TITLE, SIDE, BODY = pt(20), pt(12), pt(11)
SHORT_ARM = mm(70)  # of the dashed line along which nothing is measured
STEPS = round((LAST - FIRST) * 10)
FRONT_WORDS = Box(mm(28), mm(46), mm(68), mm(94))
BACK_WORDS = Box(mm(20), mm(158), mm(78), mm(124))


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationSide(Composed):
    """One side: `steps` say what to do, in order; `lay` stands along the line where the second sheet lies."""

    title: str
    side: str  # « Recto »
    steps: tuple[str, ...]
    lay: str
    foot: str
    is_back: bool = False
    size: Size = A4

    def _composed(self, look: Look) -> Composition:
        plan = plan_of(self.size, is_back=self.is_back)
        laid = self._words(look)
        laid.pieces += self._crosses()
        for number, scale in enumerate(plan.scales, start=1):
            laid.pieces += _scale(number, scale, look)
        laid.pieces += self._corner(plan.corner, plan.laid, look)
        return laid.pieces, laid.trouble

    def _words(self, look: Look) -> Laid:
        """Title, side and steps, beside the lines where paper is folded and laid."""
        style = Style(look.faces)
        room = BACK_WORDS if self.is_back else FRONT_WORDS
        laid = Laid(room.y)
        for text, kind in (
            (self.title, Type(TITLE, bold=True)),
            (self.side, Type(SIDE, bold=True, colour=colours.INK2)),
        ):
            laid.take(paragraph(text, kind, Place(room.x, laid.bottom, room.width), style))
        place = Place(room.x, laid.bottom + mm(2), room.width)
        laid.take(set_items(Items(items=self.steps, numbered=True, size=BODY), place, style))
        if laid.bottom > room.bottom:
            laid.trouble.append((Cause.OVERFLOW, self.steps[-1]))
        kind = Type(pt(7.5), colour=colours.INK2, align=Align.RIGHT)
        face = look.faces.text.regular
        x, y = self.size.width - mm(22), self.size.height - mm(8)
        laid.pieces.append(one_line(self.foot, face, kind, x, y))
        return laid

    def _crosses(self) -> Iterator[Piece]:
        """A cross in each corner: held against the light, the two sides show how well they agree."""
        for x in (CROSS_AT, self.size.width - CROSS_AT):
            for y in (CROSS_AT, self.size.height - CROSS_AT):
                yield Rule(x - CROSS / 2, y, x + CROSS / 2, y, colours.BLACK, THIN)
                yield Rule(x, y - CROSS / 2, x, y + CROSS / 2, colours.BLACK, THIN)

    def _corner(self, corner: tuple[Mm, Mm], laid: Size, look: Look) -> Iterator[Piece]:
        """The corner into which the second sheet is laid, its two edges, and the words that say so."""
        x, y = corner
        right = x + (laid.width if self.is_back else SHORT_ARM)
        bottom = y + (SHORT_ARM if self.is_back else laid.height)
        arm = mm(22)
        yield Rule(x, y, right, y, colours.INK2, THIN, dashed=True)
        yield Rule(x, y, x, bottom, colours.INK2, THIN, dashed=True)
        yield Rule(x, y, x + arm, y, colours.BLACK, THICK)
        yield Rule(x, y, x, y + arm, colours.BLACK, THICK)
        kind = Type(pt(9), bold=True)
        yield one_line(self.lay, look.faces.text.bold, kind, x + mm(1), y - mm(1.6))


def _scale(number: int, scale: SlantedScale, look: Look) -> Iterator[Piece]:
    """The slanted line with a mark each tenth, figures at the wholes, and the scale's large number."""
    start, end = scale.point(FIRST), scale.point(LAST)
    yield Rule(*start, *end, colours.BLACK, THIN)
    for step in range(STEPS + 1):
        value = FIRST + step / 10
        x, y = scale.point(value)
        length = WHOLE if step % 10 == 0 else HALF if step % 5 == 0 else TENTH
        width = THICK if value == TRUE else THIN if step % 10 == 0 else HAIR
        if scale.is_across:
            yield Rule(x - length, y, x + length, y, colours.BLACK, width)
        else:
            yield Rule(x, y - length, x, y + length, colours.BLACK, width)
        if step % 10 == 0:
            yield from _figure(round(value), scale, (x, y), look)
    x, y = (scale.x + mm(17), scale.y) if scale.is_across else (scale.x, scale.y + mm(17))
    yield Bar(Box(x - DISC / 2, y - DISC / 2, DISC, DISC), fill=colours.INK, radius=DISC / 2)
    kind = Type(DISC_TYPE, bold=True, colour=colours.WHITE, align=Align.CENTRE)
    yield one_line(f"{number}", look.faces.text.bold, kind, x, y + mm(2.2))


def _figure(value: int, scale: SlantedScale, at: tuple[Mm, Mm], look: Look) -> Iterator[Piece]:
    """A figure on both sides of its mark, clear of the crease."""
    kind = Type(FIGURES, bold=value == TRUE, align=Align.CENTRE)
    face = look.faces.text.of(kind.bold)
    x, y = at
    if scale.is_across:
        yield one_line(f"{value}", face, replace(kind, align=Align.LEFT), x + WHOLE + mm(1), y + mm(1))
        yield one_line(f"{value}", face, replace(kind, align=Align.RIGHT), x - WHOLE - mm(1), y + mm(1))
    else:
        yield one_line(f"{value}", face, kind, x, y + WHOLE + mm(3))
        yield one_line(f"{value}", face, kind, x, y - WHOLE - mm(1))


def calibration_sheet(front: CalibrationSide, back: CalibrationSide) -> TwoSided:
    """Both sides of the sheet, as a deck prints them."""
    return TwoSided(front=front, back=back)
