"""Tells a scanner from a person by how fast keys come, wherever the focus is. It reads no clock."""

from dataclasses import dataclass
from weakref import ref

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from kit_app.domain.codes import ends_as_code
from kit_app.system.keyboard import sign_of_key

BURST_MS = 50
"""People leave more time than this between two keys, scanners much less; slow ones take 35 ms."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_ENDING_SIGNS = ("\r", "\n", "\t")


@dataclass(frozen=True, slots=True)
class _Untouched:
    """What a line held before the burst began."""

    line: ref[QLineEdit]
    text: str
    cursor: int
    selected: tuple[int, int]

    @classmethod
    def focused(cls) -> "_Untouched | None":
        line = QApplication.focusWidget()
        if not isinstance(line, QLineEdit):
            return None
        selected = line.selectionStart(), line.selectionLength()
        return cls(ref(line), line.text(), line.cursorPosition(), selected)

    def put_back(self) -> None:
        line = self.line()
        if line is None or line.text() == self.text:
            return
        line.setText(self.text)
        line.setCursorPosition(self.cursor)
        if self.selected[0] >= 0:
            line.setSelection(*self.selected)


class Bursts(QObject):
    """Sees the keys of the windows that it watches before they do, and is fed with those that no field took.

    `scanned(signs, keys)`: a card code came in a burst, with any ending or none; nothing of it is left in a
    field. `keys` are the same presses as the signs of a United States keyboard. `pressed(str)`: one key alone
    that no field took. `typed(str)`: several such keys in a burst. `entered(str)`: the same with Enter.
    """

    pressed = Signal(str)
    scanned = Signal(str, str)
    typed = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signs: list[str] = []
        self._keys: list[str] = []
        self._loose: list[str] = []
        self._untouched: _Untouched | None = None
        self._last_at = 0
        self._is_spent = False
        self._watches = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BURST_MS)
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._timer.timeout.connect(
            self._grace.start
        )  # keys that waited while the window was busy come first
        self._grace.timeout.connect(self._settle)

    def watch(self, window: QWindow | None) -> None:
        """See the keys of this window before it does, and of whichever window gets the focus later."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and not self._watches:
            app.focusWindowChanged.connect(self._see)
        self._watches = True
        self._see(window)

    @property
    def is_listening(self) -> bool:
        """Whether the next key would belong to those before it."""
        return self._goes_on()

    @property
    def is_under_way(self) -> bool:
        """Whether several signs have come in a burst that goes on."""
        return self._goes_on() and len(self._loose) > 1

    @property
    def is_quiet(self) -> bool:
        """Whether no key has come for longer than a scanner leaves between two."""
        return not self._goes_on()

    def feed(self, sign: str) -> None:
        """A key that means a sign was pressed, and no field took it."""
        if not self._goes_on():
            self._forget()
        self._loose.append(sign)
        self._timer.start()

    def finish(self) -> bool:
        """Enter was pressed and no field took it; whether it ended a burst."""
        if not self.is_under_way:
            return False
        text = "".join(self._loose)
        self._forget()
        self.entered.emit(text)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take(event)

    def _see(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _take(self, event: QKeyEvent) -> bool:
        """Whether the key was the end of a scan, which nobody else is to see."""
        if self._goes_on() and self._is_apart(event):
            self._settle()
        self._last_at = event.timestamp()
        sign = event.text()
        if event.key() in _ENDS or sign in _ENDING_SIGNS:
            return self._end()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        key = sign_of_key(event.nativeScanCode(), event.nativeVirtualKey())
        if key or (sign and sign.isprintable()):
            self._note(sign, key)
        return False

    def _note(self, sign: str, key: str) -> None:
        if not self._goes_on() or self._is_spent:
            self._forget()
        if not self._signs:
            self._untouched = _Untouched.focused()
        self._signs.append(sign)
        self._keys.append(key)
        self._timer.start()

    def _end(self) -> bool:
        if self._is_spent and self._goes_on():
            self._forget()
            return True  # a line feed after the carriage return, and no more than that
        if self._goes_on() and self._scan():
            return True
        self._signs, self._keys = [], []  # a line that was typed is no part of a scan that follows
        return False

    def _scan(self) -> bool:
        """Whether what came is a card code; then it is told, and the field is as before."""
        signs, keys = "".join(self._signs), "".join(self._keys)
        if not ends_as_code(signs, keys):
            return False
        untouched = self._untouched
        self._forget()
        if untouched is not None:
            untouched.put_back()
        self._is_spent = True
        self._timer.start()
        self.scanned.emit(signs, keys)
        return True

    def _settle(self) -> None:
        """No key came for a while: without an ending it was a scan, one key or several."""
        loose = self._loose
        if self._is_spent or self._scan():
            self._forget()
            return
        self._forget()
        if len(loose) == 1:
            self.pressed.emit(loose[0])
        elif loose:
            self.typed.emit("".join(loose))

    def _is_apart(self, event: QKeyEvent) -> bool:
        """Whether the system says that a person pressed it later, although it comes right behind."""
        return bool(self._last_at and event.timestamp()) and event.timestamp() - self._last_at > BURST_MS

    def _goes_on(self) -> bool:
        return self._timer.isActive() or self._grace.isActive()

    def _forget(self) -> None:
        self._timer.stop()
        self._grace.stop()
        self._signs, self._keys, self._loose = [], [], []
        self._untouched = None
        self._is_spent = False
