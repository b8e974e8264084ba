"""Tells a scanner's burst of signs from a person's single key. It reads no clock: a timer is enough."""

from PySide6.QtCore import QObject, QTimer, Signal

BURST_MS = 50
"""People leave more time than this between two keys, scanners much less."""


class Bursts(QObject):
    """Fed with signs that no text field took.

    `pressed(str)`: one key alone. `scanned(str)`: several in a burst, then Enter. `typed(str)`: several in a
    burst without Enter.
    """

    pressed = Signal(str)
    scanned = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signs: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BURST_MS)
        self._timer.timeout.connect(self._settle)

    @property
    def is_under_way(self) -> bool:
        """Whether several signs have come in a burst that goes on."""
        return self._timer.isActive() and len(self._signs) > 1

    def feed(self, sign: str) -> None:
        """A key that means a sign was pressed."""
        if not self._timer.isActive():
            self._signs = []
        self._signs.append(sign)
        self._timer.start()

    def finish(self) -> bool:
        """Enter was pressed; whether it ended a burst."""
        if not self.is_under_way:
            return False
        self._timer.stop()
        text, self._signs = "".join(self._signs), []
        self.scanned.emit(text)
        return True

    def _settle(self) -> None:
        signs, self._signs = self._signs, []
        if len(signs) == 1:
            self.pressed.emit(signs[0])
        elif signs:
            self.typed.emit("".join(signs))
