"""Documents: blocks flowing over pages, with a head and a foot and, for answers, a red frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Picture, Piece, Rule
from printables.problems import Cause, PrintProblem
from printables.products.atoms import Atom, atoms_of, whole
from printables.products.blocks import Align, Block, Text
from printables.products.face import glyph_problems
from printables.products.flow import Area, flowed
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sparing import sparing
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.render.pictures import board_of
from printables.render.svg import PictureError
from printables.units import Mm, mm, pt

MARGIN, SMALL_MARGIN = mm(15), mm(10)  # beside the text, the smaller one on pages smaller than A4
BOUND = mm(5)  # more at the left of pages that are bound
TOP, HEADED_TOP, FRAMED_TOP = mm(15), mm(20), mm(26)
HEAD = mm(12)  # base line of the head
FOOT, SMALL_FOOT = mm(22), mm(19.5)  # from the lower edge: kept free for the foot
ACCENT = mm(1.0)
RED_FRAME = mm(0.6)
FRAME_INSET = mm(6)
END_REACHES = mm(3.4)
ABOVE_END = mm(4)
END_TEXT = pt(8.5)
FOOT_TEXT = pt(8)
HEAD_TEXT = pt(9)
TITLE, SMALL_TITLE = pt(22), pt(18)
LOGO = Size(mm(38), mm(15))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A title and blocks. `facilitator_only` puts every page in a red frame with its words.

    `head` stands at the right of each page's head, `contact` below the foot; `accent` colours the line under
    the title. `logo` is a picture for the first page. `end` closes the last page in small print.
    """

    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...]
    foot: str  # set id, kit and fiction line
    facilitator_only: bool = False
    size: Size = A4
    head: str = ""
    contact: str = ""
    accent: str = colours.INK
    end: tuple[str, ...] = ()
    logo: bytes = b""
    is_bound: bool = False  # a wider margin at the left

    @property
    def is_small(self) -> bool:
        """Whether its pages are smaller than A4."""
        return min(self.size.width, self.size.height) < A4.width

    @property
    def margin(self) -> Mm:
        """What stays free at the right of each page."""
        return SMALL_MARGIN if self.is_small else MARGIN

    @property
    def inside(self) -> Mm:
        """What stays free at the left."""
        return self.margin + BOUND if self.is_bound else self.margin


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One page of a document that has been set: an item of a deck."""

    title: str
    size: Size
    pieces: tuple[Piece, ...]
    trouble: tuple[tuple[Cause, str], ...]

    def problems(self, look: Look) -> list[PrintProblem]:
        found = [PrintProblem(self.title, text, cause) for cause, text in self.trouble]
        return found + glyph_problems(self.title, list(self.pieces))

    def draw(self, canvas: Canvas, box: Box) -> None:
        canvas.draw(sparing(self.pieces) if canvas.look.ink_saving else self.pieces, box)


def document_pages(document: Document, look: Look) -> list[DocumentPage]:
    """The pages of a document, ready for a section of a deck."""
    style = Style(look.faces, ink_saving=look.ink_saving)
    inset = FRAME_INSET if document.facilitator_only else mm(0)
    left = document.inside + inset
    width = document.size.width - left - document.margin - inset
    top = FRAMED_TOP if document.facilitator_only else HEADED_TOP if document.head else TOP
    title = _title(document, Place(left, top, width), style)
    area = Area(
        left=left,
        width=width,
        first=title.bottom,
        top=top,
        limit=document.size.height - (SMALL_FOOT if document.is_small else FOOT) - inset,
    )
    pages = flowed(_closed(document, width, style), area, style)
    pages[0].laid.pieces[:0] = title.pieces
    pages[0].laid.trouble[:0] = title.trouble
    found = []
    for number, page in enumerate(pages, start=1):
        around = _furniture(document, look, (number, len(pages), page.chapter), style)
        pieces, trouble = (*around, *page.laid.pieces), tuple(page.laid.trouble)
        found.append(DocumentPage(title=document.title, size=document.size, pieces=pieces, trouble=trouble))
    return found


def _closed(document: Document, width: Mm, style: Style) -> list[Atom]:
    """The document's blocks and its small print, which may come nearer to the foot and never stands alone."""
    atoms = atoms_of(document.blocks, width, style)
    lines = [whole(Text(text=line, size=END_TEXT, quiet=True), width, style) for line in document.end]
    end = [replace(line, gap=mm(1.5), reach=END_REACHES) for line in lines]
    if atoms and end:
        atoms[-1] = replace(atoms[-1], clings=not atoms[-1].opens)
        end[0] = replace(end[0], gap=ABOVE_END)
    return [*atoms, *(replace(one, clings=True) for one in end[:-1]), *end[-1:]]


