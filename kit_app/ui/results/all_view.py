"""All runs together: numbers, how hard each puzzle was, the last games. Few people are never shown alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, joined, number, short_date, time_left
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.when import day_of
from kit_app.ui.results.difficulty import DifficultyChart
from kit_app.ui.results.figures import Figure, FigureRow
from kit_app.ui.results.words import count_text, outcome_tag, time_text
from kit_app.views.overview import Overview, PuzzleOverview
from kit_app.views.results import RunResult

_HEAD = 36
_PANEL_HEAD, _PANEL_FOOT = 48, 16
_SIDE = 460
_BESIDE_FROM = 980


class AllView(QWidget):
    """Shows an `Overview`. `opened(str)` tells the id of a session that a person wants to see."""

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
        self._columns.addWidget(self._build_chart(), 1)
        self._side = self._build_last()
        self._columns.addWidget(self._side)
        column.addLayout(self._columns)
        column.addWidget(self._build_table())
        column.addStretch(1)

    def _build_chart(self) -> Panel:
        t = self._t
        panel = Panel(t("Difficulty of the puzzles"), self)
        panel.add_to_head(
            Label(t("median (bar), 80 % of the teams (dot), target (stroke)"), "small", panel, wraps=False)
        )
        self.chart = DifficultyChart(t, panel)
        panel.add(self.chart)
        panel.body.addStretch(1)
        self._difficulty = panel
        return panel

    def _build_last(self) -> Panel:
        t = self._t
        panel = Panel(t("Last games"), self)
        self.last = ListTable((t("Date"), t("Session"), t("Outcome")), panel, stretch=1)
        self.last.setAccessibleName(t("Last games"))
        self.last.opened.connect(lambda ident: self.opened.emit(ident.partition("/")[0]))
        panel.add(self.last, 1)
        return panel

    def _build_table(self) -> Panel:
        t = self._t
        panel = Panel("", self, padding=8)
        heads = (
            *(t("Puzzle"), t("Teams"), t("Solved"), t("Median"), t("80 % within"), t("Target")),
            *(t("Hint 1"), t("Hint 2"), t("Hint 3"), t("Wrong answers")),
        )
        self.table = ListTable(heads, panel, stretch=0)
        self.table.setAccessibleName(t("Difficulty of the puzzles"))
        self.table.set_giving_way([8, 7, 6, 5, 4, 9])
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel.add(self.table)
        return panel

    def show_overview(self, overview: Overview) -> None:
        """Show other results."""
        self.figures.show_figures(self._figures(overview))
        self.chart.show_puzzles(overview.puzzles)
        self.last.set_rows([self._last_row(result) for result in overview.last])
        self.table.set_rows([self._row(puzzle) for puzzle in overview.puzzles])
        self.table.setFixedHeight(ListTable.ROW * len(overview.puzzles) + _HEAD)
        head = self.chart.y() if self.chart.y() > 0 else _PANEL_HEAD
        self._difficulty.setMinimumHeight(head + self.chart.height() + _PANEL_FOOT)

    def _figures(self, overview: Overview) -> list[Figure]:
        t = self._t
        hidden = t("fewer than 5")
        teams = t.plural("{n} team", "{n} teams", overview.teams)
        sessions = t.plural("session played", "sessions played", overview.sessions)
        if overview.people is None:
            return [
                Figure(str(overview.sessions), sessions, teams),
                Figure(hidden, t("people"), t("other numbers are hidden")),
            ]
        won = t("{won} of {teams}", won=overview.won_teams, teams=teams)
        hints = number(overview.hints_per_team or 0.0, t.language, 1)
        asked = (
            t("most for {puzzles}", puzzles=joined(overview.hardest, t.language)) if overview.hardest else ""
        )
        left = overview.median_left_ms
        return [
            Figure(str(overview.sessions), sessions, teams),
            Figure(str(overview.people), t("people")),
            Figure(
                t("{percent} %", percent=round(100 * (overview.won_share or 0.0))), t("finish in time"), won
            ),
            Figure(hints, t("hints a team"), asked),
            Figure(
                time_left(left) if left is not None else "–",
                t("left at the end"),
                t("median of those who won"),
            ),
        ]

    def _last_row(self, result: RunResult) -> Row:
        words, kind = outcome_tag(result, self._t)
        day = day_of(result.date)
        return Row(
            ident=f"{result.session_id}/{result.team_number}",
            cells=(
                Cell(text=short_date(day) if day else "–", is_quiet=True),
                Cell(text=f"{result.team_label} · {result.session_name}", is_bold=True),
                Cell(text=words, tag=kind),
            ),
        )

    def _row(self, puzzle: PuzzleOverview) -> Row:
        one = puzzle.statistic
        told: Sequence[str] = (
            *(str(one.runs), str(one.solved), time_text(one.median_ms), time_text(one.p80_ms)),
            *(
                time_text(one.target_ms),
                *(count_text(count) for count in one.hints),
                count_text(one.wrong_tries),
            ),
        )
        if puzzle.is_masked:
            told = ("<5", *("–",) * 3, time_text(one.target_ms), *("–",) * 4)
        cells = (Cell(text=text, is_number=True) for text in told)
        name = Cell(text=f"{one.id} {one.title}", is_bold=True, path=one.path or "")
        return Row(ident=one.id, cells=(name, *cells))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._side.setFixedWidth(_SIDE) if is_wide else self._side.setMaximumWidth(16_777_215)
