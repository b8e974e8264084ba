"""Which runs are meant."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.sums.choice_row import ChoiceRow
from kit_app.views.facts import EVERYTHING, Choices, Selection

Name = Callable[[str, str], str]


class FilterRow(ChoiceRow):
    """`changed()` when a person chose; `selection()` is what is meant now."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        groups = {
            "year": (t("Period"), t("All years")),
            "facility": (t("Facility"), t("All facilities")),
            "audience": (t("Audience"), t("All audiences")),
            "service": (t("Service"), t("All services")),
            "variant": (t("Game"), t("All games")),
            "language": (t("Language"), t("All languages")),
        }
        super().__init__(groups, "results", parent)
        self.trials = CheckBox(t("Count trials too"), self)
        self.trials.setObjectName("results-trials")
        self.trials.clicked.connect(lambda _on: self.changed.emit())
        self.row.add(self.trials)

    def show_choices(self, choices: Choices, name: Name) -> None:
        """Offer what is there, keeping what was chosen while it is."""
        values = {
            "year": [str(year) for year in choices.years],
            "facility": choices.facilities,
            "audience": choices.audiences,
            "service": choices.services,
            "variant": choices.variants,
            "language": choices.languages,
        }
        self.show_values(values, name)
        self.trials.setVisible(choices.trials > 0)

    def selection(self) -> Selection:
        """What is meant."""
        chosen = self.chosen()
        year = chosen.pop("year", None)
        trials = self.trials.isChecked() and not self.trials.isHidden()
        return replace(EVERYTHING, with_trials=trials, year=int(year) if year else None, **chosen)
