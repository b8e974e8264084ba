"""Awareness posters: slogan, drawing, one reflex, the local number; whole, or on several sheets to glue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from printables.layout import colours
from printables.layout.boxes import A2, A3, A4, UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Picture, Piece, Rule, Words
from printables.problems import Cause, PrintProblem
from printables.products.blocks import Align
from printables.products.face import SEPARATOR, glyph_problems
from printables.products.item import Item
from printables.products.lines import Laid, Type, one_line
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import ZERO, Mm, mm, pt

# All measures are those of an A4 poster; larger ones grow with the sheet.
MARGIN = mm(5)  # white all round, since no office printer prints to the edge
INNER = Box(MARGIN, MARGIN, A4.width - MARGIN * 2, A4.height - MARGIN * 2)
PADDING = mm(10)
TEXT_LEFT = INNER.x + PADDING
TEXT_WIDTH = INNER.width - PADDING * 2
BAND_HEIGHT, FOOT_HEIGHT = mm(25), mm(25)
FOOT_TOP = INNER.bottom - FOOT_HEIGHT
BAND_TOP = FOOT_TOP - BAND_HEIGHT
BOARD = (210, 170)  # of the drawing, whose lower edge stands on the band
LARGEST_SLOGAN, SMALLEST_SLOGAN, SLOGAN_STEP = 47, 43, 1  # pt
SLOGAN_LEADING = 1.06
SLOGAN_TOP = INNER.y + mm(9)
MOST_LINES = 3
REFLEX, FOOT_TEXT, NUMBER, CREDIT = pt(25), pt(13), pt(22), pt(7)
LOGO = Size(mm(46), mm(17))
HAND_LINE = mm(62)

TILE_MARGIN = mm(8)
OVERLAP = mm(10)
TICK = mm(3)
NOTE, LETTER = pt(7.5), pt(11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """One poster on one sheet. Words are ready; without a `number` there is a line to write it on."""

    title: str
    slogan: tuple[str, ...]
    reflex: str
    foot: str  # « Un doute, un clic de trop ? Support informatique : »
    number: str
    ground: str
    picture: Path | bytes
    logo: Path | bytes | None = None
    credit: str = ""  # kit, version and licence
    size: Size = A4

    def problems(self, look: Look) -> list[PrintProblem]:
        laid = composed(self, look)
        found = [PrintProblem(self.title, text, cause) for cause, text in laid.trouble]
        return found + glyph_problems(self.title, laid.pieces)

    def draw(self, canvas: Canvas, box: Box) -> None:
        scale = self.size.width / A4.width
        edge = canvas.edge
        beyond = MARGIN + (box.x - edge.reach.x) * (1 / scale) if edge is not None else mm(0)
        canvas.draw(composed(self, canvas.look, scale, beyond).pieces, box)


def composed(poster: Poster, look: Look, scale: float = 1.0, beyond: Mm = ZERO) -> Laid:
    """The whole poster, `scale` times as large as A4, from the corner of its sheet.

    Where its ground goes on over the cut, so does the drawing: `beyond` the inner box on both sides.
    """
    laid = Laid(INNER.bottom)
    saving = look.ink_saving
    ground = Box(INNER.x, INNER.y, INNER.width, BAND_TOP - INNER.y)
    laid.pieces.append(
        Bar(ground, fill=None if saving else poster.ground, line=colours.INK if saving else None, bleeds=True)
    )
    width = INNER.width + beyond * 2
    height = width * (BOARD[1] / BOARD[0])
    drawing = Box(INNER.x - beyond, BAND_TOP - height, width, height)
    laid.pieces.append(Picture(poster.picture, drawing, f"{poster.title}:"))
    _slogan(laid, poster, look)
    _band(laid, poster, look)
    _foot(laid, poster, look)
    if scale != 1.0:
        laid.pieces = [scaled(piece, scale) for piece in laid.pieces]
    return laid


def _slogan(laid: Laid, poster: Poster, look: Look) -> None:
    """As large as its widest line allows, never smaller than what reads from across a corridor."""
    face = look.faces.slogan
    widest = max(poster.slogan, key=face.ems, default="")
    size = min(pt(LARGEST_SLOGAN), TEXT_WIDTH / max(face.ems(widest), 0.1))
    if size < pt(SMALLEST_SLOGAN):
        laid.trouble.append((Cause.WIDE_WORD, widest))
    if not 1 <= len(poster.slogan) <= MOST_LINES:
        laid.trouble.append((Cause.OVERFLOW, " ".join(poster.slogan)))
    base = SLOGAN_TOP + size * face.capital
    for line in poster.slogan:
        laid.pieces.append(one_line(line, face, Type(size), TEXT_LEFT, base))
        base = base + size * SLOGAN_LEADING


def _band(laid: Laid, poster: Poster, look: Look) -> None:
    face, saving = look.faces.text.bold, look.ink_saving
    band = Box(INNER.x, BAND_TOP, INNER.width, BAND_HEIGHT)
    laid.pieces.append(Bar(band, fill=None if saving else colours.INK, line=colours.INK, bleeds=True))
    colour = colours.INK if saving else colours.MARKER
    base = BAND_TOP + (BAND_HEIGHT + REFLEX * face.capital) / 2
    laid.pieces.append(one_line(poster.reflex, face, Type(REFLEX, colour=colour), TEXT_LEFT, base))
    if face.width(poster.reflex, REFLEX) > TEXT_WIDTH:
        laid.trouble.append((Cause.WIDE_WORD, poster.reflex))


def _foot(laid: Laid, poster: Poster, look: Look) -> None:
    text, bold = look.faces.text.regular, look.faces.text.bold
    room = TEXT_WIDTH - (LOGO.width + mm(4) if poster.logo else mm(0))
    laid.pieces.append(one_line(poster.foot, text, Type(FOOT_TEXT), TEXT_LEFT, FOOT_TOP + mm(8)))
    base = FOOT_TOP + mm(18)
    if poster.number:
        laid.pieces.append(one_line(poster.number, bold, Type(NUMBER), TEXT_LEFT, base))
    else:
        laid.pieces.append(Rule(TEXT_LEFT, base, TEXT_LEFT + HAND_LINE, base, colours.INK, mm(0.35)))
    for face, size, line in ((text, FOOT_TEXT, poster.foot), (bold, NUMBER, poster.number)):
        if face.width(line, size) > room:
            laid.trouble.append((Cause.WIDE_WORD, line))
    if poster.logo:
        place = Box(TEXT_LEFT + TEXT_WIDTH - LOGO.width, FOOT_TOP + mm(3), LOGO.width, LOGO.height)
        laid.pieces.append(Picture(poster.logo, place, f"{poster.title}:"))
    credit = Type(CREDIT, colour=colours.INK2, align=Align.RIGHT)
    laid.pieces.append(one_line(poster.credit, text, credit, TEXT_LEFT + TEXT_WIDTH, INNER.bottom - mm(1)))


def scaled(piece: Piece, by: float) -> Piece:
    """A piece of a poster, larger about the corner of the sheet."""
    match piece:
        case Words():
            return Words(piece.x * by, piece.y * by, piece.text, piece.face, piece.size * by, piece.colour)
        case Bar():
            return replace(piece, box=_scaled_box(piece.box, by), line_width=piece.line_width * by)
        case Rule():
            return Rule(
                piece.x1 * by, piece.y1 * by, piece.x2 * by, piece.y2 * by, piece.colour, piece.width * by
            )
        case Picture():
            return Picture(piece.source, _scaled_box(piece.box, by), piece.name)
        case _:
            return piece


def _scaled_box(box: Box, by: float) -> Box:
    return Box(box.x * by, box.y * by, box.width * by, box.height * by)


@dataclass(frozen=True, slots=True, kw_only=True)
class TileWords:
    """What sheets to glue together bear; `{sheet}` is a letter, `{n}` and `{total}` count."""

    name: str  # « A2 à coller »
    sheet: str  # « feuille {sheet} ({n}/{total}) »
    cut: str  # « couper le long des repères »
    glue: str  # « coller la feuille {sheet} sur cette bande »


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiling:
    """How a poster is cut up: sheets across and down, each as wide and high as its window."""

    paper: Size
    across: int
    down: int
    largest: float  # as large as the whole sheet would be

    @property
    def window(self) -> Box:
        width, height = self.paper.width, self.paper.height
        return Box(TILE_MARGIN, TILE_MARGIN, width - TILE_MARGIN * 2, height - TILE_MARGIN * 2)

    @property
    def scale(self) -> float:
        """How many times as large as A4 the poster becomes: all that the windows hold."""
        width = self.window.width * self.across - OVERLAP * (self.across - 1)
        height = self.window.height * self.down - OVERLAP * (self.down - 1)
        return min(width / INNER.width, height / INNER.height, self.largest)


TILINGS = {
    A3: Tiling(paper=A4.turned, across=1, down=2, largest=A3.width / A4.width),
    A2: Tiling(paper=A4, across=2, down=2, largest=A2.width / A4.width),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One sheet of a poster that is glued together: a part of it, with a strip that the next one covers."""

    poster: Poster
    tiling: Tiling
    words: TileWords
    row: int
    column: int

    @property
    def title(self) -> str:
        return f"{self.poster.title} {self.letter}"

    @property
    def size(self) -> Size:
        return self.tiling.paper

    @property
    def letter(self) -> str:
        return _letter(self.tiling, self.row, self.column)

    def problems(self, look: Look) -> list[PrintProblem]:
        first = self.row == self.column == 0
        found = self.poster.problems(look) if first else []
        return found + glyph_problems(self.title, self._notes(look))

    def draw(self, canvas: Canvas, box: Box) -> None:
        scale = self.tiling.scale
        part = self.part()
        pieces = composed(self.poster, canvas.look, scale).pieces
        place = part.moved(box.x, box.y)
        with canvas.bleeding(None), canvas.clipped(place):
            left, top = self._start(scale)
            canvas.draw(pieces, Box(place.x - left, place.y - top, part.width, part.height))
        canvas.draw(self._notes(canvas.look), box)

    def part(self) -> Box:
        """The printed part of the sheet: its window, or what of it the poster fills."""
        window, scale = self.tiling.window, self.tiling.scale
        left, top = self._start(scale)
        right = min(window.width, (INNER.x + INNER.width) * scale - left)
        down = min(window.height, INNER.bottom * scale - top)
        return Box(window.x, window.y, right, down)

    def _start(self, scale: float) -> tuple[Mm, Mm]:
        """The left upper corner of this sheet's part, on the whole poster."""
        window = self.tiling.window
        left = INNER.x * scale + (window.width - OVERLAP) * self.column
        return left, INNER.y * scale + (window.height - OVERLAP) * self.row

    def _notes(self, look: Look) -> list[Piece]:
        """Cut marks and the sheet's name in the margin; what to glue where, on the covered strips."""
        part = self.part()
        tiling = self.tiling
        pieces: list[Piece] = [*_ticks(part)]
        number = self.row * tiling.across + self.column + 1
        total = tiling.across * tiling.down
        name = self.words.sheet.format(sheet=self.letter, n=number, total=total)
        line = SEPARATOR.join((self.poster.title, self.words.name, name, self.words.cut))
        base = tiling.paper.height - UNPRINTABLE - mm(0.9)
        kind = Type(NOTE, colour=colours.INK2)
        pieces.append(one_line(line, look.faces.text.regular, kind, part.x + mm(6), base))
        if self.row + 1 < tiling.down:
            strip = Box(part.x, part.bottom - OVERLAP, part.width, OVERLAP)
            pieces += self._strip(strip, _letter(tiling, self.row + 1, self.column), look)
        if self.column + 1 < tiling.across:
            x = part.right - OVERLAP
            pieces.append(Rule(x, part.y, x, part.bottom, colours.INK, mm(0.3), dashed=True))
            pieces.append(_label(_letter(tiling, self.row, self.column + 1), x + OVERLAP / 2, part.y, look))
        return pieces

    def _strip(self, strip: Box, letter: str, look: Look) -> list[Piece]:
        """A white label on the covered strip: how the sheets lie, and which one comes here."""
        face = look.faces.text.regular
        text = self.words.glue.format(sheet=letter)
        plan = _plan(self.tiling, (self.row, self.column), strip, look)
        width = face.width(text, NOTE) + mm(30)
        label = Box(strip.x + mm(12), strip.y + mm(0.6), width, OVERLAP - mm(1.2))
        base = strip.y + (OVERLAP + NOTE * face.capital) / 2
        return [
            Rule(strip.x, strip.y, strip.right, strip.y, colours.INK, mm(0.3), dashed=True),
            Bar(label, fill=colours.WHITE, radius=mm(1)),
            *plan,
            one_line(text, face, Type(NOTE), label.x + mm(26), base),
        ]


