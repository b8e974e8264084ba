"""Papers as pictures with ticks; Enter or a double click looks closer."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face
from kit_app.ui.common.ticked import Index, RowPainter, TickedView, paint_tick

PICTURE = QSize(124, 150)
TILE = QSize(156, 244)
_PAD = 6
_BOX = 20
_TICK_ZONE = 40
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter).value)


class Tile(NamedTuple):
    """A paper ready to show."""

    ident: str
    title: str
    sheets: str
    picture: QImage

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.sheets}"


class _Painter(RowPainter):
    """The picture, the title below, its tick beside the sheets; the chosen one in an ink border."""

    def paint_row(self, painter: QPainter, place: QRectF, row: Tile, *, is_here: bool, is_on: bool) -> None:
        now = theme.current()
        face = _face(place)
        pen = now.chosen_pen() if is_here else QPen(now.colour("line"), 1)
        draw_face(painter, face, 8, now.colour("marker_bg" if is_here else "surface"), pen)
        self._paint_picture(painter, face, row)
        paint_tick(painter, _tick_box(place.toRect()), is_on=is_on)
        self._paint_title(painter, face, row)

    def ring(self, place: QRectF) -> tuple[QRectF, float]:
        return _face(place).adjusted(-4, -4, 4, 4), 10

    def _paint_picture(self, painter: QPainter, face: QRectF, tile: Tile) -> None:
        if tile.picture.isNull():
            return
        size = tile.picture.deviceIndependentSize()
        corner = QPointF(
            round(face.center().x() - size.width() / 2),
            round(face.top() + 10 + (PICTURE.height() - size.height()) / 2),
        )
        painter.drawImage(corner, tile.picture)
        painter.setPen(QPen(theme.current().colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(corner, size).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_title(self, painter: QPainter, face: QRectF, tile: Tile) -> None:
        """Two lines of the title, the second cut where it must be; how many sheets."""
        now = theme.current()
        bold, plain = font(13, bold=True), font(13)
        room = face.adjusted(8, PICTURE.height() + 16, -8, -4)
        painter.setPen(now.colour("ink"))
        painter.setFont(bold)
        line = QFontMetricsF(bold).lineSpacing()
        for number, words in enumerate(two_lines(tile.title, QFontMetricsF(bold), room.width())):
            at = QRectF(room.left(), room.top() + number * line, room.width(), line + 2)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignHCenter.value), words)
        painter.setPen(now.colour("ink2"))
        painter.setFont(plain)
        below = QRectF(room.left(), room.top() + 2 * line + 7, room.width(), line + 2)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter.value), tile.sheets)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return TILE


class Gallery(TickedView[Tile]):
    """The pictures; `opened(str)` when one is to be seen larger."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_Painter, parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setMinimumSize(2 * TILE.width() + 20, TILE.height() + 20)
        self.doubleClicked.connect(self._open)

    def is_tick(self, row: QRect, at: QPoint) -> bool:
        return _tick_zone(row).contains(at)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other papers; ticks and the chosen one stay where they can."""
        chosen = self.chosen()
        idents = [tile.ident for tile in tiles]
        self.shown.show_rows(tiles, self.shown.ticked.intersection(idents))
        if idents:
            self.choose(chosen if chosen in idents else idents[0])

    def tick_all(self) -> None:
        """Tick every paper, as a person would."""
        self.tick_only([tile.ident for tile in self.shown.rows])

    def place_of_tick(self, ident: str) -> QRect:
        """Where the box of a paper is in the viewport."""
        row = next(number for number, tile in enumerate(self.shown.rows) if tile.ident == ident)
        return _tick_box(self.visualRect(self.shown.index(row))).toRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.shown.rows[index.row()].ident)


def two_lines(text: str, face: QFontMetricsF, room: float) -> tuple[str, ...]:
    """The text in at most two lines of whole words; what is left over ends in an ellipsis."""
    first, rest = "", text.split()
    while rest and face.horizontalAdvance(f"{first} {rest[0]}".strip()) <= room:
        first = f"{first} {rest.pop(0)}".strip()
    second = " ".join(rest)
    if not first:
        return (face.elidedText(second, Qt.TextElideMode.ElideRight, room),)
    return (first, face.elidedText(second, Qt.TextElideMode.ElideRight, room)) if second else (first,)


def _face(place: QRectF) -> QRectF:
    return place.adjusted(_PAD, _PAD, -_PAD, -_PAD)


def _tick_box(tile: QRect) -> QRectF:
    """Beside the number of sheets, where it hides nothing of the picture."""
    return QRectF(tile.left() + _PAD + 8, tile.bottom() - _PAD - 7 - _BOX, _BOX, _BOX)


def _tick_zone(tile: QRect) -> QRect:
    return QRect(tile.left() + _PAD, tile.bottom() - _PAD - _TICK_ZONE, _TICK_ZONE, _TICK_ZONE)
