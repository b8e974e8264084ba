"""The lines of a programme: a time and what happens; lines are added at the end and taken away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.domain.papers import SlotWords
from kit_app.domain.shelf import minute_of, moment_after
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import describe, set_look
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.labels import Label
from kit_app.ui.common.moment_fields import TimeText

_LONGEST = 200
_STEP_MIN = 15
_DAY_MIN = 24 * 60
MOST = 16


class _Line(QWidget):
    """One line; the minute counts from the beginning of the programme."""

    edited = Signal()
    gone = Signal()

    def __init__(self, slot: SlotWords, start: str, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._start = start
        self.minute = slot.minute
        self.time = TimeText(self)
        self.time.setMaximumWidth(96)
        self.text = QLineEdit(slot.text, self)
        self.text.setMaxLength(_LONGEST)
        self.text.setCursorPosition(0)
        self.remove = icon_button("minus", t("Take this line away"), self, kind="quiet")
        describe(self.time, t("Time"), t("This is no time."))
        describe(self.text, t("What happens"), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.time)
        row.addWidget(self.text, 1)
        row.addWidget(self.remove)
        self.time.changed.connect(self._typed)
        self.text.textEdited.connect(self.edited)
        self.remove.clicked.connect(self.gone)
        self.count_from(start)

    def count_from(self, start: str) -> None:
        """Show the time of day for another beginning."""
        self._start = start
        self.time.set_value(moment_after(start, self.minute).isoformat("minutes"))
        set_look(self.time, "state", "")

    @property
    def is_wrong(self) -> bool:
        """Whether what stands there is no time."""
        return not self.time.value()

    def _typed(self) -> None:
        value = self.time.value()
        if value:
            self.minute = (minute_of(value) - minute_of(self._start or "00:00")) % _DAY_MIN
        set_look(self.time, "state", "error" if self.is_wrong else "")
        self.edited.emit()


class SlotRows(QWidget):
    """`edited()` on each change by a person; `slots()` are the lines that say something."""

    edited = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._start = ""
        self.lines: list[_Line] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(t("Times and what happens"), "label", self))
        self.hint = Label(t("Times count from the beginning until you say when it begins."), "help", self)
        column.addWidget(self.hint)
        column.addWidget(Label(t("Words between two pairs of stars (**) are printed bold."), "help", self))
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column.addLayout(self._column)
        self.add = KeyButton(t("Add a line"), self, kind="quiet", size="small", icon="plus")
        self.add.setObjectName("programmes-add")
        self.add.clicked.connect(self._add)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_slots(self, start: str, slots: Sequence[SlotWords]) -> None:
        """Show these lines, in their order in time."""
        for line in self.lines:
            self._drop(line)
        self.lines = []
        self._start = start
        self.hint.setVisible(not start)
        for slot in sorted(slots, key=lambda slot: slot.minute):
            self._append(slot)

    @property
    def start(self) -> str:
        """When the programme begins by the lines shown."""
        return self._start

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Tab goes from `before` through the lines as they stand, to the button below."""
        for line in self.lines:
            for widget in (line.time, line.text, line.remove):
                QWidget.setTabOrder(before, widget)
                before = widget
        QWidget.setTabOrder(before, self.add)

    def set_start(self, start: str) -> None:
        """The programme begins at another time; every line moves with it."""
        self._start = start
        self.hint.setVisible(not start)
        for line in self.lines:
            line.count_from(start)

    def slots(self) -> tuple[SlotWords, ...]:
        """The lines that say something, by their time."""
        texts = [(line.minute, line.text.text().strip()) for line in self.lines]
        return tuple(SlotWords(minute=minute, text=text) for minute, text in sorted(texts) if text)

    def has_wrong(self) -> bool:
        """Whether a time stands there that is none."""
        return any(line.is_wrong for line in self.lines)

    def _append(self, slot: SlotWords) -> _Line:
        line = _Line(slot, self._start, self._t, self)
        number = len(self.lines)
        line.time.setObjectName(f"programmes-time-{number}")
        line.text.setObjectName(f"programmes-text-{number}")
        line.remove.setObjectName(f"programmes-remove-{number}")
        line.edited.connect(self.edited)
        line.gone.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)
        line.show()
        self.add.setEnabled(len(self.lines) < MOST)
        return line

    def _add(self) -> None:
        last = max((line.minute for line in self.lines), default=-_STEP_MIN)
        line = self._append(SlotWords(minute=(last + _STEP_MIN) % _DAY_MIN, text=""))
        for one, other in ((line.remove, self.add), (line.text, line.remove), (line.time, line.text)):
            QWidget.setTabOrder(one, other)
        line.text.setFocus()

    def _remove(self, line: _Line) -> None:
        place = self.lines.index(line)
        self.lines.remove(line)
        self._drop(line)
        self.add.setEnabled(True)
        near = self.lines[min(place, len(self.lines) - 1)].text if self.lines else self.add
        near.setFocus()
        self.edited.emit()

    def _drop(self, line: _Line) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
