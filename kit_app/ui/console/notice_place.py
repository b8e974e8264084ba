"""The place of the banners on a team's page: over the foot of the graph, so that nothing moves for one."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.ui.common.graph import GraphPanel

FOOT = 104
"""So much room the graph leaves free at its foot, where it can: a sentence and a row of buttons (px)."""


_CHANGES = (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide)


class NoticePlace(QWidget):
    """Holds the graph, and what must be noticed over its foot. `moved()`: that takes another room."""

    moved = Signal()

    def __init__(self, graph: GraphPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graph = graph
        self._notices: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(graph)

    def hold(self, notices: QWidget) -> None:
        """Lay the banners over the foot."""
        if notices.parentWidget() is not self:
            is_up = not notices.isHidden()
            notices.setParent(self)
            notices.setVisible(is_up)
            notices.installEventFilter(self)
        self._notices = notices
        self._graph.leave_foot(FOOT)
        self._place()

    @property
    def shown(self) -> QWidget | None:
        """The banners, while there are some here."""
        return self._notices if self._notices is not None and self._notices.isVisible() else None

    def let_go(self) -> None:
        """The banners stand somewhere else."""
        if self._notices is not None:
            self._notices.removeEventFilter(self)
            self._notices = None
            self._graph.leave_foot(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._notices and event.type() in _CHANGES:
            self._place()
        return False

    def _place(self) -> None:
        notices = self._notices
        if notices is None:
            return
        wanted = notices.heightForWidth(self.width()) if notices.hasHeightForWidth() else -1
        height = wanted if wanted >= 0 else notices.sizeHint().height()
        notices.setGeometry(0, max(0, self.height() - height), self.width(), height)
        notices.raise_()
        self.moved.emit()
