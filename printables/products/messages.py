"""Mails printed out: the program's head with sender and subject, the text, the foot of the print-out."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.drawing import Pad
from printables.products.face import Room
from printables.products.letters import AT, spelled
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph, set_lines
from printables.units import Mm, mm, pt

TOOLS = mm(11)  # the program's bar with its pictures
PADDING = mm(5)
HEAD, BODY = pt(12), pt(15)
FOOT = mm(10)
BEFORE_CODE = mm(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPrintout:
    """A message: `head` holds labels with their words (« De : », an address), `body` paragraphs.

    Words of the head are set in fixed-width type, in which 1, l and I differ; `printed` stands at the foot.
    `spelled`: addresses are set letter by letter, with air between, for eyes that take groups for words.
    """

    head: tuple[tuple[str, str], ...]
    body: tuple[str, ...]
    printed: str = ""
    spelled: bool = False

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        frame = Box(room.x, room.top, room.width, room.code_top - BEFORE_CODE - room.top)
        inner = Place(frame.x + PADDING, frame.y + TOOLS + mm(3), frame.width - PADDING * 2)
        laid = Laid(inner.y, _window(frame, ink_saving=ink_saving))
        bold = style.faces.text.bold
        indent = max((bold.width(label, HEAD) for label, _ in self.head), default=mm(0)) + mm(3)
        for label, words in self.head:
            place = Place(inner.x + indent, laid.bottom, inner.width - indent)
            if self.spelled and AT in words:
                line = spelled(words, Type(HEAD), place, style)
            else:
                line = set_lines(words, style.faces.mono, Type(HEAD), place)
            base = place.y + HEAD * 1.05
            line.pieces.append(one_line(label, bold, Type(HEAD, colour=colours.INK2), inner.x, base))
            laid.take(line)
        y = laid.bottom + mm(2.5)
        laid.pieces.append(Rule(frame.x, y, frame.right, y, colours.EDGE, mm(0.3)))
        laid.bottom = y + mm(3)
        for text in self.body:
            laid.take(paragraph(text, Type(BODY), Place(inner.x, laid.bottom, inner.width), style))
            laid.bottom = laid.bottom + mm(2)
        if laid.bottom > frame.bottom - FOOT:
            laid.trouble.append((Cause.OVERFLOW, self.body[0]))
        if self.printed:
            laid.pieces += _foot(self.printed, frame, style)
        laid.bottom = frame.bottom
        return laid


def _window(frame: Box, *, ink_saving: bool) -> list[Piece]:
    """The program's frame and its bar: an envelope, and what one does with a message."""
    bar = Box(frame.x, frame.y, frame.width, TOOLS)
    pieces: list[Piece] = [
        Bar(frame, fill=None if ink_saving else colours.OFF_WHITE, line=colours.EDGE, line_width=mm(0.4)),
        Bar(bar, fill=None if ink_saving else colours.INFO_TINT, line=colours.EDGE, line_width=mm(0.4)),
    ]
    pad = Pad(frame.x, frame.y, ink_saving=ink_saving)
    pad.bar((4, 2.6, 9, 6), colours.WHITE, line=colours.INK2, width=0.4)
    pad.stroke(((4, 2.8), (8.5, 6.4), (13, 2.8)), colours.INK2, 0.4)
    right = frame.width / mm(1)
    for index in range(3):
        x = right - 12 - index * 13
        pad.bar((x, 2.6, 8, 6), colours.WHITE, line=colours.EDGE, width=0.3, radius=1)
        _tool(pad, index, x)
    return [*pieces, *pad.pieces]


def _tool(pad: Pad, index: int, x: float) -> None:
    """A bin, an arrow onwards, an arrow back."""
    if index == 0:
        pad.bar((x + 2.9, 4.2, 2.2, 3.2), None, line=colours.INK2, width=0.3)
        pad.stroke(((x + 2.4, 3.9), (x + 5.6, 3.9)), colours.INK2, 0.35)
        return
    tip, tail = (x + 6, x + 2) if index == 1 else (x + 2, x + 6)
    back = (tail - tip) * 0.45
    pad.stroke(((tail, 6.8), (tail, 5.4), (tip, 5.4)), colours.INK2, 0.35)
    pad.stroke(((tip + back, 4.0), (tip, 5.4), (tip + back, 6.8)), colours.INK2, 0.35)


def _foot(printed: str, frame: Box, style: Style) -> list[Piece]:
    base: Mm = frame.bottom - mm(3)
    y = frame.bottom - FOOT + mm(2)
    kind = Type(pt(9), colour=colours.INK2, align=Align.CENTRE)
    return [
        Rule(frame.x + PADDING, y, frame.right - PADDING, y, colours.LINE, mm(0.25)),
        one_line(printed, style.faces.text.regular, kind, frame.x + frame.width / 2, base),
    ]
