"""People reached: by audience, by year and audience, and by where they work. Few people are never shown."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.charts import people_chart
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import ListTable
from kit_app.ui.sums.chart_table import ChartTable
from kit_app.ui.sums.tables import number_table, people_rows, people_table, show_rows
from kit_app.views.statistics import PeopleTable

_COLUMNS_FROM = 900


class PeopleView(QWidget):
    """Shows three tables of people, two of them with charts. `places`: title and group of the last one."""

    def __init__(self, places: tuple[str, str], t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._places = places[0]
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        why = t(
            "Under five people a number is hidden (< 5), and so are others (–), here and in the other tables,"
            " where the first could be worked out."
        )
        column.addWidget(Label(why, "small", self))
        self.audiences = self._grouped(t("People by audience"), t("Audience"))
        self._crossed = Panel(t("People by year and audience"), self)
        self.crossed: ListTable | None = None
        self._shown: PeopleTable | None = None
        self._is_wide = True
        column.addWidget(self._crossed)
        self.services = self._grouped(*places)
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
        self.services.chart.show_chart(people_chart(services, self._places, t))
        people_rows(self.services.table, services, t)
        self._shown = crossed
        self._show_crossed()

    def _show_crossed(self) -> None:
        """A new table: a column an audience, or, where these would not fit, a row a year and audience."""
        t, shown = self._t, self._shown
        if shown is None:
            return
        if self.crossed is not None:
            self._crossed.body.removeWidget(self.crossed)
            self.crossed.hide()
            self.crossed.deleteLater()
        name = t("People by year and audience")
        if self._is_wide:
            self.crossed = number_table((t("Year"), *shown.columns, t("Together")), name, self._crossed)
            rows = [(row.name, *row.cells, row.total) for row in shown.rows]
            sums = (t("Together"), *shown.sums, shown.total)
        else:
            self.crossed = number_table((f"{t('Year')} · {t('Audience')}", t("People")), name, self._crossed)
            rows = [
                (f"{row.name} · {audience}", people)
                for row in shown.rows
                for audience, people in zip(shown.columns, row.cells, strict=True)
            ]
            sums = (t("Together"), shown.total)
        show_rows(self.crossed, [*rows, sums], last_is_sum=True)
        self._crossed.add(self.crossed)
        self.crossed.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _COLUMNS_FROM
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show_crossed()
