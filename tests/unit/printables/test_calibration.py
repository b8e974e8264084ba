"""A deck drawn for one printer: its errors are undone on every side, and without any nothing changes."""

from dataclasses import replace
from io import BytesIO
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from printables.layout.boxes import A4, A5, A6
from printables.layout.calibration import (
    AbsurdReadingsError,
    Correction,
    Doubt,
    Readings,
    plan_of,
    solved,
)
from printables.layout.choice import PaperChoice, Sides
from printables.products.deck import Deck, Section, write_deck
from printables.products.two_sided import TwoSided
from printables.units import mm
from tests.unit.printables.measured import letters_of, lines_of, pdf_of
from tests.unit.printables.printer_samples import CALIBRATION
from tests.unit.printables.samples import sample_look, samples

ERROR = Correction(scale_x=0.99, scale_y=1.01, right=mm(2), down=mm(-1), turn=0.4)
OTHER = Correction(scale_x=0.99, scale_y=1.01, right=mm(-1), down=mm(1.5), turn=-0.3)
POINT = 25.4 / 72


def written(deck: Deck) -> bytes:
    target = BytesIO()
    write_deck(deck, sample_look(), target)
    return target.getvalue()


def deck(size=A6, **choice) -> Deck:
    front = replace(samples()["clue"], size=size)
    item = TwoSided(front=front, back=front)
    section = Section(title="S", items=[item])
    return Deck(title="", author="", sections=(section,), choice=PaperChoice(**choice))


def first_matrix(pdf: bytes, page: int) -> tuple[float, ...]:
    """The six numbers of the matrix that all of a page is drawn through."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = [
            item.get_matrix().get()
            for item in document[page].get_objects()
            if item.type != pdfium.FPDF_PAGEOBJ_TEXT
        ]
    return found[0]


def test_a_printer_without_readings_gets_the_very_same_bytes():
    plain = deck()
    assert written(plain) == written(replace(plain, corrections=None))
    assert written(plain) != written(replace(plain, corrections=(ERROR, OTHER)))


@pytest.mark.parametrize("page", [A4, A4.turned])
def test_each_side_is_drawn_through_its_own_matrix(page):
    size, sides = (A6, Sides.LONG) if page == A4 else (A5, Sides.SHORT)
    pdf = written(replace(deck(size, sides=sides), corrections=(ERROR, OTHER)))
    for number, error in enumerate((ERROR, OTHER)):
        a, b, c, d, e, f = first_matrix(pdf, number)
        for x, y in ((0.0, 0.0), (60.0, 200.0), (201.0, 12.0)):
            across, up = x / POINT, (page.height / mm(1) - y) / POINT
            got = (a * across + c * up + e) * POINT, page.height / mm(1) - (b * across + d * up + f) * POINT
            wanted = error.for_page(page).drawn(mm(x), mm(y), page)
            assert got == pytest.approx((wanted[0] / mm(1), wanted[1] / mm(1)), abs=0.01)


def test_a_lying_page_is_fed_with_its_top_to_the_left():
    lying = ERROR.for_page(A4.turned)
    assert (lying.scale_x, lying.scale_y) == (ERROR.scale_y, ERROR.scale_x)
    assert (lying.right, lying.down) == (-ERROR.down, ERROR.right)


@pytest.mark.parametrize(
    ("numbers", "doubt"),
    [
        ((10, 10, 10, 14.9), Doubt.SCALE),
        ((5, 15, 10, 10), Doubt.TURN),
        ((15, 15, 5, 10), Doubt.PLACE),
    ],
)
def test_readings_that_no_printer_in_order_gives_are_refused(numbers, doubt):
    with pytest.raises(AbsurdReadingsError) as refused:
        solved(Readings(*numbers))
    assert refused.value.doubt is doubt


def test_a_number_that_stands_on_no_scale_is_refused_by_its_place():
    with pytest.raises(AbsurdReadingsError) as refused:
        Readings(10, 10, 15.1, 10)
    assert (refused.value.doubt, refused.value.scale) == (Doubt.OUTSIDE, 3)


def test_a_perfect_printer_needs_no_correction():
    for correction in solved(Readings(10, 10, 10, 10), Readings(10, 10, 10, 10)):
        x, y = correction.drawn(mm(0), mm(297), A4)
        assert (x / mm(1), y / mm(1)) == pytest.approx((0, 297), abs=1e-6)


SIDES = [False, True]


def drawn_side(is_back):
    return pdf_of(replace(CALIBRATION, is_back=is_back))


@pytest.mark.parametrize("is_back", SIDES)
def test_every_mark_stands_where_its_number_is_reckoned_with(is_back):
    """What a person reads is what the arithmetic takes it for, on each scale and each side."""
    lines = list(lines_of(drawn_side(is_back), 0))
    middles = {
        (round((one[0] + other[0]) / 2, 1), round((one[1] + other[1]) / 2, 1), one[1] == other[1])
        for one, other in lines
    }
    for scale in plan_of(A4, is_back=is_back).scales:
        for step in range(101):
            x, y = (length / mm(1) for length in scale.point(5 + step / 10))
            near = [
                (a, b)
                for a, b, lies in middles
                if lies is scale.is_across and abs(a - x) < 0.06 and abs(b - y) < 0.06
            ]
            assert near, (scale, step)
        ends = [tuple(length / mm(1) for length in scale.point(value)) for value in (5, 15)]
        assert any(
            one == pytest.approx(ends[0], abs=0.05) and other == pytest.approx(ends[1], abs=0.05)
            for one, other in lines
        )


@pytest.mark.parametrize("is_back", SIDES)
def test_figures_stand_beside_their_marks_and_each_scale_bears_its_number(is_back):
    words = [(text, at) for text, _, at, _ in letters_of(drawn_side(is_back), 0)]
    for number, scale in enumerate(plan_of(A4, is_back=is_back).scales, start=1):
        for value in range(5, 16):
            x, y = (length / mm(1) for length in scale.point(value))
            beside = [
                text
                for text, (a, b) in words
                if (abs(b - y) < 1 and abs(a - x) < 8) or (abs(a - x) < 1 and abs(b - y) < 7)
            ]
            assert beside.count(f"{value}") >= 2, (number, value, beside)
        x, y = scale.x / mm(1), scale.y / mm(1)
        badge = (x + 17, y) if scale.is_across else (x, y + 17)
        assert [text for text, at in words if hypot(at[0] - badge[0], at[1] - badge[1]) < 2] == [f"{number}"]


@pytest.mark.parametrize("is_back", SIDES)
def test_the_corner_for_the_second_sheet_lies_where_it_is_reckoned_with(is_back):
    x, y = (length / mm(1) for length in plan_of(A4, is_back=is_back).corner)
    starts = [
        one for one, other in lines_of(drawn_side(is_back), 0) if one[0] == other[0] or one[1] == other[1]
    ]
    assert sum(one == pytest.approx((x, y), abs=0.05) for one in starts) == 4
