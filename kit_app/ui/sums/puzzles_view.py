"""How hard each puzzle was: a chart, and the table with the same numbers and more."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.charts import puzzle_chart
from kit_app.ui.common.chart import ChartView
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.sums.tables import HEAD, number_table
from kit_app.ui.sums.words import count_text, time_text
from kit_app.views.statistics import PuzzleLine


class PuzzlesView(QWidget):
    """Shows `PuzzleLine`s. `few`: why a puzzle that few met has no bar."""

    def __init__(self, title: str, few: str, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._title, self._few = title, few
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        panel = Panel(title, self)
        panel.add(Label(t("median (bar), 80 % of the teams (dot), target (stroke)"), "small", panel))
        self.chart = ChartView(panel)
        panel.add(self.chart)
        column.addWidget(panel)
        below = Panel("", self, padding=8)
        heads = (
            *(
                t("Puzzle"),
                t("Teams"),
                t("Solved"),
                t("Given up"),
                t("Median"),
                t("80 % within"),
                t("Target"),
            ),
            *(t("Hint 1"), t("Hint 2"), t("Hint 3"), t("Wrong answers")),
        )
        self.table = number_table(heads, title, below, (9, 8, 7, 6, 5, 10, 2))
        below.add(self.table)
        column.addWidget(below)
        column.addStretch(1)

    def show_puzzles(self, lines: Sequence[PuzzleLine]) -> None:
        """Show other numbers."""
        self.chart.show_chart(puzzle_chart(lines, self._title, self._few, self._t))
        self.table.set_rows([self._row(line) for line in lines])
        self.table.setFixedHeight(ListTable.ROW * len(lines) + HEAD)

    def _row(self, line: PuzzleLine) -> Row:
        one = line.count
        target = time_text(one.target_s * 1000)
        texts: Sequence[str] = (
            *(str(one.met), str(one.solved + one.forced), count_text(one.left)),
            *(_seconds(one.median_s), _seconds(one.p80_s), target),
            *(*map(count_text, one.hints), count_text(one.wrong)),
        )
        if one.is_few:
            texts = ("< 5", *("–",) * 4, target, *("–",) * 4)
        cells = (Cell(text=text, is_number=True) for text in texts)
        name = Cell(text=f"{one.puzzle} {one.title}", is_bold=True, path=one.path)
        return Row(ident=one.puzzle, cells=(name, *cells))


def _seconds(value: float | None) -> str:
    return time_text(None if value is None else round(value * 1000))
