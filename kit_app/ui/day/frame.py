"""The frame of the dialogs about days: what scrolls, and below it what stays in sight."""

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label, flowing, rule


class DayFrame(QDialog):
    """Fill `column`; `answer` says what would come of it, `problem` what keeps it from being stored."""

    def __init__(self, title: str, verbs: tuple[str, str], size: tuple[int, int], parent: QWidget) -> None:
        """`verbs` are the words of the primary button and of the one that leaves."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.inside = QWidget(self)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(24, 20, 24, 12)
        self.column.setSpacing(12)
        self.column.addWidget(flowing(Label(title, "h2", self.inside)))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self.inside)
        self.answer = Label("", "h3", self)
        self.answer.setObjectName("day-answer")
        self.problem = Label("", "error", self)
        self.problem.setObjectName("day-problem")
        self.problem.hide()
        self.leave = KeyButton(verbs[1], self, key="Esc")
        self.leave.setObjectName("day-leave")
        self.leave.clicked.connect(self.reject)
        self.take = KeyButton(verbs[0], self, kind="primary")
        self.take.setObjectName("day-take")
        self.take.setDefault(True)
        self._lay_out()
        room = parent.window().size()
        self.resize(min(size[0], room.width() - 24), min(size[1], room.height() - 24))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 10, 24, 16)
        foot.setSpacing(6)
        for part in (self.answer, self.problem):
            foot.addWidget(part)
        foot.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(rule(self))
        whole.addLayout(foot)

    def say(self, answer: str, to_settle: int, t: Catalogue) -> None:
        """What would come of it, and how much of it has to be settled first."""
        more = t.plural("{n} point to settle", "{n} points to settle", to_settle) if to_settle else ""
        self.answer.setText(" – ".join(text for text in (answer, more) if text))
        self.take.setAccessibleDescription(self.answer.text())

    def refuse(self, sentence: str) -> None:
        """Say why nothing was stored; "" takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
