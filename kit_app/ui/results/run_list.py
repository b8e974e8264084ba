"""A list of runs that may be very long: rows are asked for when a person comes to them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.game.masking import size_text
from kit_app.i18n import Catalogue, short_date
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.when import day_of
from kit_app.ui.results.words import outcome_tag
from kit_app.ui.sums.words import time_text
from kit_app.views.facts import RunFacts

Fetch = Callable[[int, int], Sequence[RunFacts]]


class RunList(QWidget):
    """`opened(str)` tells the id of a run's session. `is_short`: date, name and outcome only."""

    opened = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None, *, is_short: bool = False) -> None:
        super().__init__(parent)
        self._t = t
        self._is_short = is_short
        heads: tuple[str, ...] = (t("Date"), t("Session"), t("Outcome"))
        if not is_short:
            heads = (*heads, t("People"), t("Played"), t("Hints"), t("Facility"))
        self.table = ListTable(heads, self, stretch=1)
        self.table.setAccessibleName(t("Last games") if is_short else t("Games"))
        self.table.setObjectName("results-runs-short" if is_short else "results-runs")
        if not is_short:
            self.table.set_giving_way([6, 5, 4, 3])
        self.table.opened.connect(lambda ident: self.opened.emit(ident.rpartition("/")[0]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_runs(self, runs: Sequence[RunFacts]) -> None:
        """Show a few runs."""
        self.table.set_rows([self._row(run) for run in runs])

    def show_pages(self, total: int, fetch: Fetch) -> None:
        """Show very many runs, a page at a time."""
        self.table.set_pages(total, lambda first, count: [self._row(run) for run in fetch(first, count)])

    def _row(self, run: RunFacts) -> Row:
        words, kind = outcome_tag(run.outcome, run.left_s, self._t)
        day = day_of(run.day)
        cells = [
            Cell(text=short_date(day) if day else "–", is_quiet=True),
            Cell(text=run.team_label, below=run.session_name, is_bold=True),
            Cell(text=words, tag=kind),
        ]
        if not self._is_short:
            cells += [
                Cell(text=size_text(run.people), is_number=True),
                Cell(text=time_text(run.played_s * 1000), is_number=True),
                Cell(text=str(run.hints), is_number=True),
                Cell(text=run.facility, is_quiet=True),
            ]
        return Row(ident=f"{run.session_id}/{run.team}", cells=tuple(cells))
