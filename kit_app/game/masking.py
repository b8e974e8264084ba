"""Hide counts of people under five, and as many others as it takes that nobody works them out. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

FEWEST_PEOPLE = 5
"""Under five people a number could be traced to somebody: it is not shown."""


def is_few(people: int) -> bool:
    """Whether this count must not be told; none at all is no secret."""
    return 0 < people < FEWEST_PEOPLE


class Masked(NamedTuple):
    """A count as it may be told: None where it is hidden, `is_few` when it is under five itself."""

    people: int | None
    is_few: bool = False


class MaskedTable(NamedTuple):
    """A table with its sums: of each row, of each column, of all."""

    cells: tuple[tuple[Masked, ...], ...]
    rows: tuple[Masked, ...]
    columns: tuple[Masked, ...]
    total: Masked


_Place = tuple[int, int]


def masked_list(counts: Sequence[int]) -> tuple[tuple[Masked, ...], Masked]:
    """Counts that stand beside their sum, and the sum; a lone hidden one takes the next smallest with it."""
    total = sum(counts)
    hidden = {place for place, count in enumerate(counts) if is_few(count)}
    hides_total = is_few(total)
    if len(hidden) == 1 and not hides_total:
        others = [place for place, count in enumerate(counts) if count and place not in hidden]
        hidden |= {min(others, key=lambda place: (counts[place], place))} if others else set()
    shown = tuple(_told(count, place in hidden) for place, count in enumerate(counts))
    return shown, _told(total, hides_total)


def masked_table(counts: Sequence[Sequence[int]]) -> MaskedTable:
    """Counts of people in rows and columns, of equal length, that are shown with all sums.

    Under five is hidden. What is hidden follows from the sums unless it lies on a circle of hidden counts
    that turns at each of them: so the cheapest three others that make a rectangle with it are hidden too,
    sums only where nothing else will do. A table of one row or one column is a list.
    """
    if len(counts) == 1 or all(len(line) == 1 for line in counts):
        return _as_list(counts)
    grid = _with_sums(counts)
    hidden = {place for place, count in _all(grid) if is_few(count)}
    for place in sorted(hidden):
        if not _is_on_a_circle(place, hidden):
            hidden |= _company(grid, hidden, place)
    shown = [
        [_told(count, (row, column) in hidden) for column, count in enumerate(line)]
        for row, line in enumerate(grid)
    ]
    return MaskedTable(
        cells=tuple(tuple(line[:-1]) for line in shown[:-1]),
        rows=tuple(line[-1] for line in shown[:-1]),
        columns=tuple(shown[-1][:-1]),
        total=shown[-1][-1],
    )


def _told(count: int, is_hidden: bool) -> Masked:
    return Masked(None, is_few(count)) if is_hidden else Masked(count)


def _as_list(counts: Sequence[Sequence[int]]) -> MaskedTable:
    """One row, whose sums of columns are itself, or one column, whose sums of rows are."""
    if len(counts) == 1:
        cells, total = masked_list(counts[0])
        return MaskedTable(cells=(cells,), rows=(total,), columns=cells, total=total)
    cells, total = masked_list([line[0] for line in counts])
    return MaskedTable(cells=tuple((cell,) for cell in cells), rows=cells, columns=(total,), total=total)


def _with_sums(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    lines = [[*line, sum(line)] for line in counts]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]]


def _all(grid: list[list[int]]) -> Iterator[tuple[_Place, int]]:
    for row, line in enumerate(grid):
        for column, count in enumerate(line):
            yield (row, column), count


def _is_on_a_circle(place: _Place, hidden: set[_Place]) -> bool:
    """Whether its row and its column are joined by other hidden places: only then it does not follow."""
    rows, columns = {place[0]}, set[int]()
    others = hidden - {place}
    while True:
        columns_now = columns | {column for row, column in others if row in rows}
        rows_now = rows | {row for row, column in others if column in columns_now}
        if place[1] in columns_now:
            return True
        if (rows_now, columns_now) == (rows, columns):
            return False
        rows, columns = rows_now, columns_now


def _company(grid: list[list[int]], hidden: set[_Place], place: _Place) -> set[_Place]:
    """What is hidden too: the three other corners of the rectangle that costs least, none of them zero."""
    last_row, last_column = len(grid) - 1, len(grid[0]) - 1
    row, column = place

    def cost(corners: set[_Place]) -> tuple[int, int, list[_Place]]:
        new = sorted(corners - hidden)
        sums = sum(one[0] == last_row or one[1] == last_column for one in new)
        return sums, sum(grid[one[0]][one[1]] for one in new), new

    rectangles = [
        {(row, other), (there, column), (there, other)}
        for there in range(len(grid))
        for other in range(len(grid[0]))
        if there != row and other != column
    ]
    whole = [corners for corners in rectangles if all(grid[one[0]][one[1]] for one in corners)]
    return min(whole, key=cost, default=set())
