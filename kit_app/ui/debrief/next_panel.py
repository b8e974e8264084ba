"""The slide that comes next, small; or the words that this is the last one."""

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.debrief.slide_view import SlideView


class NextPanel(Panel):
    """`view` shows the slide."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Next"), parent, padding=12)
        self.view = SlideView(self)
        self.view.setObjectName("debrief-following")
        self._after_last = Label(t("This is the last slide."), "help", self)
        self.add(self.view)
        self.add(self._after_last)

    def set_last(self, is_last: bool) -> None:
        """Whether nothing follows."""
        self.view.setVisible(not is_last)
        self._after_last.setVisible(is_last)
