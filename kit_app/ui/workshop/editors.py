"""One control for each kind of field of a form; each tells what a person made of its value."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import Field
from kit_app.services.workshop.kit_draft import GONE
from kit_app.services.workshop.typed import read, shown
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
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
    """`edited(object)`: another value was typed or chosen; `wrong()`: what stands there is none.

    `settled()`: what follows is a step of its own, since something was chosen and not typed.
    """

    edited = Signal(object)
    wrong = Signal()
    settled = Signal()

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
        ticks = FlowRow(spacing=8)
        for box in self.parts.values():
            ticks.add(box)
        column.addLayout(ticks) if self.parts else column.addWidget(self.control)
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
        if kind in ("choice", "figure"):
            return self._made_choice()
        if kind == "suggest":
            return self._made_suggestions()
        if kind == "ticks":
            for ident, words in self._field.options:
                box = CheckBox(words, self)
                box.clicked.connect(lambda _is_on: self._tell(self._ticked()))
                self.parts[ident] = box
            return next(iter(self.parts.values()), QWidget(self))
        if kind == "fixed":
            return Label("", "body", self)
        line = QLineEdit(self)
        line.textEdited.connect(self._tell_text)
        return line

    def _made_choice(self) -> ComboBox:
        combo = ComboBox(self)
        for ident, words in self._field.options:
            combo.add_choice(ident, words)
        combo.activated.connect(lambda _row: self._choose(self._chosen(combo.value())))
        return combo

    def offer(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer other values to choose from; what stands there stays. Boxes to tick are made anew instead."""
        if options == self._field.options:
            return
        self._field = replace(self._field, options=options)
        combo = self.control
        if isinstance(combo, ComboBox):
            text, ident = combo.currentText(), combo.value()
            combo.clear()
            for one, words in options:
                combo.add_choice(one, words)
            combo.setEditText(text) if combo.isEditable() else combo.set_value(ident)

    def _choose(self, value: object) -> None:
        self.settled.emit()
        self._tell(value)
        self.settled.emit()

    def _chosen(self, ident: str) -> object:
        if self._field.is_optional and not ident:
            return GONE
        return int(ident) if self._field.kind == "figure" else ident

    def _made_suggestions(self) -> ComboBox:
        """A line to type in that shows what could stand there."""
        combo = ComboBox(self)
        combo.setEditable(True)
        combo.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        for ident, words in self._field.options:
            combo.add_choice(ident, words)
        line = QLineEdit(combo)
        combo.setLineEdit(line)
        line.installEventFilter(self._keys)
        line.textEdited.connect(self._tell_text)
        combo.activated.connect(lambda _row: self._choose(combo.value()))
        return combo

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
        else:
            self._show_choice(value)
        self._is_showing = False

    def _show_choice(self, value: Any) -> None:
        control, text = self.control, str(value or "")
        if isinstance(control, ComboBox) and control.isEditable():
            if control.currentText() != text:
                control.setEditText(text)
                for line in control.findChildren(QLineEdit):
                    line.setCursorPosition(0)
        elif isinstance(control, ComboBox):
            control.set_value(text)
        elif isinstance(control, Label):
            control.setText(dict(self._field.options).get(text, text))
        elif self._field.kind == "tick" and isinstance(control, CheckBox):
            control.setChecked(bool(value))
        for ident, box in self.parts.items():
            box.setChecked(ident in (value or ()))

    def _says(self, text: str, value: Any) -> bool:
        try:
            typed = read(self._field.kind, text, is_optional=self._field.is_optional)
        except ValueError:
            return False
        return bool(
            typed is GONE and value is None and not text or type(typed) is type(value) and typed == value
        )

    def _ticked(self) -> object:
        ticked = [ident for ident, box in self.parts.items() if box.isChecked()]
        return GONE if self._field.is_optional and not ticked else ticked

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
