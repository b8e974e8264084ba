"""The line that asks for any one printed card: a field for its code, typed or scanned."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import describe, set_look
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.setup.finding_panel import FindingPanel

_FIELD_WIDTH = 190
_EXAMPLE = "BCD·FGH"


class CardPanel(FindingPanel):
    """`read(str)`: what was typed or scanned."""

    read = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        self.edit = QLineEdit(self)
        self.edit.setObjectName("play-card")
        self.edit.setProperty("mono", "true")
        self.edit.setPlaceholderText(_EXAMPLE)
        self.edit.setFixedWidth(_FIELD_WIDTH)
        self.edit.returnPressed.connect(self._take)
        self.edit.textEdited.connect(lambda: self.say("", is_wrong=False))
        self.check = KeyButton(t("Check this card"), self)
        self.check.setObjectName("play-card-check")
        self.check.clicked.connect(self._take)
        self.said = Label("", "error", self)
        self.said.setObjectName("play-card-said")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(self.check)
        row.addStretch(1)
        self.words.addSpacing(4)
        self.words.addLayout(row)
        self.words.addWidget(self.said)
        self.say("", is_wrong=False)

    def say(self, sentence: str, *, is_wrong: bool) -> None:
        """What the last card told, under the field."""
        self.said.setText(sentence)
        self.said.set_role("error" if is_wrong else "small")
        self.said.setVisible(bool(sentence))
        set_look(self.edit, "state", "error" if is_wrong else "")
        describe(self.edit, self._t("Code of any card"), sentence)

    def _take(self) -> None:
        typed = self.edit.text()
        if typed.strip():
            self.edit.clear()
            self.read.emit(typed)
        self.edit.setFocus()
