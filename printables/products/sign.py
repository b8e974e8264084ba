"""Signs for doors and tables: a few large words, a path's shape and letter or a picture, an arrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size, box_of
from printables.layout.pieces import Bar, Piece, Shape
from printables.layout.text import Face, Pair, wrapped
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import Composed
from printables.products.face import Shown, path_shape
from printables.products.lines import Laid, Type, one_line
from printables.products.sheet import Composition
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import Mm, mm, pt

Arrow = Literal["", "left", "right", "up", "down"]
MARGIN = mm(8)
FRAME = mm(3)
YELLOW = mm(7)
PADDING = mm(17)
TITLE_SIZES = tuple(pt(size) for size in range(160, 43, -4))
LINE_SIZES = tuple(pt(size) for size in range(48, 25, -1))
DASH = " – "
TITLE_LEADING, LINE_LEADING = 1.08, 1.25
MOST_LINES = 3
SHAPE_PART, ARROW_PART, PICTURE_PART = 0.3, 0.24, 0.38  # of the longer side
GAP = mm(8)
FOOT = pt(10)
ARROW = ((0.0, 0.32), (0.52, 0.32), (0.52, 0.06), (1.0, 0.5), (0.52, 0.94), (0.52, 0.68), (0.0, 0.68))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Composed):
    """One sign. `path` is A, B, C or D, or empty: then its frame is yellow, and it may have a picture."""

    title: str
    line: str = ""
    path: str = ""
    arrow: Arrow = ""
    foot: str = ""
    size: Size = A4.turned
    picture: Shown | None = None

    def draw(self, canvas: Canvas, box: Box) -> None:
        if canvas.edge is not None and not canvas.look.ink_saving:
            canvas.draw([Bar(box_of(self.size), fill=self._fill, bleeds=True)], box)
        Composed.draw(self, canvas, box)

    @property
    def _fill(self) -> str:
        return colours.PATH_TINT[self.path] if self.path else colours.OFF_WHITE

    def _composed(self, look: Look) -> Composition:
        frame = box_of(self.size).inset(MARGIN)
        inner = frame.inset(PADDING)
        words = inner
        laid = Laid(inner.y, self._ground(frame, look))
        if self.size.width > self.size.height:
            words = self._beside(laid, inner, look)
        else:
            words = self._stacked(laid, inner, look)
        self._words(laid, words, look)
        face = look.faces.text.regular
        kind = Type(FOOT, colour=colours.INK2, align=Align.CENTRE)
        middle = frame.x + frame.width / 2
        laid.pieces.append(one_line(self.foot, face, kind, middle, frame.bottom - mm(11)))
        return laid.pieces, laid.trouble

    def _ground(self, frame: Box, look: Look) -> list[Piece]:
        colour = colours.PATH_FILL[self.path] if self.path else colours.INK
        if look.ink_saving:
            return [Bar(frame, None, colour, line_width=mm(0.8), radius=mm(6))]
        pieces: list[Piece] = [Bar(frame, self._fill, colour, line_width=FRAME, radius=mm(6))]
        if not self.path:
            inside = frame.inset(FRAME / 2 + YELLOW / 2)
            pieces.append(Bar(inside, None, colours.MARKER, line_width=YELLOW, radius=mm(4)))
        return pieces

    def _beside(self, laid: Laid, inner: Box, look: Look) -> Box:
        """Shape left, arrow right: the words stand between them."""
        left, right = inner.x, inner.right
        if self.path:
            side = self.size.width * SHAPE_PART
            box = Box(left, inner.y + (inner.height - side) / 2, side, side)
            laid.pieces += path_shape(self.path, box, look.faces)
            left = box.right + GAP
        elif self.picture is not None:
            side = self.size.width * PICTURE_PART
            laid.pieces.append(self.picture.at(Box(left, inner.y, side, inner.height)))
            left = left + side + GAP
        if self.arrow:
            side = self.size.width * ARROW_PART
            at = inner.x if self.arrow == "left" and left == inner.x else right - side
            laid.pieces.append(self._pointer(Box(at, inner.y + (inner.height - side) / 2, side, side)))
            left, right = (at + side + GAP, right) if at == inner.x else (left, at - GAP)
        return Box(left, inner.y, right - left, inner.height)

    def _stacked(self, laid: Laid, inner: Box, look: Look) -> Box:
        """Shape above, arrow below: the words stand between them."""
        top, bottom = inner.y, inner.bottom
        middle = inner.x + inner.width / 2
        if self.path:
            side = self.size.height * SHAPE_PART
            laid.pieces += path_shape(self.path, Box(middle - side / 2, top, side, side), look.faces)
            top = top + side + GAP
        elif self.picture is not None:
            side = self.size.height * SHAPE_PART
            laid.pieces.append(self.picture.at(Box(inner.x, top, inner.width, side)))
            top = top + side + GAP
        if self.arrow:
            side = self.size.height * ARROW_PART
            laid.pieces.append(self._pointer(Box(middle - side / 2, bottom - side, side, side)))
            bottom = bottom - side - GAP
        return Box(inner.x, top, inner.width, bottom - top)

    def _pointer(self, box: Box) -> Piece:
        turned = {
            "right": ARROW,
            "left": tuple((1 - x, y) for x, y in ARROW),
            "down": tuple((y, x) for x, y in ARROW),
            "up": tuple((y, 1 - x) for x, y in ARROW),
        }
        return Shape(turned[self.arrow], box, colours.INK)

    def _words(self, laid: Laid, room: Box, look: Look) -> None:
        """Title and line in the middle of their room, as large as they fit."""
        slogan, letters = look.faces.slogan, look.faces.letters
        for size, small in zip(TITLE_SIZES, (*LINE_SIZES, *LINE_SIZES[-1:] * len(TITLE_SIZES)), strict=False):
            title = _lines(self.title, slogan, size, room.width)
            line = _lines(self.line, letters, small, room.width) if self.line else ()
            gap = mm(5) if line else mm(0)
            height = size * TITLE_LEADING * len(title) + gap + small * LINE_LEADING * len(line)
            if (
                height <= room.height
                and _fits(title, slogan, size, room)
                and _fits(line, letters, small, room)
            ):
                break
        else:
            laid.trouble.append((Cause.OVERFLOW, self.title))
        align = Align.LEFT if self.path and self.size.width > self.size.height else Align.CENTRE
        x = room.x if align is Align.LEFT else room.x + room.width / 2
        y = room.y + (room.height - height) / 2
        for text in title:
            base = y + size * (TITLE_LEADING + slogan.capital) / 2
            laid.pieces.append(one_line(text, slogan, Type(size, align=align), x, base))
            y = y + size * TITLE_LEADING
        y = y + gap
        for text in line:
            base = y + small * (LINE_LEADING + letters.capital) / 2
            laid.pieces.append(one_line(text, letters, Type(small, align=align), x, base))
            y = y + small * LINE_LEADING
        laid.bottom = y


def _lines(text: str, face: Face, size: Mm, width: Mm) -> tuple[str, ...]:
    """Lines that fit; a text with a dash is parted there first, and the dash goes."""
    if face.width(text, size) > width:
        text = text.replace(DASH, "\n")
    lines = wrapped(text, Pair(face, face), False, width / size)
    return tuple(" ".join(run.text for run in line.runs) for line in lines)


def _fits(lines: tuple[str, ...], face: Face, size: Mm, room: Box) -> bool:
    return len(lines) <= MOST_LINES and all(face.width(line, size) <= room.width for line in lines)
