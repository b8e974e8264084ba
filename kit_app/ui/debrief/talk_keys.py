"""The keys of the talk: on, back, black, the number of a slide and Enter. A remote control sends the same."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_ON = (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_DIGITS = 2


class TalkKeys(QObject):
    """`moved(int)` so many slides on or back, `jumped(int)` to a slide by its number, `black()`.

    `typed(str)`: the digits that wait for Enter.
    """

    moved = Signal(int)
    jumped = Signal(int)
    black = Signal()
    typed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = ""

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False when it means nothing."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key in _ON:
            self.moved.emit(1)
        elif key in _BACK:
            self.moved.emit(-1)
        elif key == Qt.Key.Key_N:
            self.black.emit()
        elif event.text().isdigit():
            self._wait_with((self._digits + event.text())[-_MOST_DIGITS:])
        elif key in _ENTER and self._digits:
            wanted = int(self._digits)
            self._wait_with("")
            self.jumped.emit(wanted)
        else:
            return False
        return True

    def forget(self) -> None:
        """No digits wait any more."""
        self._wait_with("")

    def _wait_with(self, digits: str) -> None:
        self._digits = digits
        self.typed.emit(digits)
