"""The facilitator's own note after the talk: what the group said, what to change next time."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.debrief_notes import LONGEST_NOTE
from kit_app.services.services import Services
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.trail.form_dialog import FormDialog
from kit_app.views.results import DebriefNote

_SIZE = QSize(560, 530)
_LEAST_TEXT = 96


class NoteDialog(FormDialog):
    """Keeps the note of a session, also an empty one."""

    def __init__(
        self, services: Services, session_id: str, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(t("Note after the debrief"), t, parent)
        self._services = services
        self._session_id = session_id
        self._kept = note = services.debrief_notes.of_session(session_id)
        self.text = QPlainTextEdit(self.inside)
        self.text.setObjectName("note-text")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LEAST_TEXT)
        self.text.setPlainText(note.text)
        words = t("No names of people. It stays with the results of this session.")
        self.field = Field(t("What the group said, what to change next time"), self.text, words, self.inside)
        self.column.addWidget(self.field, 1)
        self.left = Label("", "small", self.inside)
        self.column.addWidget(self.left)
        self.in_report = CheckBox(t("Show it in the report for the management"), self.inside)
        self.in_report.setObjectName("note-in-report")
        self.in_report.setChecked(note.in_report)
        self.column.addWidget(self.in_report)
        self.finish(t("Keep the note"), _SIZE)
        self.keep.setObjectName("note-keep")
        self.keep.clicked.connect(self._keep)
        self.text.textChanged.connect(self._look)
        self._look()
        self.text.setFocus()

    def _look(self) -> None:
        """How many characters still fit."""
        left = LONGEST_NOTE - len(self.text.toPlainText().strip())
        self.left.setText(self._t.plural("{n} character left", "{n} characters left", max(0, left)))
        self.field.clear_error()

    def has_typed(self) -> bool:
        return self.text.toPlainText().strip() != self._kept.text.strip()

    def _keep(self) -> None:
        note = DebriefNote(text=self.text.toPlainText(), in_report=self.in_report.isChecked())
        try:
            changed = self._services.debrief_notes.keep(self._session_id, note)
        except KitAppError as error:
            self.field.set_error(self._t.of(error))
            return
        self.changed.emit(changed)
        self.accept()
