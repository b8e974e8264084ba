"""What the facilitator chose for the console: two steps of time of their own, and the code of its lock."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kit_app.domain.settings import LONGEST_LOCK_CODE, MOST_OWN_MINUTES
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import NumberField
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel

_ADD, _TAKE = "add", "take"


class OwnStep(QWidget):
    """So many minutes, to add or to take. `changed()` after a choice."""

    changed = Signal()

    def __init__(self, name: str, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = SegmentedChoice([(_ADD, t("Add")), (_TAKE, t("Take"))], self, name=name)
        names = (t("One minute less"), t("One minute more"))
        self.count = NumberField(1, MOST_OWN_MINUTES, self, value=1, names=names)
        describe(self.count.edit, name, t("minutes"))
        self.sign.changed.connect(self.changed)
        self.count.changed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.count)
        row.addWidget(Label(t("minutes"), "body", self, wraps=False))
        self.setFocusProxy(self.sign)

    def value(self) -> int:
        """Minutes, negative to take."""
        return self.count.value() if self.sign.value() == _ADD else -self.count.value()

    def set_value(self, minutes: int) -> None:
        """Show a step without telling."""
        self.sign.set_value(_ADD if minutes > 0 else _TAKE)
        self.count.set_value(abs(minutes))


class ConsolePanel(Panel):
    """`edited` after every change."""

    edited = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Console"), parent)
        names = (t("First step of your own"), t("Second step of your own"))
        self.steps = tuple(OwnStep(name, t, self) for name in names)
        for number, (step, name) in enumerate(zip(self.steps, names, strict=True), start=1):
            step.setObjectName(f"settings-own-step-{number}")
            step.changed.connect(self.edited)
            self.add(Field(name, step, "", self))
        self.add(Label(t("They stand beside the minutes of the clock, with the keys K and L."), "help", self))
        self.code = QLineEdit(self)
        self.code.setObjectName("settings-lock-code")
        self.code.setMaxLength(LONGEST_LOCK_CODE)
        self.code.setMaximumWidth(180)
        self.code.textEdited.connect(self.edited)
        words = t("Letters or digits, against curious hands; no password. While it is empty, F9 unlocks.")
        describe(self.code, t("Code to unlock the console"), words)
        self.add(Field(t("Code to unlock the console"), self.code, words, self))

    def own_minutes(self) -> tuple[int, int]:
        """The two steps, negative to take."""
        return self.steps[0].value(), self.steps[1].value()

    def show_choices(self, own_minutes: tuple[int, int], lock_code: str) -> None:
        """Show what holds."""
        for step, minutes in zip(self.steps, own_minutes, strict=True):
            step.set_value(minutes)
        self.code.setText(lock_code)
