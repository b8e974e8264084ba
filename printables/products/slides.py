"""Slides of a talk: 16:9, or as broad as the screen is; large type that can be read from the last row."""

from __future__ import annotations

from dataclasses import dataclass, field

from printables.layout import colours
from printables.layout.boxes import Box, Size
from printables.layout.pieces import Bar, Picture, Piece, Rule
from printables.layout.shapes import PATH_OUTLINES
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import Composed
from printables.products.face import Shown, path_shape
from printables.products.lines import Laid, Place, Type, one_line, set_lines
from printables.products.sheet import Composition
from printables.products.slide_thread import Strand, set_thread
from printables.render.look import Look
from printables.units import Mm, mm

HEIGHT = mm(190.5)
WIDE = Size(mm(338.667), HEIGHT)
"""The usual slide; one for another screen is as high and broader or narrower."""
LEAST = 0.04
"""The smallest type, of the height: as on the players' screen."""
EDGE = 0.055
"""What stays free, of width and height: projectors cut edges."""
LEADING = 1.26
FIT_STEPS = 24
ROW_GAP = 0.025
_PICTURE_FROM, _TOP, _LOW = 0.58, 0.235, 0.865


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of a slide, one block below the other; `size` and `least` are of the height."""

    text: str
    size: float
    least: float = LEAST
    bold: bool = False
    colour: str = colours.INK
    gap: float = 0.03
    boxed: bool = False  # on a tinted ground, with the marker at its left


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Composed):
    """A slide with a head: the path's shape, the title; then words, at their right a drawing on a disc.

    `pairs` are short texts with a title each, in two columns. `strands` are the thread of a game.
    """

    title: str
    size: Size = WIDE
    path: str = ""
    parts: tuple[Part, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    picture: Shown | None = None
    strands: tuple[Strand, ...] = ()
    minutes: float = 0.0
    foot: str = ""
    number: str = ""

    def _composed(self, look: Look) -> Composition:
        desk = _Desk(self.size, look)
        accent = colours.PATH_FILL.get(self.path, colours.INK)
        desk.pieces.append(Bar(Box(mm(0), mm(0), self.size.width, self.size.height), fill=colours.OFF_WHITE))
        desk.pieces.append(Bar(Box(mm(0), mm(0), self.size.width * 0.018, self.size.height), fill=accent))
        self._head(desk)
        right = _PICTURE_FROM if self.picture is not None else 1 - EDGE
        if self.strands:
            room = desk.box(EDGE + 0.01, 0.2, 1 - EDGE, 0.885)
            laid = set_thread(self.strands, self.minutes, room, look.faces)
            desk.pieces += laid.pieces
            desk.trouble += laid.trouble
        elif self.pairs:
            self._pairs(desk)
        else:
            desk.column(self.parts, desk.box(EDGE + 0.015, _TOP, right, _LOW), self.title)
        if self.picture is not None:
            self._drawing(desk, accent)
        desk.foot(self.foot, self.number)
        return desk.pieces, desk.trouble

    def _head(self, desk: _Desk) -> None:
        left = desk.width(EDGE + 0.015)
        top, side = desk.height(0.07), desk.height(0.115)
        if self.path in PATH_OUTLINES:
            desk.pieces += path_shape(self.path, Box(left, top, side, side), desk.look.faces)
            left = left + side + desk.height(0.03)
        room = desk.width(1 - EDGE) - left
        face = desk.look.faces.screen.bold
        size = desk.height(0.08)
        while size * face.ems(self.title) > room and size > desk.height(0.045):
            size = size * 0.97
        if size * face.ems(self.title) <= room:
            base = top + side / 2 + size * face.capital / 2
            desk.pieces.append(one_line(self.title, face, Type(size), left, base))
            return
        place = Place(left, top - desk.height(0.01), room)
        laid = set_lines(self.title, desk.look.faces.screen, Type(size, bold=True, leading=1.15), place)
        desk.pieces += laid.pieces
        if laid.bottom > desk.height(_TOP):
            desk.trouble.append((Cause.OVERFLOW, self.title))

    def _drawing(self, desk: _Desk, accent: str) -> None:
        picture = self.picture
        if picture is None:
            return
        radius = min(desk.height(0.285), desk.width(0.185))
        x, y = desk.width(0.785), desk.height(0.54)
        disc = Box(x - radius, y - radius, radius * 2, radius * 2)
        tint = colours.PATH_TINT.get(self.path, colours.MARKER_TINT)
        desk.pieces.append(Bar(disc, fill=tint, line=accent, line_width=mm(0.6), radius=radius))
        inner = radius * 1.44
        place = Box(x - inner / 2, y - inner / 2, inner, inner)
        desk.pieces.append(Picture(picture.content, place, picture.name))

    def _pairs(self, desk: _Desk) -> None:
        """Two columns and as many rows as it takes, all in one size."""
        rows = (len(self.pairs) + 1) // 2
        room = desk.box(EDGE + 0.015, _TOP - 0.025, 1 - EDGE, _LOW + 0.015)
        gap = desk.width(0.035)
        cell_width = (room.width - gap) / 2
        cell_height = room.height / rows
        for step in range(FIT_STEPS + 1):
            factor = 1 - step / FIT_STEPS
            size = LEAST + (0.056 - LEAST) * factor
            cells = []
            for index, (title, text) in enumerate(self.pairs):
                place = Place(
                    room.x + (cell_width + gap) * (index % 2), room.y + cell_height * (index // 2), cell_width
                )
                laid = set_lines(title, desk.look.faces.screen, desk.type(size, bold=True), place)
                below = Place(place.x, laid.bottom, cell_width)
                laid.take(set_lines(text, desk.look.faces.screen, desk.type(size), below))
                cells.append((laid, place.y + cell_height - desk.height(ROW_GAP)))
            if all(laid.bottom <= lowest and not laid.trouble for laid, lowest in cells):
                break
        else:
            desk.trouble.append((Cause.OVERFLOW, self.title))
        for laid, _ in cells:
            desk.pieces += laid.pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankFront(Composed):
    """The newspaper's front page: masthead, date, a headline over nothing."""

    title: str
    masthead: str
    date_line: str
    text: str
    size: Size = WIDE
    foot: str = ""
    number: str = ""

    def _composed(self, look: Look) -> Composition:
        desk = _Desk(self.size, look)
        middle = self.size.width / 2
        desk.pieces.append(Bar(Box(mm(0), mm(0), self.size.width, self.size.height), fill=colours.OFF_WHITE))
        face = look.faces.masthead
        wide = desk.width(1 - 2 * EDGE)
        size = min(desk.height(0.13), wide / max(1.0, face.ems(self.masthead)))
        centred = Align.CENTRE
        desk.pieces.append(
            one_line(self.masthead, face, Type(size, align=centred), middle, desk.height(0.175))
        )
        left, right = desk.width(EDGE), desk.width(1 - EDGE)
        for y, thick in ((0.205, 1.1), (0.275, 0.4)):
            desk.pieces.append(Rule(left, desk.height(y), right, desk.height(y), colours.INK, mm(thick)))
        small = desk.type(LEAST, colour=colours.INK2, align=centred)
        desk.pieces.append(
            one_line(self.date_line, look.faces.screen.regular, small, middle, desk.height(0.255))
        )
        frame = desk.box(EDGE + 0.09, 0.31, 1 - EDGE - 0.09, 0.85)
        desk.pieces.append(Bar(frame, fill=colours.WHITE, line=colours.INK, line_width=mm(0.7)))
        parts = (
            Part(text=self.title, size=0.1, least=0.055, bold=True),
            Part(text=self.text, size=0.06, colour=colours.INK2),
        )
        desk.column(parts, frame.inset(desk.height(0.03)), self.title, align=centred)
        desk.foot(self.foot, self.number)
        return desk.pieces, desk.trouble


