"""The steps to a kit that can be published: what is written, and what is still missing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.steps import WritingStep
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel


class StepsPanel(Panel):
    """`go_asked(Place)`: lead to the next field where nothing is written yet."""

    go_asked = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Step by step"), parent, look="info")
        self._t = t
        self._steps: tuple[WritingStep, ...] = ()
        self.buttons: list[KeyButton] = []
        words = t("Each step leads to its next empty field. When all are done, the kit can be published.")
        self.add(Label(words, "small", self))

    def show_steps(self, steps: Sequence[WritingStep]) -> None:
        """Say how far each step is."""
        self._steps = tuple(steps)
        while len(self.buttons) < len(steps):
            number = len(self.buttons)
            button = KeyButton("", self, kind="quiet", size="small")
            button.setObjectName(f"step-{number}")
            button.clicked.connect(lambda _=False, which=number: self._go(which))
            self.buttons.append(button)
            self.add(button)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(steps))
            if number < len(steps):
                self._dress(button, steps[number])

    def _dress(self, button: KeyButton, step: WritingStep) -> None:
        n = len(step.missing)
        state = self._t.plural("{n} field is empty", "{n} fields are empty", n) if n else self._t("done")
        button.setText(self._t("{topic}: {sentence}", topic=step.title, sentence=state).replace("&", "&&"))
        button.set_icon("edit" if n else "check")
        button.setEnabled(n > 0)

    def _go(self, number: int) -> None:
        if number < len(self._steps) and self._steps[number].missing:
            self.go_asked.emit(self._steps[number].missing[0])
