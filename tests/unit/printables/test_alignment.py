"""Props that are laid over or beside one another: measured in the PDF itself, as a printer gets it."""

from dataclasses import replace
from math import atan2, cos, degrees, hypot, radians
from string import ascii_uppercase

import pypdfium2
import pytest

from printables.layout.boxes import A5
from printables.products.logs import Log
from printables.products.mask import BORDER, CELL, WINDOW, MaskSheet, PlanSheet
from printables.products.prop import PropCard
from printables.products.stick import LENGTH, WIDTH, PaperStick
from printables.products.wheel import Disc, WheelSheet
from printables.units import mm
from tests.unit.printables.measured import POINT, letters_of, lines_of, paths, pdf_of, squares
from tests.unit.printables.samples import CODES, face

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

WHEEL = WheelSheet(
    outer=Disc(face=face(code="CDFKFV"), name="grand disque", letters=ascii_uppercase, notch="A"),
    inner=Disc(face=face(code="RKVVHR"), name="petit disque", letters=ascii_uppercase, notch="A"),
    direction="lire du grand vers le petit",
    notch_line="encoche au A",
    assembly_title="Monter la roue",
    assembly=("Découper les deux cercles.",),
)


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


def test_windows_are_a_little_smaller_than_cells_and_letters_stand_in_the_middle_of_theirs() -> None:
    """Fifteen millimetres on sixteen: a mask laid half a millimetre beside still shows one letter only."""
    pdf = pdf_of(PLAN, MASK)
    cells = sorted(squares(pdf, 0, 16), key=lambda middle: (round(middle[1]), middle[0]))
    assert (len(cells), len(squares(pdf, 1, 15))) == (64, 8)
    inks = [
        (x, y)
        for letter, _turn, (x, y), _radius in letters_of(pdf, 0)
        if letter in "ABCDEFGH" and 41 < x < 169 and 72 < y < 200
    ]
    assert len(inks) == 64
    for (x, y), (cell_x, cell_y) in zip(inks, cells, strict=True):
        assert abs(x - cell_x) < 1 and abs(y - cell_y) < 1


def test_the_code_of_each_edge_is_upright_when_its_edge_is_on_top() -> None:
    pdf = pdf_of(MASK)
    ((x, y),) = squares(pdf, 0, (CELL * 8 + BORDER * 2) / mm(1))
    wanted = zip(MASK.edges, (0, 90, 180, -90), ((0, -1), (1, 0), (0, 1), (-1, 0)), strict=True)
    shown = {letter: (turn, at) for letter, turn, at, _ in letters_of(pdf, 0) if letter in MASK.edges}
    for code, turn, (right, down) in wanted:
        turned, (at_x, at_y) = shown[code]
        assert cos(radians(turned - turn)) == pytest.approx(1, abs=1e-4)
        away = (at_x - x) * right + (at_y - y) * down
        assert 64 < away < 76 and abs((at_x - x) * down) + abs((at_y - y) * right) < 0.3


LARGE, SMALL = 120, 90
"""The discs' diameters in millimetres, as the kit says."""


@pytest.fixture(scope="module")
def wheel() -> bytes:
    return pdf_of(WHEEL)


def disc_of(pdf: bytes, across: float) -> tuple[float, float]:
    """The middle of the one disc of a diameter."""
    ((x, y),) = squares(pdf, 0, across)
    return x, y


@pytest.mark.parametrize("across", [LARGE, SMALL])
def test_each_disc_of_the_wheel_has_its_diameter_and_its_cross_in_the_middle(wheel, across) -> None:
    x, y = disc_of(wheel, across)
    cross = [
        (one, other)
        for one, other in lines_of(wheel, 0)
        if max(abs(one[0] - x), abs(other[0] - x), abs(one[1] - y), abs(other[1] - y)) < 4
    ]
    assert len(cross) == 2
    for one, other in cross:
        assert abs((one[0] + other[0]) / 2 - x) < 0.1 and abs((one[1] + other[1]) / 2 - y) < 0.1


@pytest.mark.parametrize("across", [LARGE, SMALL])
def test_the_letters_of_a_disc_stand_clockwise_from_the_notch_in_equal_steps(wheel, across) -> None:
    x, y = disc_of(wheel, across)
    ring = {
        letter: (turn, direction(at[0] - x, at[1] - y))
        for letter, turn, at, _ in letters_of(wheel, 0)
        if len(letter) == 1 and letter.isupper() and across * 0.36 < hypot(at[0] - x, at[1] - y) < across / 2
    }
    assert sorted(ring) == list(ascii_uppercase)
    for place, letter in enumerate(ascii_uppercase):
        turn, lies = ring[letter]
        step = 360 / 26 * place
        assert abs((turn - step + 180) % 360 - 180) < 0.1
        assert abs((lies - step + 180) % 360 - 180) < 2  # ink, whose middle is not that of the letter's width
    separators = sorted(
        direction(one[0] - x, one[1] - y)
        for one, other in lines_of(wheel, 0)
        if {round(hypot(end[0] - x, end[1] - y), 1) for end in (one, other)} == {across / 2, hole(across)}
    )
    assert separators == pytest.approx([360 / 26 * (place + 0.5) for place in range(26)], abs=0.1)
    ((left, top, right, _),) = [
        box
        for box in paths(wheel, 0)
        if (box[2] - box[0], box[3] - box[1]) == pytest.approx((4, 2.2), abs=0.02)
        and abs(box[1] - (y - across / 2)) < 0.5
    ]
    assert abs((left + right) / 2 - x) < 0.1 and abs(top - (y - across / 2)) < 0.3


def hole(across: float) -> float:
    return {LARGE: 46, SMALL: 34}[across]


def test_the_small_disc_laid_on_the_large_one_hides_no_letter_of_it(wheel) -> None:
    x, y = disc_of(wheel, LARGE)
    nearest = [
        hypot(at[0] - x, at[1] - y) - radius
        for letter, _, at, radius in letters_of(wheel, 0)
        if len(letter) == 1 and letter.isupper() and LARGE * 0.36 < hypot(at[0] - x, at[1] - y) < LARGE / 2
    ]
    assert len(nearest) == 26 and min(nearest) > SMALL / 2
    assert hole(LARGE) > SMALL / 2


def direction(right: float, down: float) -> float:
    """Degrees clockwise from straight above."""
    return degrees(atan2(right, -down)) % 360


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
    wrapped = [
        at[1]
        for words, _, at, _ in letters_of(pdf, 1)
        if words in ("copie de 1 fichier :", "acces_zephilog.txt")
    ]
    assert len(wrapped) == 2 and abs(sum(wrapped) / 2 - stations[7]) < 0.5


def test_the_paper_stick_is_70_by_25_millimetres_on_both_sides_of_its_fold() -> None:
    pdf = pdf_of(PaperStick(face=face(code=None), label="SALAIRES 2", question="Quel poste ?"))
    sides = [box for box in paths(pdf, 0) if abs(box[3] - box[1] - WIDTH * 2 / mm(1)) < 0.02]
    across = max(box[2] for box in sides) - min(box[0] for box in sides)
    assert abs(across - LENGTH / mm(1)) < 0.1
