"""What was learnt by theme over many sessions: a chart and a table for each two moments."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.charts import learning_chart
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.sums.chart_table import ChartTable
from kit_app.ui.sums.tables import number_table, show_rows
from kit_app.views.statistics import LearningTable


class LearningView(QWidget):
    """Shows `LearningTable`s, or in the words of `nothing` that there is none."""

    def __init__(self, nothing: str, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.nothing = flowing(Label(nothing, "body", self))
        self._column.addWidget(self.nothing)
        self.panels: list[ChartTable] = []
        self._column.addStretch(1)

    def show_learning(self, tables: Sequence[LearningTable]) -> None:
        """Show other numbers."""
        self.nothing.setVisible(not tables)
        for old in self.panels:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.panels = [self._panel(table) for table in tables]
        for place, panel in enumerate(self.panels):
            self._column.insertWidget(place + 1, panel)
            panel.show()

    def _panel(self, table: LearningTable) -> ChartTable:
        t = self._t
        panel = ChartTable(table.title, self, may_be_beside=False)
        panel.chart.show_chart(learning_chart(table, t))
        heads = (t("Subject"), t("Before"), t("After"), t("Change in points"), t("People"))
        numbers = number_table(heads, table.title, panel, (1, 2))
        show_rows(
            numbers, [(one.theme, one.before, one.after, one.change, one.people) for one in table.lines]
        )
        panel.set_table(numbers)
        legend = t("right answers after (bar) and before (stroke)")
        panel.add(flowing(Label(f"{legend}. {table.method}", "small", panel)))
        return panel
