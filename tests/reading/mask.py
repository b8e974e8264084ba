"""The plan read through the mask: windows and edges where they lie on the two sheets."""

import re

import pypdfium2

from tests.reading.cards import Paper, Path, paths

CELL = 16 / 25.4 * 72
"""The side of a square of the plan, in points; the players cut and lay one sheet on the other."""
HALF_GRID = 3.5
ROW = re.compile(r"^(?:\S ){7}\S$", re.MULTILINE)


def read_through_the_mask(paper: Paper, code: str) -> str:
    """What the windows show, in reading order, when the edge with this code lies on top."""
    rows = ROW.findall(paper.cards["P03-C1"])
    sheet = paper.page_of("P03-C2")
    windows, (x, y) = _windows(paths(sheet))
    for _ in range(_edge(sheet, code, x, y)):
        windows = [(7 - column, row) for row, column in windows]
    return "".join(rows[row].split()[column] for row, column in sorted(windows))


def _windows(drawn: list[Path]) -> tuple[list[tuple[int, int]], tuple[float, float]]:
    """Rows and columns of the small squares within the large one, and the middle of that one."""
    squares = [one for one in drawn if abs(one.width - one.height) < 1]
    large = max(squares, key=lambda one: one.width)
    x, y = large.middle
    return [
        (round(HALF_GRID - (one.middle[1] - y) / CELL), round(HALF_GRID + (one.middle[0] - x) / CELL))
        for one in squares
        if abs(one.width - CELL) < 2 and large.holds(*one.middle)
    ], (x, y)


def _edge(sheet: pypdfium2.PdfPage, code: str, x: float, y: float) -> int:
    """Which edge bears the code: 0 above, then clockwise."""
    text = sheet.get_textpage()
    found = text.search(code, match_case=True).get_next()
    assert found, f"no edge bears {code}"
    left, bottom, _, _ = text.get_charbox(found[0])
    right, up = left - x, bottom - y
    if abs(up) > abs(right):
        return 0 if up > 0 else 2
    return 1 if right > 0 else 3
