"""One control for each kind of field of a form; each tells what a person made of its value."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import Field
from kit_app.services.workshop.kit_draft import GONE
from kit_app.services.workshop.typed import read, shown
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.text_area import TextArea

_LONG = ("text", "lines", "pairs", "grid")


class _Keys(QObject):
    """Leaves Ctrl+Z and its like to the page: a step back is one of the whole kit."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
        return False


class Editor(QWidget):
    """`edited(object)`: another value was typed or chosen; `wrong()`: what stands there is none."""

    edited = Signal(object)
    wrong = Signal()

    def __init__(self, field: Field, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._t = t
        self._is_showing = False
        self._keys = _Keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.parts: dict[str, CheckBox] = {}
        self.control = self._made()
        for part in self.parts.values() or (self.control,):
            column.addWidget(part)
        for part in (self.control, *self.parts.values()):
            part.installEventFilter(self._keys)
        self.setFocusProxy(next(iter(self.parts.values()), self.control))

    def _made(self) -> QWidget:
        kind = self._field.kind
        if kind in _LONG:
            area = TextArea(self, lines=1 if kind == "text" else 2)
            area.setUndoRedoEnabled(False)
            area.edited.connect(lambda: self._tell_text(area.toPlainText()))
            return area
        if kind == "tick":
            box = CheckBox(self._field.label, self)
            box.clicked.connect(
                lambda is_on: self._tell(GONE if self._field.is_optional and not is_on else is_on)
            )
            return box
        if kind == "choice":
            combo = ComboBox(self)
            for ident, words in self._field.options:
                combo.add_choice(ident, words)
            combo.activated.connect(
                lambda _row: self._tell(
                    GONE if self._field.is_optional and not combo.value() else combo.value()
                )
            )
            return combo
        if kind == "ticks":
            for ident, words in self._field.options:
                box = CheckBox(words, self)
                box.clicked.connect(lambda _is_on: self._tell(self._ticked()))
                self.parts[ident] = box
            return next(iter(self.parts.values()), QWidget(self))
        line = QLineEdit(self)
        line.textEdited.connect(self._tell_text)
        return line

    def show_value(self, value: Any) -> None:
        """Show a value without telling; where a person typed just this, what they typed stays."""
        control, kind = self.control, self._field.kind
        self._is_showing = True
        if isinstance(control, TextArea):
            if not self._says(control.toPlainText(), value):
                control.set_value(shown(kind, value, self._t.language))
        elif isinstance(control, QLineEdit):
            if not self._says(control.text(), value):
                control.setText(shown(kind, value, self._t.language))
                control.setCursorPosition(0)
        elif isinstance(control, ComboBox):
            control.set_value(str(value or ""))
        elif kind == "tick" and isinstance(control, CheckBox):
            control.setChecked(bool(value))
        for ident, box in self.parts.items():
            box.setChecked(ident in (value or ()))
        self._is_showing = False

    def _says(self, text: str, value: Any) -> bool:
        try:
            typed = read(self._field.kind, text, is_optional=self._field.is_optional)
        except ValueError:
            return False
        return bool(
            typed is GONE and value is None and not text or type(typed) is type(value) and typed == value
        )

    def _ticked(self) -> list[str]:
        return [ident for ident, box in self.parts.items() if box.isChecked()]

    def _tell_text(self, text: str) -> None:
        if self._is_showing:
            return
        try:
            value = read(self._field.kind, text, is_optional=self._field.is_optional)
        except ValueError:
            self.wrong.emit()
            return
        self._tell(value)

    def _tell(self, value: Any) -> None:
        if not self._is_showing:
            self.edited.emit(value)
