"""Which kits a region plays, in which version."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, number
from kit_app.services.charts import sessions_chart
from kit_app.ui.sums.chart_table import ChartTable
from kit_app.ui.sums.tables import number_table, show_rows
from kit_app.views.region_shown import KitLine


class KitsView(QWidget):
    """Shows `KitLine`s."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.panel = ChartTable(t("Sessions by kit"), self, may_be_beside=False)
        heads = (t("Kit"), t("Facilities"), t("Sessions"), t("People"))
        self.panel.set_table(number_table(heads, t("Kits"), self.panel))
        column.addWidget(self.panel)
        column.addStretch(1)

    def show_kits(self, lines: Sequence[KitLine]) -> None:
        """Show other numbers."""
        t = self._t
        named = [(f"{line.kit} {line.version}".strip(), line) for line in lines]
        bars = [(name, line.sessions) for name, line in named]
        self.panel.chart.show_chart(sessions_chart(bars, t("Sessions by kit"), t))
        rows = [
            (name, number(line.facilities, t.language), number(line.sessions, t.language), line.people)
            for name, line in named
        ]
        show_rows(self.panel.table, rows)
