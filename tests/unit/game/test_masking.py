"""Counts under five are hidden, and nobody works them out from what stands beside them."""

from itertools import product

import numpy
from hypothesis import given, strategies as st

from kit_app.game.masking import FEWEST_PEOPLE, Masked, MaskedTable, masked_list, masked_table

Place = tuple[int, int]


def test_a_list_without_few_people_is_told_whole() -> None:
    assert masked_list([5, 0, 12]) == ((Masked(5), Masked(0), Masked(12)), Masked(17))


def test_the_only_hidden_count_of_a_list_takes_the_next_smallest_with_it() -> None:
    shown, total = masked_list([30, 4, 8, 0])
    assert shown == (Masked(30), Masked(None, True), Masked(None), Masked(0))
    assert total == Masked(42)


def test_two_hidden_counts_need_no_third() -> None:
    shown, total = masked_list([30, 4, 2])
    assert (shown[0], total) == (Masked(30), Masked(36))


def test_few_people_in_all_are_not_told_by_the_sum() -> None:
    assert masked_list([3, 0]) == ((Masked(None, True), Masked(0)), Masked(None, True))


def test_a_hidden_cell_hides_a_rectangle_so_that_no_sum_betrays_it() -> None:
    table = masked_table([[3, 20, 30], [10, 8, 40], [50, 60, 70]])
    hidden = {
        (r, c) for r, line in enumerate(table.cells) for c, cell in enumerate(line) if cell.people is None
    }
    assert hidden == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert table.total == Masked(291)
    assert [cell.is_few for cell in table.cells[0]] == [True, False, False]


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 3, 4, 5, 6, 9, 20, 50]), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


def told_sums(table: MaskedTable, height: int, width: int) -> list[list[Place]]:
    """Which places each number that is shown adds up."""
    everywhere = list(product(range(height), range(width)))
    found = [[(r, c)] for r, c in everywhere if table.cells[r][c].people is not None]
    found += [[(r, c) for c in range(width)] for r in range(height) if table.rows[r].people is not None]
    found += [[(r, c) for r in range(height)] for c in range(width) if table.columns[c].people is not None]
    return [*found, everywhere] if table.total.people is not None else found


@given(tables)
def test_no_count_under_five_follows_from_what_is_shown(counts: list[list[int]]) -> None:
    """Linear algebra: all numbers that are shown together leave each hidden count of few people open."""
    height, width = len(counts), len(counts[0])
    everywhere = list(product(range(height), range(width)))
    table = masked_table(counts)
    sums = told_sums(table, height, width)
    known = numpy.array([[float(place in one) for place in everywhere] for one in sums])
    known = known.reshape(-1, height * width)
    rank = numpy.linalg.matrix_rank(known) if sums else 0
    for r, c in everywhere:
        if 0 < counts[r][c] < FEWEST_PEOPLE:
            wanted = numpy.array([float(place == (r, c)) for place in everywhere])
            assert numpy.linalg.matrix_rank(numpy.vstack([known, wanted])) > rank, table


@given(tables)
def test_what_is_shown_is_true(counts: list[list[int]]) -> None:
    table = masked_table(counts)
    for r, line in enumerate(counts):
        assert table.rows[r].people in (None, sum(line))
        for c, count in enumerate(line):
            assert table.cells[r][c].people in (None, count)
            assert not 0 < count < FEWEST_PEOPLE or table.cells[r][c] == Masked(None, True)
    assert table.total.people in (None, sum(map(sum, counts)))
