"""People reached: by year and audience, and by service. Few people are never shown."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.charts import people_chart
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import ListTable
from kit_app.ui.results.chart_table import ChartTable
from kit_app.ui.results.tables import number_table, people_rows, people_table, show_rows
from kit_app.views.statistics import PeopleTable


class PeopleView(QWidget):
    """Shows three tables of people, two of them with charts."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        why = t(
            "Under five people a number is hidden (< 5), and so is a second one (–)"
            " where the first could be worked out."
        )
        column.addWidget(Label(why, "small", self))
        self.audiences = self._grouped(t("People by audience"), t("Audience"))
        self._crossed = Panel(t("People by year and audience"), self)
        self.crossed: ListTable | None = None
        column.addWidget(self._crossed)
        self.services = self._grouped(t("People by service"), t("Service"))
        column.addStretch(1)

    def _grouped(self, title: str, name: str) -> ChartTable:
        panel = ChartTable(title, self)
        panel.set_table(people_table(name, self._t, panel))
        self._column.addWidget(panel)
        return panel

    def show_people(self, audiences: PeopleTable, crossed: PeopleTable, services: PeopleTable) -> None:
        """Show other numbers."""
        t = self._t
        self.audiences.chart.show_chart(people_chart(audiences, t("People by audience"), t))
        people_rows(self.audiences.table, audiences, t)
        self.services.chart.show_chart(people_chart(services, t("People by service"), t))
        people_rows(self.services.table, services, t)
        self._show_crossed(crossed)

    def _show_crossed(self, crossed: PeopleTable) -> None:
        """A new table: its columns are the audiences that there are."""
        t = self._t
        if self.crossed is not None:
            self._crossed.body.removeWidget(self.crossed)
            self.crossed.hide()
            self.crossed.deleteLater()
        heads = (t("Year"), *crossed.columns, t("Together"))
        giving_way = tuple(range(1, len(crossed.columns)))
        self.crossed = number_table(heads, t("People by year and audience"), self._crossed, giving_way)
        rows = [(row.name, *row.cells, row.total) for row in crossed.rows]
        show_rows(self.crossed, [*rows, (t("Together"), *crossed.sums, crossed.total)], last_is_sum=True)
        self._crossed.add(self.crossed)
        self.crossed.show()
