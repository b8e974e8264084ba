"""What every printed card bears: its band, title and shape, its foot, its code; and the room left between."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Code, Picture, Piece, Shape, Words
from printables.layout.shapes import LETTER_HEIGHT, LETTER_MIDDLE, PATH_OUTLINES
from printables.problems import Cause, PrintProblem
from printables.products.blocks import Align
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.render.fonts import Faces
from printables.render.pictures import picture_problems
from printables.render.qr import MODULES, QUIET_MODULES, readable
from printables.units import ZERO, Mm, mm, pt

SYMBOL, SMALL_SYMBOL = mm(25), mm(20)
CODE_SIZE = pt(9)
BAND_LINE = mm(1.2)
SEPARATOR = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """Identity of a card. Words are ready; `code` is None for a card that bears no code on its face."""

    card_id: str  # P05-S1
    title: str
    set_id: str  # TXR9
    n: int
    total: int
    set_label: str  # « jeu TXR9 »
    fiction: str  # « Jeu – données fictives – Bouclage à 45 »
    path: str | None = None  # A, B, C or D
    path_line: str = ""  # « Piste B – Personnes · appel 1 sur 4 »
    code: str | None = None

    @property
    def where(self) -> str:
        return f"{self.card_id} {self.title}"

    @property
    def identity(self) -> str:
        """« P06-C1 · jeu TXR9 · 23/71 »."""
        return SEPARATOR.join((self.card_id, self.set_label, f"{self.n}/{self.total}"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture to print: how problems call it, and its content."""

    name: str
    content: bytes

    def at(self, box: Box) -> Picture:
        return Picture(self.content, box, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Sizes of a card's fixed parts, by the size of the card."""

    margin: Mm
    shape: Mm
    title: Mm
    line: Mm
    foot: Mm
    symbol: Mm


SMALL = Measures(margin=mm(6), shape=mm(8), title=pt(12), line=pt(8.5), foot=pt(7.5), symbol=SMALL_SYMBOL)
A6_MEASURES = Measures(margin=mm(6), shape=mm(10), title=pt(16), line=pt(10), foot=pt(7.5), symbol=SYMBOL)
A5_MEASURES = Measures(margin=mm(9), shape=mm(12), title=pt(18), line=pt(11), foot=pt(8), symbol=SYMBOL)
A4_MEASURES = Measures(margin=mm(15), shape=mm(16), title=pt(24), line=pt(12), foot=pt(8), symbol=SYMBOL)


def measures_for(size: Size) -> Measures:
    short = min(size.width, size.height)
    if short < mm(100):
        return SMALL
    if short < mm(140):
        return A6_MEASURES
    return A5_MEASURES if short < mm(200) else A4_MEASURES


@dataclass(frozen=True, slots=True)
class Room:
    """What a face leaves for the body: full width down to `code_top`, its left part down to `foot_top`."""

    pieces: tuple[Piece, ...]
    trouble: tuple[tuple[Cause, str], ...]
    x: Mm
    top: Mm
    width: Mm
    code_top: Mm
    narrow: Mm
    foot_top: Mm


def path_shape(path: str, box: Box, faces: Faces) -> list[Piece]:
    """The path's shape in its colour with its white letter."""
    size = box.height * LETTER_HEIGHT[path] / faces.letters.capital
    base = box.y + box.height * LETTER_MIDDLE[path] + size * faces.letters.capital / 2
    return [
        Shape(PATH_OUTLINES[path], box, colours.PATH_FILL[path]),
        one_line(
            path,
            faces.letters,
            Type(size, colour=colours.WHITE, align=Align.CENTRE),
            box.x + box.width / 2,
            base,
        ),
    ]


def compose_face(
    face: CardFace, size: Size, style: Style, *, ink_saving: bool = False, header_right: Mm = ZERO
) -> Room:
    """Band, shape, title, foot and code of a card; `header_right` is kept free at the right of the band."""
    measures = measures_for(size)
    header = _header(face, size, measures, style, (ink_saving, header_right))
    code, code_left, code_top = code_corner(face.code, size, measures, style.faces)
    foot_width = code_left - measures.margin
    foot = _foot(face, size, measures, style, foot_width)
    return Room(
        pieces=(*header.pieces, *foot.pieces, *code),
        trouble=(*header.trouble, *foot.trouble),
        x=measures.margin,
        top=header.bottom + mm(4),
        width=size.width - measures.margin * 2,
        code_top=code_top,
        narrow=foot_width,
        foot_top=foot.bottom,
    )


def _header(face: CardFace, size: Size, measures: Measures, style: Style, options: tuple[bool, Mm]) -> Laid:
    ink_saving, header_right = options
    x, top = measures.margin, UNPRINTABLE + mm(1.8)
    shape: list[Piece] = []
    if face.path is not None:
        shape = path_shape(face.path, Box(x, top, measures.shape, measures.shape), style.faces)
        x = x + measures.shape + mm(3)
    width = size.width - x - measures.margin - header_right
    laid = paragraph(face.title, Type(measures.title, bold=True), Place(x, top - mm(0.8), width), style)
    if face.path_line:
        place = Place(x, laid.bottom - mm(0.6), width)
        laid.take(paragraph(face.path_line, Type(measures.line, colour=colours.INK2), place, style))
    bottom = max(laid.bottom, top + measures.shape) + mm(1.2)
    fill = colours.PATH_FILL[face.path] if face.path else colours.INK
    tint = colours.PATH_TINT[face.path] if face.path else colours.INFO_TINT
    across = size.width - UNPRINTABLE * 2
    band = [Bar(Box(UNPRINTABLE, bottom, across, BAND_LINE), fill=fill, bleeds=True)]
    if not ink_saving:
        ground = Box(UNPRINTABLE, UNPRINTABLE, across, bottom - UNPRINTABLE)
        band.insert(0, Bar(ground, fill=tint, bleeds=True))
    laid.pieces[:0] = [*band, *shape]
    laid.bottom = bottom + BAND_LINE
    return laid


def code_corner(code: str | None, size: Size, measures: Measures, faces: Faces) -> tuple[list[Piece], Mm, Mm]:
    """The code at the bottom right: its pieces, and the left and upper edges of its quiet zone."""
    right, base = size.width - measures.margin, size.height - measures.margin
    if code is None:
        return [], right, base
    quiet = measures.symbol * (QUIET_MODULES / MODULES)
    bottom = base - CODE_SIZE * faces.mono.bold.capital - quiet
    left, top = right - measures.symbol, bottom - measures.symbol
    return code_pieces(code, left, top, measures.symbol, faces), left - quiet, top - quiet


def code_pieces(code: str, left: Mm, top: Mm, symbol: Mm, faces: Faces) -> list[Piece]:
    """A symbol with its readable letters below the quiet zone."""
    face = faces.mono.bold
    base = top + symbol + symbol * (QUIET_MODULES / MODULES) + CODE_SIZE * face.capital
    middle = left + symbol / 2
    return [
        Code(code, Box(left, top, symbol, symbol)),
        one_line(readable(code), face, Type(CODE_SIZE, align=Align.CENTRE), middle, base),
    ]


def _foot(face: CardFace, size: Size, measures: Measures, style: Style, width: Mm) -> Laid:
    """Identity and fiction line, from the bottom upwards; `bottom` is where the foot begins."""
    text = f"{face.identity}\n{face.fiction}"
    kind = Type(measures.foot, colour=colours.INK2)
    probe = paragraph(text, kind, Place(measures.margin, mm(0), width), style)
    down = size.height - measures.margin + mm(1) - probe.bottom
    foot = paragraph(text, kind, Place(measures.margin, down, width), style)
    foot.bottom = down
    return foot


def glyph_problems(where: str, pieces: list[Piece]) -> list[PrintProblem]:
    """One problem for every text with characters that its font lacks, and every picture that is none."""
    found = picture_problems(where, pieces)
    for piece in pieces:
        if isinstance(piece, Words) and (lacking := piece.face.lacks(piece.text)):
            found.append(PrintProblem(where, f"{lacking} ({piece.text})", Cause.MISSING_GLYPH))
    return found
