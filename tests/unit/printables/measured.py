"""What is drawn on a page of a PDF, measured in millimetres from the upper left, as a printer gets it."""

from collections.abc import Iterator
from ctypes import c_float
from io import BytesIO
from math import atan2, degrees

import pypdfium2
import pypdfium2.raw as pdfium

from printables.products.deck import Deck, Item, Section, write_deck
from tests.unit.printables.samples import sample_look

POINT = 25.4 / 72


def pdf_of(*items: Item) -> bytes:
    target = BytesIO()
    sections = tuple(Section(title="x", items=(item,)) for item in items)
    write_deck(Deck(title="Essai", author="Essai", sections=sections), sample_look(), target)
    return target.getvalue()


def paths(pdf: bytes, page: int) -> Iterator[tuple[float, float, float, float]]:
    """Left, upper, right and lower edge of every path on a page, in millimetres from its upper left.

    They are those of the path's own points: no width of a line is in them.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        height = sheet.get_height()
        for one in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            points = [point_of(one, number) for number in range(pdfium.FPDFPath_CountSegments(one))]
            across, up = [x for x, _ in points], [y for _, y in points]
            yield (
                min(across) * POINT,
                (height - max(up)) * POINT,
                max(across) * POINT,
                (height - min(up)) * POINT,
            )


def point_of(path: pypdfium2.PdfObject, number: int) -> tuple[float, float]:
    x, y = c_float(), c_float()
    pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, number), x, y)
    return x.value, y.value


def squares(pdf: bytes, page: int, side: float) -> list[tuple[float, float]]:
    """The middles of the squares of a side, in the order in which they are drawn."""
    return [
        ((left + right) / 2, (top + bottom) / 2)
        for left, top, right, bottom in paths(pdf, page)
        if abs(right - left - side) < 0.02 and abs(bottom - top - side) < 0.02
    ]


def lines_of(pdf: bytes, page: int) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Both ends of every straight line of a page, in millimetres from its upper left."""
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        height = sheet.get_height()
        for one in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            if pdfium.FPDFPath_CountSegments(one) == 2:
                (x1, y1), (x2, y2) = (point_of(one, number) for number in range(2))
                yield (x1 * POINT, (height - y1) * POINT), (x2 * POINT, (height - y2) * POINT)


def letters_of(pdf: bytes, page: int) -> Iterator[tuple[str, float, tuple[float, float], float]]:
    """Each piece of text of a page: its clockwise turn, the middle of its ink, half the height of that."""
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        height, text = sheet.get_height(), sheet.get_textpage()
        for one in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=text):
            a, b, *_ = one.get_matrix().get()
            left, bottom, right, top = one.get_bounds()
            middle = (left + right) / 2 * POINT, (height - (top + bottom) / 2) * POINT
            yield one.extract().strip(), -degrees(atan2(b, a)), middle, (top - bottom) / 2 * POINT
