"""Put a figure of a result right: what it is, what it was, and why."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.errors import KitAppError
from kit_app.game.corrections import Field as Figure
from kit_app.i18n import Catalogue, duration
from kit_app.services.corrections import FIELDS, correction_line
from kit_app.services.export import OUTCOMES
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.views.results import RunResult

_WIDTH = 520
_MINUTE_MS = 60_000


class CorrectionDialog(QDialog):
    """`changed(Changed)` once a correction is stored."""

    changed = Signal(object)

    def __init__(
        self, services: Services, result: RunResult, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._result = result
        self._t = t
        self.setWindowTitle(t("Correct a result"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), "h2", self))
        words = t("The old value and your reason stay beside the new one, on the page and in the reports.")
        column.addWidget(Label(words, "body", self))
        self._build_fields(column)
        told = "\n".join(correction_line(one, t) for one in result.corrections)
        self.earlier = Label(told, "small", self)
        self.earlier.setVisible(bool(told))
        column.addWidget(self.earlier)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.cancel = KeyButton(t("Leave it"), self)
        self.accept_button = KeyButton(t("Keep the correction"), self, kind="primary")
        self.accept_button.setObjectName("correction-keep")
        self.accept_button.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        column.addLayout(row)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._take)
        self._show_figure()

    def _build_fields(self, column: QVBoxLayout) -> None:
        t = self._t
        self.figure = ComboBox(self)
        self.figure.setObjectName("correction-figure")
        for ident, words in FIELDS.items():
            self.figure.add_choice(ident, t(words))
        self.outcome = ComboBox(self)
        self.outcome.setObjectName("correction-outcome")
        for outcome, words in OUTCOMES.items():
            self.outcome.add_choice(outcome, t(words))
        self.value = QLineEdit(self)
        self.value.setObjectName("correction-value")
        self.reason = QLineEdit(self)
        self.reason.setObjectName("correction-reason")
        self.reason.setMaxLength(200)
        self.value_field = Field(t("New value"), self.value, "", self)
        self.outcome_field = Field(t("New value"), self.outcome, "", self)
        self.reason_field = Field(t("Why"), self.reason, t("Without names of people."), self)
        column.addWidget(Field(t("What is not right"), self.figure, "", self))
        column.addWidget(self.value_field)
        column.addWidget(self.outcome_field)
        column.addWidget(self.reason_field)
        self.figure.currentIndexChanged.connect(self._show_figure)
        self.value.textEdited.connect(self.value_field.clear_error)
        self.reason.textEdited.connect(self.reason_field.clear_error)

    def _show_figure(self, _row: int = 0) -> None:
        t, figure, result = self._t, self.figure.value(), self._result
        is_outcome = figure == "outcome"
        self.value_field.setVisible(not is_outcome)
        self.outcome_field.setVisible(is_outcome)
        self.value_field.clear_error()
        if is_outcome:
            self.outcome.set_value(result.outcome)
            self.outcome_field.set_help(t("It says: {value}", value=t(OUTCOMES[result.outcome])))
        elif figure == "played_ms":
            self.value.setText(duration(result.played_ms // 1000))
            shown = duration(result.played_ms // 1000)
            self.value_field.set_help(t("It says: {value} (minutes, or minutes:seconds)", value=shown))
        else:
            self.value.setText(str(result.team_size))
            self.value_field.set_help(t("It says: {value}", value=result.team_size))

    def _new(self, figure: str) -> str:
        """The value as it is stored; what makes no sense is given on as it was typed."""
        if figure == "outcome":
            return self.outcome.value()
        typed = self.value.text().strip()
        if figure != "played_ms":
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
                result.session_id, result.team_number, cast(Figure, figure), new, reason
            )
        except KitAppError as error:
            shown = self.outcome_field if figure == "outcome" else self.value_field
            (shown if reason.strip() else self.reason_field).set_error(self._t.of(error))
            return
        self.changed.emit(changed)
        self.accept()
