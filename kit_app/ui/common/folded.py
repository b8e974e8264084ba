"""A part of a form that is folded away behind its name, with what is chosen in it beside the name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label


class Folded(QWidget):
    """Put the controls into `body`, and into `summary` what they are set to. Folded at first."""

    def __init__(self, title: str, name: str, t: Catalogue, parent: QWidget | None = None) -> None:
        """`name` is the object name of the switch."""
        super().__init__(parent)
        self._t = t
        self.is_open = False
        self.switch = KeyButton(title, self, kind="quiet", icon="right")
        self.switch.setObjectName(name)
        self.switch.clicked.connect(lambda: self.set_open(not self.is_open))
        self.summary = Label("", "small", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.switch)
        head.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body = QWidget(self)
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.body)
        self._dress()

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold."""
        self.is_open = is_open
        self.body.setVisible(is_open)
        self._dress()

    def _dress(self) -> None:
        self.switch.set_icon("down" if self.is_open else "right")
        self.switch.setAccessibleDescription(self._t("unfolded") if self.is_open else self._t("folded"))
