"""What the team has from the start of puzzles that are left out, to be read aloud. No rule here."""

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import icon_button
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel
from kit_app.views.console import ConsoleView, Reading


class GivenPanel(Panel):
    """Open before the start; a line once the clock runs, which opens again. Hidden when nothing is given."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("What the team already has"), parent, icon="kit", look="info", padding=12)
        self._t = t
        self._shown: tuple[bool, tuple[Reading, ...]] = (False, ())
        self.fold = icon_button("up", t("Only the title"), self, kind="quiet")
        self.fold.setObjectName("fold-given")
        self.fold.clicked.connect(lambda: self.show_folded(is_folded=not self.is_folded))
        self.add_to_head(self.fold)
        self.text = flowing(Label("", "say", self))
        self.text.setObjectName("given")
        self.add(self.text)
        self.hide()

    @property
    def is_folded(self) -> bool:
        """Whether only the title is in sight."""
        return self.text.isHidden()

    def show_folded(self, *, is_folded: bool) -> None:
        """Show the title only, or all that is given."""
        self.text.setVisible(not is_folded)
        self.fold.set_icon("down" if is_folded else "up")
        self.fold.set_name(self._t("All that is given") if is_folded else self._t("Only the title"))

    def show_view(self, view: ConsoleView) -> None:
        """Show what this team is given; when the game starts, its title only."""
        shown = view.phase == "idle", view.given if view.phase != "ended" else ()
        if shown == self._shown:
            return
        self._shown = shown
        is_first, given = shown
        self.setVisible(bool(given))
        self.text.setText("\n".join(f"{one.title}\n{one.text}\n" for one in given).rstrip())
        self.show_folded(is_folded=not is_first)
