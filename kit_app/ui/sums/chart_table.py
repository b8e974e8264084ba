"""A chart with the table of the same numbers beside it, or below it where there is less room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kit_app.ui.common.chart import ChartView
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import ListTable

_BESIDE_FROM = 860


class ChartTable(Panel):
    """A panel with both; the caller fills them. Wide tables stand below (`may_be_beside` False)."""

    def __init__(self, title: str, parent: QWidget, *, may_be_beside: bool = True) -> None:
        super().__init__(title, parent)
        self._may_be_beside = may_be_beside
        self.chart = ChartView(self)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(16)
        self._row.addLayout(_at_top(self.chart), 3)
        self.add(self._row)

    def set_table(self, table: ListTable) -> None:
        """The table that belongs to the chart."""
        self.table = table
        self._row.addLayout(_at_top(table), 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self._may_be_beside and self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)


def _at_top(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(part)
    column.addStretch(1)
    return column
