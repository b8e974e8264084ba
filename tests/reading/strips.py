"""The bin's note put together again: strips cut where the sheet says, put in order by the slanted line."""

from collections.abc import Sequence
from itertools import pairwise

from tests.reading.cards import Glyph, Paper, Path, glyphs, paths

STRIPS, COLUMNS = 12, 3
MIXED = (7, 2, 11, 5, 0, 9, 4, 1, 10, 3, 8, 6)
LARGE = 15
"""Points: the lines of the note and the letters at its foot; ids of strips are smaller."""


def note(paper: Paper) -> tuple[list[str], str]:
    """The lines of the note and the word at its foot, after its strips were cut and mixed."""
    page = paper.page_of("P02-C1")
    drawn = paths(page)
    frame = max((one for one in drawn if one.fill == (255, 255, 255)), key=lambda one: one.width)
    inner = sorted(
        one.middle[0] for one in drawn if one.width < 2 and one.height > frame.height and one.fill is None
    )
    edges = [frame.bounds[0], *inner, frame.bounds[2]]
    assert len(edges) == STRIPS + 1, edges
    shown = [one for one in glyphs(page, is_loose=True) if frame.holds(one.x, one.y) and one.size > LARGE]
    cut = [
        [one._replace(x=(one.x - left) / (right - left)) for one in shown if left < one.x < right]
        for left, right in pairwise(edges)
    ]
    heights = [_height_of_the_line(drawn, frame, (edge - frame.bounds[0]) / frame.width) for edge in edges]
    mixed = [(heights[place], cut[place]) for place in MIXED]
    return _lines([strip for _, strip in sorted(mixed, key=lambda one: one[0])])


def _height_of_the_line(drawn: Sequence[Path], frame: Path, share: float) -> float:
    """How high the one slanted line runs at a share of the note's width: from corner to corner, upwards."""
    line = [
        one for one in drawn
        if one.fill is None and abs(one.width - frame.width) < 2 and abs(one.height - frame.height) < 2
    ]  # fmt: skip
    assert len(line) == 1
    return line[0].bounds[1] + share * line[0].height


def _lines(strips: list[list[Glyph]]) -> tuple[list[str], str]:
    rows: list[float] = []
    for y in sorted((one.y for strip in strips for one in strip), reverse=True):
        if not rows or rows[-1] - y > LARGE / 2:
            rows.append(y)
    lines = [[" "] * (COLUMNS * len(strips)) for _ in rows]
    for number, strip in enumerate(strips):
        for one in strip:
            row = min(range(len(rows)), key=lambda index, y=one.y: abs(rows[index] - y))
            lines[row][COLUMNS * number + int(one.x * COLUMNS)] = one.character
    *told, foot = ("".join(line) for line in lines)
    return told, foot.replace(" ", "")
