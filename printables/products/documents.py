"""Documents: blocks flowing over pages, with a head and a foot and, for answers, a red frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from printables.layout import colours
from printables.layout.boxes import A4, Box, Size
from printables.layout.pieces import Bar, Picture, Piece, Rule
from printables.problems import Cause, PrintProblem
from printables.products.blocks import (
    Align,
    Block,
    CheckList,
    Heading,
    Items,
    PageBreak,
    PathHeading,
    Table,
    Text,
)
from printables.products.face import glyph_problems
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.setting import BETWEEN, set_block
from printables.products.tables import has_header, set_header, set_row, table_widths
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import Mm, mm, pt

MARGIN = mm(15)
TOP, HEADED_TOP, FRAMED_TOP = mm(15), mm(20), mm(26)
HEAD = mm(12)  # base line of the head
FOOT = mm(22)  # from the lower edge: kept free for the foot
ACCENT = mm(1.0)
RED_FRAME = mm(0.6)
FRAME_INSET = mm(6)
HEADING_KEEPS = mm(24)  # a heading this near the foot goes over to the next page
END_REACHES = mm(5)
FOOT_TEXT = pt(8)
HEAD_TEXT = pt(9)
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
        canvas.draw(self.pieces, box)


@dataclass(slots=True)
class _Flow:
    """Pages under way: where the next block goes, what stands on each page, and each page's chapter."""

    document: Document
    style: Style
    pages: list[Laid] = field(default_factory=list)
    chapters: list[str] = field(default_factory=list)

    @property
    def inset(self) -> Mm:
        return FRAME_INSET if self.document.facilitator_only else mm(0)

    @property
    def place(self) -> Place:
        """Room below what the page holds."""
        left = MARGIN + self.inset
        return Place(left, self.pages[-1].bottom, self.document.size.width - left * 2)

    @property
    def limit(self) -> Mm:
        return self.document.size.height - FOOT - self.inset

    @property
    def is_fresh(self) -> bool:
        return not self.pages[-1].pieces

    def open_page(self) -> None:
        top = HEADED_TOP if self.document.head else TOP
        top = FRAMED_TOP if self.document.facilitator_only else top
        self.pages.append(Laid(top))
        self.chapters.append(self.chapters[-1] if self.chapters else "")


def document_pages(document: Document, look: Look) -> list[DocumentPage]:
    """The pages of a document, ready for a section of a deck."""
    flow = _Flow(document, Style(look.faces, ink_saving=look.ink_saving))
    flow.open_page()
    flow.pages[-1].take(_title(document, flow.place, flow.style))
    for index, block in enumerate(document.blocks):
        _place_block(block, flow, _kept(document.blocks[index + 1 :], flow) if _leads(block) else mm(0))
    _close(flow)
    total = len(flow.pages)
    return [
        DocumentPage(
            title=document.title,
            size=document.size,
            pieces=(*_furniture(document, look, (number, total, chapter), flow.style), *page.pieces),
            trouble=tuple(page.trouble),
        )
        for number, (page, chapter) in enumerate(zip(flow.pages, flow.chapters, strict=True), start=1)
    ]


def _close(flow: _Flow) -> None:
    """Small print on the last page: there it may come nearer to the foot than other blocks."""
    for line in flow.document.end:
        place = flow.place
        kind = Type(pt(8.5), colour=colours.INK2)
        part = paragraph(line, kind, Place(place.x, place.y + mm(1.5), place.width), flow.style)
        if part.bottom > flow.limit + END_REACHES:
            flow.open_page()
            part = paragraph(line, kind, flow.place, flow.style)
        flow.pages[-1].take(part)


def _title(document: Document, place: Place, style: Style) -> Laid:
    width = place.width - LOGO.width - mm(4) if document.logo else place.width
    laid = paragraph(document.title, Type(pt(22), bold=True), Place(place.x, place.y, width), style)
    if document.subtitle:
        below = Place(place.x, laid.bottom - mm(0.5), width)
        laid.take(paragraph(document.subtitle, Type(pt(12), colour=colours.INK2), below, style))
    if document.logo:
        box = Box(place.x + place.width - LOGO.width, place.y, LOGO.width, LOGO.height)
        laid.pieces.append(Picture(document.logo, box, "logo"))
        laid.bottom = max(laid.bottom, box.bottom)
    line = colours.DANGER if document.facilitator_only else document.accent
    laid.pieces.append(Bar(Box(place.x, laid.bottom + mm(1.5), place.width, ACCENT), fill=line))
    laid.bottom = laid.bottom + mm(4)
    return laid


def _leads(block: Block) -> bool:
    """Whether the block must not stand alone at the foot of a page."""
    return isinstance(block, Heading | PathHeading)


