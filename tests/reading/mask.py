"""The plan read through the mask: windows and edges where they lie on the two sheets."""

import re

import pypdfium2
from pypdfium2 import raw

CELL = 16 / 25.4 * 72
"""The side of a square of the plan, in points; the players cut and lay one sheet on the other."""
HALF_GRID = 3.5


def read_through_the_mask(pdf: bytes, code: str) -> str:
    """What the windows show, in reading order, when the edge with this code lies on top."""
    with pypdfium2.PdfDocument(pdf) as document:
        plan = _page(document, "P03-C1")
        sheet = _page(document, "P03-C2")
        rows = re.findall(r"^(?:\S ){7}\S$", plan.get_textpage().get_text_bounded().replace("\r", ""), re.M)
        windows, (x, y) = _windows(sheet)
        turns = _edge(sheet, code, x, y)
    for _ in range(turns):
        windows = [(7 - column, row) for row, column in windows]
    return "".join(rows[row].split()[column] for row, column in sorted(windows))


def _page(document: pypdfium2.PdfDocument, card: str) -> pypdfium2.PdfPage:
    """The page whose first foot line names the card."""
    return next(page for page in document if f"{card} ·" in page.get_textpage().get_text_bounded())


def _windows(sheet: pypdfium2.PdfPage) -> tuple[list[tuple[int, int]], tuple[float, float]]:
    """Rows and columns of the small squares within the large one, and the middle of that one."""
    boxes = [one.get_bounds() for one in sheet.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=4)]
    squares = [box for box in boxes if abs((box[2] - box[0]) - (box[3] - box[1])) < 1]
    large = max(squares, key=lambda box: box[2] - box[0])
    x, y = (large[0] + large[2]) / 2, (large[1] + large[3]) / 2
    return [
        (
            round(HALF_GRID - ((box[1] + box[3]) / 2 - y) / CELL),
            round(HALF_GRID + ((box[0] + box[2]) / 2 - x) / CELL),
        )
        for box in squares
        if abs(box[2] - box[0] - CELL) < 2 and large[0] < box[0] < large[2] and large[1] < box[1] < large[3]
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
