"""Cards to put in order: a large letter beside a picture, and a sentence, in a red frame."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.face import Room, Shown
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.units import Mm, mm, pt

RED = "#A8141B"
FRAME = mm(1.6)
KEY = mm(20)
INSET = mm(5)
LETTER = pt(46)
FLATNESS = 52 / 116  # of the board of a picture
SIZES = (pt(20), pt(18), pt(16), pt(14))
BEFORE_CODE = mm(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One card: `text`, its `letter` and a picture. Only a frame is red: it saves ink and keeps the contrast.

    Without a picture the letter stands in the middle.
    """

    letter: str
    text: str
    picture: Shown | None = None

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        frame = Box(room.x, room.top, room.width, room.code_top - BEFORE_CODE - room.top)
        key = Box(self._key_left(frame), frame.y + INSET, KEY, KEY)
        pieces: list[Piece] = _frame(frame, key, self.letter, style, ink_saving=ink_saving)
        top = key.bottom + mm(3)
        if self.picture is not None:
            width = frame.right - INSET - key.right - mm(4)
            board = Box(key.right + mm(4), key.y, width, width * FLATNESS)
            pieces.append(self.picture.at(board))
            top = max(top, board.bottom + mm(2))
        place = Place(frame.x + INSET, top, frame.width - INSET * 2)
        laid = Laid(place.y)
        for size in SIZES:
            laid = paragraph(self.text, Type(size, align=Align.CENTRE), place, style)
            free = frame.bottom - mm(2) - laid.bottom
            if free >= mm(0) and not laid.trouble:
                if self.picture is not None:
                    middle = Place(place.x, place.y + free / 2, place.width)
                    laid = paragraph(self.text, Type(size, align=Align.CENTRE), middle, style)
                break
        else:
            laid.trouble.append((Cause.OVERFLOW, self.text))
        laid.pieces[:0] = pieces
        laid.bottom = frame.bottom
        return laid

    def _key_left(self, frame: Box) -> Mm:
        return frame.x + INSET if self.picture is not None else frame.x + (frame.width - KEY) / 2


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
