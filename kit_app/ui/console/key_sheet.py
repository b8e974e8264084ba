"""The list of the console's keys, made from their table and laid over the console until Esc. No rule here."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.console.keys import key_rows


class KeySheet(Panel):
    """A child of the window, in its middle; not a dialog, so the game goes on below.

    `left()`: it was taken away. `guide_asked()`: the chapter about leading a game is wanted.
    """

    left = Signal()
    guide_asked = Signal()

    def __init__(self, t: Catalogue, host: QWidget) -> None:
        super().__init__(t("Keys of the console"), host, look="marked", padding=20)
        self._host = host
        self.setObjectName("key-sheet")
        hint = Label(
            t("Letters act while nothing is typed: press Esc once first, or hold Alt with the letter."),
            "quiet",
            self,
        )
        self.add(hint)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        rows = key_rows(t)
        half = (len(rows) + 1) // 2
        for place, (key, words) in enumerate(rows):
            column = 2 * (place // half)
            grid.addWidget(Label(key, "bold", self, wraps=False), place % half, column)
            grid.addWidget(Label(words, "body", self, wraps=False), place % half, column + 1)
        self.add(grid)
        self.close_button = KeyButton(t("Close"), self, size="small")
        self.close_button.set_key("", t("Esc"))
        self.close_button.clicked.connect(self.leave)
        self.guide_button = KeyButton(t("How to lead the game"), self, size="small", icon="help")
        self.guide_button.setObjectName("key-sheet-guide")
        self.guide_button.clicked.connect(self._ask_guide)
        self.add(self.guide_button)
        self.add(self.close_button)
        host.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Lay the sheet over the console."""
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Take the sheet away."""
        self.hide()
        self.left.emit()

    def _ask_guide(self) -> None:
        self.leave()
        self.guide_asked.emit()

    def _place(self) -> None:
        self.adjustSize()
        size = self.sizeHint()
        self.setGeometry(
            max(0, (self._host.width() - size.width()) // 2),
            max(0, (self._host.height() - size.height()) // 2),
            size.width(),
            size.height(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
