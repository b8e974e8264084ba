"""A column beside something longer: what it holds stays in view while the page scrolls."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Staying(QWidget):
    """As wide as `part`, and at least as high; where it is higher, `part` follows the view inside of it.

    What is higher than the view shows its beginning, and its end once the page is at its own.
    """

    def __init__(self, part: QWidget, area: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._area = area
        part.setParent(self)
        part.installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._place)
        area.verticalScrollBar().valueChanged.connect(self._place)
        area.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._soon.start(0))

    def set_widths(self, least: int, most: int) -> None:
        """Between how many pixels it is wide."""
        self.setMinimumWidth(least)
        self.setMaximumWidth(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._part and event.type() == QEvent.Type.LayoutRequest:
            self._soon.start(0)
        return False

    def _place(self) -> None:
        """Put the part where it is seen."""
        layout = self._part.layout()
        if layout is None or not self.width():
            return
        high = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
        if high != self.minimumHeight():
            self.setMinimumHeight(high)
        over = self._area.viewport().mapToGlobal(QPoint()).y() - self.mapToGlobal(QPoint()).y()
        top = max(0, min(over, self.height() - high))
        self._part.setGeometry(0, top, self.width(), high)
