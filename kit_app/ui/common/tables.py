"""Lists in rows: a plain model of cells, and a delegate that paints tags, marks and chevrons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.common.paint import paint_row_border
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.tags import ICONS, TAG_HEIGHT, TagKind, paint_tag, tag_width

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
IDENT_ROLE = Qt.ItemDataRole.UserRole + 2
_PAD = 10
_MIDDLE = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
LEAST_STRETCH = 240
"""So wide is the column that stretches before others give way (px)."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in one place of a list. `tag` makes the text a state; `icon` stands before the text.

    `below` is a second, quiet line; where two lines are too long, they are shortened in their middle.
    `widest`: for how many pixels of text a column makes room, 0 for all of it; a tooltip has the whole.
    """

    text: str = ""
    below: str = ""
    is_bold: bool = False
    is_quiet: bool = False
    is_number: bool = False
    tag: TagKind | None = None
    icon: str = ""
    path: str = ""
    widest: int = 0

    @property
    def whole(self) -> str:
        """All that stands in it, as it is read aloud and in a tooltip."""
        return " · ".join(filter(None, (self.text, self.below)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a list, known by an id."""

    ident: str
    cells: tuple[Cell, ...]


PAGE = 100
"""So many rows of a long list are fetched at a time."""
Fetch = Callable[[int, int], Sequence[Row]]
"""Gives `count` rows from the `first` one on (from 0)."""


