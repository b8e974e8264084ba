"""What the parts of the shelf have in common: something to print or acts of their own, perhaps to keep."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import LANGUAGES
from kit_app.services.services import Services
from kit_app.services.shelf import Shelf
from kit_app.ui.common.buttons import KeyButton
from kit_app.views.paper import PaperPdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A PDF that can go out, how its file is called, what the printer's queue calls it."""

    made: PaperPdf
    file_name: str
    title: str


def languages_of(shelf: Shelf) -> list[tuple[str, str]]:
    """The languages of the chosen kit with their names, for a choice."""
    return [(one, name) for one, name in LANGUAGES.items() if one in shelf.base().languages]


def spoken(services: Services) -> str:
    """The language of materials of the settings, as far as the chosen kit speaks it."""
    return services.shelf.language(services.preferences.settings.materials_language)


class ShelfView(QWidget):
    """A part of the shelf. `ready_changed()` when what can be printed, or what is kept, is another."""

    ready_changed = Signal()
    told = Signal(object)
    refused = Signal(object)

    def reload(self) -> None:
        """Show what is there now."""

    def first_focus(self) -> None:
        """Where the keyboard starts."""

    def finished(self) -> Finished | None:
        """What can be saved and printed now."""
        return None

    def foot_acts(self) -> tuple[KeyButton, ...]:
        """What stands in the foot instead of saving and printing; none for a part that prints."""
        return ()

    def kept(self) -> tuple[bool, str]:
        """Whether all that was typed is on the disk, and the words for the foot."""
        return True, ""

    def waits_for(self) -> str:
        """Why nothing can be printed; empty while something can, or is being drawn."""
        return ""

    def keep(self) -> bool:
        """Store what was typed now; whether all is on the disk."""
        return True

    def fit(self, is_wide: bool) -> None:
        """Side by side, or one below the other."""

    def stop(self) -> None:
        """Stop drawing."""
