"""A deck drawn for one printer: its errors are undone on every side, and without any nothing changes."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from printables.layout.boxes import A4, A5, A6
from printables.layout.calibration import (
    AbsurdReadingsError,
    Correction,
    Doubt,
    Readings,
    solved,
)
from printables.layout.choice import PaperChoice, Sides
from printables.products.deck import Deck, Section, write_deck
from printables.products.two_sided import TwoSided
from printables.units import mm
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
