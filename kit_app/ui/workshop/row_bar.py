"""Above the fields of a row: what it is, and the buttons that put another one in, move it or take it out."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import Adding, Row
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.labels import Label


class RowBar(QWidget):
    """`asked(act)`: “add”, “up”, “down” or “remove” this row. `n`: how many rows its list has."""

    asked = Signal(str)

    def __init__(self, row: Row, n: int, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(Label(row.title, "small", self), 1)
        name = f"{row.lists[0].file}:{'.'.join(map(str, (*row.lists[0].path, row.number)))}"
        acts = {
            "add": ("plus", t("Put another one behind: {row}", row=row.title), True),
            "up": ("up", t("Move up: {row}", row=row.title), row.number > 0),
            "down": ("down", t("Move down: {row}", row=row.title), row.number < n - 1),
            "remove": ("trash", t("Remove: {row}", row=row.title), True),
        }
        for act, (icon, words, is_on) in acts.items():
            if row.is_key and act in ("up", "down"):
                continue
            button = icon_button(icon, words, self, kind="quiet")
            button.setObjectName(f"row-{act}:{name}")
            button.setEnabled(is_on)
            button.clicked.connect(partial(self.asked.emit, act))
            line.addWidget(button)


def adding_button(adding: Adding, t: Catalogue, parent: QWidget) -> KeyButton:
    """The button that puts a row at the end of a list."""
    button = KeyButton(t("Add: {row}", row=adding.label), parent, kind="quiet", size="small", icon="plus")
    button.setObjectName(f"add:{adding.lists[0].file}:{'.'.join(map(str, adding.lists[0].path))}")
    return button
