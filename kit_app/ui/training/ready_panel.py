"""The list "ready to facilitate": lines ticked by hand, and lines that tick themselves."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.training import Course
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag


class ReadyPanel(Panel):
    """`ticked(frozenset)`: the lines ticked by hand now; `paper_asked()`: the list on one page."""

    ticked = Signal(object)
    paper_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Ready to facilitate"), parent)
        self._t = t
        self.count = Tag("", "plain", self)
        self.count.setObjectName("ready-count")
        self.paper = KeyButton(t("As one page…"), self, size="small", icon="print")
        self.paper.setObjectName("ready-paper")
        self.paper.clicked.connect(self.paper_asked)
        self.add_to_head(self.count)
        self.add_to_head(self.paper)
        self.add(Label(t("Lines with a clock tick themselves; you tick the others."), "small", self))
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.add(self._column)
        self.boxes: dict[str, CheckBox] = {}
        self.seen: dict[str, SeenLine] = {}

    def show_course(self, course: Course) -> None:
        """Show the lines of a kit."""
        for part in (*self.boxes.values(), *self.seen.values()):
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.boxes, self.seen = {}, {}
        for line in course.checks:
            words = course.ready.get(line.id, line.id)
            if line.proof:
                self.seen[line.id] = seen = SeenLine(words, self._t, self)
                self._column.addWidget(seen)
            else:
                self.boxes[line.id] = box = CheckBox(words, self)
                box.setObjectName(f"ready-{line.id}")
                box.setAccessibleName(words)
                box.clicked.connect(self._change)
                self._column.addWidget(box)

    def show_done(self, done: Collection[str]) -> None:
        """Which lines are done."""
        for ident, box in self.boxes.items():
            box.setChecked(ident in done)
        for ident, seen in self.seen.items():
            seen.show_done(is_done=ident in done)
        every = len(self.boxes) + len(self.seen)
        words = self._t("{done} of {n}", done=len(done), n=every)
        self.count.show_tag(words, "ok" if len(done) == every else "plain")

    def _change(self) -> None:
        self.ticked.emit(frozenset(ident for ident, box in self.boxes.items() if box.isChecked()))


class SeenLine(QWidget):
    """A line that only the program ticks."""

    def __init__(self, words: str, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._t, self._words = t, words
        self.is_done = False
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 4, 0, 4)
        row.setSpacing(11)
        self._icon = IconLabel("clock", "ink3", SMALL, self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(words, "body", self), 1)
        self.setMinimumHeight(32)

    def show_done(self, *, is_done: bool) -> None:
        """Whether it is done."""
        self.is_done = is_done
        self._icon.set_icon("check" if is_done else "clock", "ok" if is_done else "ink3")
        state = self._t("done") if is_done else self._t("to do")
        self.setAccessibleName(self._t("{name}: {value}", name=self._words, value=state))
