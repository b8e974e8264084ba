"""Set the graph of the puzzles: a node a puzzle in columns and rows, a line from each to what it opens."""

from __future__ import annotations

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule
from printables.layout.text import Face
from printables.problems import Cause
from printables.products.blocks import Align, Chain, Graph
from printables.products.face import path_shape
from printables.products.lines import Laid, Place, Style, Type, one_line
from printables.units import Mm, mm, pt

ROW = mm(18)
NODE_HEIGHT = mm(14)
MANY = 7  # columns: with more the lines between them get less room
BETWEEN, BETWEEN_MANY = mm(6), mm(4)  # between two columns: for the lines
SHAPE = mm(5)
LETTERING = pt(9)
SMALLEST = pt(7)
LABEL_MIDDLE = mm(10.8)  # base line, from the upper edge of a node
LINE = 1.15


def set_graph(block: Graph, place: Place, style: Style) -> Laid:
    """Nodes over the lines; empty columns take no room."""
    columns = sorted({one.column for one in block.puzzles})
    rows = max((one.row for one in block.puzzles), default=0) + 1
    width = place.width / len(columns) if columns else place.width
    between = BETWEEN if len(columns) <= MANY else BETWEEN_MANY
    boxes = {
        one.id: Box(
            place.x + width * columns.index(one.column),
            place.y + ROW * one.row + (ROW - NODE_HEIGHT) / 2,
            width - between,
            NODE_HEIGHT,
        )
        for one in block.puzzles
    }
    laid = Laid(place.y + ROW * rows)
    for one in block.puzzles:
        for need in one.needs:
            if need in boxes:
                laid.pieces += _line(boxes[need], boxes[one.id], between)
    for one in block.puzzles:
        laid.take(_node(one, boxes[one.id], style, laid.bottom))
    return laid


def _line(start: Box, end: Box, between: Mm) -> list[Piece]:
    """From the right edge of one node to the left edge of another, turning in the gap before the second."""
    y1, y2 = start.y + start.height / 2, end.y + end.height / 2
    turn = end.x - between / 2
    width = mm(0.5)
    return [
        Rule(start.right, y1, turn, y1, colours.EDGE, width),
        Rule(turn, y1, turn, y2, colours.EDGE, width),
        Rule(turn, y2, end.x, y2, colours.EDGE, width),
    ]


def _node(one: Chain, box: Box, style: Style, bottom: Mm) -> Laid:
    colour = colours.PATH_FILL[one.path] if one.path else colours.INK
    laid = Laid(bottom, [Bar(box, fill=colours.WHITE, line=colour, line_width=mm(0.6), radius=mm(1.5))])
    left = box.x + mm(1.4)
    if one.path is not None:
        laid.pieces += path_shape(one.path, Box(left, box.y + mm(1), SHAPE, SHAPE), style.faces)
        left = left + SHAPE + mm(1)
    bold, regular = style.faces.text.bold, style.faces.text.regular
    laid.pieces.append(one_line(one.id, bold, Type(pt(10), bold=True), left, box.y + mm(5)))
    room = box.width - mm(1)
    lines = _label(one.label, regular, room)
    size = min(LETTERING, *(room / max(regular.ems(line), 0.1) for line in lines))
    if size < SMALLEST:
        laid.trouble.append((Cause.WIDE_WORD, one.label))
    kind = Type(size, align=Align.CENTRE)
    middle, step = box.x + box.width / 2, size * LINE
    first = box.y + LABEL_MIDDLE - step * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        laid.pieces.append(one_line(line, regular, kind, middle, first + step * number))
    return laid


def _label(label: str, face: Face, room: Mm) -> tuple[str, ...]:
    """The label in one line, or in two where it would be set too small."""
    words = label.split(" ")
    if face.width(label, LETTERING) <= room or len(words) == 1:
        return (label,)
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(halves, key=lambda pair: max(face.ems(part) for part in pair))