@dataclass(slots=True)
class _Desk:
    """A slide while it is laid out; lengths are parts of its width or height."""

    size: Size
    look: Look
    pieces: list[Piece] = field(default_factory=list)
    trouble: list[tuple[Cause, str]] = field(default_factory=list)

    def height(self, part: float) -> Mm:
        return self.size.height * part

    def width(self, part: float) -> Mm:
        return self.size.width * part

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        return Box(self.width(left), self.height(top), self.width(right - left), self.height(bottom - top))

    def type(
        self, size: float, *, bold: bool = False, colour: str = colours.INK, align: Align = Align.LEFT
    ) -> Type:
        return Type(self.height(size), bold=bold, colour=colour, align=align, leading=LEADING)

    def column(self, parts: tuple[Part, ...], room: Box, where: str, *, align: Align = Align.LEFT) -> None:
        """Words one below the other, as large as fits, in the middle of the room's height."""
        shown = tuple(part for part in parts if part.text)
        laid = Laid(room.y)
        for step in range(FIT_STEPS + 1):
            laid = self._set(shown, room, 1 - step / FIT_STEPS, align)
            if laid.bottom <= room.bottom and not laid.trouble:
                break
        else:
            self.trouble.append((Cause.OVERFLOW, where))
        down = max(mm(0), (room.bottom - laid.bottom) * 0.42)
        moved = self._set(
            shown, Box(room.x, room.y + down, room.width, room.height), 1 - step / FIT_STEPS, align
        )
        self.pieces += moved.pieces

    def _set(self, parts: tuple[Part, ...], room: Box, factor: float, align: Align) -> Laid:
        laid = Laid(room.y)
        for number, part in enumerate(parts):
            size = part.least + (part.size - part.least) * factor
            top = laid.bottom + (self.height(part.gap) if number else mm(0))
            kind = self.type(size, bold=part.bold, colour=part.colour, align=align)
            inset = self.height(0.035) if part.boxed else mm(0)
            pad = self.height(0.016) if part.boxed else mm(0)
            place = Place(room.x + inset, top + pad, room.width - inset * 1.5)
            words = set_lines(part.text, self.look.faces.screen, kind, place)
            if part.boxed:
                ground = Box(room.x, top, room.width, words.bottom + pad - top)
                laid.pieces.append(Bar(ground, fill=colours.MARKER_TINT))
                laid.pieces.append(
                    Bar(Box(room.x, top, self.height(0.012), ground.height), fill=colours.MARKER)
                )
                words.bottom = words.bottom + pad
            laid.take(words)
        return laid

    def foot(self, words: str, number: str) -> None:
        """Game and teams at the left, the number of the slide at the right."""
        face = self.look.faces.screen.regular
        base = self.height(1 - EDGE)
        small = self.type(LEAST, colour=colours.INK3)
        room = self.width(1 - 2 * EDGE - 0.015) - small.size * (face.ems(number) + 2)
        shown = words
        while shown and small.size * face.ems(shown) > room:
            shown = shown[:-2].rstrip(" ,·…") + "…" if len(shown) > 2 else ""
        self.pieces.append(one_line(shown, face, small, self.width(EDGE + 0.015), base))
        right = self.type(LEAST, colour=colours.INK3, align=Align.RIGHT)
        self.pieces.append(one_line(number, face, right, self.width(1 - EDGE), base))
