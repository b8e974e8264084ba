"""Messages at hand while one is written: the kit's ready ones, then those sent before."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kit_app.i18n import Catalogue

ROWS_SHOWN, ROW = 5, 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Rows(QStyledItemDelegate):
    """Rows high enough to be hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)


class MessageList(QListView):
    """Arrows and Enter choose, or a click.

    `picked(str)` tells a message that goes into the line; `left` that the arrow went up out of the list.
    """

    picked = Signal(str)
    left = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = QStringListModel(self)
        self.setModel(self._texts)
        self.setObjectName("messages")
        self.setAccessibleName(t("Messages ready or sent before"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Rows(self))
        self.clicked.connect(self._pick)

    def show_texts(self, texts: Sequence[str]) -> None:
        """List these, each once; hidden when there are none."""
        known = list(dict.fromkeys(texts))
        if known != self._texts.stringList():
            self._texts.setStringList(known)
            self.setFixedHeight(self.sizeHint().height())
        self.setVisible(bool(known))

    def sizeHint(self) -> QSize:
        rows = min(ROWS_SHOWN, self._texts.rowCount())
        return QSize(200, rows * ROW + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._texts.rowCount():
            self.setCurrentIndex(self._texts.index(0))

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(str(index.data()))
