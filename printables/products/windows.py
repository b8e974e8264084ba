"""A program's window with a list of records, as on the screen of a ward."""

from __future__ import annotations

from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece
from printables.problems import Cause
from printables.products.doodles import monitor_stand
from printables.products.drawing import Pad, arc
from printables.products.face import Room
from printables.products.lines import Laid, Place, Style, Type, paragraph, set_lines
from printables.units import Mm, mm, pt

BAR, TOOLS = mm(10), mm(20)
HEAD, TYPE = pt(12), pt(15)
ROW, HEAD_ROW = mm(18), mm(16)
FRAME, STAND = mm(2), mm(12)
CELL = mm(2)
WARNINGS = (pt(16), pt(15), pt(14))  # one or two lines in the window's bar
ZEBRA = "#F1F5F9"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsWindow:
    """The window: a warning above, `columns` with their shares, one row a record."""

    warning: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]

    def laid(self, room: Room, style: Style, *, ink_saving: bool) -> Laid:
        bottom = room.top + BAR + TOOLS + HEAD_ROW + ROW * len(self.rows) + mm(12)
        frame = Box(room.x, room.top, room.width, bottom - room.top)
        laid = Laid(bottom, monitor_stand(frame, ink_saving=ink_saving))
        laid.pieces += _window(frame, ink_saving=ink_saving)
        place = Place(frame.x + mm(18), frame.y + BAR + mm(6.4), frame.width - mm(24))
        laid.trouble += self._warning(laid, place, style)
        edges = [frame.x]
        whole = sum(share for _, share in self.columns)
        for _, share in self.columns:
            edges.append(edges[-1] + frame.width * (share / whole))
        top = frame.y + BAR + TOOLS
        tint = None if ink_saving else colours.INFO_TINT
        laid.pieces.append(Bar(Box(frame.x, top, frame.width, HEAD_ROW), tint, colours.EDGE, mm(0.3)))
        labels = tuple(label for label, _ in self.columns)
        _row(laid, labels, edges, (top, HEAD_ROW), (Type(HEAD, bold=True), style))
        for number, row in enumerate(self.rows):
            y = top + HEAD_ROW + ROW * number
            fill = ZEBRA if number % 2 and not ink_saving else None
            laid.pieces.append(Bar(Box(frame.x, y, frame.width, ROW), fill, colours.LINE, mm(0.2)))
            _row(laid, row, edges, (y, ROW), (Type(TYPE), style))
        laid.pieces.append(Bar(frame.inset(-FRAME / 2), line=colours.INK, line_width=FRAME, radius=mm(1.5)))
        laid.bottom = bottom + STAND
        return laid

    def _warning(self, laid: Laid, place: Place, style: Style) -> list[tuple[Cause, str]]:
        top = place.y - mm(6.4)
        text = Laid(top)
        for size in WARNINGS:
            probe = paragraph(self.warning, Type(size, bold=True), Place(place.x, mm(0), place.width), style)
            down = top + (TOOLS - probe.bottom) / 2
            text = paragraph(self.warning, Type(size, bold=True), Place(place.x, down, place.width), style)
            if probe.bottom <= TOOLS:
                break
        else:
            text.trouble.append((Cause.OVERFLOW, self.warning))
        laid.pieces += text.pieces
        return text.trouble


def _row(
    laid: Laid, cells: tuple[str, ...], edges: list[Mm], span: tuple[Mm, Mm], how: tuple[Type, Style]
) -> None:
    """Cells in the middle of a row's height; the first one bold, in the letters' face."""
    top, height = span
    kind, style = how
    for cell, left, right in zip(cells, edges, edges[1:], strict=False):
        place = Place(left + CELL, mm(0), right - left - CELL * 1.5)
        probe = set_lines(cell, style.faces.text, kind, place)
        down = top + (height - probe.bottom) / 2
        part = set_lines(cell, style.faces.text, kind, Place(place.x, down, place.width))
        laid.pieces += part.pieces
        laid.trouble += part.trouble
        if probe.bottom > height:
            laid.trouble.append((Cause.OVERFLOW, cell))


def _window(frame: Box, *, ink_saving: bool) -> list[Piece]:
    """Frame, title bar with its three buttons, a padlock beside the warning, a line for the state below."""
    lettering = colours.INK2 if ink_saving else colours.WHITE
    pieces: list[Piece] = [
        Bar(frame, colours.WHITE, colours.PRIMARY, mm(0.7)),
        Bar(
            Box(frame.x, frame.y, frame.width, BAR),
            None if ink_saving else colours.PRIMARY, colours.PRIMARY, mm(0.7),
        ),
        Bar(
            Box(frame.x, frame.bottom - mm(8), frame.width, mm(8)),
            None if ink_saving else colours.GREY_TINT, colours.EDGE, mm(0.3),
        ),
    ]  # fmt: skip
    pad = Pad(frame.x, frame.y)
    right = frame.width / mm(1)
    pad.stroke(((right - 27, 6.6), (right - 23, 6.6)), lettering, 0.5)
    pad.bar((right - 18, 3, 4, 4), None, line=lettering, width=0.5)
    pad.stroke(((right - 9, 3), (right - 5, 7)), lettering, 0.5)
    pad.stroke(((right - 5, 3), (right - 9, 7)), lettering, 0.5)
    for y in (3.4, 5.0, 6.6):
        pad.stroke(((5, y), (10, y)), lettering, 0.5)
    lock = Pad(frame.x + mm(6), frame.y + BAR + mm(5), ink_saving=ink_saving)
    lock.ribbon(arc(4, 4.4, (2.4, 3.4), (-0.25, 0.25), 12), colours.INK2, 1.0)
    lock.bar((0.4, 4.2, 7.2, 5.8), colours.MARKER, radius=1)
    lock.bar((3.5, 6.2, 1, 2), colours.INK, radius=0.4)
    return [*pieces, *pad.pieces, *lock.pieces]
