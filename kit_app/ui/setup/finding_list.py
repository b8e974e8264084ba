"""The lines of the pre-flight: what needs a hand in panels of their own first, the rest in rows."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.preflight.finding import Finding, in_order
from kit_app.services.preflight_lines import TOPICS
from kit_app.ui.common.labels import rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.setup.card_panel import CardPanel
from kit_app.ui.setup.finding_panel import FindingPanel, FindingRow


class FindingList(QWidget):
    """`chosen(str)`: the id of the action that was taken. Lines keep their widgets, so that nothing jumps."""

    chosen = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardPanel(t, self)
        self._panels: dict[str, FindingPanel] = {
            ident: self.card if ident == "cards" else FindingPanel(t, self) for ident in TOPICS
        }
        self._fine = Panel("", self, padding=4)
        self._fine.body.setSpacing(0)
        self._rows: dict[str, FindingRow] = {}
        self._rules: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for ident, panel in self._panels.items():
            panel.setObjectName(f"panel-{ident}")
            panel.chosen.connect(self.chosen)
            self._column.addWidget(panel)
            self._rules[ident] = rule(self._fine)
            self._rows[ident] = FindingRow(ident, t, self._fine)
            self._rows[ident].chosen.connect(self.chosen)
            self._fine.add(self._rules[ident])
            self._fine.add(self._rows[ident])
        self._column.addWidget(self._fine)
        self.show_findings({})

    def show_findings(self, found: Mapping[str, Finding]) -> None:
        """Show these; lines that are not among them are still being tried."""
        wrong = [one for one in in_order(tuple(found.values())) if one.is_amiss]
        for place, finding in enumerate(wrong):
            panel = self._panels[finding.ident]
            panel.show_finding(finding)
            if self._column.indexOf(panel) != place:
                self._column.removeWidget(panel)
                self._column.insertWidget(place, panel)
        needing = {one.ident for one in wrong}
        shown = [ident for ident in TOPICS if ident not in needing]
        for ident in TOPICS:
            self._panels[ident].setVisible(ident in needing)
            self._rows[ident].setVisible(ident in shown)
            self._rules[ident].setVisible(ident in shown[1:])
            if ident in found and ident in shown:
                self._rows[ident].show_finding(found[ident])
        self._fine.setVisible(bool(shown))

    def panel(self, ident: str) -> FindingPanel:
        """The panel of a line, which shows only when a hand is needed."""
        return self._panels[ident]

    def row(self, ident: str) -> FindingRow:
        """The row of a line, which shows only when all is well or it is still being tried."""
        return self._rows[ident]
