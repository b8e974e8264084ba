"""What results are meant: a row of choices, only those between which there is something to choose."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.flow import FlowRow

_ANY, _VALUE = "any", "="
_WIDEST = 240
Name = Callable[[str, str], str]
"""A value of a group in words."""


class ChoiceRow(QWidget):
    """`changed()` when a person chose. `groups`: the name of each choice, and the words for no choice."""

    changed = Signal()

    def __init__(
        self, groups: Mapping[str, tuple[str, str]], prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row = FlowRow(self, spacing=8)
        self._anything = {group: words for group, (_name, words) in groups.items()}
        self._without: frozenset[str] = frozenset()
        self.boxes: dict[str, ComboBox] = {}
        for group, (name, _words) in groups.items():
            box = ComboBox(self)
            box.setObjectName(f"{prefix}-{group}")
            box.setAccessibleName(name)
            box.setMaximumWidth(_WIDEST)
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
            self.row.add(box)
            self.boxes[group] = box

    def show_values(self, values: Mapping[str, Sequence[str]], name: Name) -> None:
        """Offer what is there, keeping what was chosen while it is."""
        for group, box in self.boxes.items():
            before = box.value()
            blocked = box.blockSignals(True)
            box.clear()
            box.add_choice(_ANY, self._anything[group])
            for value in values[group]:
                box.add_choice(_VALUE + value, name(group, value))
            box.set_value(before)
            box.blockSignals(blocked)
        self._dress()

    def leave_out(self, groups: Iterable[str]) -> None:
        """These say nothing of what is shown: they are out of sight, and nothing of them is chosen."""
        self._without = frozenset(groups)
        self._dress()

    def _dress(self) -> None:
        for group, box in self.boxes.items():
            box.setVisible(box.count() > 2 and group not in self._without)  # of one value nobody chooses

    def chosen(self) -> dict[str, str]:
        """The values chosen, by group."""
        return {
            group: box.value().removeprefix(_VALUE)
            for group, box in self.boxes.items()
            if box.value() not in ("", _ANY) and not box.isHidden()
        }

    def set_value(self, group: str, value: str) -> None:
        """Choose one value, as a person would."""
        self.boxes[group].set_value(f"{_VALUE}{value}")
        self.changed.emit()
