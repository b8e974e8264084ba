"""A short message at the foot of a window that leaves by itself, with one action."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label

_MARGIN, _FOOT, _GAP = 24, 72, 8


class Toast(QFrame):
    """One message at a time, bottom centre of `host`, or over what `above` names so as not to cover it.

    `chosen()` when its action is taken, `left()` when it goes without.
    """

    chosen = Signal()
    left = Signal()
    STAYS_MS = 6000

    def __init__(self, host: QWidget, above: Callable[[], QWidget] | None = None) -> None:
        super().__init__(host)
        self._host = host
        self._above = above
        self.setProperty("toast", "true")
        self.label = Label("", "body", self, wraps=False)
        self.button = KeyButton("", self, size="small")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(16)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(self.STAYS_MS)
        self.timer.timeout.connect(self.leave)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._place)  # once the host has laid out what lies below
        self.button.clicked.connect(self._take)
        self.button.installEventFilter(self)
        host.installEventFilter(self)
        reach = QShortcut("Ctrl+T", host)
        reach.activated.connect(self.reach)
        self.hide()

    def show_toast(self, text: str, action: str = "") -> None:
        """Show a message; it replaces the one before."""
        self.label.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.timer.start()
        announce(self)

    @property
    def has_action(self) -> bool:
        """Whether a message with an action is up."""
        return self.isVisible() and bool(self.button.text())

    def settle(self) -> None:
        """What lies below moved: take the place above it, once it is laid out."""
        if not self.isHidden():
            self._again.start()

    def reach(self) -> None:
        """Put the focus on the action, by Ctrl+T."""
        if self.isVisible() and self.button.isVisible():
            self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go without a choice."""
        self.timer.stop()
        if self.isVisible():
            self.hide()
            self.left.emit()

    def _take(self) -> None:
        self.timer.stop()
        self.hide()
        self.chosen.emit()

    def _place(self) -> None:
        room = max(200, self._host.width() - 2 * _MARGIN)
        self.label.setWordWrap(False)
        self.adjustSize()
        if self.width() > room:
            self.label.setWordWrap(True)
            self.resize(room, self._row.heightForWidth(room))
        below = self._above() if self._above is not None else None
        if below is None or not below.isVisible():
            middle, foot = self._host.width() // 2, self._host.height() - _FOOT
        else:
            corner = below.mapTo(self._host, QPoint(0, 0))
            middle, foot = corner.x() + below.width() // 2, corner.y() - _GAP
        left = min(middle - self.width() // 2, self._host.width() - self.width())
        self.move(QPoint(max(0, left), max(0, foot - self.height())))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self.button.hasFocus():
            self.timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._host and kind == QEvent.Type.Resize and not self.isHidden():
            self._place()  # also before the window itself is shown
            self._again.start()
        elif watched is self.button and kind == QEvent.Type.FocusIn:
            self.timer.stop()
        elif watched is self.button and kind == QEvent.Type.FocusOut and self.isVisible():
            self.timer.start()
        return False
