"""The text of the card read last, large enough to be read aloud. No rule here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import icon_button
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.views.console import ConsoleView


class ReadingPanel(Panel):
    """Opens when a card was read, until it is closed or another card comes."""

    left = Signal()
    opened = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="kit", look="info", padding=12)
        self._seen = -1
        self.card = Label("", "small", self)
        self.text = Label("", "say", self)
        self.text.setObjectName("reading")
        self.dismiss = icon_button("cross", t("Close the card"), self, kind="quiet")
        self.dismiss.setObjectName("close-reading")
        self.dismiss.clicked.connect(self.leave)
        self.add_to_head(self.dismiss)
        self.add(self.text)
        self.add(self.card)
        self.hide()

    def show_view(self, view: ConsoleView) -> None:
        """Open for a card that was read since the last view."""
        last = next((row.seq for row in reversed(view.log) if row.kind == "CardScanned"), -1)
        if last == self._seen or view.reading is None:
            return
        self._seen = last
        self.set_title(view.reading.title)
        self.card.setText(" · ".join(part for part in (view.reading.card, view.reading.puzzle) if part))
        self.text.setText(view.reading.text)
        self.show()
        self.opened.emit()

    def leave(self) -> None:
        """Close; the next card opens it again."""
        self.hide()
        self.left.emit()
