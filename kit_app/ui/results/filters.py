"""Which runs are meant: a row of choices, only those between which there is something to choose."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.flow import FlowRow
from kit_app.views.facts import EVERYTHING, Choices, Selection

_ANY, _VALUE = "any", "="
_WIDEST = 240
Name = Callable[[str, str], str]


class FilterRow(QWidget):
    """`changed()` when a person chose; `selection()` is what is meant now."""

    changed = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        row = FlowRow(self, spacing=8)
        anything = {
            "year": (t("Period"), t("All years")),
            "facility": (t("Facility"), t("All facilities")),
            "audience": (t("Audience"), t("All audiences")),
            "service": (t("Service"), t("All services")),
            "variant": (t("Game"), t("All games")),
            "language": (t("Language"), t("All languages")),
        }
        self._anything = {group: words for group, (_name, words) in anything.items()}
        self.boxes: dict[str, ComboBox] = {}
        for group, (name, _words) in anything.items():
            box = ComboBox(self)
            box.setObjectName(f"results-{group}")
            box.setAccessibleName(name)
            box.setMaximumWidth(_WIDEST)
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
            row.add(box)
            self.boxes[group] = box
        self.trials = CheckBox(t("Count trials too"), self)
        self.trials.setObjectName("results-trials")
        self.trials.clicked.connect(lambda _on: self.changed.emit())
        row.add(self.trials)

    def show_choices(self, choices: Choices, name: Name) -> None:
        """Offer what is there, keeping what was chosen while it is."""
        values: dict[str, Sequence[str]] = {
            "year": [str(year) for year in choices.years],
            "facility": choices.facilities,
            "audience": choices.audiences,
            "service": choices.services,
            "variant": choices.variants,
            "language": choices.languages,
        }
        for group, box in self.boxes.items():
            before = box.value()
            blocked = box.blockSignals(True)
            box.clear()
            box.add_choice(_ANY, self._anything[group])
            for value in values[group]:
                box.add_choice(_VALUE + value, name(group, value))
            box.set_value(before)
            box.blockSignals(blocked)
            box.setVisible(len(values[group]) > 1)
        self.trials.setVisible(choices.trials > 0)

    def selection(self) -> Selection:
        """What is meant."""
        chosen = {
            group: box.value().removeprefix(_VALUE)
            for group, box in self.boxes.items()
            if box.value() not in ("", _ANY) and not box.isHidden()
        }
        year = chosen.pop("year", None)
        trials = self.trials.isChecked() and not self.trials.isHidden()
        return replace(EVERYTHING, with_trials=trials, year=int(year) if year else None, **chosen)

    def set_year(self, year: int) -> None:
        """Choose a year without telling."""
        self.boxes["year"].set_value(f"{_VALUE}{year}")
