"""Set tables: ruled rows whose columns are never narrower than their widest word."""

from __future__ import annotations

from itertools import accumulate

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.columns import column_widths
from printables.layout.pieces import Bar, Piece, Rule
from printables.layout.text import Pair, plain
from printables.products.blocks import Column, Table
from printables.products.lines import Laid, Place, Style, Type, set_lines
from printables.units import Mm, mm

CELL_ACROSS, CELL_DOWN, CELL_DOWN_TIGHT = mm(1.6), mm(1.0), mm(0.3)
OPEN_DOWN, OPEN_DOWN_TIGHT = mm(1.3), mm(0.6)  # where no line stands between cells


def set_table(block: Table, place: Place, style: Style) -> Laid:
    """A whole table; documents set its rows one by one to part it between pages."""
    laid = Laid(place.y)
    widths = table_widths(block, place.width, style)
    if has_header(block):
        laid.take(set_header(block, widths, place, style))
    for row in block.rows:
        laid.take(set_row(block, row, widths, Place(place.x, laid.bottom, place.width), style))
    return laid


def has_header(block: Table) -> bool:
    return any(column.label for column in block.columns)


def table_widths(block: Table, width: Mm, style: Style) -> tuple[Mm, ...]:
    """Widths by the columns' shares, each at least as wide as its widest word."""
    size = style.size(block.size)
    least = []
    for index, column in enumerate(block.columns):
        faces = _faces(column, style)
        cells = [_widest(row[index], faces, column.bold) for row in block.rows]
        label = _widest(column.label, style.faces.text, True)
        least.append(size * max(label, *cells, 0.0) + CELL_ACROSS * 2 + mm(0.01))
    return column_widths(tuple(column.share for column in block.columns), tuple(least), width)


def _widest(cell: str, faces: Pair, bold: bool) -> float:
    heavy = bold or "**" in cell
    return max(faces.of(heavy).ems(word) for word in plain(cell).replace("\n", " ").split(" "))


def _faces(column: Column, style: Style) -> Pair:
    return style.faces.mono if column.mono else style.faces.text


def set_header(block: Table, widths: tuple[Mm, ...], place: Place, style: Style) -> Laid:
    laid = Laid(place.y)
    size = style.size(block.size)
    parts = [
        (column.label, style.faces.text, Type(size, bold=True, align=column.align))
        for column in block.columns
    ]
    _fill_row(laid, parts, widths, place, block)
    if block.lines:
        laid.pieces[:0] = _lines(block, place, widths, laid.bottom, is_header=True)
    return laid


def set_row(block: Table, cells: tuple[str, ...], widths: tuple[Mm, ...], place: Place, style: Style) -> Laid:
    laid = Laid(place.y)
    size = style.size(block.size)
    parts = [
        (cell, _faces(column, style), Type(size, bold=column.bold, align=column.align))
        for column, cell in zip(block.columns, cells, strict=True)
    ]
    _fill_row(laid, parts, widths, place, block)
    spare = place.y + block.least_height - laid.bottom
    if spare > mm(0):
        laid = Laid(place.y)
        lower = Place(place.x, place.y + spare / 2, place.width)
        _fill_row(laid, parts, widths, lower, block)
        laid.bottom = place.y + block.least_height
    if block.lines:
        laid.pieces[:0] = _lines(block, place, widths, laid.bottom, is_header=False)
    return laid


def _fill_row(
    laid: Laid, parts: list[tuple[str, Pair, Type]], widths: tuple[Mm, ...], place: Place, block: Table
) -> None:
    x, bottom = place.x, place.y
    down = CELL_DOWN_TIGHT if block.tight else CELL_DOWN
    if block.lines and not block.grid:
        down = OPEN_DOWN_TIGHT if block.tight else OPEN_DOWN
    for (cell, faces, kind), width in zip(parts, widths, strict=True):
        part = set_lines(cell, faces, kind, Place(x + CELL_ACROSS, place.y + down, width - CELL_ACROSS * 2))
        laid.pieces += part.pieces
        laid.trouble += part.trouble
        bottom = max(bottom, part.bottom + down)
        x = x + width
    laid.bottom = bottom


def _lines(block: Table, place: Place, widths: tuple[Mm, ...], bottom: Mm, *, is_header: bool) -> list[Piece]:
    """The frame of a row's cells; of a table without a grid its ground and the line below it."""
    width = sum(widths, start=mm(0))
    row = Box(place.x, place.y, width, bottom - place.y)
    fill = colours.INFO_TINT if is_header else None
    if not block.grid:
        colour = colours.EDGE if is_header else colours.LINE
        rule = Rule(row.x, bottom, row.right, bottom, colour, mm(0.35) if is_header else mm(0.25))
        return [Bar(row, fill=fill), rule] if is_header else [rule]
    lefts = accumulate(widths, initial=place.x)
    return [
        Bar(Box(left, place.y, own, row.height), fill=fill, line=colours.EDGE, line_width=mm(0.2))
        for left, own in zip(lefts, widths, strict=False)
    ]
