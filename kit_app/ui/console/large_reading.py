"""A scanned card in large letters over the console, page by page, and for the players. No rule here."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.domain.paging import pages
from kit_app.game.commands import ClearMessage, ShowMessage
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.fonts import font
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.views.console import ConsoleView, Reading

SMALLEST, LARGEST = 28, 44
_STEPS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}


class LargeReading(Panel):
    """A child of the window that covers it; no dialog: the game goes on below. `asked` carries a command."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, t: Catalogue, host: QWidget) -> None:
        super().__init__(" ", host, icon="kit", look="marked", padding=28)
        self._t = t
        self._host = host
        self._pages: tuple[str, ...] = ()
        self._place_of_page = 0
        self._message = ""
        self.setObjectName("large-reading")
        self.text = Label("", "body", self)
        self.text.setObjectName("large-text")
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.count = Label("", "body", self, wraps=False)
        self.back = KeyButton(t("Page before"), self, size="large", icon="left")
        self.back.setObjectName("page-before")
        self.next = KeyButton(t("Next page"), self, size="large", icon="right")
        self.next.setObjectName("page-next")
        self.show_it = KeyButton("", self, kind="strong", size="large", icon="screen")
        self.show_it.setObjectName("show-card")
        self.dismiss = icon_button("cross", t("Close"), self, kind="quiet")
        self.dismiss.setObjectName("close-large-reading")
        self.dismiss.set_key("", t("Esc"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.show_it.clicked.connect(self._show_or_clear)
        self.dismiss.clicked.connect(self.leave)
        self.add_to_head(self.dismiss)
        self.add(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.back, self.count, self.next):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.show_it)
        self.add(row)
        host.installEventFilter(self)
        self.hide()

    def open(self, reading: Reading) -> None:
        """Lay the card over the console, its first page."""
        self._pages = pages(reading.text)
        self._place_of_page = 0
        self.set_title(reading.title)
        self._fit()
        self.show()
        self.raise_()
        self._show_page()
        self.next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_view(self, view: ConsoleView) -> None:
        """Know what players read now."""
        if view.message != self._message:
            self._message = view.message
            self._show_act()

    def leave(self) -> None:
        """Take it away; what players read stays."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            self._turn(_STEPS[key])
        else:
            super().keyPressEvent(event)

    @property
    def page(self) -> str:
        """The page that is read."""
        return self._pages[self._place_of_page] if self._pages else ""

    def _turn(self, step: int) -> None:
        self._place_of_page = max(0, min(len(self._pages) - 1, self._place_of_page + step))
        self._show_page()
        announce(self.text)

    def _show_page(self) -> None:
        t = self._t
        self.text.setText(self.page)
        self.text.setAccessibleName(self.page)
        self._fit_text()
        many = len(self._pages) > 1
        self.count.setText(t("Page {n} of {all}", n=self._place_of_page + 1, all=len(self._pages)))
        for part in (self.back, self.count, self.next):
            part.setVisible(many)
        self.back.setEnabled(self._place_of_page > 0)
        self.next.setEnabled(self._place_of_page < len(self._pages) - 1)
        self._show_act()

    def _show_act(self) -> None:
        t = self._t
        self.show_it.setText(
            t("Take it off the players’ screen") if self._is_up() else t("Show it to the players")
        )
        self.show_it.setEnabled(bool(self.page))

    def _is_up(self) -> bool:
        return bool(self.page) and self._message == self.page

    def _show_or_clear(self) -> None:
        if self._is_up():
            self.asked.emit(ClearMessage())
        else:
            self.asked.emit(ShowMessage(text=self.page, heading=self.title.text()))

    def _fit(self) -> None:
        """Over the window, a little of it left to be seen around."""
        room = self._host.rect()
        edge = min(24, room.width() // 40)
        self.setGeometry(QRect(room).adjusted(edge, edge, -edge, -edge))

    def _fit_text(self) -> None:
        """As large as the page allows, never smaller than is read at arm's length."""
        room = self.height() - 190
        width = max(200, self.width() - 2 * 28)
        for size in range(LARGEST, SMALLEST - 1, -2):
            self.text.setFont(font(size))
            if self.text.heightForWidth(width) <= room:
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
            self._fit_text()
        return False
