"""The papers in cutting order, each with a tick. Space ticks, the arrows move, a click on the box ticks."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
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

ROW = 32
_BOX = 20
_LEFT = 14
_TICK_ZONE = 44
_STOCK = 64
_SHEETS = 84
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class ListedPaper(NamedTuple):
    """A line ready to show."""

    ident: str
    title: str
    stock: str
    sheets: str


class _Papers(QAbstractListModel):
    """Lines and their ticks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[ListedPaper, ...] = ()
        self.ticked: set[str] = set()

    def show_lines(self, lines: Sequence[ListedPaper], ticked: Collection[str]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.ticked = set(ticked)
        self.endResetModel()

    def show_sheets(self, sheets: Mapping[str, str]) -> None:
        self.lines = tuple(line._replace(sheets=sheets.get(line.ident, line.sheets)) for line in self.lines)
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.lines) - 1)))

    def tick(self, ticked: Collection[str]) -> None:
        self.ticked = set(ticked)
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.lines) - 1)))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.ident in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((line.title, line.stock, line.sheets))
        return line.title if role == Qt.ItemDataRole.DisplayRole else None


class _Painter(QStyledItemDelegate):
    """Tick, title, what it is printed on, sheets; a marker at the left of the line shown in the preview."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now = theme.current()
        model = index.model()
        if not isinstance(model, _Papers):
            return
        line = model.lines[index.row()]
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        is_on = line.ident in model.ticked
        box = QRectF(option.rect)
        painter.save()
        smooth(painter)
        painter.fillRect(box, now.colour("marker_bg" if is_here else "surface"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.colour("line"))
        if is_here:
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), now.colour("marker"))
        tick = QRectF(_LEFT, box.center().y() - _BOX / 2, _BOX, _BOX)
        self._paint_tick(painter, tick, is_on=is_on)
        self._paint_words(painter, box, line, is_here=is_here, is_on=is_on)
        view = self.parent()
        if is_here and isinstance(view, QWidget) and has_keyboard_focus(view):
            paint_ring(painter, box.adjusted(6, 1, -2, -2), 4, now.colour("ink"))
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRectF, *, is_on: bool) -> None:
        now = theme.current()
        pen = QPen(now.colour("primary" if is_on else "edge"), 1.5)
        draw_face(painter, box, 4, now.colour("primary" if is_on else "surface"), pen)
        if is_on:
            draw_icon(painter, "check", now.colour("on_primary"), box.adjusted(2, 2, -2, -2))

    def _paint_words(
        self, painter: QPainter, box: QRectF, line: ListedPaper, *, is_here: bool, is_on: bool
    ) -> None:
        now = theme.current()
        right = box.right() - 14
        face = font(15, bold=is_here)
        room = right - _SHEETS - _STOCK - _TICK_ZONE - 8
        words = QFontMetricsF(face).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(now.colour("ink" if is_on else "ink3"))
        painter.drawText(QRectF(_TICK_ZONE, box.top(), room, box.height()), int(_MIDDLE.value), words)
        painter.setFont(font(14))
        painter.setPen(now.colour("ink2"))
        stock = QRectF(right - _SHEETS - _STOCK, box.top(), _STOCK, box.height())
        painter.drawText(stock, int(_MIDDLE.value), line.stock)
        painter.setPen(now.colour("ink" if is_on else "ink3"))
        sheets = QRectF(right - _SHEETS, box.top(), _SHEETS, box.height())
        painter.drawText(sheets, int((_MIDDLE | Qt.AlignmentFlag.AlignRight).value), line.sheets)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(240, ROW)


class LineList(QListView):
    """`ticked_changed()` after a tick by a person; `picked(str)` when another line becomes current."""

    ticked_changed = Signal()
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers = _Papers(self)
        self._is_quiet = False
        self.setModel(self._papers)
        self.setItemDelegate(_Painter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(340)
        self.setMinimumHeight(5 * ROW)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_lines(self, lines: Sequence[ListedPaper], ticked: Collection[str]) -> None:
        """Show other lines with their ticks; the first becomes current."""
        self._papers.show_lines(lines, ticked)
        if lines:
            self.choose(lines[0].ident)

    def show_sheets(self, sheets: Mapping[str, str]) -> None:
        """Say how many sheets these lines take now."""
        self._papers.show_sheets(sheets)

    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked lines, in order."""
        return tuple(line.ident for line in self._papers.lines if line.ident in self._papers.ticked)

    def tick_only(self, idents: Collection[str]) -> None:
        """Tick these lines and no other, as a person would."""
        if set(idents) != self._papers.ticked:
            self._papers.tick(idents)
            self.ticked_changed.emit()

    def chosen(self) -> str:
        """The id of the current line, empty without one."""
        index = self.currentIndex()
        return self._papers.lines[index.row()].ident if index.isValid() else ""

    def choose(self, ident: str) -> None:
        """Make a line current without telling; an unknown id changes nothing."""
        for row, line in enumerate(self._papers.lines):
            if line.ident == ident and self.currentIndex().row() != row:
                self._is_quiet = True
                self.setCurrentIndex(self._papers.index(row))
                self._is_quiet = False

    def toggle(self, ident: str) -> None:
        """Tick or untick a line, as a person would."""
        self.tick_only(self._papers.ticked ^ {ident})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.chosen():
            self.toggle(self.chosen())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        zone = QRect(0, 0, _TICK_ZONE, self.viewport().height())
        if index.isValid() and zone.contains(event.position().toPoint()):
            self.toggle(self._papers.lines[index.row()].ident)
            event.accept()
        else:
            super().mousePressEvent(event)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self.picked.emit(self._papers.lines[current.row()].ident)
