"""Below the list of things: put another one in, copy, move or remove the one that is chosen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import SectionName, Thing
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow

PUZZLE_SECTIONS: tuple[SectionName, ...] = ("puzzles", "cards", "hints", "graph")


class ThingActs(QWidget):
    """`asked(act)`: “add”, “copy”, “up”, “down” or “remove”, of the thing that is shown."""

    asked = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        line = FlowRow(self, spacing=4)
        self.buttons: dict[str, KeyButton] = {}
        for act, (icon, words, key) in {
            "add": ("plus", t("Add…"), "Ctrl+Shift+N"),
            "copy": ("duplicate", t("Duplicate"), "Ctrl+Shift+D"),
            "up": ("up", t("Up"), ""),
            "down": ("down", t("Down"), ""),
            "remove": ("trash", t("Remove"), ""),
        }.items():
            button = KeyButton(words, self, kind="quiet", size="small", icon=icon)
            button.setObjectName(f"thing-{act}")
            if key:
                button.setToolTip(key)
                button.setShortcut(key)
            button.clicked.connect(partial(self.asked.emit, act))
            line.add(button)
            self.buttons[act] = button

    def show_thing(self, section: SectionName, thing: Thing, n: int) -> None:
        """Offer what can be done with a thing; `n`: how many of its kind there are."""
        is_puzzle = bool(thing.puzzle) and section in PUZZLE_SECTIONS
        is_row = thing.row is not None
        number = thing.row.number if thing.row is not None else 0
        for act, is_there in {
            "add": is_puzzle or is_row,
            "copy": is_puzzle,
            "up": is_row,
            "down": is_row,
            "remove": is_puzzle or is_row,
        }.items():
            self.buttons[act].setVisible(is_there)
        self.buttons["up"].setEnabled(number > 0)
        self.buttons["down"].setEnabled(number < n - 1)
        self.buttons["remove"].setEnabled(n > 1)
        self.setVisible(is_puzzle or is_row)
