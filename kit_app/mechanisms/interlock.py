"""Lay words into one crossword in which each crosses another. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
Suits = Callable[[Sequence["Slot"]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a word begins (row and column from 1) and whether it runs across or down."""

    row: int
    column: int
    across: bool

    def places(self, length: int) -> tuple[Place, ...]:
        """The cells of a word of `length` letters."""
        if self.across:
            return tuple((self.row, self.column + step) for step in range(length))
        return tuple((self.row + step, self.column) for step in range(length))


def interlocked(
    words: Sequence[str], preferred: Sequence[Slot], most: tuple[int, int], suits: Suits
) -> list[Slot] | None:
    """A slot for each word: the preferred ones if the words agree there, else of another grid, or None.

    `most` is how many rows and columns the grid may have; slots that do not suit are not taken.
    """
    if _agrees(words, preferred) and suits(preferred):
        return list(preferred)
    order = sorted(range(len(words)), key=lambda index: (-len(words[index]), index))

    def in_their_order(slots: Sequence[Slot]) -> list[Slot]:
        placed = dict(zip(order, slots, strict=True))
        return [placed[index] for index in range(len(words))]

    ordered = [words[index] for index in order]
    for across in (True, False):
        first = Slot(row=0, column=0, across=across)
        for found in _placed(ordered, [first], _cells({}, ordered[0], first), most):
            if suits(in_their_order(found)):
                return in_their_order(_from_one(found, ordered))
    return None


def _agrees(words: Sequence[str], slots: Sequence[Slot]) -> bool:
    """Whether every word fits its slot beside all others, crossing at least one."""
    for index, (word, slot) in enumerate(zip(words, slots, strict=True)):
        others: dict[Place, tuple[str, frozenset[bool]]] = {}
        for other, (text, place) in enumerate(zip(words, slots, strict=True)):
            if other != index:
                others = _cells(others, text, place)
        if not _fits(others, word, slot):
            return False
    return True


Cells = Mapping[Place, tuple[str, frozenset[bool]]]


def _cells(cells: Cells, word: str, slot: Slot) -> dict[Place, tuple[str, frozenset[bool]]]:
    """The cells with one word more; each knows its letter and the directions that run through it."""
    merged = dict(cells)
    for place, letter in zip(slot.places(len(word)), word, strict=True):
        before = merged.get(place, (letter, frozenset()))
        merged[place] = (letter, before[1] | {slot.across})
    return merged


def _placed(words: list[str], slots: list[Slot], cells: Cells, most: tuple[int, int]) -> Iterator[list[Slot]]:
    """Every way to lay all words, the first ones being given; each next word crosses one that lies."""
    if len(slots) == len(words):
        yield slots
        return
    word = words[len(slots)]
    for slot in _crossings(cells, word):
        if not _fits(cells, word, slot):
            continue
        after = _cells(cells, word, slot)
        rows, columns = _extent(after)
        if rows <= most[0] and columns <= most[1]:
            yield from _placed(words, [*slots, slot], after, most)


def _crossings(cells: Cells, word: str) -> Iterator[Slot]:
    """Every slot in which `word` crosses a word that lies, in reading order of the crossing."""
    for (row, column), (letter, directions) in sorted(cells.items()):
        if len(directions) > 1:
            continue
        across = not next(iter(directions))
        for index, own in enumerate(word):
            if own == letter:
                start = (row, column - index) if across else (row - index, column)
                yield Slot(row=start[0], column=start[1], across=across)


def _fits(cells: Cells, word: str, slot: Slot) -> bool:
    """Whether `word` agrees with the cells, crosses at least one word and touches none beside."""
    places = slot.places(len(word))
    step = (0, 1) if slot.across else (1, 0)
    before = (places[0][0] - step[0], places[0][1] - step[1])
    after = (places[-1][0] + step[0], places[-1][1] + step[1])
    if before in cells or after in cells:
        return False
    crossings = 0
    for place, letter in zip(places, word, strict=True):
        if place in cells:
            there, directions = cells[place]
            if there != letter or slot.across in directions:
                return False
            crossings += 1
        elif _touches(cells, place, slot.across):
            return False
    return crossings > 0


def _touches(cells: Cells, place: Place, across: bool) -> bool:
    """Whether a new cell would lie against another word's cell at its side."""
    row, column = place
    sides = ((row - 1, column), (row + 1, column)) if across else ((row, column - 1), (row, column + 1))
    return any(side in cells for side in sides)


def _extent(cells: Cells) -> tuple[int, int]:
    rows = [row for row, _ in cells]
    columns = [column for _, column in cells]
    return max(rows) - min(rows) + 1, max(columns) - min(columns) + 1


def _from_one(slots: list[Slot], words: list[str]) -> list[Slot]:
    """The same grid with its first row and column numbered 1."""
    places = [place for slot, word in zip(slots, words, strict=True) for place in slot.places(len(word))]
    up, left = min(row for row, _ in places) - 1, min(column for _, column in places) - 1
    return [Slot(row=slot.row - up, column=slot.column - left, across=slot.across) for slot in slots]
