"""The report of one run: what happened, as a time line and a table, on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from printables.problems import Cause
from printables.products.blocks import Block, Column, Heading, Span, Table, Text, TimeLine
from printables.products.documents import Document, DocumentPage, document_pages
from printables.render.look import Look
from printables.units import Mm, pt

TABLE_SETTINGS = ((pt(12), False), (pt(11), False), (pt(10), False), (pt(9), False), (pt(9), True))
"""The type of the table, and whether its rows stand close together: the first that leaves one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Words and numbers of a run, ready to print; `rows` have one cell a column."""

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]  # « Issue », « Gagné »
    time_line_title: str
    minutes: float
    spans: tuple[Span, ...]
    unit: str
    table_title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes_title: str = ""
    notes: tuple[str, ...] = ()
    foot: str


def report_pages(report: Report, look: Look) -> list[DocumentPage]:
    """One page: the table gets smaller type, then closer rows, before notes go over to a second page."""
    pages: list[DocumentPage] = []
    for size, is_tight in TABLE_SETTINGS:
        pages = document_pages(_document(report, size, is_tight), look)
        if len(pages) == 1:
            return pages
    without = document_pages(_document(replace(report, notes=()), *TABLE_SETTINGS[-1]), look)
    if len(without) == 1:
        return pages
    return [replace(pages[0], trouble=(*pages[0].trouble, (Cause.OVERFLOW, report.table_title)))]


def _document(report: Report, size: Mm, is_tight: bool) -> Document:
    facts = Table(columns=(Column(share=2), Column(share=5, bold=True)), rows=report.facts, lines=False)
    notes: tuple[Block, ...] = ()
    if report.notes:
        texts = tuple(Text(text=note, size=pt(11)) for note in report.notes)
        notes = (Heading(text=report.notes_title, level=3), *texts)
    return Document(
        title=report.title,
        subtitle=report.subtitle,
        blocks=(
            facts,
            Heading(text=report.time_line_title, level=3),
            TimeLine(minutes=report.minutes, spans=report.spans, unit=report.unit),
            Heading(text=report.table_title, level=3),
            Table(columns=report.columns, rows=report.rows, size=size, grid=False, tight=is_tight),
            *notes,
        ),
        foot=report.foot,
    )
