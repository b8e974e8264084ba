"""The papers of the talk: the sheet for each participant and the slides, printed or kept as PDF."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.ui.common.progress import FootProgress
from kit_app.ui.common.sending import Sending
from kit_app.views.slides import Debrief


class HandingOut(QObject):
    """`refused(KitAppError)` when something could not be printed or kept. `sending` has the dialogs."""

    refused = Signal(object)

    def __init__(self, t: Catalogue, page: QWidget) -> None:
        super().__init__(page)
        self._t = t
        self._page = page
        self.sending = Sending(t, page)
        self.sending.refused.connect(self.refused)

    @property
    def progress(self) -> FootProgress:
        """What is under way, for the foot of the page."""
        return self.sending.progress

    def open_menu(self, debrief: Debrief | None, button: QWidget) -> None:
        """Offer the papers of a talk below a button."""
        if debrief is not None:
            self.menu(debrief).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu(self, debrief: Debrief) -> QMenu:
        """The papers of a talk."""
        t = self._t
        menu = QMenu(self._page)
        menu.setObjectName("debrief-papers-menu")
        acts: list[tuple[str, Callable[[Debrief], None]]] = [
            (t("Print the hand-out…"), self.print_handout),
            (t("Save the hand-out as PDF…"), self.save_handout),
            (t("Save the slides as PDF…"), self.save_slides),
        ]
        for words, act in acts:
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, act=act: self._attempt(act, debrief))
        return menu

    def print_handout(self, debrief: Debrief) -> None:
        """A page for each participant, to the printer that is chosen. Raises PrintError."""
        from kit_app.services.printing.debrief_handout import handout_pdf  # loads what draws

        copies = max(1, debrief.people)
        self.sending.print(handout_pdf(debrief, copies=copies), self._t("Hand-out"), copies)

    def save_handout(self, debrief: Debrief) -> None:
        """One page, to be copied. Raises PrintError."""
        from kit_app.services.printing.debrief_handout import handout_name, handout_pdf  # loads what draws

        self.sending.save(handout_pdf(debrief), handout_name(debrief, self._t))

    def save_slides(self, debrief: Debrief) -> None:
        """All slides. Raises PrintError."""
        from kit_app.services.printing.debrief_slides import slides_name, slides_pdf  # loads what draws

        self.sending.save(slides_pdf(debrief), slides_name(debrief, self._t))

    def _attempt(self, act: Callable[[Debrief], None], debrief: Debrief) -> None:
        try:
            act(debrief)
        except KitAppError as error:
            self.refused.emit(error)
