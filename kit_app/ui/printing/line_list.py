"""The papers in cutting order, each with a tick, what it is printed on and how many sheets it takes."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import paint_row_border
from kit_app.ui.common.ticked import Index, RowPainter, TickedView, paint_tick

ROW = 32
_BOX = 20
_LEFT = 14
_TICK_ZONE = 44
_STOCK = 64
_SHEETS = 84
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ListedPaper(NamedTuple):
    """A line ready to show."""

    ident: str
    title: str
    stock: str
    sheets: str

    @property
    def spoken(self) -> str:
        return ", ".join((self.title, self.stock, self.sheets))


class _Painter(RowPainter):
    """Tick, title, what it is printed on, sheets; a marker at the left of the line shown in the preview."""

    def paint_row(
        self, painter: QPainter, place: QRectF, row: ListedPaper, *, is_here: bool, is_on: bool
    ) -> None:
        now = theme.current()
        painter.fillRect(place, now.colour("marker_bg" if is_here else "surface"))
        if is_here:
            paint_row_border(painter, place)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), now.colour("line"))
        if is_here:
            painter.fillRect(QRectF(place.left(), place.top(), 4, place.height()), now.colour("marker"))
        tick = QRectF(_LEFT, place.center().y() - _BOX / 2, _BOX, _BOX)
        paint_tick(painter, tick, is_on=is_on)
        self._paint_words(painter, place, row, is_here=is_here, is_on=is_on)

    def ring(self, place: QRectF) -> tuple[QRectF, float]:
        return place.adjusted(6, 1, -2, -2), 4

    def _paint_words(
        self, painter: QPainter, box: QRectF, line: ListedPaper, *, is_here: bool, is_on: bool
    ) -> None:
        now = theme.current()
        right = box.right() - 14
        face = font(15, bold=is_here)
        room = right - _SHEETS - _STOCK - _TICK_ZONE - 8
        words = QFontMetricsF(face).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(now.colour("ink" if is_on else "quiet_ink"))
        painter.drawText(QRectF(_TICK_ZONE, box.top(), room, box.height()), int(_MIDDLE.value), words)
        painter.setFont(font(14))
        painter.setPen(now.colour("ink2"))
        stock = QRectF(right - _SHEETS - _STOCK, box.top(), _STOCK, box.height())
        painter.drawText(stock, int(_MIDDLE.value), line.stock)
        painter.setPen(now.colour("ink" if is_on else "quiet_ink"))
        sheets = QRectF(right - _SHEETS, box.top(), _SHEETS, box.height())
        painter.drawText(sheets, int((_MIDDLE | Qt.AlignmentFlag.AlignRight).value), line.sheets)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, ROW)


class LineList(TickedView[ListedPaper]):
    """The lines of the print desk. What the desk itself makes current is not told as picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_Painter, parent)
        self.setMinimumWidth(340)
        self.setMinimumHeight(5 * ROW)

    def is_tick(self, row: QRect, at: QPoint) -> bool:
        return at.x() < _TICK_ZONE

    def show_lines(self, lines: Sequence[ListedPaper], ticked: Collection[str]) -> None:
        """Show other lines with their ticks; the first becomes current."""
        self.shown.show_rows(lines, ticked)
        if lines:
            self.choose(lines[0].ident)

    def show_sheets(self, sheets: Mapping[str, str]) -> None:
        """Say how many sheets these lines take now."""
        self.shown.change_rows(
            [line._replace(sheets=sheets.get(line.ident, line.sheets)) for line in self.shown.rows]
        )

    def choose(self, ident: str) -> None:
        told = self.blockSignals(True)
        super().choose(ident)
        self.blockSignals(told)
