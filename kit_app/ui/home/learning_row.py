"""The way from the first page to where one learns to facilitate."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel

_LEAST_WORDS = 260


class LearningRow(Panel):
    """`asked()`: to the lessons."""

    asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=12)
        words = QWidget(self)
        words.setMinimumWidth(_LEAST_WORDS)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(t("Your first time, or long ago?"), "bold", words))
        column.addWidget(Label(t("Short lessons, a first rehearsal, and a list."), "quiet", words))
        column.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.button = KeyButton(t("Learn to facilitate"), self, icon="users")
        self.button.setObjectName("home-learn")
        self.button.clicked.connect(self.asked)
        row = FlowRow(spacing=12)
        row.add(words, 1)
        row.add(self.button)
        self.add(row)
