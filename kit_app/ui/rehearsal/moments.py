"""A line of the look back: when it was, what was done, how it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.tags import Tag, TagKind

_TIME, _VERDICT = 56, 130


class MomentRow(QWidget):
    """`time` of the game, the `words`, and the verdict as a tag."""

    def __init__(self, time: str, words: str, verdict: str, kind: TagKind, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        self.time = Label(time, "mono", self, wraps=False)
        self.time.setMinimumWidth(_TIME)
        self.words = flowing(Label(words, "body", self))
        self.verdict = Tag(verdict, kind, self)
        self.verdict.setMinimumWidth(_VERDICT)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.time, 0, top)
        row.addWidget(self.verdict, 0, top)
        row.addWidget(self.words, 1)
        self.setAccessibleName(f"{time}, {verdict}: {words}")
