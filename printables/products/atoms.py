"""Cut blocks into what no end of page parts: lines of a paragraph, rows of a table, whole frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from printables.layout.pieces import Piece, Words
from printables.products.blocks import (
    Block,
    CheckList,
    Heading,
    Items,
    PageBreak,
    PathHeading,
    Quote,
    Table,
    Text,
    Together,
)
from printables.products.lines import LEADING, Laid, Place, Style
from printables.products.setting import BELOW_HEADING, BETWEEN, set_block
from printables.products.tables import has_header, set_header, set_row, table_widths
from printables.units import ZERO, Mm, mm

ABOVE_HEADING = {1: mm(7), 2: mm(4.4), 3: mm(3.2)}
SHORT = 3  # lines: a paragraph of no more is never parted

Draw = Callable[[Place], Laid]


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """What no end of page parts.

    `clings`: what follows stands on the same page. `repeated` is drawn above it when it opens a page, so
    high. `reach`: so much nearer to the foot it may come. `notes` heads lines to write on in the room left
    below. `chapter` names the pages from here; `opens`: it is nothing but the end of a page. What `floats`
    and has no room stands at the top of the next page, and what follows it fills this one.
    """

    draw: Draw
    height: Mm
    gap: Mm = BETWEEN
    clings: bool = False
    repeated: tuple[Draw, Mm] | None = None
    reach: Mm = ZERO
    words: str = ""
    notes: str = ""
    chapter: str | None = None
    opens: bool = False
    is_heading: bool = False
    is_said: bool = False
    is_row: bool = False
    is_remark: bool = False
    floats: bool = False

    def height_at(self, is_fresh: bool) -> Mm:
        """Its height in the midst of a page, or at its top."""
        return self.height + self.repeated[1] if is_fresh and self.repeated else self.height


def atoms_of(blocks: tuple[Block, ...], width: Mm, style: Style) -> list[Atom]:
    """The atoms of `blocks` in a column; what follows a heading stands close to it.

    Words to say below a heading keep it company: what comes next stays with both. So does a remark in grey
    with the row above it.
    """
    found = [atom for block in blocks for atom in _atoms(block, width, style)]
    for number, (before, atom) in enumerate(pairwise(found), start=1):
        if before.is_heading and not atom.is_heading:
            leads = atom.is_said and not any(one.is_heading for one in found[number + 1 : number + 2])
            gap = min(atom.gap, BELOW_HEADING)
            found[number] = replace(atom, gap=gap, clings=atom.clings or leads)
        elif before.is_row and atom.is_remark:
            found[number - 1] = replace(before, clings=True)
    return found


def whole(block: Block, width: Mm, style: Style) -> Atom:
    """A block that is never parted."""

    def draw(place: Place) -> Laid:
        return set_block(block, place, style)

    return Atom(draw=draw, height=_height(draw, width), words=type(block).__name__)


def _atoms(block: Block, width: Mm, style: Style) -> Iterator[Atom]:
    match block:
        case PageBreak():
            yield Atom(draw=lambda place: Laid(place.y), height=ZERO, opens=True, chapter=block.words)
        case Table():
            yield from _rows(block, width, style)
        case CheckList() | Items():
            yield from _items(block, width, style)
        case Text():
            yield from _lines(block, width, style)
        case Heading():
            chapter = block.text if block.level == 1 else None
            yield replace(
                whole(block, width, style),
                gap=ABOVE_HEADING[block.level],
                clings=True,
                chapter=chapter,
                is_heading=True,
            )
        case Together():
            gap = ABOVE_HEADING[1] if isinstance(block.blocks[0], PathHeading) else BETWEEN
            yield replace(whole(block, width, style), notes=block.notes, floats=block.floats, gap=gap)
        case _:
            clings, is_said = isinstance(block, PathHeading), isinstance(block, Quote)
            yield replace(whole(block, width, style), clings=clings, is_said=is_said)


def _lines(block: Text, width: Mm, style: Style) -> Iterator[Atom]:
    """A paragraph line by line: two lines at least stay together, above and below. One that ends with a
    colon says what comes next and stays with it."""
    laid = set_block(block, Place(ZERO, ZERO, width), style)
    leads = block.text.rstrip().endswith(":")
    leading = style.size(block.size) * LEADING
    count = round(laid.bottom / leading)
    if count <= SHORT or laid.trouble:
        atom = whole(block, width, style)
        yield replace(atom, words=block.text, clings=leads, is_remark=block.quiet)
        return
    for number in range(count):
        top = leading * number
        own = [one for one in laid.pieces if isinstance(one, Words) and top < one.y <= top + leading]
        yield Atom(
            draw=_moved(own, top, leading),
            height=leading,
            gap=ZERO if number else BETWEEN,
            clings=number in (0, count - 2) or (leads and number == count - 1),
        )


def _moved(pieces: list[Words], top: Mm, height: Mm) -> Draw:
    def draw(place: Place) -> Laid:
        down = place.y - top
        moved: list[Piece] = [replace(one, x=one.x + place.x, y=one.y + down) for one in pieces]
        return Laid(place.y + height, moved)

    return draw


def _items(block: CheckList | Items, width: Mm, style: Style) -> Iterator[Atom]:
    """A list line by line; neither its first nor its last one stands alone."""
    last = len(block.items) - 1
    for number, item in enumerate(block.items):
        one = replace(block, items=(item,))
        if isinstance(one, Items):
            one = replace(one, first=one.first + number)
        yield replace(
            whole(one, width, style),
            gap=ZERO if number else BETWEEN,
            clings=number < last and number in (0, last - 1),
            words=item,
        )


def _rows(block: Table, width: Mm, style: Style) -> Iterator[Atom]:
    """A table row by row; a new page repeats its header, and no row stands alone."""
    widths = table_widths(block, width, style)

    def header(place: Place) -> Laid:
        return set_header(block, widths, place, style)

    head = (header, _height(header, width)) if has_header(block) else None
    last = len(block.rows) - 1
    if head is not None:
        yield Atom(draw=header, height=head[1], clings=last >= 0)
    for number, row in enumerate(block.rows):
        draw = _row(block, row, widths, style)
        yield Atom(
            draw=draw,
            height=_height(draw, width),
            gap=ZERO if number or head else BETWEEN,
            clings=number < last and number in (0, last - 1),
            repeated=head,
            words=" ".join(row),
            is_row=True,
        )


def _row(block: Table, row: tuple[str, ...], widths: tuple[Mm, ...], style: Style) -> Draw:
    return lambda place: set_row(block, row, widths, place, style)


def _height(draw: Draw, width: Mm) -> Mm:
    return draw(Place(ZERO, ZERO, width)).bottom