class RowsModel(QAbstractTableModel):
    """Rows of cells under headings."""

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: tuple[Row, ...] = ()
        self._total = 0
        self._fetch: Fetch = lambda _first, _count: ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._total = len(self._rows)
        self.endResetModel()

    def set_pages(self, total: int, fetch: Fetch) -> None:
        """Show other rows, `total` in all: those that a person has come to are fetched, a page at a time."""
        self.set_rows(fetch(0, PAGE))
        self._total, self._fetch = total, fetch

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, parent: _Index) -> None:
        more = tuple(self._fetch(len(self._rows), PAGE))
        if not more:  # fewer than was said: somebody took some away meanwhile
            self._total = len(self._rows)
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
        self._rows = (*self._rows, *more)
        self.endInsertRows()

    def row_of(self, ident: str) -> int:
        """Where a row is, -1 when it is not there."""
        return next((number for number, row in enumerate(self._rows) if row.ident == ident), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        cell = row.cells[index.column()] if index.column() < len(row.cells) else Cell()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.whole
        if role == CELL_ROLE:
            return cell
        return row.ident if role == IDENT_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            cells = self._rows[0].cells if self._rows else ()
            is_number = section < len(cells) and cells[section].is_number
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None


class RowDelegate(QStyledItemDelegate):
    """Paints a `Cell`: bold key, quiet rest, tag, icon, path; a marker at the left of the chosen row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now = theme.current()
        rect = QRectF(option.rect)
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, now.colour("marker_bg" if is_chosen else "surface"))
        if is_chosen and index.column() == 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), now.colour("marker"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), now.colour("line"))
        if is_chosen:
            paint_row_border(painter, rect)
        cell = index.data(CELL_ROLE)
        if isinstance(cell, Cell):
            self._paint_cell(painter, rect.adjusted(_PAD + 4, 0, -_PAD, -1), cell)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        now = theme.current()
        if cell.tag is not None:
            icon = cell.icon or ICONS[cell.tag]
            width = min(rect.width(), tag_width(cell.text, icon))
            top = rect.top() + (rect.height() - TAG_HEIGHT) / 2
            paint_tag(painter, QRectF(rect.left(), top, width, TAG_HEIGHT), cell.text, cell.tag, icon)
            return
        if cell.path in theme.PATH_FILLS:
            box = QRectF(rect.left(), rect.center().y() - 10, 20, 20)
            paint_path_shape(painter, box, cell.path, keyline=now.path_keyline())
            rect = rect.adjusted(26, 0, 0, 0)
        if cell.icon:
            box = QRectF(rect.left(), rect.center().y() - SMALL / 2, SMALL, SMALL)
            draw_icon(painter, cell.icon, now.colour("ink"), box)
            rect = rect.adjusted(SMALL + 6, 0, 0, 0)
        face = font(15, bold=cell.is_bold)
        painter.setFont(face)
        painter.setPen(now.colour("ink2" if cell.is_quiet else "ink"))
        if cell.below:
            self._paint_lines(painter, rect, cell)
            return
        side = Qt.AlignmentFlag.AlignRight if cell.is_number else Qt.AlignmentFlag.AlignLeft
        words = QFontMetricsF(face).elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int((side | Qt.AlignmentFlag.AlignVCenter).value), words)

    def _paint_lines(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        """Text and second line; both ends of either stay where there is no room for all of it."""
        faces = (font(15, bold=cell.is_bold), font(13))
        high = [QFontMetricsF(face).height() for face in faces]
        top = rect.center().y() - sum(high) / 2
        for face, words, ink, height in zip(
            faces, (cell.text, cell.below), ("ink2" if cell.is_quiet else "ink", "ink2"), high, strict=True
        ):
            painter.setFont(face)
            painter.setPen(theme.current().colour(ink))
            shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideMiddle, rect.width())
            painter.drawText(QRectF(rect.left(), top, rect.width(), height), _MIDDLE, shown)
            top += height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return QSize(40, ListTable.ROW)
        width = self._text_width(cell)
        return QSize((min(width, cell.widest) if cell.widest else width) + 2 * _PAD + 8, ListTable.ROW)

    @staticmethod
    def _text_width(cell: Cell) -> int:
        """Of the whole text, with what stands before it (px)."""
        if cell.tag is not None:
            return round(tag_width(cell.text, cell.icon or ICONS[cell.tag]))
        first = QFontMetricsF(font(15, bold=cell.is_bold)).horizontalAdvance(cell.text)
        width = round(max(first, QFontMetricsF(font(13)).horizontalAdvance(cell.below)))
        return width + (SMALL + 6 if cell.icon else 0) + (26 if cell.path else 0)

    def helpEvent(
        self, event: Any, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The whole text of a cell that had to be shortened."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            cell = index.data(CELL_ROLE)
            wide = self._text_width(cell) + 2 * _PAD + 4 if isinstance(cell, Cell) else 0
            is_cut = wide > view.visualRect(index).width()
            view.setToolTip(str(index.data()) if is_cut else "")
        return super().helpEvent(event, view, option, index)


class ListTable(QTableView):
    """A list of whole rows. `opened(str)` tells the id by Enter or double click, `picked(str)` by moving."""

    opened = Signal(str)
    picked = Signal(str)
    ROW = 40

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None, *, stretch: int = 1) -> None:
        """`stretch` is the column that takes the room left over."""
        super().__init__(parent)
        self.rows = RowsModel(headings, self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(min(stretch, len(headings) - 1), QHeaderView.ResizeMode.Stretch)
        header.setVisible(any(headings))
        self._giving_way: tuple[int, ...] = ()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(IDENT_ROLE)))
        self.selectionModel().currentRowChanged.connect(self._tell)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, keeping the chosen one when it is still there."""
        chosen = self.chosen()
        self.rows.set_rows(rows)
        self._give_way()
        if chosen:
            self.choose(chosen)

    def set_pages(self, total: int, fetch: Fetch) -> None:
        """Show other rows, `total` in all, of which a page at a time is fetched.

        The chosen one is kept when it is still among as many as were there before.
        """
        chosen, before = self.chosen(), self.rows.rowCount()
        self.rows.set_pages(total, fetch)
        while chosen and self.rows.row_of(chosen) < 0 and self.rows.rowCount() < min(before, total):
            self.rows.fetchMore(QModelIndex())
        self._give_way()
        if chosen:
            self.choose(chosen)

    def set_giving_way(self, columns: Sequence[int]) -> None:
        """Columns that a narrow list leaves out, the first one first: what they say stands elsewhere too."""
        self._giving_way = tuple(columns)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out columns until the one that stretches is wide enough to be read."""
        for column in self._giving_way:
            self.setColumnHidden(column, False)
        shown = list(range(self.rows.columnCount()))
        wide = {column: self._wish(column) for column in shown}
        for column in self._giving_way:
            if sum(wide[each] for each in shown) <= self.viewport().width():
                return
            shown.remove(column)
            self.setColumnHidden(column, True)

    def _wish(self, column: int) -> int:
        wish = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
        mode = self.horizontalHeader().sectionResizeMode(column)
        return min(wish, LEAST_STRETCH) if mode == QHeaderView.ResizeMode.Stretch else wish

    def chosen(self) -> str:
        """The id of the chosen row, empty without one."""
        index = self.currentIndex()
        return str(index.data(IDENT_ROLE)) if index.isValid() else ""

    def choose(self, ident: str) -> None:
        """Choose a row by its id; an unknown id changes nothing."""
        number = self.rows.row_of(ident)
        if number >= 0:
            self.selectRow(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(current.data(IDENT_ROLE))
