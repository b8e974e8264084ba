"""The session that was played last, and the two ways on from it: the talk and the results."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag

_BESIDE_FROM = 700


class Played(Panel):
    """`debrief_asked()`, `results_asked()`: what the person wants with the session that was played."""

    debrief_asked = Signal()
    results_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.tag = Tag(t("played"), "ok", self)
        self.name = Label("", "h2", self)
        self.facts = Label("", "quiet", self)
        self.debrief = KeyButton(t("Debrief"), self, size="large")
        self.debrief.setObjectName("home-debrief")
        self.debrief.clicked.connect(self.debrief_asked)
        self.results = KeyButton(t("Results"), self, size="large", icon="chart")
        self.results.setObjectName("home-results")
        self.results.clicked.connect(self.results_asked)
        actions = FlowRow(spacing=12)
        for button in (self.debrief, self.results):
            actions.add(button)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addLayout(actions)
        self.add(self._row)
        self._enter = t("Enter")

    def show_session(self, name: str, facts: str, *, is_first: bool) -> None:
        """Show a session; `is_first`: nothing on the page comes before it, so that Enter is its debrief."""
        self.name.setText(name)
        self.facts.setText(facts)
        self.set_look("marked" if is_first else "plain")
        self.debrief.set_kind("primary" if is_first else "secondary")
        self.debrief.set_key("Return" if is_first else "", self._enter if is_first else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
