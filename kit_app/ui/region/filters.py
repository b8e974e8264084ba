"""Which results of a region are meant."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.sums.choice_row import ChoiceRow
from kit_app.views.region import RegionSelection


class RegionFilters(ChoiceRow):
    """`changed()` when a person chose; `selection()` is what is meant now."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        groups = {
            "year": (t("Period"), t("All years")),
            "facility": (t("Facility"), t("All facilities")),
            "audience": (t("Audience"), t("All audiences")),
            "sector": (t("Sector"), t("All sectors")),
            "kit_id": (t("Kit"), t("All kits")),
        }
        super().__init__(groups, "region", parent)

    def show_choices(self, choices: Mapping[str, Mapping[str, str]]) -> None:
        """Offer what is there, by group each value with its words, keeping what was chosen while it is."""
        values = {group: tuple(words) for group, words in choices.items()}
        self.show_values(values, lambda group, value: choices[group][value])

    def selection(self) -> RegionSelection:
        """What is meant."""
        chosen = self.chosen()
        year = chosen.pop("year", None)
        return RegionSelection(year=int(year) if year else None, **chosen)

    def choose_facility(self, ident: str) -> None:
        """Mean one facility only."""
        self.set_value("facility", ident)
