"""All that is meant together: the counter, people by year, the last games."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, joined, number, time_left
from kit_app.services.charts import people_chart
from kit_app.services.result_words import of_kept
from kit_app.ui.common.chart import ChartView
from kit_app.ui.common.panel import Panel
from kit_app.ui.results.run_list import RunList
from kit_app.ui.sums.figures import Figure, FigureRow
from kit_app.ui.sums.tables import people_rows, people_table
from kit_app.views.facts import RunFacts
from kit_app.views.statistics import Overview, PeopleTable

_SIDE, _BESIDE_FROM = 460, 980


class OverviewView(QWidget):
    """`opened(str)` tells the id of a session that a person wants to see."""

    opened = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.figures = FigureRow(self)
        column.addWidget(self.figures)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        years = Panel(t("People reached by year"), self)
        self.chart = ChartView(years)
        self.table = people_table(t("Year"), t, years)
        years.add(self.chart)
        years.add(self.table)
        years.body.addStretch(1)
        self._columns.addWidget(years, 1)
        self._side = Panel(t("Last games"), self)
        self.last = RunList(t, self._side, is_short=True)
        self.last.opened.connect(self.opened)
        self._side.add(self.last, 1)
        self._columns.addWidget(self._side)
        column.addLayout(self._columns)
        column.addStretch(1)

    def show_overview(self, overview: Overview, years: PeopleTable, last: tuple[RunFacts, ...]) -> None:
        """Show other results."""
        self.figures.show_figures(self._figures(overview))
        self.chart.show_chart(people_chart(years, self._t("People reached by year"), self._t))
        people_rows(self.table, years, self._t)
        self.last.show_runs(last)

    def _figures(self, overview: Overview) -> list[Figure]:
        t = self._t
        language = t.language
        teams = t.plural("{n} team", "{n} teams", overview.teams)
        sessions = t.plural("session played", "sessions played", overview.sessions)
        first = Figure(number(overview.sessions, language), sessions, teams)
        if overview.people is None:
            return [first, Figure(t("fewer than 5"), t("people"), t("other numbers are hidden"))]
        won = t("{won} of {teams}", won=overview.won_teams, teams=overview.teams)
        asked = (
            t("most for {puzzles}", puzzles=joined(overview.hardest, language)) if overview.hardest else ""
        )
        left, kept = overview.left_s, of_kept(overview, t)
        return [
            first,
            Figure(number(overview.people, language), t("people")),
            Figure(
                t("{percent} %", percent=round(100 * (overview.won_share or 0.0))), t("finish in time"), won
            ),
            Figure(
                number(overview.hints_per_team or 0.0, language, 1),
                t("hints a team"),
                ", ".join(filter(None, (asked, kept))) if asked else "",
            ),
            Figure(
                time_left(round(1000 * left)) if left is not None else "–",
                t("left at the end"),
                ", ".join(filter(None, (t("median of those who won"), kept))),
            ),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._side.setFixedWidth(_SIDE) if is_wide else self._side.setMaximumWidth(16_777_215)
