"""The first page of a PDF: a ruler and a bank card in true size, how to print, what follows in order."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout.boxes import A4, Size
from printables.products.blocks import Block, Column, Figure, Heading, Items, Table, Text
from printables.products.documents import Document, DocumentPage, document_pages
from printables.render.look import Look
from printables.units import mm, pt

CARD_WIDTH, CARD_HEIGHT, CARD_CORNER = 85.60, 53.98, 3.18
"""A bank card in millimetres: ISO/IEC 7810, ID-1."""

RULER, TICK, MIDDLE_TICK = 100, 4, 6
STROKE = 0.3
SMALL = pt(11)
SMALLER, MANY = pt(9), 14  # type of the table from so many lines on, which then has two halves


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlLine:
    """One section of the PDF: what it is, what it is printed on, how many sheets."""

    title: str
    paper: str
    sheets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlSheet:
    """Every word of the sheet. `lines` stand in cutting order; `heads` are those of the table's columns.

    `ruler` and `card` say what to compare the drawings with.
    """

    title: str
    subtitle: str
    how_title: str
    how: tuple[str, ...]
    ruler: str
    card: str
    order_title: str
    heads: tuple[str, str, str]
    lines: tuple[ControlLine, ...]
    total: str
    foot: str
    size: Size = A4
    facilitator_only: bool = False


def control_pages(sheet: ControlSheet, look: Look) -> list[DocumentPage]:
    """The sheet, set; a long list goes over to a second page."""
    blocks: tuple[Block, ...] = (
        Heading(text=sheet.how_title, level=3),
        Items(items=sheet.how, numbered=True, size=SMALL),
        Figure(source=_ruler(), width=mm(RULER), name="ruler", caption=sheet.ruler),
        Figure(source=_card(), width=mm(CARD_WIDTH), name="card", caption=sheet.card),
        Heading(text=sheet.order_title, level=3),
        _table(sheet),
        Text(text=sheet.total, size=SMALL, bold=True),
    )
    document = Document(
        title=sheet.title,
        subtitle=sheet.subtitle,
        blocks=blocks,
        foot=sheet.foot,
        size=sheet.size,
        facilitator_only=sheet.facilitator_only,
    )
    return document_pages(document, look)


def _table(sheet: ControlSheet) -> Table:
    """The lines one below the other; many of them in two halves side by side."""
    what, paper, sheets = sheet.heads
    columns = (
        Column(label=what, share=5, bold=True),
        Column(label=paper, share=1.6),
        Column(label=sheets, share=1.2),
    )
    cells = [(line.title, line.paper, line.sheets) for line in sheet.lines]
    if len(cells) < MANY:
        return Table(columns=columns, rows=tuple(cells), size=SMALL, tight=True)
    half = -(-len(cells) // 2)
    right = [*cells[half:], *[("", "", "")] * (half * 2 - len(cells))]
    rows = tuple((*one, *other) for one, other in zip(cells[:half], right, strict=True))
    return Table(columns=(*columns, *columns), rows=rows, size=SMALLER, tight=True)


def _ruler() -> bytes:
    """100 mm from the outer edge of the first tick to the outer edge of the last."""
    ticks = []
    for at in range(0, RULER + 1, 10):
        height = MIDDLE_TICK if at % 50 == 0 else TICK
        left = at - (0 if at == 0 else STROKE if at == RULER else STROKE / 2)
        ticks.append(_bar(left, 0, STROKE, height))
    return _drawing(RULER, MIDDLE_TICK, "".join([*ticks, _bar(0, 0, RULER, STROKE)]))


def _card() -> bytes:
    """The outline of the card: the outer edge of the line is the edge of the card."""
    width, height = CARD_WIDTH - STROKE, CARD_HEIGHT - STROKE
    outline = (
        f'<rect x="{STROKE / 2}" y="{STROKE / 2}" width="{width:.2f}" height="{height:.2f}" '
        f'rx="{CARD_CORNER - STROKE / 2:.2f}" fill="none" stroke="#16202C" stroke-width="{STROKE}"/>'
    )
    return _drawing(CARD_WIDTH, CARD_HEIGHT, outline)


def _bar(x: float, y: float, width: float, height: float) -> str:
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width}" height="{height}" fill="#16202C"/>'


def _drawing(width: float, height: float, shapes: str) -> bytes:
    board = f'viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {board}>{shapes}</svg>'.encode()
