"""The counter of a region, people by year, and what each facility told."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, number, short_date
from kit_app.services.charts import people_chart
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.sums.chart_table import ChartTable
from kit_app.ui.sums.figures import Figure, FigureRow
from kit_app.ui.sums.tables import HEAD, people_rows, people_table
from kit_app.views.region_shown import FacilityLine, RegionContents, RegionOverview

_MOST_ROWS = 12
"""A longer list scrolls by itself."""


class FacilitiesView(QWidget):
    """`chosen(str)`: only this facility is to be meant."""

    chosen = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.figures = FigureRow(self)
        column.addWidget(self.figures)
        self.years = ChartTable(t("People reached by year"), self)
        self.years.set_table(people_table(t("Year"), t, self.years))
        column.addWidget(self.years)
        panel = Panel(t("Facilities"), self)
        heads = (t("Facility"), t("Sessions"), t("People"), t("Last year played"), t("Last sent"), "")
        self.table = ListTable(heads, panel, stretch=0)
        self.table.setObjectName("region-facilities")
        self.table.setAccessibleName(t("Facilities"))
        self.table.set_giving_way((3, 4))
        self.table.opened.connect(self.chosen)
        panel.add(self.table)
        why = t(
            "Enter or a double click shows one facility alone. Under five people a number is hidden (< 5),"
            " and so are others (–) where the first could be worked out."
        )
        panel.add(flowing(Label(why, "small", panel)))
        column.addWidget(panel)
        column.addStretch(1)

    def show_contents(self, contents: RegionContents) -> None:
        """Show other numbers."""
        self.figures.show_figures(figures(contents.overview, self._t))
        if contents.people is not None:
            title = self._t("People reached by year")
            self.years.chart.show_chart(people_chart(contents.people.years, title, self._t))
            people_rows(self.years.table, contents.people.years, self._t)
        self._show_facilities(contents.facilities)

    def _show_facilities(self, lines: Sequence[FacilityLine]) -> None:
        """A page of rows at a time: to measure the cells of hundreds takes seconds."""
        self.table.set_pages(
            len(lines), lambda first, count: [self._row(line) for line in lines[first : first + count]]
        )
        self.table.setFixedHeight(ListTable.ROW * min(len(lines), _MOST_ROWS) + HEAD)

    def _row(self, line: FacilityLine) -> Row:
        t = self._t
        cells = (
            Cell(text=line.name, is_bold=True),
            Cell(text=number(line.sessions, t.language), is_number=True),
            Cell(text=line.people, is_number=True),
            Cell(text=str(line.last_year or "–"), is_number=True),
            Cell(text=short_date(line.told_on), is_number=True),
            Cell(text=t("nothing for a year"), tag="warn") if line.is_silent else Cell(),
        )
        return Row(ident=line.id, cells=cells)


def figures(overview: RegionOverview, t: Catalogue) -> list[Figure]:
    """The counter of a region."""
    language = t.language
    silent = t.plural("{n} sent nothing for a year", "{n} sent nothing for a year", overview.silent)
    teams = t.plural("{n} team", "{n} teams", overview.teams)
    found = [
        Figure(
            number(overview.facilities, language),
            t.plural("facility played", "facilities played", overview.facilities),
            silent if overview.silent else "",
        ),
        Figure(
            number(overview.sessions, language),
            t.plural("session played", "sessions played", overview.sessions),
            teams,
        ),
    ]
    if overview.people is None or overview.won_teams is None:
        return [*found, Figure(t("fewer than 5"), t("people"), t("other numbers are hidden"))]
    won = t("{won} of {teams}", won=overview.won_teams, teams=overview.teams)
    share = t("{percent} %", percent=round(100 * overview.won_teams / overview.teams))
    hints = number(overview.hints_per_team or 0.0, language, 1)
    return [
        *found,
        Figure(number(overview.people, language), t("people")),
        Figure(share, t("finish in time"), won),
        Figure(hints, t("hints a team")),
    ]