def _kept(following: Sequence[Block], flow: _Flow) -> Mm:
    """The room that what follows a heading needs to stay with it, further headings included."""
    if not following or isinstance(following[0], PageBreak):
        return mm(0)
    first = following[0]
    if isinstance(first, Table):
        return HEADING_KEEPS
    height = set_block(first, Place(flow.place.x, mm(0), flow.place.width), flow.style).bottom
    if _leads(first):
        return height + _kept(following[1:], flow)
    return min(height, HEADING_KEEPS) if isinstance(first, Items | CheckList) else height + BETWEEN


def _place_block(block: Block, flow: _Flow, keeps: Mm) -> None:
    if isinstance(block, PageBreak):
        _break_page(block, flow)
        return
    if isinstance(block, Table):
        _place_table(block, flow)
        return
    if isinstance(block, Items | CheckList) and len(block.items) > 1:
        _place_items(block, flow)
        return
    place = flow.place
    gap = mm(0) if flow.is_fresh else BETWEEN
    part = set_block(block, Place(place.x, place.y + gap, place.width), flow.style)
    if part.bottom + keeps > flow.limit and not flow.is_fresh:
        flow.open_page()
        part = set_block(block, flow.place, flow.style)
    if part.bottom > flow.limit:
        words = block.text if isinstance(block, Text) else type(block).__name__
        part.trouble.append((Cause.OVERFLOW, words))
    flow.pages[-1].take(part)
    if isinstance(block, Heading) and block.level == 1:
        flow.chapters[-1] = block.text


def _break_page(block: PageBreak, flow: _Flow) -> None:
    if not flow.is_fresh:
        flow.open_page()
    if block.words is not None:
        flow.chapters[-1] = block.words


def _place_items(block: Items | CheckList, flow: _Flow) -> None:
    """A list line by line, so that a page may end between two of them."""
    gap = mm(0) if flow.is_fresh else BETWEEN
    for number, item in enumerate(block.items):
        place = flow.place
        one = replace(block, items=(item,))
        if isinstance(one, Items):
            one = replace(one, first=one.first + number)
        part = set_block(one, Place(place.x, place.y + gap, place.width), flow.style)
        if part.bottom > flow.limit and not flow.is_fresh:
            flow.open_page()
            part = set_block(one, flow.place, flow.style)
        flow.pages[-1].take(part)
        gap = mm(0)


def _place_table(block: Table, flow: _Flow) -> None:
    """A table row by row; a new page repeats its header."""
    widths = table_widths(block, flow.place.width, flow.style)
    opened = False
    for row in block.rows:
        for part in _row_parts(block, row, widths, flow, header=not opened):
            flow.pages[-1].take(part)
        opened = True
    if not block.rows and has_header(block):
        flow.pages[-1].take(set_header(block, widths, flow.place, flow.style))


def _row_parts(
    block: Table, row: tuple[str, ...], widths: tuple[Mm, ...], flow: _Flow, *, header: bool
) -> Iterator[Laid]:
    place = flow.place
    if header and not flow.is_fresh:
        place = Place(place.x, place.y + BETWEEN, place.width)
    parts = _set_row(block, row, widths, (place, header), flow)
    if parts[-1].bottom > flow.limit and not flow.is_fresh:
        flow.open_page()
        parts = _set_row(block, row, widths, (flow.place, True), flow)
    if parts[-1].bottom > flow.limit:
        parts[-1].trouble.append((Cause.OVERFLOW, " ".join(row)))
    yield from parts


def _set_row(
    block: Table, row: tuple[str, ...], widths: tuple[Mm, ...], at: tuple[Place, bool], flow: _Flow
) -> list[Laid]:
    place, header = at
    parts = []
    if header and has_header(block):
        parts.append(set_header(block, widths, place, flow.style))
        place = Place(place.x, parts[-1].bottom, place.width)
    return [*parts, set_row(block, row, widths, place, flow.style)]


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
    page_base = base if foot_and_page <= width - MARGIN * 2 else base + mm(3.6)
    pieces: list[Piece] = [
        Rule(MARGIN, base - mm(4.5), width - MARGIN, base - mm(4.5), colours.EDGE),
        one_line(document.foot, face, kind, MARGIN, base),
        one_line(words, face, right, width - MARGIN, page_base),
        *_head(document, chapter if page > 1 else "", page > 1, style),
    ]
    if document.contact:
        pieces.append(one_line(document.contact, face, kind, MARGIN, base + mm(3.6)))
    if document.facilitator_only:
        frame = Box(MARGIN, MARGIN, width - MARGIN * 2, height - MARGIN - mm(19))
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
        pieces.append(one_line(words, face, Type(HEAD_TEXT, colour=colours.INK2), MARGIN, HEAD))
    if document.head:
        kind = Type(HEAD_TEXT, colour=colours.INK2, align=Align.RIGHT)
        pieces.append(one_line(document.head, face, kind, document.size.width - MARGIN, HEAD))
    return pieces
