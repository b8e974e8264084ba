"""Lay atoms over pages: what belongs together stays together, and no heading ends a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from printables.problems import Cause
from printables.products.atoms import Atom
from printables.products.blocks import Heading, Ruled
from printables.products.lines import Laid, Place, Style
from printables.products.parts import LINE
from printables.products.setting import set_blocks
from printables.units import Mm, mm

TIGHTER = (1.0, 0.85, 0.7, 0.55)
"""How much of the room between blocks stays, where less of it spares a last page that is nearly empty."""
NEARLY_EMPTY = 0.25  # of the height of a page
NOTES_GAP, NOTES_HEAD = mm(6), mm(9)
LEAST_NOTES, MOST_NOTES = 2, 9
MOST_BETWEEN = mm(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where atoms may stand: from `first` down on the first page, from `top` on the others, to `limit`."""

    left: Mm
    width: Mm
    first: Mm
    top: Mm
    limit: Mm

    def at(self, y: Mm) -> Place:
        """The place that begins there."""
        return Place(self.left, y, self.width)


@dataclass(slots=True)
class FlowedPage:
    """What stands on a page, and the chapter that it belongs to."""

    laid: Laid
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class _Put:
    """An atom at its place; `is_fresh`: it is the first of its page."""

    atom: Atom
    y: Mm
    is_fresh: bool

    @property
    def bottom(self) -> Mm:
        return self.y + self.atom.height_at(self.is_fresh)


@dataclass(slots=True)
class _Book:
    """Pages under way. Only a fraction of the room between atoms is left, its `tightness`."""

    area: Area
    tightness: float
    pages: list[list[_Put]] = field(default_factory=lambda: [[]])
    chapters: list[str] = field(default_factory=lambda: [""])
    waiting: list[Atom] = field(default_factory=list)

    @property
    def bottom(self) -> Mm:
        if self.pages[-1]:
            return self.pages[-1][-1].bottom
        return self.area.first if len(self.pages) == 1 else self.area.top

    @property
    def is_fresh(self) -> bool:
        return not self.pages[-1]

    @property
    def is_nearly_empty(self) -> bool:
        """Whether hardly anything stands on the last page."""
        return self.bottom - self.area.top < (self.area.limit - self.area.top) * NEARLY_EMPTY

    def open_page(self) -> None:
        self.pages.append([])
        self.chapters.append(self.chapters[-1])

    def take(self, group: Sequence[Atom]) -> None:
        """Put the first atom of a group, on a new page where the group needs one. What floats may wait."""
        if group[0].floats and not self.has_room(group[:1]):
            self.waiting.append(group[0])
            return
        if not self.has_room(group):
            self.open_page()
            self.settle(is_open=True)
            if not self.has_room(group):
                self.open_page()
        self._put(group[0])

    def settle(self, *, is_open: bool = False) -> None:
        """Put what waits for a new page."""
        waiting, self.waiting = self.waiting, []
        for atom in waiting:
            if not is_open:
                self.open_page()
            self._put(atom)
            is_open = False

    def _put(self, atom: Atom) -> None:
        y = self.bottom if self.is_fresh else self.bottom + atom.gap * self.tightness
        self.pages[-1].append(_Put(atom, y, self.is_fresh))

    def has_room(self, group: Sequence[Atom]) -> bool:
        """Whether a group may begin here: it fits, or a new page would not help."""
        while len(group) > 1 and not self._reaches(group, self.area.top, True):
            group = group[:-1]
        return self.bottom <= self.area.top or self._reaches(group, self.bottom, self.is_fresh)

    def _reaches(self, group: Sequence[Atom], y: Mm, is_fresh: bool) -> bool:
        for atom in group:
            y = y + atom.height_at(is_fresh) + (mm(0) if is_fresh else atom.gap * self.tightness)
            is_fresh = False
        return y <= self.area.limit + group[-1].reach + mm(0.001)


def flowed(atoms: Sequence[Atom], area: Area, style: Style) -> list[FlowedPage]:
    """The pages of `atoms`. Room between them shrinks where that spares a last page nearly empty."""
    book = _paged(atoms, area, TIGHTER[0])
    if len(book.pages) > 1 and book.is_nearly_empty:
        shorter = (_paged(atoms, area, tightness) for tightness in TIGHTER[1:])
        book = next((one for one in shorter if len(one.pages) < len(book.pages)), book)
    return [
        FlowedPage(_set_page(page, area, style), chapter)
        for page, chapter in zip(book.pages, book.chapters, strict=True)
    ]


def _paged(atoms: Sequence[Atom], area: Area, tightness: float) -> _Book:
    book = _Book(area, tightness)
    for number, atom in enumerate(atoms):
        if atom.opens or atom.chapter is not None:
            book.settle()
        if atom.opens:
            if not book.is_fresh:
                book.open_page()
        else:
            book.take(_group(atoms, number))
        if atom.chapter is not None:
            book.chapters[-1] = atom.chapter
    book.settle()
    return book


def _group(atoms: Sequence[Atom], first: int) -> Sequence[Atom]:
    """An atom with all that must not be parted from it."""
    last = first
    while atoms[last].clings and last + 1 < len(atoms) and not atoms[last + 1].opens:
        last += 1
    return atoms[first : last + 1]


def _set_page(page: list[_Put], area: Area, style: Style) -> Laid:
    laid = Laid(area.top)
    notes = _notes(page[-1], area, style) if page and page[-1].atom.notes else None
    for put in page if notes else _spread(page, area):
        place = area.at(put.y)
        if put.is_fresh and put.atom.repeated is not None:
            draw, height = put.atom.repeated
            laid.take(draw(place))
            place = area.at(put.y + height)
        laid.take(put.atom.draw(place))
        if laid.bottom > area.limit + put.atom.reach + mm(0.001):
            laid.trouble.append((Cause.OVERFLOW, put.atom.words))
    if notes:
        laid.take(notes)
    return laid


def _spread(page: list[_Put], area: Area) -> list[_Put]:
    """What leaves room for notes is parted by the room that is left, when that is too little for notes."""
    if len(page) < 2 or not all(put.atom.notes for put in page):
        return page
    more = min((area.limit - page[-1].bottom) / (len(page) - 1), MOST_BETWEEN)
    return [replace(put, y=put.y + more * number) for number, put in enumerate(page)]


def _notes(last: _Put, area: Area, style: Style) -> Laid | None:
    """Lines to write on in the room below, when there is enough of it."""
    top = last.bottom + NOTES_GAP
    lines = int((area.limit - top - NOTES_HEAD) / LINE)
    if lines < LEAST_NOTES:
        return None
    blocks = (Heading(text=last.atom.notes, level=3), Ruled(lines=min(lines, MOST_NOTES)))
    return set_blocks(blocks, area.at(top), style)
