"""The notes and tags taken last, each of which can be taken back. No rule here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.game.commands import RemoveNote
from kit_app.i18n import Catalogue
from kit_app.services.note_words import note_words
from kit_app.ui.common.buttons import icon_button
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.console.wording import spent
from kit_app.views.console import ConsoleView, LogRow

MOST = 5


class NoteList(Panel):
    """`asked` carries RemoveNote. Hidden while no note stands."""

    asked = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Last notes"), parent, padding=12)
        self._t = t
        self._shown: tuple[LogRow, ...] = ()
        self._lines: list[QWidget] = []
        self.setObjectName("note-list")
        self.hide()

    def show_view(self, view: ConsoleView) -> None:
        """Show the last notes that stand, the newest first; the same ones are not built again."""
        notes = standing(view)[-MOST:][::-1]
        if notes == self._shown:
            return
        self._shown = notes
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(note) for note in notes]
        for line in self._lines:
            self.add(line)
            line.show()
        self.setVisible(bool(notes))

    def _line(self, note: LogRow) -> QWidget:
        t = self._t
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = note_words(note.text, note.tag, t)
        row.addWidget(Label(spent(note.at_ms), "small", line, wraps=False))
        row.addWidget(Label(words, "body", line), 1)
        back = icon_button("cross", t("Take this note back: {note}", note=words), line, kind="quiet")
        back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        command = RemoveNote(text=note.text, tag=note.tag)
        back.clicked.connect(lambda: self.asked.emit(command))
        row.addWidget(back)
        return line


def standing(view: ConsoleView) -> tuple[LogRow, ...]:
    """The notes that were not taken back, the oldest first."""
    notes: list[LogRow] = []
    for row in view.log:
        if row.kind == "NoteAdded":
            notes.append(row)
        elif row.kind == "NoteRemoved":
            gone = [place for place, note in enumerate(notes) if (note.text, note.tag) == (row.text, row.tag)]
            del notes[gone[-1] : gone[-1] + 1]
    return tuple(notes)
