"""Questions and one-line prompts: verbs on the buttons, the safe one is the default, Esc changes nothing."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.ui.common.buttons import KeyButton, Kind
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label

_WIDTH = 480


class Verb(NamedTuple):
    """What a button of a question does."""

    ident: str
    text: str
    kind: Kind = "secondary"
    is_default: bool = False


class _Sheet(QDialog):
    """The frame of both dialogs: title, text, something, buttons at the right."""

    def __init__(self, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.title = Label(title, "h2", self)
        self.text = Label(text, "body", self)
        self.text.setVisible(bool(text))
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setMinimumWidth(_WIDTH)

    def finish(self) -> None:
        """Put the buttons at the foot."""
        self.column.addSpacing(8)
        self.column.addLayout(self.row)
        self.column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)


class QuestionDialog(_Sheet):
    """A question as title, the consequence as text, one button a verb. The default has the focus."""

    def __init__(
        self,
        title: str,
        text: str,
        verbs: Sequence[Verb],
        parent: QWidget | None = None,
        *,
        body: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, parent)
        self._chosen = ""
        self.buttons: dict[str, KeyButton] = {}
        if body is not None:
            self.column.addWidget(body)
        for verb in verbs:
            button = KeyButton(verb.text, self, kind=verb.kind)
            button.clicked.connect(lambda _checked=False, ident=verb.ident: self._choose(ident))
            self.buttons[verb.ident] = button
            self.row.addWidget(button)
            if verb.is_default:
                button.setDefault(True)
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finish()

    @property
    def chosen(self) -> str:
        """The id of the verb taken, empty when the dialog was left."""
        return self._chosen

    def ask(self) -> str:
        """Show the question and wait; the id of the verb, empty after Esc."""
        self._chosen = ""
        self.exec()
        return self._chosen

    def _choose(self, ident: str) -> None:
        self._chosen = ident
        self.accept()


class TextDialog(_Sheet):
    """A line of text. `check` returns a sentence when the text will not do."""

    def __init__(
        self,
        title: str,
        label: str,
        verbs: tuple[str, str],
        parent: QWidget | None = None,
        *,
        value: str = "",
        check: Callable[[str], str] | None = None,
    ) -> None:
        """`verbs` are the words of the primary button and of the one that leaves."""
        super().__init__(title, "", parent)
        self.edit = QLineEdit(value, self)
        self.field = Field(label, self.edit, "", self)
        self._check = check
        self.column.addWidget(self.field)
        self.cancel = KeyButton(verbs[1], self)
        self.accept_button = KeyButton(verbs[0], self, kind="primary")
        self.accept_button.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._take)
        self.edit.textEdited.connect(self.field.clear_error)
        self.row.addWidget(self.cancel)
        self.row.addWidget(self.accept_button)
        self.finish()
        self.edit.selectAll()
        self.edit.setFocus()

    def value(self) -> str:
        """The text without the spaces around it."""
        return self.edit.text().strip()

    def ask(self) -> str | None:
        """Show the prompt and wait; the text, or None after Esc."""
        return self.value() if self.exec() == QDialog.DialogCode.Accepted.value else None

    def _take(self) -> None:
        sentence = self._check(self.value()) if self._check is not None else ""
        self.field.set_error(sentence)
        if not sentence:
            self.accept()
