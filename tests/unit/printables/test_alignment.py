"""Props that are laid over or beside one another: measured in the PDF itself, as a printer gets it."""

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from printables.layout.boxes import A5
from printables.products.deck import Deck, Section, write_deck
from printables.products.item import Item
from printables.products.logs import Log
from printables.products.mask import BORDER, CELL, WINDOW, MaskSheet, PlanSheet
from printables.products.prop import PropCard
from printables.products.stick import LENGTH, WIDTH, PaperStick
from printables.units import mm
from tests.unit.printables.samples import CODES, face, sample_look

POINT = 25.4 / 72
WINDOWS = ((1, 3), (2, 7), (3, 2), (4, 5), (5, 1), (6, 6), (7, 4), (8, 8))
PLAN = PlanSheet(face=face(), rows=("ABCDEFGH",) * 8, how="Le plan.")
MASK = MaskSheet(
    face=face(code=None), cells=8, windows=WINDOWS, edges=("K7Q4", "W6HA", "M9XC", "R3TD"), how="Coupez."
)
DOORS = Log(
    heading="PORTES (E entrée, S sortie)",
    columns=("Heure", "Sens", "Nom"),
    rows=tuple((f"{7 + n:02}:52", "E", "A. Roussel") for n in range(16)),
)
STATIONS = Log(
    heading="POSTES",
    columns=("Heure", "Poste", "Session", "Action"),
    rows=tuple(
        (
            f"{7 + n:02}:52",
            "PC-B4-01",
            "a.roussel",
            "copie de 1 fichier : acces_zephilog.txt" if n == 7 else "ouverture",
        )
        for n in range(16)
    ),
)


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


@pytest.mark.parametrize("film", [False, True])
def test_each_window_of_the_mask_lies_on_its_cell_of_the_plan_within_three_tenths(film: bool) -> None:
    pdf = pdf_of(PLAN, replace(MASK, film=film))
    cells = sorted(squares(pdf, 0, CELL / mm(1)), key=lambda middle: (round(middle[1]), middle[0]))
    windows = squares(pdf, 1, WINDOW / mm(1))
    assert (len(cells), len(windows)) == (64, 8)
    for (row, column), (x, y) in zip(WINDOWS, windows, strict=True):
        cell_x, cell_y = cells[(row - 1) * 8 + column - 1]
        assert abs(x - cell_x) < 0.3 and abs(y - cell_y) < 0.3


def test_the_edges_of_the_mask_lie_on_the_crosses_of_the_plan() -> None:
    pdf = pdf_of(PLAN, MASK)
    side = (CELL * 8 + BORDER * 2) / mm(1)
    ((mask_x, mask_y),) = squares(pdf, 1, side)
    crosses = [
        ((left + right) / 2, (top + bottom) / 2)
        for left, top, right, bottom in paths(pdf, 0)
        if abs(max(right - left, bottom - top) - 10) < 0.02 and min(right - left, bottom - top) < 0.02
    ]
    corners = [(mask_x + side / 2 * a, mask_y + side / 2 * b) for a in (-1, 1) for b in (-1, 1)]
    for x, y in corners:
        assert sum(abs(x - at) < 0.3 and abs(y - down) < 0.3 for at, down in crosses) == 2


def rows_of(pdf: bytes, page: int) -> list[float]:
    """The heights at which the times of a log stand, from the upper edge of the sheet."""
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        text = sheet.get_textpage()
        whole = text.get_text_range()
        found = []
        for number in range(16):
            index = whole.index(f"{7 + number:02}:52")
            _left, bottom, _right, top = text.get_charbox(index + 2)  # the colon is as high in every row
            found.append((sheet.get_height() - (top + bottom) / 2) * POINT)
    return found


def test_the_rows_of_both_logs_lie_at_the_same_heights_within_a_tenth() -> None:
    first, second = (
        PropCard(face=face(code=code, title=title), thing=log, size=A5)
        for code, title, log in zip(
            CODES, ("Journal des portes", "Journal des postes"), (DOORS, STATIONS), strict=False
        )
    )
    pdf = pdf_of(first, second)
    doors, stations = rows_of(pdf, 0), rows_of(pdf, 1)
    assert all(abs(one - other) < 0.1 for one, other in zip(doors, stations, strict=True))
    steps = [lower - upper for upper, lower in zip(doors, doors[1:], strict=False)]
    assert max(steps) - min(steps) < 0.1


def test_the_paper_stick_is_70_by_25_millimetres_on_both_sides_of_its_fold() -> None:
    pdf = pdf_of(PaperStick(face=face(code=None), label="SALAIRES 2", question="Quel poste ?"))
    sides = [box for box in paths(pdf, 0) if abs(box[3] - box[1] - WIDTH * 2 / mm(1)) < 0.02]
    across = max(box[2] for box in sides) - min(box[0] for box in sides)
    assert abs(across - LENGTH / mm(1)) < 0.1
