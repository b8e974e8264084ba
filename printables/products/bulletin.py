"""An alert bulletin: one page with how far it may go, how urgent it is, what to do and whom to tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Picture, Piece, Rule, Shape
from printables.layout.shapes import PATH_OUTLINES
from printables.problems import Cause, PrintProblem
from printables.products.blocks import SMALLEST_BODY, Align, Block, CheckList, Framed, Items, Text
from printables.products.face import glyph_problems
from printables.products.lines import LEADING, Laid, Place, Style, Type, one_line, paragraph
from printables.products.setting import FRAME_PADDING, set_blocks
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import ZERO, Mm, mm, pt

Urgency = Literal["info", "week", "now"]
Frame = Literal["none", "note", "danger", "plain", "ink"]

MARGIN = mm(15)
TOP = mm(14)
LABEL_TEXT = pt(14)  # labels of the protocol are at least 12 pt, at the right of head and foot
LABEL_HEIGHT = mm(8)
LABEL_PADDING = mm(2.5)
LOGO = Size(mm(38), mm(13))
TITLE = pt(24)
BODIES = (pt(14), pt(13), SMALLEST_BODY)
SMALL, FACT = pt(9), pt(11)
LABEL_SIZE = pt(13)
BAND = mm(12)
GUTTER = mm(5)
GAP = mm(3.2)
FOOT = mm(36)  # from the lower edge: what is above belongs to the message
SIGN = {"info": PATH_OUTLINES["A"], "week": PATH_OUTLINES["B"], "now": PATH_OUTLINES["C"]}
GROUND = {"info": colours.INFO_TINT, "week": colours.MARKER, "now": colours.DANGER}
DANGER_LINE, FRAME_LINE = mm(0.6), mm(0.35)
AFTER_MARK = mm(6)
USUAL_TITLE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A field of the bulletin under its label. `lines` are points where there are several.

    `usual` is how many lines of a page it may fill while the others fill theirs; `is_half`: it shares its
    row with the next half. `ticked`: a box to tick before each line.
    """

    field: str
    label: str
    lines: tuple[str, ...]
    usual: int
    frame: Frame = "none"
    is_half: bool = False
    ticked: bool = False

    def set(self, place: Place, style: Style, body: Mm, least: Mm = ZERO) -> Laid:
        """The part at its place; a frame reaches down to `least`, so that two side by side are alike."""
        if self.frame == "none":
            laid = paragraph(self.label, Type(LABEL_SIZE, bold=True), place, style)
            laid.take(set_blocks(self._blocks(body), Place(place.x, laid.bottom, place.width), style))
            return laid
        line = colours.DANGER if self.frame == "danger" else colours.EDGE
        frame = Framed(
            title=self.label,
            blocks=self._blocks(body),
            line=line,
            line_width=DANGER_LINE if self.frame == "danger" else FRAME_LINE,
            fill=colours.MARKER_TINT if self.frame == "note" else None,
            ink=self.frame == "ink",
        )
        laid = set_blocks((frame,), place, style)
        bar = laid.pieces[0]
        if isinstance(bar, Bar) and bar.box.height < least:
            laid.pieces[0] = replace(bar, box=replace(bar.box, height=least))
        return laid

    def excess(self, width: Mm, style: Style) -> int:
        """How many lines it has beyond the usual."""
        inner = width if self.frame == "none" else width - FRAME_PADDING * 2
        inset = AFTER_MARK if self.ticked or len(self.lines) > 1 else ZERO
        place = Place(MARGIN, ZERO, inner - inset)
        kind = Type(SMALLEST_BODY)
        heights = (paragraph(line, kind, place, style).bottom for line in self.lines)
        return sum(round(height / (kind.size * LEADING)) for height in heights) - self.usual

    def _blocks(self, body: Mm) -> tuple[Block, ...]:
        if self.ticked:
            return (CheckList(items=self.lines, size=body),)
        if len(self.lines) > 1:
            return (Items(items=self.lines, size=body),)
        return tuple(Text(text=line, size=body) for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """A label of the protocol with its colour and meaning; `holds` for this bulletin's own."""

    label: str
    colour: str
    meaning: str
    holds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinSheet:
    """One page. `kicker` says what it is and its number, `moment` when, `facts` close it in small print."""

    title: str
    kicker: str
    moment: str
    urgency: Urgency
    urgency_words: str
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    sharing: tuple[Sharing, ...]
    facility: str
    foot: str
    logo: bytes = b""
    size: Size = A4

    def problems(self, look: Look) -> list[PrintProblem]:
        laid = self._composed(look)
        found = [PrintProblem(self.title, text, cause) for cause, text in laid.trouble]
        return found + glyph_problems(self.title, laid.pieces)

    def draw(self, canvas: Canvas, box: Box) -> None:
        canvas.draw(self._composed(canvas.look).pieces, box)

    def surplus(self, look: Look) -> tuple[str, int] | None:
        """The field that takes most beyond its usual lines and how many lines to cut; None when all fits."""
        style = _style(look)
        over = self._message(style, SMALLEST_BODY).bottom - self._limit
        if over <= ZERO:
            return None
        title = Part(field="title", label="", lines=(self.title,), usual=USUAL_TITLE)
        most = max((title, *self.parts), key=lambda part: part.excess(self._width(part), style))
        return most.field, ceil(over / (SMALLEST_BODY * LEADING))

    @property
    def _limit(self) -> Mm:
        return self.size.height - FOOT

    @property
    def _whole(self) -> Mm:
        return self.size.width - MARGIN * 2

    def _width(self, part: Part) -> Mm:
        return (self._whole - GUTTER) / 2 if part.is_half else self._whole

    def _composed(self, look: Look) -> Laid:
        style = _style(look)
        for body in BODIES:
            laid = self._message(style, body)
            if laid.bottom <= self._limit:
                break
        if laid.bottom > self._limit:
            laid.trouble.append((Cause.OVERFLOW, self.title))
        self._add_foot(laid, style)
        return laid

    def _message(self, style: Style, body: Mm) -> Laid:
        """All above the foot, its words as large as `body`."""
        laid = Laid(TOP)
        self._add_head(laid, style)
        title = Place(MARGIN, laid.bottom + mm(3), self._whole)
        laid.take(paragraph(self.title, Type(TITLE, bold=True), title, style))
        self._add_band(laid, style)
        row: list[Part] = []
        for part in self.parts:
            row.append(part)
            if part.is_half and len(row) == 1 and part is not self.parts[-1]:
                continue
            self._add_row(laid, row, style, body)
            row = []
        self._add_facts(laid, style)
        return laid

    def _add_head(self, laid: Laid, style: Style) -> None:
        """Who speaks at the left, how far it may go at the right."""
        own = next(one for one in self.sharing if one.holds)
        right = MARGIN + self._whole
        laid.pieces += _label(own, right, laid.bottom, style)
        width = self._whole - mm(50)
        place = Place(MARGIN, laid.bottom, width)
        if self.logo:
            box = Box(MARGIN, laid.bottom, LOGO.width, LOGO.height)
            laid.pieces.append(Picture(self.logo, box, "logo"))
            laid.bottom = box.bottom + mm(1)
        elif self.facility:
            laid.take(paragraph(self.facility, Type(pt(12), bold=True), place, style))
        laid.bottom = max(laid.bottom, TOP + LABEL_HEIGHT) + mm(1)
        kind = Type(pt(12), colour=colours.INK2)
        line = f"**{self.kicker}** · {self.moment}" if self.moment else f"**{self.kicker}**"
        laid.take(paragraph(line, kind, Place(MARGIN, laid.bottom, self._whole), style))

    def _add_band(self, laid: Laid, style: Style) -> None:
        """How urgent it is: a shape and words on a ground, which tell it in grey, too."""
        is_dark = self.urgency == "now" and not style.ink_saving
        ink = colours.WHITE if is_dark else colours.INK
        fill = None if style.ink_saving else GROUND[self.urgency]
        box = Box(MARGIN, laid.bottom + mm(2), self._whole, BAND)
        sign = Box(box.x + mm(4), box.y + mm(3), mm(6), mm(6))
        line = colours.INK if style.ink_saving else None
        laid.pieces += [
            Bar(box, fill=fill, line=line, radius=mm(1.5)),
            Shape(SIGN[self.urgency], sign, ink),
            one_line(
                self.urgency_words,
                style.faces.text.bold,
                Type(pt(16), bold=True, colour=ink),
                sign.right + mm(4),
                box.y + box.height / 2 + pt(16) * 0.35,
            ),
        ]
        laid.bottom = box.bottom

    def _add_row(self, laid: Laid, row: list[Part], style: Style, body: Mm) -> None:
        """One part over the whole width, or two of the same height side by side."""
        top = laid.bottom + GAP
        width = self._width(row[0]) if len(row) > 1 else self._whole
        places = [Place(MARGIN + (width + GUTTER) * number, top, width) for number in range(len(row))]
        alone = [part.set(place, style, body).bottom for part, place in zip(row, places, strict=True)]
        tallest = max(alone) - top
        for part, place in zip(row, places, strict=True):
            laid.take(part.set(place, style, body, tallest))
        laid.bottom = top + tallest

    def _add_facts(self, laid: Laid, style: Style) -> None:
        """Source, how long it holds, who passes it on."""
        facts = [fact for fact in self.facts if fact[1]]
        if not facts:
            return
        top = laid.bottom + GAP + mm(0.5)
        width = (self._whole - GUTTER * (len(facts) - 1)) / len(facts)
        for number, (label, value) in enumerate(facts):
            place = Place(MARGIN + (width + GUTTER) * number, top, width)
            fact = paragraph(label, Type(SMALL, colour=colours.INK2), place, style)
            below = Place(place.x, fact.bottom, width)
            fact.take(paragraph(value, Type(FACT), below, style))
            laid.pieces += fact.pieces
            laid.trouble += fact.trouble
            laid.bottom = max(laid.bottom, fact.bottom)

    def _add_foot(self, laid: Laid, style: Style) -> None:
        """What each label of the protocol means, this one's marked; the label once more at the right."""
        top = self.size.height - FOOT + mm(3)
        laid.pieces.append(Rule(MARGIN, top, MARGIN + self._whole, top, colours.EDGE))
        own = next(one for one in self.sharing if one.holds)
        right = MARGIN + self._whole
        base = self.size.height - mm(9)
        laid.pieces += _label(own, right, base - LABEL_HEIGHT + mm(1.5), style)
        kind = Type(pt(8), colour=colours.INK2)
        laid.pieces.append(one_line(self.foot, style.faces.text.regular, kind, MARGIN, base))
        below = Place(MARGIN, top + mm(1.2), self._whole)
        for one in self.sharing:
            words = f"**{one.label}** {one.meaning}"
            if one.holds:
                words = f"**{one.label} {one.meaning}**"
            shade = colours.INK if one.holds else colours.INK2
            meaning = paragraph(words, Type(SMALL, colour=shade), below, style)
            laid.pieces += meaning.pieces
            below = replace(below, y=meaning.bottom)


def _style(look: Look) -> Style:
    return Style(look.faces, ink_saving=look.ink_saving)


def _label(own: Sharing, right: Mm, top: Mm, style: Style) -> list[Piece]:
    """The label in its colour on black, as the protocol wants it; black in a frame when ink is saved."""
    face = style.faces.text.bold
    width = face.width(own.label, LABEL_TEXT) + LABEL_PADDING * 2
    box = Box(right - width, top, width, LABEL_HEIGHT)
    fill = None if style.ink_saving else colours.BLACK
    ink = colours.BLACK if style.ink_saving else own.colour
    kind = Type(LABEL_TEXT, bold=True, colour=ink, align=Align.CENTRE)
    base = top + LABEL_HEIGHT / 2 + LABEL_TEXT * 0.36
    return [
        Bar(box, fill=fill, line=colours.BLACK),
        one_line(own.label, face, kind, box.x + width / 2, base),
    ]
