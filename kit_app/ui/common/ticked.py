"""Rows to tick: Space ticks, the arrows move, a click on the box ticks. Their looks are another's matter."""

from collections.abc import Collection, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kit_app.ui.common import theme
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.style import has_keyboard_focus, paint_ring

Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """What every row tells: its id, its words, and what a screen reader says of it."""

    @property
    def ident(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def spoken(self) -> str: ...


RowT = TypeVar("RowT", bound=Row)


class TickedRows(QAbstractListModel, Generic[RowT]):
    """The rows and which of them are ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[RowT, ...] = ()
        self.ticked: set[str] = set()

    def show_rows(self, rows: Sequence[RowT], ticked: Collection[str]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.ticked = tuple(rows), set(ticked)
        self.endResetModel()

    def change_rows(self, rows: Sequence[RowT]) -> None:
        """Show the same rows with other words."""
        self.rows = tuple(rows)
        self._tell_all()

    def tick(self, ticked: Collection[str]) -> None:
        """Tick these and no other."""
        self.ticked = set(ticked)
        self._tell_all()

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.rows) - 1)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.ident in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class RowPainter(QStyledItemDelegate):
    """Draws a row of `TickedRows`; `paint_row` says how it looks, `ring` where its focus shows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TickedRows):
            return
        row = model.rows[index.row()]
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        self.paint_row(painter, QRectF(option.rect), row, is_here=is_here, is_on=row.ident in model.ticked)
        view = self.parent()
        if is_here and isinstance(view, QWidget) and has_keyboard_focus(view):
            ring, radius = self.ring(QRectF(option.rect))
            paint_ring(painter, ring, radius, theme.current().colour("ink"))
        painter.restore()

    def paint_row(self, painter: QPainter, place: QRectF, row: Any, *, is_here: bool, is_on: bool) -> None:
        """Draw a row in its place: the current one or not, ticked or not."""
        raise NotImplementedError

    def ring(self, place: QRectF) -> tuple[QRectF, float]:
        """Where the ring of the keyboard's focus lies, and how round it is."""
        raise NotImplementedError


class TickedView(QListView, Generic[RowT]):
    """`ticked_changed()` after a tick by a person; `picked(str)` when another row becomes current."""

    ticked_changed = Signal()
    picked = Signal(str)

    def __init__(self, painter: type[RowPainter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: TickedRows[RowT] = TickedRows(self)
        self.setModel(self.shown)
        self.setItemDelegate(painter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def is_tick(self, row: QRect, at: QPoint) -> bool:
        """Whether a click there, on a row with this place, is meant for its box."""
        raise NotImplementedError

    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked rows, in order."""
        return tuple(row.ident for row in self.shown.rows if row.ident in self.shown.ticked)

    def tick_only(self, idents: Collection[str]) -> None:
        """Tick these rows and no other, as a person would."""
        if set(idents) != self.shown.ticked:
            self.shown.tick(idents)
            self.ticked_changed.emit()

    def toggle(self, ident: str) -> None:
        """Tick or untick a row, as a person would."""
        self.tick_only(self.shown.ticked ^ {ident})

    def chosen(self) -> str:
        """The id of the current row, empty without one."""
        row = self.currentIndex().row()
        return self.shown.rows[row].ident if 0 <= row < len(self.shown.rows) else ""

    def choose(self, ident: str) -> None:
        """Make a row current; an unknown id changes nothing."""
        for number, row in enumerate(self.shown.rows):
            if row.ident == ident and self.currentIndex().row() != number:
                self.setCurrentIndex(self.shown.index(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.chosen():
            self.toggle(self.chosen())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and self.is_tick(self.visualRect(index), at):
            self.toggle(self.shown.rows[index.row()].ident)
            event.accept()
        else:
            super().mousePressEvent(event)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self.shown.rows[current.row()].ident)


def paint_tick(painter: QPainter, box: QRectF, *, is_on: bool) -> None:
    """A box, with a tick or without."""
    now = theme.current()
    pen = QPen(now.colour("primary" if is_on else "edge"), 1.5)
    draw_face(painter, box, 4, now.colour("primary" if is_on else "surface"), pen)
    if is_on:
        draw_icon(painter, "check", now.colour("on_primary"), box.adjusted(2, 2, -2, -2))
