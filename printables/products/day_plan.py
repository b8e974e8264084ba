"""The plan of a day, for the door and whoever leads: times in rows, then what to put in order, with boxes."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.products.blocks import Align, Block, Column, Heading, Table, Text
from printables.products.documents import Document, DocumentPage, document_pages
from printables.render.look import Look
from printables.units import Mm, mm, pt

SETTINGS = ((pt(12), False), (pt(11), False), (pt(10), False), (pt(9.5), True), (pt(8.5), True))
"""The type, and whether rows stand close together: the first that leaves one page."""
SHARES = (0.7, 1.7, 5.0, 2.4, 1.6, 1.6, 1.6, 0.8)
BOX = mm(7)
"""The least height of a row, so that a pen finds its box."""
ITEM_SHARE, BOX_SHARE = 10.0, 1.0
SMALL = pt(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A line of the timetable. What is no session (setting up, a break) has no number."""

    number: str = ""
    start: str
    what: str  # `**bold**`, a line feed ends a line
    room: str = ""
    game: str = ""
    debrief: str = ""
    ready: str = ""  # when the room is in order again
    is_ticked: bool = True  # whether there is something to tick


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """Words and times of a day, ready to print.

    `heads` are the words over the eight columns, from the number to the box. `chores` are what to put in
    order after each game, each with the numbers of the sessions after which it is due.
    """

    title: str
    subtitle: str
    heads: tuple[str, str, str, str, str, str, str, str]
    rows: tuple[DayRow, ...]
    note: str = ""
    chores_title: str = ""
    chores_head: str = ""
    chores: tuple[tuple[str, frozenset[str]], ...] = ()
    foot: str
    accent: str = colours.INK
    logo: bytes = b""


def day_plan_pages(plan: DayPlan, look: Look) -> list[DocumentPage]:
    """One page: type gets smaller, then rows closer, before a very full day goes over to a second one."""
    pages: list[DocumentPage] = []
    for size, is_tight in SETTINGS:
        pages = document_pages(_document(plan, size, is_tight), look)
        if len(pages) == 1:
            break
    return pages


def _document(plan: DayPlan, size: Mm, is_tight: bool) -> Document:
    blocks: list[Block] = [_timetable(plan, size, is_tight)]
    if plan.note:
        blocks.append(Text(text=plan.note, size=SMALL))
    if plan.chores:
        blocks += [Heading(text=plan.chores_title, level=2), _chores(plan, size, is_tight)]
    return Document(
        title=plan.title,
        subtitle=plan.subtitle,
        blocks=tuple(blocks),
        foot=plan.foot,
        accent=plan.accent,
        logo=plan.logo,
    )


def _timetable(plan: DayPlan, size: Mm, is_tight: bool) -> Table:
    bold = (True, True, False, False, True, False, False, False)
    columns = tuple(
        Column(label=label, share=share, bold=is_bold)
        for label, share, is_bold in zip(plan.heads, SHARES, bold, strict=True)
    )
    return Table(
        columns=columns,
        rows=tuple(
            (
                *(row.number, row.start, row.what, row.room, row.game, row.debrief, row.ready),
                "" if row.is_ticked else "–",
            )
            for row in plan.rows
        ),
        size=size,
        least_height=BOX,
        tight=is_tight,
    )


def _chores(plan: DayPlan, size: Mm, is_tight: bool) -> Table:
    numbers = [row.number for row in plan.rows if row.number]
    boxes = tuple(Column(label=number, share=BOX_SHARE, align=Align.CENTRE) for number in numbers)
    return Table(
        columns=(Column(label=plan.chores_head, share=ITEM_SHARE), *boxes),
        rows=tuple(
            (words, *("" if number in due else "–" for number in numbers)) for words, due in plan.chores
        ),
        size=size,
        least_height=BOX,
        tight=is_tight,
    )
