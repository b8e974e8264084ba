"""Whatever a printer does to a sheet, the numbers that a person reads on it make the next sheets true."""

from math import cos, hypot, radians, sin

import pytest
from hypothesis import given, settings, strategies as st

from printables.layout.boxes import A4, LETTER, Size
from printables.layout.calibration import Correction, Readings, plan_of, solved
from printables.units import mm

CLOSE_ENOUGH_MM = 0.2
SCALE = st.floats(0.985, 1.015)
OFFSET = st.floats(-3, 3)
TURN = st.floats(-0.5, 0.5)
ROUNDING = st.floats(-0.05, 0.05)


class Printer:
    """Draws a point of one side somewhere else; written down apart from the code that undoes it."""

    def __init__(self, scales, offset, turn, page):
        self.scales, self.offset, self.turn, self.page = scales, offset, radians(turn), page

    def at(self, x, y):
        """The true place (mm) on the paper of what is drawn at a place (mm)."""
        width, height = self.page.width / mm(1), self.page.height / mm(1)
        right, down = (x - width / 2) * self.scales[0], (y - height / 2) * self.scales[1]
        return (
            width / 2 + right * cos(self.turn) - down * sin(self.turn) + self.offset[0],
            height / 2 + right * sin(self.turn) + down * cos(self.turn) + self.offset[1],
        )


def crossing(how_far_off):
    """The value between the ends of a scale at which the far-off-ness changes its sign, by halving."""
    low, high = 5.0, 15.0
    assert how_far_off(low) < 0 < how_far_off(high)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if how_far_off(middle) < 0 else (low, middle)
    return low


def seen(printer, is_back):
    """What the creases and the second sheet truly show on the printed sheet, before anybody rounds."""
    page = printer.page
    plan = plan_of(page, is_back=is_back)
    width, height = page.width / mm(1), page.height / mm(1)

    def on_paper(scale, value):
        x, y = scale.point(value)
        return printer.at(x / mm(1), y / mm(1))

    one, two, three, four = plan.scales
    corner = printer.at(plan.corner[0] / mm(1), plan.corner[1] / mm(1))
    length = height / 2 if is_back else width

    def along(value):
        """How far beyond the laid sheet's far edge the scale's point lies; the sheet lies as the lines do."""
        x, y = on_paper(four, value)
        right, down = x - corner[0], y - corner[1]
        c, s = cos(printer.turn), sin(printer.turn)
        return (right * c + down * s if is_back else down * c - right * s) - length

    return [
        crossing(lambda value: on_paper(one, value)[0] - width / 2),
        crossing(lambda value: on_paper(two, value)[0] - width / 2),
        crossing(lambda value: on_paper(three, value)[1] - height / 2),
        crossing(along),
    ]


def worst(printer, correction):
    """How far (mm) from its place the worst point of the page comes out; errors grow towards the corners."""
    page = printer.page
    width, height = page.width / mm(1), page.height / mm(1)
    off = []
    for x, y in [(0, 0), (width, 0), (0, height), (width, height), (width / 2, height / 2)]:
        drawn = correction.drawn(mm(x), mm(y), page)
        out = printer.at(drawn[0] / mm(1), drawn[1] / mm(1))
        off.append(hypot(out[0] - x, out[1] - y))
    return max(off)


def read(values, roundings=None):
    """As a person reads: to the nearest tenth, or off by at most half of one."""
    if roundings is None:
        return Readings(*(round(value, 1) for value in values))
    return Readings(*(value + off for value, off in zip(values, roundings, strict=True)))


SIDE = st.tuples(st.tuples(OFFSET, OFFSET), TURN)


@settings(max_examples=400)
@given(st.tuples(SCALE, SCALE), SIDE, SIDE, st.sampled_from([A4, LETTER]))
def test_both_sides_come_out_true_after_eight_numbers(
    scales: tuple[float, float], first: object, second: object, page: Size
) -> None:
    printers = [Printer(scales, offset, turn, page) for offset, turn in (first, second)]  # type: ignore[attr-defined]
    readings = [read(seen(printer, bool(side))) for side, printer in enumerate(printers)]
    for printer, correction in zip(printers, solved(*readings, page), strict=True):
        assert worst(printer, correction) <= CLOSE_ENOUGH_MM


@settings(max_examples=400)
@given(SCALE, SIDE)
def test_one_side_comes_out_true_after_four_numbers_when_both_directions_shrink_alike(
    scale: float, side: tuple[tuple[float, float], float]
) -> None:
    printer = Printer((scale, scale), *side, A4)
    front, back = solved(read(seen(printer, False)))
    assert front == back
    assert worst(printer, front) <= CLOSE_ENOUGH_MM


@pytest.mark.parametrize("scales", [(1.0, 1.0), (0.985, 1.015), (1.015, 0.985)])
@pytest.mark.parametrize("side", [((0, 0), 0), ((3, -3), 0.5), ((-3, -3), -0.5), ((3, 3), -0.5)])
def test_even_when_every_number_is_rounded_the_worst_way(scales, side) -> None:
    printer = Printer(scales, *side, A4)
    truth = [seen(printer, False), seen(printer, True)]
    for signs in range(256):
        offs = [0.05 if signs >> bit & 1 else -0.05 for bit in range(8)]
        readings = [read(truth[0], offs[:4]), read(truth[1], offs[4:])]
        for correction in solved(*readings):
            assert worst(printer, correction) <= CLOSE_ENOUGH_MM


@given(SCALE, SCALE, SIDE)
def test_what_is_drawn_for_a_point_is_printed_at_that_point(scale_x, scale_y, side) -> None:
    (right, down), turn = side
    error = Correction(scale_x=scale_x, scale_y=scale_y, right=mm(right), down=mm(down), turn=turn)
    for page in (A4, A4.turned):
        x, y = error.printed(*error.drawn(mm(17), mm(203), page), page)
        assert abs(x / mm(1) - 17) < 1e-9 and abs(y / mm(1) - 203) < 1e-9
