"""A labelled control with help below, and the sentence that says what to mend in its place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kit_app.ui.common.accessible import announce, describe, set_look
from kit_app.ui.common.controls import NumberField
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label


class Field(QWidget):
    """Label above, control, then help or what is wrong."""

    def __init__(
        self, label: str, control: QWidget, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._words = label
        self._help = help_text
        self._error = ""
        self._check: Callable[[], str] | None = None
        self.label = Label(label, "label", self)
        self.label.setTextFormat(Qt.TextFormat.AutoText)
        self.label.setBuddy(control)
        self.message = Label(help_text, "help", self)
        self._icon = IconLabel("warn", "danger", SMALL, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(control)
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.message, 1)
        column.addLayout(row)
        column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show()

    @property
    def error(self) -> str:
        """The sentence shown, empty when all is well."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, in place of the help."""
        if sentence == self._error:
            return
        self._error = sentence
        self._show()
        if sentence:
            announce(self.control)

    def clear_error(self) -> None:
        """Take the sentence away."""
        self.set_error("")

    def set_help(self, text: str) -> None:
        """Change the quiet sentence below."""
        self._help = text
        self._show()

    def check_with(self, check: Callable[[], str]) -> None:
        """Ask `check` for a sentence on leaving the control; typing takes the sentence away."""
        self._check = check
        control = self.control
        if isinstance(control, QLineEdit):
            control.editingFinished.connect(self.check)
            control.textEdited.connect(self.clear_error)
        elif isinstance(control, QComboBox):
            control.currentIndexChanged.connect(self.check)
        elif isinstance(control, QDateTimeEdit):
            control.editingFinished.connect(self.check)
        elif isinstance(control, NumberField):
            control.changed.connect(self.check)

    def check(self) -> bool:
        """Whether all is well, after asking again."""
        if self._check is not None:
            self.set_error(self._check())
        return not self._error

    def _show(self) -> None:
        is_wrong = bool(self._error)
        self._icon.setVisible(is_wrong)
        self.message.setText(self._error or self._help)
        self.message.set_role("error" if is_wrong else "help")
        self.message.setVisible(bool(self.message.text()))
        set_look(self.control, "state", "error" if is_wrong else "")
        describe(self.control, self._words, self._error or self._help)
        if isinstance(self.control, NumberField):
            describe(self.control.edit, self._words, self._error or self._help)
