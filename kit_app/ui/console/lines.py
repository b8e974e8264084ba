"""Lines to type in that know a scanner's burst, and give the console's keys way while they are empty."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kit_app.domain.codes import looks_like_code
from kit_app.domain.spelling import normalised
from kit_app.ui.console.bursts import BURST_MS

_KEYS_OF_THE_CONSOLE = ("Ctrl+Z", "Ctrl+N", "Ctrl+E")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """`scanned(str)`: a card code came in a burst with Enter; its signs are gone from the line again."""

    scanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._burst = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BURST_MS)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            is_ours = any(pressed == QKeySequence(key) for key in _KEYS_OF_THE_CONSOLE)
            if is_ours and not self.text():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._timer.isActive() and looks_like_code(normalised(self._burst)):
            self._take_burst()
            return
        if event.text().isprintable() and event.text():
            self._burst = self._burst + event.text() if self._timer.isActive() else event.text()
            self._timer.start()
        super().keyPressEvent(event)

    def _take_burst(self) -> None:
        code, self._burst = self._burst, ""
        self._timer.stop()
        end = self.cursorPosition()
        text = self.text()
        if text[:end].endswith(code):
            self.setText(text[: end - len(code)] + text[end:])
            self.setCursorPosition(end - len(code))
        self.scanned.emit(code)
