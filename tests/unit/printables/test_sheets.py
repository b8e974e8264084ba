"""Sheets hold as many things as the specification of each size asks for."""

import pytest

from printables.layout.boxes import A4, A5, A6, A7, UNPRINTABLE, Size, box_of
from printables.layout.sheets import grid_for
from printables.products.badges import BADGE, mirrored
from printables.products.labels import LABEL
from printables.units import mm


@pytest.mark.parametrize(
    ("size", "count"),
    [
        (A4, 1),
        (A4.turned, 1),
        (A5, 2),
        (A5.turned, 2),
        (A6, 4),
        (A7, 8),
        (A7.turned, 8),
        (BADGE, 8),
        (LABEL, 8),
    ],
)
def test_a_sheet_holds_the_expected_number(size: Size, count: int) -> None:
    grid = grid_for(size)
    assert grid is not None
    assert grid.count == count


def test_nothing_larger_than_the_paper_gets_a_grid() -> None:
    assert grid_for(Size(mm(300), mm(300))) is None


def test_cut_marks_can_be_reached_by_any_printer() -> None:
    for size in (A5, A6, A7, BADGE, LABEL):
        grid = grid_for(size)
        assert grid is not None
        reach = box_of(grid.paper).inset(UNPRINTABLE)
        for mark in grid.marks:
            assert reach.x <= min(mark.x1, mark.x2) and max(mark.x1, mark.x2) <= reach.right + mm(0.001)
            assert reach.y <= min(mark.y1, mark.y2) and max(mark.y1, mark.y2) <= reach.bottom + mm(0.001)


def test_backs_lie_behind_their_fronts_when_the_sheet_is_turned() -> None:
    assert mirrored([1, 2, 3, 4]) == [2, 1, 4, 3]
