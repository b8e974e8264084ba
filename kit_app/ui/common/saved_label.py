"""The line that always says whether all is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label


class SavedLabel(QWidget):
    """ "Saved 18:42" with a tick, or what is not kept with a warning. Words are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("check", "ok", SMALL, self)
        self.label = Label("", "quiet", self, wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label)
        self.hide()

    def show_saved(self, text: str) -> None:
        """All is kept."""
        self._say(text, "check", "ok")

    def show_unsaved(self, text: str) -> None:
        """Something is not kept."""
        self._say(text, "warn", "danger")

    def _say(self, text: str, icon: str, token: str) -> None:
        self._icon.set_icon(icon, token)
        self.label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
