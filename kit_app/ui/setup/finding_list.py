"""Findings as they are read before a game: what needs a hand in a panel of its own, the rest in rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.icons import NORMAL
from kit_app.ui.common.labels import IconLabel, Label, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.setup.findings import Finding

_TOPIC_WIDTH = 190


class FindingList(QWidget):
    """`chosen(str)` tells the finding whose action was taken."""

    chosen = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._parts: list[QWidget] = []
        self.buttons: dict[str, KeyButton] = {}

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show these in place of those before."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self.buttons = {}
        self._parts = [self._panel(one) for one in found if one.level != "ok"]
        fine = [one for one in found if one.level == "ok"]
        if fine:
            self._parts.append(self._rows(fine))
        for part in self._parts:
            self._column.addWidget(part)
            part.show()

    def _panel(self, finding: Finding) -> QWidget:
        panel = Panel("", self, look="danger" if finding.level == "danger" else "warn")
        row = QHBoxLayout()
        row.setSpacing(16)
        token = "danger" if finding.level == "danger" else "warn"
        row.addWidget(IconLabel(finding.icon, token, NORMAL + 4, panel), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(finding.topic, "h3", panel))
        words.addWidget(Label(finding.text, "body", panel))
        row.addLayout(words, 1)
        if finding.action:
            button = KeyButton(finding.action, panel)
            button.setObjectName(f"finding-{finding.ident}")
            button.clicked.connect(lambda _checked=False, ident=finding.ident: self.chosen.emit(ident))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons[finding.ident] = button
        panel.add(row)
        state = self._t("to settle") if finding.level == "danger" else self._t("to confirm")
        panel.setAccessibleName(self._t("{name}: {value}", name=finding.topic, value=state))
        panel.setAccessibleDescription(finding.text)
        return panel

    def _rows(self, fine: Sequence[Finding]) -> QWidget:
        panel = Panel("", self, padding=4)
        panel.body.setSpacing(0)
        for place, finding in enumerate(fine):
            if place:
                panel.add(rule(panel))
            row = QHBoxLayout()
            row.setContentsMargins(12, 8, 12, 8)
            row.setSpacing(16)
            row.addWidget(IconLabel("check", "ok", NORMAL, panel), 0, Qt.AlignmentFlag.AlignTop)
            topic = Label(finding.topic, "bold", panel)
            topic.setFixedWidth(_TOPIC_WIDTH)
            row.addWidget(topic, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(finding.text, "body", panel), 1)
            panel.add(row)
        return panel
