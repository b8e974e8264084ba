"""A field for a few lines: as high as it needs, Tab goes on to the next field."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kit_app.ui.common.fonts import font

_AROUND = 20
_MOST_LINES = 10


class TextArea(QPlainTextEdit):
    """`edited()` on each change by a person. It grows from `lines` to ten lines, then scrolls."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent)
        self._least = lines
        self._line = QFontMetricsF(font(15)).lineSpacing()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self.textChanged.connect(self.edited)
        self._grow()

    def value(self) -> str:
        """The text without the spaces around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show a text without telling."""
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _grow(self) -> None:
        """As high as its lines are at this width."""
        layout, block = self.document().documentLayout(), self.document().begin()
        wanted = 0.0
        while block.isValid():
            wanted += layout.blockBoundingRect(block).height()
            block = block.next()
        least, most = self._least * self._line, _MOST_LINES * self._line
        height = round(min(most, max(least, wanted))) + _AROUND
        if height != self.height():
            self.setFixedHeight(height)
