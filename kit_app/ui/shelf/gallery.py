"""Papers as pictures with ticks. Arrows move, Space or a click on the box ticks, Enter looks closer."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.style import has_keyboard_focus, paint_ring

PICTURE = QSize(124, 150)
TILE = QSize(156, 236)
_PAD = 6
_BOX = 22
_TICK_ZONE = 40
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter).value)
_Index = QModelIndex | QPersistentModelIndex


class Tile(NamedTuple):
    """A paper ready to show."""

    ident: str
    title: str
    sheets: str
    picture: QImage


class _Tiles(QAbstractListModel):
    """Papers and their ticks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: tuple[Tile, ...] = ()
        self.ticked: set[str] = set()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        self.beginResetModel()
        self.tiles = tuple(tiles)
        self.ticked &= {tile.ident for tile in tiles}
        self.endResetModel()

    def tick(self, ticked: Collection[str]) -> None:
        self.ticked = set(ticked)
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.tiles) - 1)))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.tiles)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self.tiles[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if tile.ident in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tile.title}, {tile.sheets}"
        return tile.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class _Painter(QStyledItemDelegate):
    """The picture, its tick at the upper left, the title below; the chosen one in an ink border."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now = theme.current()
        model = index.model()
        if not isinstance(model, _Tiles):
            return
        tile = model.tiles[index.row()]
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        is_on = tile.ident in model.ticked
        painter.save()
        smooth(painter)
        face = QRectF(option.rect).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        pen = QPen(now.colour("ink" if is_here else "line"), 2 if is_here else 1)
        draw_face(painter, face, 8, now.colour("marker_bg" if is_here else "surface"), pen)
        self._paint_picture(painter, face, tile)
        self._paint_tick(painter, _tick_box(option.rect), is_on=is_on)
        self._paint_title(painter, face, tile)
        view = self.parent()
        if is_here and isinstance(view, QWidget) and has_keyboard_focus(view):
            paint_ring(painter, face.adjusted(-4, -4, 4, 4), 10, now.colour("ink"))
        painter.restore()

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

    def _paint_tick(self, painter: QPainter, box: QRectF, *, is_on: bool) -> None:
        now = theme.current()
        pen = QPen(now.colour("primary" if is_on else "edge"), 1.5)
        draw_face(painter, box, 4, now.colour("primary" if is_on else "surface"), pen)
        if is_on:
            draw_icon(painter, "check", now.colour("on_primary"), box.adjusted(2, 2, -2, -2))

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
        below = QRectF(room.left(), room.top() + 2 * line, room.width(), line + 2)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter.value), tile.sheets)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return TILE


class Gallery(QListView):
    """`ticked_changed()` after a tick by a person, `picked(str)` by moving, `opened(str)` to look closer."""

    ticked_changed = Signal()
    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = _Tiles(self)
        self.setModel(self._tiles)
        self.setItemDelegate(_Painter(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumSize(2 * TILE.width() + 20, TILE.height() + 20)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other papers; ticks and the chosen one stay where they can."""
        chosen = self.chosen()
        self._tiles.show_tiles(tiles)
        idents = [tile.ident for tile in tiles]
        if idents:
            self.choose(chosen if chosen in idents else idents[0])

    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked papers, in order."""
        return tuple(tile.ident for tile in self._tiles.tiles if tile.ident in self._tiles.ticked)

    def tick_only(self, idents: Collection[str]) -> None:
        """Tick these papers and no other, as a person would."""
        if set(idents) != self._tiles.ticked:
            self._tiles.tick(idents)
            self.ticked_changed.emit()

    def tick_all(self) -> None:
        """Tick every paper, as a person would."""
        self.tick_only([tile.ident for tile in self._tiles.tiles])

    def chosen(self) -> str:
        """The id of the chosen paper, empty without one."""
        row = self.currentIndex().row()
        return self._tiles.tiles[row].ident if 0 <= row < len(self._tiles.tiles) else ""

    def choose(self, ident: str) -> None:
        """Choose a paper; an unknown id changes nothing."""
        for row, tile in enumerate(self._tiles.tiles):
            if tile.ident == ident and self.currentIndex().row() != row:
                self.setCurrentIndex(self._tiles.index(row))

    def toggle(self, ident: str) -> None:
        """Tick or untick a paper, as a person would."""
        self.tick_only(self._tiles.ticked ^ {ident})

    def place_of_tick(self, ident: str) -> QRect:
        """Where the box of a paper is in the viewport."""
        row = next(row for row, tile in enumerate(self._tiles.tiles) if tile.ident == ident)
        return _tick_box(self.visualRect(self._tiles.index(row))).toRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.chosen():
            self.toggle(self.chosen())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and _tick_zone(self.visualRect(index)).contains(at):
            self.toggle(self._tiles.tiles[index.row()].ident)
            event.accept()
        else:
            super().mousePressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._tiles.tiles[index.row()].ident)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._tiles.tiles[current.row()].ident)


def two_lines(text: str, face: QFontMetricsF, room: float) -> tuple[str, ...]:
    """The text in at most two lines of whole words; what is left over ends in an ellipsis."""
    first, rest = "", text.split()
    while rest and face.horizontalAdvance(f"{first} {rest[0]}".strip()) <= room:
        first = f"{first} {rest.pop(0)}".strip()
    second = " ".join(rest)
    if not first:
        return (face.elidedText(second, Qt.TextElideMode.ElideRight, room),)
    return (first, face.elidedText(second, Qt.TextElideMode.ElideRight, room)) if second else (first,)


def _tick_box(tile: QRect) -> QRectF:
    return QRectF(tile.left() + _PAD + 8, tile.top() + _PAD + 8, _BOX, _BOX)


def _tick_zone(tile: QRect) -> QRect:
    return QRect(tile.left() + _PAD, tile.top() + _PAD, _TICK_ZONE, _TICK_ZONE)
