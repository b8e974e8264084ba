"""What does not go together on a day: one sentence each, with what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label, flowing
from kit_app.ui.common.panel import Panel


class Conflicts(Panel):
    """Not there while all goes together."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("To be settled"), parent, look="warn")
        self._lines: list[QWidget] = []
        self.sentences: tuple[str, ...] = ()
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Replace what was said."""
        if tuple(sentences) == self.sentences:
            return
        self.sentences = tuple(sentences)
        for old in self._lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(sentence) for sentence in sentences]
        self.setAccessibleDescription(" ".join(sentences))
        self.setVisible(bool(sentences))

    def _line(self, sentence: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("warn", "warn", SMALL, line), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(flowing(Label(sentence, "body", line)), 1)
        self.add(line)
        line.show()
        return line
