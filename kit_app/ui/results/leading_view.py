"""How games were led: hints, time, what went wrong, what was noted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.leading_rows import LeadingPart, leading_parts
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.sums.tables import number_table, show_rows
from kit_app.views.facts import LeadingCount


class LeadingView(QWidget):
    """Shows a `LeadingCount`, in all and for each game."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hidden = Label("", "body", self)
        self._column.addWidget(self.hidden)
        self._panels: list[Panel] = []
        self._column.addStretch(1)

    def show_leading(self, count: LeadingCount | None) -> None:
        """Show other numbers; None: they are hidden."""
        t = self._t
        self.hidden.setText(t("Under five people played: how games were led is not shown."))
        self.hidden.setVisible(count is None)
        for old in self._panels:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._panels = [self._panel(part) for part in leading_parts(count, t)] if count else []
        for place, panel in enumerate(self._panels):
            self._column.insertWidget(place + 1, panel)
            panel.show()

    def _panel(self, part: LeadingPart) -> Panel:
        t = self._t
        panel = Panel(part.title, self)
        heads: Sequence[str] = ("", t("In all"), t("A game"))
        table = number_table(heads, part.title, panel)
        show_rows(table, [row.texts(t.language) for row in part.rows])
        panel.add(table)
        return panel
