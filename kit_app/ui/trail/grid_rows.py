"""The rows of the host grid: for each puzzle the minute it was solved, its hints, and whether by hand."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kit_app.domain.paper_game import PaperPuzzle
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import set_look
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.labels import Label

_MOST_MINUTES = 999
_FIELD_WIDTH = 96


class _GridField(QLineEdit):
    """Enter goes on to the next field, the arrows to the one above or below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.above: QLineEdit | None = None
        self.below: QLineEdit | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        next_field = {Qt.Key.Key_Up.value: self.above, Qt.Key.Key_Down.value: self.below}.get(key)
        if next_field is not None:
            next_field.setFocus()
            next_field.selectAll()
            return
        super().keyPressEvent(event)


class MinuteText(_GridField):
    """A whole minute of the game, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(0, _MOST_MINUTES, self))
        self.setFixedWidth(_FIELD_WIDTH)

    def value(self) -> int | None:
        """The minute; None while the field is empty."""
        return int(self.text()) if self.text().isdecimal() else None


class GridRows(QWidget):
    """One row a puzzle, empty at first."""

    def __init__(
        self, puzzles: Sequence[tuple[str, str]], t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.minutes: dict[str, MinuteText] = {}
        self.hints: dict[str, _GridField] = {}
        self.by_hand: dict[str, CheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        heads = (t("Puzzle"), t("Solved at minute"), t("Hints given (1, 2, 3)"), t("By the facilitator"))
        for place, head in enumerate(heads):
            grid.addWidget(Label(head, "label", self, wraps=False), 0, place)
        for place, (ident, title) in enumerate(puzzles, start=1):
            name = f"{ident} {title}"
            grid.addWidget(Label(name, "body", self), place, 0)
            for column, field in enumerate(self._fields_of(ident, name, heads), start=1):
                grid.addWidget(field, place, column, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(len(puzzles) + 1, 1)
        _join(list(self.minutes.values()))
        _join(list(self.hints.values()))

    def _fields_of(self, ident: str, name: str, heads: Sequence[str]) -> tuple[QWidget, ...]:
        minute, hints, hand = MinuteText(self), _GridField(self), CheckBox("", self)
        hints.setValidator(QRegularExpressionValidator(QRegularExpression("[1-3 ,]{0,7}"), hints))
        hints.setFixedWidth(_FIELD_WIDTH)
        for field, kind, head in zip(
            (minute, hints, hand), ("minute", "hints", "hand"), heads[1:], strict=True
        ):
            field.setObjectName(f"grid-{kind}-{ident}")
            field.setAccessibleName(f"{name}: {head}")
        self.minutes[ident], self.hints[ident], self.by_hand[ident] = minute, hints, hand
        return minute, hints, hand

    def fields(self) -> tuple[QWidget, ...]:
        """Every field, row by row."""
        return tuple(
            field
            for ident in self.minutes
            for field in (self.minutes[ident], self.hints[ident], self.by_hand[ident])
        )

    def puzzles(self) -> tuple[PaperPuzzle, ...]:
        """What is typed."""
        return tuple(
            PaperPuzzle(
                id=ident,
                solved_min=minute.value(),
                hints=tuple(level for level in (1, 2, 3) if str(level) in self.hints[ident].text()),
                by_hand=self.by_hand[ident].isChecked(),
            )
            for ident, minute in self.minutes.items()
        )

    def is_empty(self) -> bool:
        """Whether nothing is typed or ticked."""
        fields = (*self.minutes.values(), *self.hints.values())
        return not any(one.text() for one in fields) and not any(
            one.isChecked() for one in self.by_hand.values()
        )

    def mark(self, ident: str) -> QWidget:
        """Mark the minute of a puzzle as wrong; the field is given back."""
        field = self.minutes[ident]
        set_look(field, "state", "error")
        return field

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for field in self.minutes.values():
            set_look(field, "state", "")


def _join(fields: Sequence[_GridField]) -> None:
    for upper, lower in zip(fields, fields[1:], strict=False):
        upper.below, lower.above = lower, upper
