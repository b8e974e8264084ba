"""Before people answer one by one: without a code anybody finds the way back, so one is offered."""

from PySide6.QtWidgets import QLineEdit, QWidget

from kit_app.domain.settings import LONGEST_LOCK_CODE
from kit_app.i18n import Catalogue
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.fields import Field

WITH, WITHOUT = "with", "without"


class CodeQuestion(QuestionDialog):
    """`chosen` is `WITH` (then `code` is not empty), `WITHOUT`, or empty when nothing shall begin."""

    def __init__(self, t: Catalogue, parent: QWidget) -> None:
        self._field = QLineEdit()
        self._field.setObjectName("alone-code")
        self._field.setMaxLength(LONGEST_LOCK_CODE)
        name = t("Code that leads back")
        self._field.setAccessibleName(name)
        help_text = t("Letters or digits. It also unlocks the console; Settings, Console has it.")
        super().__init__(
            t("Choose a code, so that only you get back?"),
            t("Without one, the key F9 and then Enter lead back to the program, for everybody."),
            (Verb(WITHOUT, t("Begin without a code")), Verb(WITH, t("Begin with this code"), "primary")),
            parent,
            body=Field(name, self._field, help_text),
        )
        for ident, button in self.buttons.items():
            button.setObjectName(f"alone-{ident}")
        self.buttons[WITH].setDefault(True)
        self._field.textChanged.connect(self._look)
        self._look()
        self._field.setFocus()

    def _look(self) -> None:
        self.buttons[WITH].setEnabled(bool(self.code))

    @property
    def code(self) -> str:
        """What was typed."""
        return self._field.text().strip()
