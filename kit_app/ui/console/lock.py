"""A lock against curious hands: time and events go on, nothing secret is on the screen, no key acts.

While it is on, everything else of the window is taken out of it, so that no screen reader and no picture
finds an answer.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.icons import LARGE
from kit_app.ui.common.labels import IconLabel, Label

HOLD_MS = 1000
"""So long is F9 held down to unlock."""
ARMED_MS = 10_000
"""So long after F9 does Enter unlock."""
BUTTON_MS = 3000
"""So long is the button held down with the mouse: a click or a hand that leans on it does nothing."""
MOST_LINES = 5
_CLOCK_HEIGHT, _LOW_CLOCK = 120, 76
_LOW = 480
"""A lower page has a smaller clock and the last two events (px)."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LockPage(QWidget):
    """`unlocked()` when the right keys were pressed. The window still hears the scanner."""

    unlocked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._code = ""
        self._typed = ""
        self._news: tuple[str, ...] = ()
        self.setObjectName("lock-page")
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hold = QTimer(self)
        self.hold.setSingleShot(True)
        self.hold.setInterval(HOLD_MS)
        self.hold.timeout.connect(self._unlock)
        self.armed = QTimer(self)
        self.armed.setSingleShot(True)
        self.armed.setInterval(ARMED_MS)
        self.armed.timeout.connect(self._show_too_late)
        self.pressed = QTimer(self)
        self.pressed.setSingleShot(True)
        self.pressed.setInterval(BUTTON_MS)
        self.pressed.timeout.connect(self._unlock)
        self._build()

    def _build(self) -> None:
        self.team = Label("", "h2", self)
        self.clock = CountdownLabel(self, name=self._t("Time left"), largest=144)
        self.clock.setFixedHeight(_CLOCK_HEIGHT)
        self.state = Label("", "quiet", self)
        self.news = Label("", "say", self)
        self.news.setObjectName("lock-news")
        self.how = Label("", "h2", self)
        self.how.setObjectName("lock-how")
        self.button = KeyButton("", self, size="large", icon="lock")
        self.button.setObjectName("lock-button")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.pressed.connect(self._press)
        self.button.released.connect(self._let_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addStretch(1)
        self.icon = IconLabel("lock", "ink", LARGE, self)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.team, self.clock, self.state, self.how):
            if isinstance(label, Label):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.news.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self.news)
        column.addStretch(1)

    def begin(self, code: str) -> None:
        """Lock; an empty code means that F9 unlocks."""
        self._code = code
        self._typed = ""
        self.armed.stop()
        self._show_how()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < _LOW
        self.icon.setVisible(not is_low)
        self.clock.setFixedHeight(_LOW_CLOCK if is_low else _CLOCK_HEIGHT)
        self._show_news()

    def show_team(self, team: str) -> None:
        """Whose game it is."""
        self.team.setText(team)

    def show_moment(self, remaining_ms: int, state: str, news: Sequence[str]) -> None:
        """The time left, what the clock does, and the last events, none of them secret."""
        self.clock.set_remaining(remaining_ms)
        self.state.setText(state)
        self._news = tuple(news[-MOST_LINES:])
        self._show_news()

    def _show_news(self) -> None:
        most = 2 if self.height() < _LOW else MOST_LINES
        self.news.setText("\n".join(self._news[-most:]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key ends here; none reaches the console."""
        event.accept()
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_F9 and not self._code:
            self.hold.start()
            self._arm()
        elif event.key() in _ENTER:
            self._enter()
        elif event.text().isprintable() and event.text().strip():
            self._typed += event.text()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat():
            self.hold.stop()

    def _arm(self) -> None:
        self.armed.start()
        self._say(self._t("Now press Enter to unlock."))

    def _show_too_late(self) -> None:
        self._say(self._t("Still locked: Enter came too late. Press F9 again, then Enter."))

    def _press(self) -> None:
        self.pressed.start()
        self.button.setText(self._t("Keep holding…"))

    def _let_go(self) -> None:
        self.pressed.stop()
        self._show_button()

    def _show_button(self) -> None:
        self.button.setText(self._t("Hold for 3 seconds to unlock"))
        self.button.setVisible(not self._code)

    def _enter(self) -> None:
        if self.armed.isActive():
            self._unlock()
            return
        typed, self._typed = self._typed, ""
        if self._code and typed.casefold() == self._code.casefold():
            self._unlock()
        elif typed and self._code:
            self._say(self._t("That was not the code."))

    def forget_typed(self) -> None:
        """What was typed was a card's code, not the lock's."""
        self._typed = ""

    def _unlock(self) -> None:
        self.hold.stop()
        self.armed.stop()
        self.pressed.stop()
        self._typed = ""
        self.unlocked.emit()

    def _show_how(self) -> None:
        t = self._t
        self._say(
            t("Locked. To unlock, type your code, then Enter.")
            if self._code
            else t("Locked. To unlock, press F9, then Enter.")
        )
        self._show_button()

    def _say(self, sentence: str) -> None:
        self.how.setText(sentence)
        self.setAccessibleName(sentence)
        announce(self)
