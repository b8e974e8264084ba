"""Put a figure of a result right: what it is, what it was, and why."""

from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kit_app.errors import KitAppError
from kit_app.game.corrections import NO, YES, Field as Figure, PuzzleField as PuzzleFigure, value_of
from kit_app.i18n import Catalogue
from kit_app.services.result_words import (
    FIELDS,
    OUTCOMES,
    PUZZLE_FIELDS,
    correction_line,
    shown_value,
)
from kit_app.services.services import Services
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.trail.form_dialog import FormDialog
from kit_app.views.results import RunResult

_SIZE = QSize(540, 600)
_MINUTE_MS = 60_000
_WHOLE = "-"
_CHOICES: dict[str, tuple[str, ...]] = {"outcome": tuple(OUTCOMES), "solved": (YES, NO)}
"""Figures that are chosen, with their values; all others are typed."""
_TIMES = ("played_ms", "spent_ms")


class CorrectionDialog(FormDialog):
    """Puts one figure of a team's result right, of the game as a whole or of a puzzle."""

    def __init__(
        self, services: Services, result: RunResult, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(t("Correct a result"), t, parent)
        self._services = services
        self._result = result
        whose = t("Team {n} · {team}", n=result.team_number, team=result.team_label)
        self.column.addWidget(flowing(Label(whose, "label", self.inside)))
        words = t("The old value and your reason stay beside the new one, on the page and in the reports.")
        self.column.addWidget(flowing(Label(words, "body", self.inside)))
        self._build_fields(self.column)
        told = "\n".join(correction_line(one, t, is_own=True) for one in result.corrections)
        self.earlier = flowing(Label(told, "small", self.inside))
        self.earlier.setVisible(bool(told))
        self.column.addWidget(self.earlier)
        self.column.addStretch(1)
        self.finish(t("Keep the correction"), _SIZE)
        self.keep.setObjectName("correction-keep")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._take)
        self._show_figures()

    def _build_fields(self, column: QVBoxLayout) -> None:
        t, inside = self._t, self.inside
        self.where = ComboBox(inside)
        self.where.setObjectName("correction-where")
        self.where.add_choice(_WHOLE, t("The game as a whole"))
        for puzzle in self._result.puzzles:
            self.where.add_choice(puzzle.id, f"{puzzle.id} · {puzzle.title}")
        self.figure = ComboBox(inside)
        self.figure.setObjectName("correction-figure")
        self.choice = ComboBox(inside)
        self.choice.setObjectName("correction-choice")
        self.value = QLineEdit(inside)
        self.value.setObjectName("correction-value")
        self.reason = QLineEdit(inside)
        self.reason.setObjectName("correction-reason")
        self.reason.setMaxLength(200)
        self.value_field = Field(t("New value"), self.value, "", inside)
        self.choice_field = Field(t("New value"), self.choice, "", inside)
        self.reason_field = Field(t("Why"), self.reason, t("Without names of people."), inside)
        column.addWidget(Field(t("Where"), self.where, "", inside))
        column.addWidget(Field(t("What is not right"), self.figure, "", inside))
        for field in (self.value_field, self.choice_field, self.reason_field):
            column.addWidget(field)
        self.where.currentIndexChanged.connect(self._show_figures)
        self.figure.currentIndexChanged.connect(self._show_figure)
        self.value.textEdited.connect(self.value_field.clear_error)
        self.reason.textEdited.connect(self.reason_field.clear_error)

    def _puzzle(self) -> str | None:
        """The puzzle that is put right; None: the game as a whole."""
        return self.where.value() if self.where.value() != _WHOLE else None

    def _show_figures(self, _row: int = 0) -> None:
        """What can be put right there."""
        blocked = self.figure.blockSignals(True)
        self.figure.clear()
        for ident, words in (FIELDS if self._puzzle() is None else PUZZLE_FIELDS).items():
            self.figure.add_choice(ident, self._t(words))
        self.figure.blockSignals(blocked)
        self._show_figure()

    def _show_figure(self, _row: int = 0) -> None:
        t, figure = self._t, self.figure.value()
        old = value_of(self._result, figure, self._puzzle())
        shown = shown_value(figure, old, t)
        is_choice = figure in _CHOICES
        self.value_field.setVisible(not is_choice)
        self.choice_field.setVisible(is_choice)
        self.value_field.clear_error()
        self.choice_field.clear_error()
        if is_choice:
            self.choice.clear()
            for value in _CHOICES[figure]:
                self.choice.add_choice(value, shown_value(figure, value, t))
            self.choice.set_value(old)
            self.choice_field.set_help(t("It says: {value}", value=shown))
        elif figure in _TIMES:
            self.value.setText(shown)
            self.value_field.set_help(t("It says: {value} (minutes, or minutes:seconds)", value=shown))
        elif figure == "hints":
            self.value.setText(old)
            self.value_field.set_help(
                t("It says: {value}. Write the numbers of the hints, as 12; nothing for none.", value=shown)
            )
        else:
            self.value.setText(old)
            self.value_field.set_help(t("It says: {value}", value=shown))

    def _new(self, figure: str) -> str:
        """The value as it is stored; what makes no sense is given on as it was typed."""
        if figure in _CHOICES:
            return self.choice.value()
        typed = self.value.text().strip()
        if figure == "hints":
            return "".join(sorted(set(typed) - set(" ,;")))
        if figure not in _TIMES:
            return typed
        minutes, _, seconds = typed.partition(":")
        if not minutes.isdecimal() or not (seconds or "0").isdecimal() or int(seconds or 0) > 59:
            return ""
        return str(int(minutes) * _MINUTE_MS + int(seconds or 0) * 1000)

    def _take(self) -> None:
        figure, result = self.figure.value(), self._result
        new, reason = self._new(figure), self.reason.text()
        try:
            changed = self._services.corrections.correct(
                result.session_id,
                result.team_number,
                cast(Figure | PuzzleFigure, figure),
                new,
                reason,
                self._puzzle(),
            )
        except KitAppError as error:
            shown = self.choice_field if figure in _CHOICES else self.value_field
            (shown if reason.strip() else self.reason_field).set_error(self._t.of(error))
            return
        self.changed.emit(changed)
        self.accept()
