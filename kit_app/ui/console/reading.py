"""The text of the card read last, large enough to be read aloud. No rule here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.console.large_reading import LargeReading
from kit_app.ui.console.speak_button import SpeakButton
from kit_app.views.console import ConsoleView, Reading


class ReadingPanel(Panel):
    """Opens when a card was read, until it is closed or another card comes. `asked` carries a command."""

    asked = Signal(object)
    left = Signal()
    opened = Signal()
    speak_asked = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="kit", look="info", padding=12)
        self._t = t
        self._seen = -1
        self._reading: Reading | None = None
        self.large: LargeReading | None = None
        self.card = Label("", "small", self)
        self.text = Label("", "say", self)
        self.text.setObjectName("reading")
        self.dismiss = icon_button("cross", t("Close the card"), self, kind="quiet")
        self.dismiss.setObjectName("close-reading")
        self.dismiss.clicked.connect(self.leave)
        self.speak = SpeakButton("speak-reading", t, self)
        self.speak.clicked.connect(lambda: self.speak_asked.emit(self.text.text()))
        self.enlarge = KeyButton(t("Large"), self, size="small", key="Ctrl+L")
        self.enlarge.set_tip(t("In large letters, also for the players"))
        self.enlarge.setObjectName("enlarge-reading")
        self.enlarge.clicked.connect(self._open_large)
        self.add_to_head(self.enlarge)
        self.add_to_head(self.dismiss)
        row = QHBoxLayout()
        row.addWidget(self.card, 1)
        row.addWidget(self.speak)
        self.add(row)
        self.add(self.text)
        self.hide()

    def show_view(self, view: ConsoleView) -> None:
        """Open for a card that was read since the last view."""
        if self.large is not None:
            self.large.show_view(view)
        last = next((row.seq for row in reversed(view.log) if row.kind == "CardScanned"), -1)
        if last == self._seen or view.reading is None:
            return
        self._seen = last
        self._reading = view.reading
        self.set_title(view.reading.title)
        self.card.setText(" · ".join(part for part in (view.reading.card, view.reading.puzzle) if part))
        self.text.setText(view.reading.text)
        self.show()
        self.opened.emit()

    def _open_large(self) -> None:
        if self._reading is None:
            return
        if self.large is None:
            self.large = LargeReading(self._t, self.window())
            self.large.asked.connect(self.asked)
            self.large.left.connect(self.left)
        self.large.open(self._reading)

    def leave(self) -> None:
        """Close; the next card opens it again."""
        self.hide()
        self.left.emit()
