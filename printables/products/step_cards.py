"""Cards to put in order: a sentence in a red frame, and a large letter."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.face import Room
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.units import mm, pt

RED = "#A8141B"
FRAME = mm(1.6)
KEY = mm(20)
LETTER = pt(46)
SIZES = (pt(20), pt(18), pt(16), pt(14))
BEFORE_CODE = mm(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One card: `text` and its `letter`. Only a frame is red: it saves ink and keeps the contrast."""

    letter: str
    text: str

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        frame = Box(room.x, room.top, room.width, room.code_top - BEFORE_CODE - room.top)
        middle = frame.x + frame.width / 2
        key = Box(middle - KEY / 2, frame.y + mm(5), KEY, KEY)
        place = Place(frame.x + mm(5), key.bottom + mm(3), frame.width - mm(10))
        laid = Laid(place.y)
        for size in SIZES:
            laid = paragraph(self.text, Type(size, align=Align.CENTRE), place, style)
            if laid.bottom <= frame.bottom - mm(2) and not laid.trouble:
                break
        else:
            laid.trouble.append((Cause.OVERFLOW, self.text))
        laid.pieces[:0] = _frame(frame, key, self.letter, style, ink_saving=ink_saving)
        laid.bottom = frame.bottom
        return laid


def _frame(frame: Box, key: Box, letter: str, style: Style, *, ink_saving: bool) -> list[Piece]:
    face = style.faces.letters
    base = key.y + (key.height + LETTER * face.capital) / 2
    kind = Type(LETTER, colour=colours.INK if ink_saving else colours.WHITE, align=Align.CENTRE)
    thick = mm(0.5) if ink_saving else FRAME
    return [
        Bar(frame, line=RED, line_width=thick, radius=mm(3)),
        Bar(frame.inset(mm(2)), line=RED, line_width=mm(0.3), radius=mm(2)),
        Bar(key, None if ink_saving else RED, RED, mm(0.5), radius=mm(3)),
        one_line(letter, face, kind, key.x + key.width / 2, base),
    ]
