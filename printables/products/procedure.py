"""A framed official procedure: what is known on file, the rules, the signs, what to write down."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.face import Room
from printables.products.letters import AT, spelled
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph, set_lines
from printables.units import Mm, mm, pt

TYPE = pt(12)
PADDING = mm(4)
SECTION_GAP = mm(1.6)
BADGE = mm(7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A heading over lines kept exactly, in fixed-width type."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The sheet. `signs` are a number and its text; `note` tells players what to do.

    `spelled`: addresses are set letter by letter, as on messages in large print.
    """

    lists: tuple[Listed, ...]
    rules: tuple[str, ...]
    signs_heading: str
    signs: tuple[tuple[str, str], ...]
    note: str
    spelled: bool = False

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        laid = Laid(room.top - mm(1))
        tint = None if ink_saving else colours.INFO_TINT
        for listed in self.lists:
            place = Place(room.x, laid.bottom, room.width)
            part = _headed(listed.heading, place, tint, style)
            for line in listed.lines:
                inner = Place(place.x + PADDING, part.bottom, place.width - PADDING * 2)
                is_address = self.spelled and AT in line
                kind = Type(TYPE)
                part.take(
                    spelled(line, kind, inner, style)
                    if is_address
                    else set_lines(line, style.faces.mono, kind, inner)
                )
            laid.take(_framed(part, place))
        place = Place(room.x, laid.bottom, room.width)
        part = Laid(place.y + mm(1))
        for number, rule in enumerate(self.rules):
            inner = Place(place.x + PADDING + mm(4), part.bottom, place.width - PADDING * 2 - mm(4))
            mark = Box(place.x + PADDING, part.bottom + mm(2.2), mm(1.8), mm(1.8))
            part.pieces.append(Bar(mark, fill=colours.INK))
            part.take(paragraph(rule, Type(TYPE, bold=number == 0), inner, style))
        laid.take(_framed(part, place))
        laid.take(self._signs(Place(room.x, laid.bottom, room.width), tint, style))
        laid.take(self._note(room, laid.bottom, style))
        if laid.bottom > room.foot_top - mm(1):
            laid.trouble.append((Cause.OVERFLOW, self.note))
        laid.bottom = min(laid.bottom, room.code_top)
        return laid

    def _signs(self, place: Place, tint: str | None, style: Style) -> Laid:
        """The signs in two columns, each behind its number."""
        part = _headed(self.signs_heading, place, tint, style)
        top = part.bottom + mm(0.8)
        face = style.faces.letters
        width = place.width / 2
        edges = [top, top]
        for index, (number, text) in enumerate(self.signs):
            column = index % 2
            x, y = place.x + width * column + mm(2), edges[column]
            box = Box(x, y, BADGE, mm(6))
            kind = Type(pt(13), colour=colours.WHITE, align=Align.CENTRE)
            part.pieces += [
                Bar(box, fill=colours.INK, radius=mm(1.2)),
                one_line(number, face, kind, x + BADGE / 2, y + mm(3) + kind.size * face.capital / 2),
            ]
            words = paragraph(text, Type(TYPE), Place(x + BADGE + mm(1.6), y, width - BADGE - mm(4.6)), style)
            part.pieces += words.pieces
            part.trouble += words.trouble
            edges[column] = max(words.bottom, box.bottom) + mm(0.8)
        part.bottom = max(edges)
        return _framed(part, place)

    def _note(self, room: Room, top: Mm, style: Style) -> Laid:
        """What to do: left of the code, in a strong frame."""
        width = room.narrow - mm(1)
        inner = Place(room.x + mm(3), top + mm(1.6), width - mm(6))
        laid = paragraph(self.note, Type(TYPE, bold=True), inner, style)
        laid.bottom = laid.bottom + mm(1.6)
        laid.pieces.insert(
            0,
            Bar(
                Box(room.x, top, width, laid.bottom - top),
                line=colours.INK,
                line_width=mm(0.7),
                radius=mm(1.5),
            ),
        )
        return laid


def _headed(heading: str, place: Place, tint: str | None, style: Style) -> Laid:
    """The band of a section."""
    laid = paragraph(
        heading, Type(TYPE, bold=True), Place(place.x + PADDING, place.y, place.width - PADDING * 2), style
    )
    laid.pieces.insert(0, Bar(Box(place.x, place.y, place.width, laid.bottom - place.y), fill=tint))
    return laid


def _framed(part: Laid, place: Place) -> Laid:
    """The frame of a section, and the gap below it."""
    height = part.bottom + mm(0.6) - place.y
    frame: list[Piece] = [
        Bar(Box(place.x, place.y, place.width, height), line=colours.INK2, line_width=mm(0.4)),
        Rule(place.x, place.y, place.x + place.width, place.y, colours.INK, mm(0.8)),
    ]
    part.pieces += frame
    part.bottom = place.y + height + SECTION_GAP
    return part