def _title(document: Document, place: Place, style: Style) -> Laid:
    width = place.width - LOGO.width - mm(4) if document.logo else place.width
    size = SMALL_TITLE if document.is_small else TITLE
    laid = paragraph(document.title, Type(size, bold=True), Place(place.x, place.y, width), style)
    if document.subtitle:
        below = Place(place.x, laid.bottom - mm(0.5), width)
        laid.take(paragraph(document.subtitle, Type(pt(12), colour=colours.INK2), below, style))
    if document.logo:
        box = _logo_box(document.logo, place)
        laid.pieces.append(Picture(document.logo, box, "logo"))
        laid.bottom = max(laid.bottom, box.bottom)
    line = colours.DANGER if document.facilitator_only else document.accent
    laid.pieces.append(Bar(Box(place.x, laid.bottom + mm(1.5), place.width, ACCENT), fill=line))
    laid.bottom = laid.bottom + mm(4)
    return laid


def _logo_box(logo: bytes, place: Place) -> Box:
    """As large as its room allows, at the right edge."""
    try:
        _, _, wide, high = board_of(logo)
        width = min(LOGO.width, LOGO.height * (wide / high))
    except PictureError:
        width = LOGO.width
    return Box(place.x + place.width - width, place.y, width, LOGO.height)


def _furniture(document: Document, look: Look, number: tuple[int, int, str], style: Style) -> list[Piece]:
    """Head with title and chapter, foot with page numbers; the red frame and its words."""
    width, height = document.size.width, document.size.height
    page, total, chapter = number
    base = height - mm(13.2 if document.contact else 11)
    face = style.faces.text.regular
    kind = Type(FOOT_TEXT, colour=colours.INK2)
    right = Type(FOOT_TEXT, colour=colours.INK2, align=Align.RIGHT)
    words = look.words.page.format(n=page, total=total)
    foot_and_page = face.width(document.foot, FOOT_TEXT) + face.width(words, FOOT_TEXT) + mm(4)
    page_base = base if foot_and_page <= width - document.margin - document.inside else base + mm(3.6)
    pieces: list[Piece] = [
        Rule(document.inside, base - mm(4.5), width - document.margin, base - mm(4.5), colours.EDGE),
        one_line(document.foot, face, kind, document.inside, base),
        one_line(words, face, right, width - document.margin, page_base),
        *_head(document, chapter if page > 1 else "", page > 1, style),
    ]
    if document.contact:
        pieces.append(one_line(document.contact, face, kind, document.inside, base + mm(3.6)))
    if document.facilitator_only:
        frame = Box(
            document.inside, MARGIN, width - document.inside - document.margin, height - MARGIN - mm(19)
        )
        warning = Type(pt(12), bold=True, colour=colours.DANGER, align=Align.RIGHT)
        bold = style.faces.text.bold
        pieces += [
            Bar(frame, line=colours.DANGER, line_width=RED_FRAME),
            one_line(look.words.facilitator_only, bold, warning, frame.right - mm(4), mm(22)),
        ]
    return pieces


def _head(document: Document, chapter: str, titled: bool, style: Style) -> list[Piece]:
    """The running head: from the second page on the document and its chapter, everywhere whose set it is."""
    face = style.faces.text.regular
    pieces: list[Piece] = []
    if titled:
        words = f"{document.title} · {chapter}" if chapter else document.title
        pieces.append(one_line(words, face, Type(HEAD_TEXT, colour=colours.INK2), document.inside, HEAD))
    if document.head:
        kind = Type(HEAD_TEXT, colour=colours.INK2, align=Align.RIGHT)
        pieces.append(one_line(document.head, face, kind, document.size.width - document.margin, HEAD))
    return pieces
