"""Lines to type in that give the console's keys way while they are empty."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from kit_app.ui.console.keys import key_of

_KEYS_OF_THE_CONSOLE = tuple(key_of(act).sequence for act in ("undo", "note", "field"))


class Line(QLineEdit):
    """Undo, a note and the way home are the console's own keys as long as nothing is typed."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            is_ours = any(pressed == QKeySequence(key) for key in _KEYS_OF_THE_CONSOLE)
            if is_ours and not self.text():
                event.ignore()
                return False
        return super().event(event)
