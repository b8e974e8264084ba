"""The sections of a page of results as a row of buttons, of which one is chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow


class SectionRow(QWidget):
    """`chosen(str)`: a person wants another section; the page says which one is `current`."""

    chosen = Signal(str)

    def __init__(
        self, sections: Sequence[tuple[str, str]], prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        flow = FlowRow(self, spacing=4)
        group = QButtonGroup(self)
        self.buttons: dict[str, KeyButton] = {}
        for ident, words in sections:
            button = KeyButton(words, self, kind="quiet")
            button.setCheckable(True)
            button.setObjectName(f"{prefix}-section-{ident}")
            button.clicked.connect(partial(self._choose, ident))
            group.addButton(button)
            flow.addWidget(button)
            self.buttons[ident] = button

    def _choose(self, ident: str, _checked: bool = False) -> None:
        self.chosen.emit(ident)

    def set_current(self, current: str) -> None:
        """Mark the section that is shown."""
        for ident, button in self.buttons.items():
            button.setChecked(ident == current)
            button.set_kind("strong" if ident == current else "quiet")