def poster_tiles(poster: Poster, words: TileWords) -> tuple[Item, ...]:
    """The A4 sheets that make a poster of its size."""
    tiling = TILINGS[poster.size]
    return tuple(
        Tile(poster=poster, tiling=tiling, words=words, row=row, column=column)
        for row in range(tiling.down)
        for column in range(tiling.across)
    )


def _letter(tiling: Tiling, row: int, column: int) -> str:
    return "ABCDEFGH"[row * tiling.across + column]


def _ticks(part: Box) -> list[Piece]:
    """Cut marks at the corners, outside the picture."""
    marks: list[Piece] = []
    for x in (part.x, part.right):
        for y, end in ((part.y - TICK, part.y), (part.bottom, part.bottom + TICK)):
            marks.append(Rule(x, y, x, end, colours.INK, mm(0.2)))
    for y in (part.y, part.bottom):
        for x, end in ((part.x - TICK, part.x), (part.right, part.right + TICK)):
            marks.append(Rule(x, y, end, y, colours.INK, mm(0.2)))
    return marks


def _label(letter: str, middle: Mm, top: Mm, look: Look) -> Piece:
    face = look.faces.text.bold
    return one_line(letter, face, Type(LETTER, align=Align.CENTRE), middle, top + mm(8))


def _plan(tiling: Tiling, here: tuple[int, int], strip: Box, look: Look) -> list[Piece]:
    """The sheets in small, this one dark, each with its letter."""
    height = (OVERLAP - mm(2.4)) / tiling.down
    width = mm(20) / tiling.across if tiling.across == 1 else height * 1.6
    pieces: list[Piece] = []
    face, size = look.faces.text.bold, height * 0.8
    for row in range(tiling.down):
        for column in range(tiling.across):
            box = Box(strip.x + mm(14) + width * column, strip.y + mm(1.2) + height * row, width, height)
            is_here = (row, column) == here
            pieces.append(
                Bar(box, fill=colours.INK if is_here else None, line=colours.INK, line_width=mm(0.2))
            )
            kind = Type(size, colour=colours.WHITE if is_here else colours.INK, align=Align.CENTRE)
            base = box.y + (height + size * face.capital) / 2
            pieces.append(one_line(_letter(tiling, row, column), face, kind, box.x + width / 2, base))
    return pieces
