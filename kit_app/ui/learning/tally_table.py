"""The table into which sheets are typed: every key acts at once, no cell has to be opened."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kit_app.domain.questionnaire import CHOICES
from kit_app.i18n import Catalogue
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.learning.tally import BACK, DELETE, ENTER, SKIP, Line, Tally

ROW = 34
_NUMBER, _STATE = 56, 88
_LEAST_CELL, _MOST_CELL = 26, 40
_GRADE_HEADS = ("i", "ii", "iii", "iv", "v", "vi")
_FRENCH_DIGITS = {"&": "1", "é": "2", '"': "3", "'": "4", "(": "5", "-": "6", "è": "7", "_": "8", "ç": "9",
                  "à": "0"}  # fmt: skip
"""What the row of digits gives on a French keyboard without Shift."""
_KEYS = {
    Qt.Key.Key_Return.value: ENTER,
    Qt.Key.Key_Enter.value: ENTER,
    Qt.Key.Key_Backspace.value: BACK,
    Qt.Key.Key_Delete.value: DELETE,
    Qt.Key.Key_Space.value: SKIP,
}
_MOVES = {
    Qt.Key.Key_Left.value: (0, -1),
    Qt.Key.Key_Right.value: (0, 1),
    Qt.Key.Key_Up.value: (-1, 0),
    Qt.Key.Key_Down.value: (1, 0),
}
_Index = QModelIndex | QPersistentModelIndex


def key_of(event: QKeyEvent) -> str:
    """What a press means for a tally: a letter, a digit, one of the named keys, or nothing."""
    named = _KEYS.get(event.key())
    if named is not None:
        return named
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return ""
    text = event.text()
    if text.upper() in CHOICES:
        return text.upper()
    return digit_of(text)


def digit_of(letter: str) -> str:
    """The digit that somebody meant, also without Shift on a French keyboard; empty for anything else."""
    found = _FRENCH_DIGITS.get(letter, letter)
    return found if len(found) == 1 and found in "0123456789" else ""


class _Model(QAbstractTableModel):
    def __init__(self, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._t = t
        self.tally: Tally | None = None

    def show(self, tally: Tally) -> None:
        self.beginResetModel()
        self.tally = tally
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.tally is None else len(self.tally.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.tally is None else self.tally.width + 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.tally is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return self._text(self.tally.lines[index.row()], index.column(), self.tally.width)

    def _text(self, line: Line, column: int, width: int) -> str:
        t = self._t
        if column == 0:
            return line.number or ("–" if any(line.cells) else "")
        if column <= width:
            return line.cells[column - 1]
        if line.is_empty:
            return ""
        if line.stored is None or line.is_changed:
            return t("typing")
        return t("{n} unanswered", n=line.open_cells) if line.open_cells else t("kept")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or self.tally is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        items = len(self.tally.items)
        if section == 0:
            return self._t("No.")
        if section <= items:
            return str(section)
        return _GRADE_HEADS[(section - items - 1) % len(_GRADE_HEADS)] if section <= self.tally.width else ""


class _Delegate(QStyledItemDelegate):
    """A letter in the middle of its box; yellow is where the next key goes."""

    def __init__(self, table: "TallyTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now, tally = theme.current(), self._table.tally
        rect, words = QRectF(option.rect), str(index.data() or "")
        is_state = tally is not None and index.column() > tally.width
        is_row = tally is not None and index.row() == tally.row
        is_here = is_row and tally is not None and index.column() == tally.column
        is_twin = is_row and index.column() == 0 and tally is not None and tally.twin >= 0
        painter.save()
        painter.fillRect(rect, now.colour("marker_bg" if is_row else "surface"))
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if not is_state:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if is_here:
            painter.fillRect(rect.adjusted(1, 1, -2, -2), now.colour("marker"))
            painter.setPen(QPen(now.colour("ink"), 2))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
        if is_twin:
            painter.setPen(now.danger_pen(2))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
        painter.setFont(font(13 if is_state else 15, bold=not is_state))
        ink = "on_marker" if is_here else "danger" if is_twin else "ink2" if is_state else "ink"
        painter.setPen(now.colour(ink))
        side = Qt.AlignmentFlag.AlignLeft if is_state and not is_here else Qt.AlignmentFlag.AlignHCenter
        if is_state and words and not is_here:
            self._paint_tick(painter, rect, index)
            rect = rect.adjusted(SMALL + 12, 0, 0, 0)
        if is_state and is_here:
            words = self._table.enter
        painter.drawText(rect, int((side | Qt.AlignmentFlag.AlignVCenter).value), words)
        painter.restore()

    def _paint_tick(self, painter: QPainter, rect: QRectF, index: _Index) -> None:
        tally = self._table.tally
        line = tally.lines[index.row()] if tally is not None else Line()
        is_kept = line.stored is not None and not line.is_changed
        icon, token = ("check", "ok") if is_kept else ("edit", "ink2")
        box = QRectF(rect.left() + 6, rect.center().y() - SMALL / 2, SMALL, SMALL)
        draw_icon(painter, icon, theme.current().colour(token), box)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_LEAST_CELL, ROW)


class _Heads(QHeaderView):
    """Headings in the middle of narrow columns, without the room at their sides that others need."""

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        now = theme.current()
        painter.save()
        painter.fillRect(rect, now.colour("surface"))
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(now.colour("ink2"))
        painter.setFont(font(13, bold=True))
        words = self.model().headerData(index, Qt.Orientation.Horizontal)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(words or ""))
        painter.restore()


class TallyTable(QTableView):
    """`entered()`: the line is done. `dropped()`: it is to go. `moved()`: something typed, or another place.

    `left_line(int)`: the line at this place was changed and left by arrows or by a click.
    """

    entered = Signal()
    dropped = Signal()
    moved = Signal()
    left_line = Signal(int)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enter = t("Enter")
        self.setObjectName("tally")
        self.setAccessibleName(t("Sheets"))
        self.model_of_lines = _Model(t, self)
        self.setModel(self.model_of_lines)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = _Heads(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(_LEAST_CELL)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(ROW)
        self.clicked.connect(self._go_to)

    @property
    def tally(self) -> Tally | None:
        """What is typed."""
        return self.model_of_lines.tally

    def show_tally(self, tally: Tally) -> None:
        """Type into another one."""
        self.model_of_lines.show(tally)
        self._fit_columns()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Cells take the room that there is, within reason; the last column takes the rest."""
        tally = self.tally
        if tally is None:
            return
        room = self.viewport().width() - _NUMBER - _STATE
        cell = max(_LEAST_CELL, min(_MOST_CELL, room // max(1, tally.width)))
        self.setColumnWidth(0, _NUMBER)
        for column in range(1, tally.width + 1):
            self.setColumnWidth(column, cell)
        self.setColumnWidth(tally.width + 1, max(_STATE, room + _STATE - cell * tally.width))

    def refresh(self) -> None:
        """Show what the tally holds now."""
        tally = self.tally
        if tally is None:
            return
        if self.model_of_lines.rowCount() != getattr(self, "_rows", -1):
            self.model_of_lines.show(tally)
        self._rows = len(tally.lines)
        self.setFixedHeight(ROW * (len(tally.lines) + 1) + 4)
        self.setMinimumWidth(_NUMBER + _LEAST_CELL * tally.width + _STATE)
        self.setCurrentIndex(self.model_of_lines.index(tally.row, tally.column))
        self.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tally = self.tally
        key = key_of(event)
        move = _MOVES.get(event.key())
        if tally is None or not (key or move):
            super().keyPressEvent(event)
            return
        event.accept()
        if move is not None:
            self._move(tally.row + move[0], tally.column + move[1])
        elif key == ENTER:
            self.entered.emit()
        elif key == DELETE:
            self.dropped.emit()
        else:
            tally.press(key)
            self.refresh()

    def _move(self, row: int, column: int) -> None:
        tally = self.tally
        if tally is None:
            return
        before = tally.row
        tally.move(row, column)
        if tally.row != before and tally.lines[before].is_changed:
            self.left_line.emit(before)
        self.refresh()

    def _go_to(self, index: QModelIndex) -> None:
        self._move(index.row(), index.column())
