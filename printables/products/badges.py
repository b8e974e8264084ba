"""Press badges of 90 by 55 mm: masthead, face, role, name and role shape; their backs to write a name on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from printables.layout import colours
from printables.layout.boxes import Box, Size
from printables.layout.pieces import Bar, Piece, Rule, Shape
from printables.layout.shapes import ROLE_OUTLINES
from printables.layout.text import Face
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import Composed
from printables.products.face import Shown
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

BADGE = Size(mm(90), mm(55))
COLUMNS = 2
BAND = mm(11.4)
MARGIN = mm(4)
SLOT = Box(mm(38), mm(1), mm(14), mm(3))
PLATE = Box(MARGIN, mm(14.6), mm(28), mm(32))
LARGE_SHAPE = mm(17)
CORNER = Box(mm(77), mm(37.4), mm(9), mm(9))
TEXT_LEFT = mm(36)
WRITING = mm(38)
FIRST_NAME, PROMISE = mm(20.5), mm(27)  # base lines on the back
BACK_LINES = (mm(34), mm(41), mm(48))
ROLE_SIZES = (pt(17), pt(15.5), pt(14))
NAME_SIZES = (pt(15), pt(14), pt(13))
PLATE_TINTS = ("#FFE9A6", "#CFEBF7", "#FFD9CB", "#E2D8F6", "#D2F0DF", "#FDE6C6", "#DCEBF4", "#F8D7E3")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge(Composed):
    """Front of a badge. Without a `name` the player writes a pen name after `pen_name` words.

    Without a `picture` the role's shape takes its place, large.
    """

    size: ClassVar[Size] = BADGE
    role_id: str  # R1
    role: str
    name: str
    pen_name: str  # « nom de plume : »
    masthead: str  # « Le Cancan Illustré »
    card_words: str  # « Carte de presse »
    shape: str  # a name of ROLE_OUTLINES
    set_label: str
    fiction: str
    back: bool = False
    back_words: str = ""  # « Prénom : »
    promise: str = ""  # « Dès demain, je… »
    picture: Shown | None = None

    def __post_init__(self) -> None:
        if self.shape not in ROLE_OUTLINES:
            raise ValueError(f"no role shape is called {self.shape}")

    @property
    def title(self) -> str:
        return f"{self.role_id} {self.role}"

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        laid = Laid(mm(0), self._frame(look))
        laid.take(self._back(style) if self.back else self._front(look, style))
        foot = Type(pt(7.5), colour=colours.INK2)
        right = Type(foot.size, colour=foot.colour, align=Align.RIGHT)
        regular, base = style.faces.text.regular, BADGE.height - mm(3.2)
        laid.pieces += [
            one_line(self.fiction, regular, foot, MARGIN, base),
            one_line(f"{self.role_id} · {self.set_label}", regular, right, BADGE.width - MARGIN, base),
        ]
        return laid.pieces, laid.trouble

    def _frame(self, look: Look) -> list[Piece]:
        ink, masthead = (None, colours.INK) if look.ink_saving else (colours.INK, colours.CREAM)
        kind = Type(pt(16.5), colour=masthead, align=Align.CENTRE)
        face = look.faces.masthead
        return [
            Bar(Box(mm(0), mm(0), BADGE.width, BADGE.height), line=colours.LINE, line_width=mm(0.2)),
            Bar(
                Box(mm(0), mm(0), BADGE.width, BAND),
                fill=ink,
                line=ink or colours.INK,
                line_width=mm(0.2),
                bleeds=True,
            ),
            Bar(SLOT, fill=colours.WHITE, line=colours.EDGE, line_width=mm(0.2), radius=SLOT.height / 2),
            one_line(self.masthead, face, kind, BADGE.width / 2, BAND - mm(1.9)),
        ]

    def _front(self, look: Look, style: Style) -> Laid:
        width = BADGE.width - TEXT_LEFT - MARGIN
        laid = self._plate(look)
        role = _largest(self.role, ROLE_SIZES, width, style.faces.text.bold)
        laid.take(paragraph(self.role, Type(role, bold=True), Place(TEXT_LEFT, mm(13.6), width), style))
        if self.name:
            size = _largest(self.name, NAME_SIZES, width, style.faces.text.regular)
            laid.take(paragraph(self.name, Type(size), Place(TEXT_LEFT, laid.bottom, width), style))
        else:
            laid.take(self._to_write(self.pen_name, TEXT_LEFT, WRITING, laid, style))
        if laid.bottom > CORNER.y + mm(3.2):
            laid.trouble.append((Cause.OVERFLOW, self.role))
        words = Type(pt(11), colour=colours.INK2)
        laid.pieces.append(one_line(self.card_words, style.faces.text.regular, words, TEXT_LEFT, mm(45.5)))
        return laid

    def _plate(self, look: Look) -> Laid:
        """The face, the role's shape in the corner; without a face the shape, large, on a tinted plate."""
        outline = ROLE_OUTLINES[self.shape]
        if self.picture is not None:
            return Laid(PLATE.y, [self.picture.at(PLATE), Shape(outline, CORNER, colours.INK)])
        index = list(ROLE_OUTLINES).index(self.shape)
        fill = None if look.ink_saving else PLATE_TINTS[index]
        side = LARGE_SHAPE
        left, top = PLATE.x + (PLATE.width - side) / 2, PLATE.y + (PLATE.height - side) / 2
        shape = Shape(outline, Box(left, top, side, side), colours.INK)
        return Laid(PLATE.y, [Bar(PLATE, fill=fill, line=colours.EDGE, radius=mm(2)), shape])

    def _to_write(self, words: str, x: Mm, width: Mm, above: Laid, style: Style) -> Laid:
        laid = paragraph(words, Type(pt(10.5), colour=colours.INK2), Place(x, above.bottom, width), style)
        line = laid.bottom + mm(6)
        laid.pieces.append(Rule(x, line, x + width, line, colours.EDGE, mm(0.35)))
        laid.bottom = line
        return laid

    def _back(self, style: Style) -> Laid:
        """A line for the first name, and lines for what its bearer promises."""
        right = BADGE.width - MARGIN
        words = Type(pt(10.5), colour=colours.INK2)
        face = style.faces.text.regular
        laid = Laid(BACK_LINES[-1])
        for text, base in ((self.back_words, FIRST_NAME), (self.promise, PROMISE)):
            laid.pieces.append(one_line(text, face, words, MARGIN, base))
            if face.width(text, words.size) > BADGE.width - MARGIN * 2:
                laid.trouble.append((Cause.WIDE_WORD, text))
        beside = MARGIN + face.width(self.back_words, words.size) + mm(2)
        laid.pieces.append(Rule(beside, FIRST_NAME, right, FIRST_NAME, colours.EDGE, mm(0.35)))
        for y in BACK_LINES if self.promise else ():
            laid.pieces.append(Rule(MARGIN, y, right, y, colours.EDGE, mm(0.35)))
        return laid


def _largest(text: str, sizes: Sequence[Mm], width: Mm, face: Face) -> Mm:
    """The first size at which the text stands in one line, or the last, at which it is wrapped."""
    return next((size for size in sizes if face.width(text, size) <= width), sizes[-1])


def mirrored(fronts: Sequence[Thing]) -> list[Thing]:
    """Things in the order that puts each behind its front when the sheet is turned over its long edge.

    A last row that is not full keeps its order: fill it, or print the backs alone.
    """
    ordered: list[Thing] = []
    for start in range(0, len(fronts), COLUMNS):
        ordered += reversed(fronts[start : start + COLUMNS])
    return ordered
