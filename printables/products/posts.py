"""Posts of the invented network: author, picture, signs to press, caption; A7."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A7, Box, Size
from printables.layout.pieces import Bar, Piece, Shape
from printables.layout.shapes import ROLE_OUTLINES, SIGN_OUTLINES
from printables.problems import Cause
from printables.products.blocks import Text
from printables.products.cards import SCALES
from printables.products.composed import OnFace
from printables.products.face import Room, Shown, compose_face
from printables.products.lines import Laid, Place, Style, Type, one_line
from printables.products.setting import set_block
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

AVATAR = mm(7)
AVATAR_TINT, AVATAR_FILL = "#C9B8EE", colours.PRIMARY
WIDTHS = (mm(52), mm(46), mm(40), mm(34))  # of the picture: the widest that leaves room for the caption
FLATNESS = 0.6  # of the picture: its height of its width
SIGN = mm(5)
GAP = mm(1)
ABOVE_FOOT = mm(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(OnFace):
    """One post; `handle` is the author, e.g. « @maelle.orsenne ». A post may have no picture."""

    size: ClassVar[Size] = A7
    handle: str
    text: str
    picture: Shown | None = None

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, A7, style, ink_saving=look.ink_saving)
        top = room.top - mm(2.6)
        author = self._author(room.x, top, style, ink_saving=look.ink_saving)
        body = self._body(room, top + AVATAR + GAP, style)
        return [*room.pieces, *author, *body.pieces], [*room.trouble, *body.trouble]

    def _body(self, room: Room, top: Mm, style: Style) -> Laid:
        """Picture, signs and caption; a long caption makes the picture smaller."""
        if self.picture is None:
            return _fitting(self.text, room, top + mm(0.8), style)
        laid = Laid(top)
        for width in WIDTHS:
            board = Box(room.x, top, width, width * FLATNESS)
            shown = [self.picture.at(board), *_signs(board, room.x + room.width)]
            caption = _fitting(self.text, room, board.bottom + mm(0.8), style)
            laid = Laid(caption.bottom, [*shown, *caption.pieces], caption.trouble)
            if not laid.trouble:
                break
        return laid

    def _author(self, x: Mm, top: Mm, style: Style, *, ink_saving: bool) -> list[Piece]:
        """A round portrait without a face, and the handle."""
        tint, fill = (None, None) if ink_saving else (AVATAR_TINT, AVATAR_FILL)
        line = colours.INK if ink_saving else None
        head, body, middle = mm(2.4), mm(4.2), x + AVATAR / 2
        size = pt(11)
        base = top + AVATAR / 2 + size * style.faces.text.bold.capital / 2
        return [
            Bar(Box(x, top, AVATAR, AVATAR), fill=tint, line=line, radius=AVATAR / 2),
            Bar(Box(middle - head / 2, top + mm(1.3), head, head), fill=fill, line=line, radius=head / 2),
            Shape(
                ROLE_OUTLINES["half-disc"], Box(middle - body / 2, top + mm(3.2), body, body), fill, line=line
            ),
            one_line(self.handle, style.faces.text.bold, Type(size), x + AVATAR + mm(2), base),
        ]


def _signs(board: Box, right: Mm) -> list[Piece]:
    """Like, comment, share: beside the picture, from its foot upwards."""
    left = min(board.right + mm(3), right - SIGN)
    step = SIGN + mm(2.4)
    return [
        Shape(outline, Box(left, board.bottom - SIGN - step * index, SIGN, SIGN), None, line=colours.INK2)
        for index, outline in enumerate(reversed(SIGN_OUTLINES.values()))
    ]


def _fitting(text: str, room: Room, top: Mm, style: Style) -> Laid:
    """The caption at the largest size that fits; at the smallest what does not fit is trouble."""
    laid = Laid(top)
    for scale in SCALES:
        laid = _around_code(text, room, top, Style(style.faces, scale))
        if laid.bottom > room.foot_top - ABOVE_FOOT:
            laid.trouble.append((Cause.OVERFLOW, text if len(text) <= 60 else f"{text[:57]}…"))
        if not laid.trouble:
            break
    return laid


def _around_code(text: str, room: Room, top: Mm, style: Style) -> Laid:
    """As many words as stand above the code over the full width, the rest left of it."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        if first.count("**") % 2 == 0:
            laid = set_block(Text(text=first), Place(room.x, top, room.width), style)
            if laid.bottom <= room.code_top:
                break
    else:
        count, laid = 0, Laid(top)
    if rest := " ".join(words[count:]):
        laid.take(set_block(Text(text=rest), Place(room.x, laid.bottom, room.narrow), style))
    return laid
