"""One lesson: its text and the one thing to retain, then its self-check, then the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.domain.training import Lesson, LessonWords, Progress
from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag
from kit_app.ui.training.check_view import CheckView

_WIDEST = 860


class LessonView(QWidget):
    """`read(str)`: a lesson, to its end; `answered(str, str, bool)`: lesson, question, rightly or not.

    `next_asked()`: the lesson after this one, or what follows the last.
    """

    read = Signal(str)
    answered = Signal(str, str, bool)
    next_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._lesson: Lesson
        self._words: LessonWords
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.text = self._build_text()
        self.check = CheckView(t, self)
        self.check.answered.connect(lambda question, is_right: self._tell(question, is_right=is_right))
        self.check.ended.connect(self._end)
        self.end = self._build_end()
        for part in (self.text, self.check, self.end):
            part.setMaximumWidth(_WIDEST)
            column.addWidget(part)
        column.addStretch(1)

    def _build_text(self) -> QWidget:
        t = self._t
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        panel = Panel("", whole)
        self._paragraphs = QVBoxLayout()
        self._paragraphs.setSpacing(10)
        panel.add(self._paragraphs)
        self._labels: list[Label] = []
        keep = Panel(t("To retain"), whole, look="say", icon="hint", padding=12)
        self.keep = flowing(Label("", "say-bold", keep))
        self.keep.setObjectName("lesson-keep")
        keep.add(self.keep)
        self.practice = Panel(t("To do in the room"), whole, look="sunken", padding=12)
        self.practise = flowing(Label("", "body", self.practice))
        self.practice.add(self.practise)
        self.go_on = KeyButton(t("To the self-check"), whole, kind="primary")
        self.go_on.set_key("Return", t("Enter"))
        self.go_on.setObjectName("lesson-check")
        self.go_on.clicked.connect(self._begin_check)
        row = FlowRow(aligns_right=True)
        row.add(self.go_on)
        for part in (panel, keep, self.practice):
            column.addWidget(part)
        column.addLayout(row)
        self._panel = panel
        return whole

    def _build_end(self) -> QWidget:
        t = self._t
        panel = Panel("", self, look="marked")
        self.result = Tag("", "ok", panel)
        self.words = flowing(Label("", "say", panel))
        self.words.setObjectName("lesson-end")
        self.again = KeyButton(t("Answer again"), panel, size="large", icon="refresh")
        self.again.setObjectName("lesson-again")
        self.again.clicked.connect(self._begin_check)
        self.reread = KeyButton(t("Read again"), panel, size="large", icon="left")
        self.reread.setObjectName("lesson-reread")
        self.reread.clicked.connect(lambda: self.show_lesson(self._lesson, self._words))
        self.next = KeyButton("", panel, kind="primary")
        self.next.set_key("Return", t("Enter"))
        self.next.setObjectName("lesson-next")
        self.next.clicked.connect(self.next_asked)
        row = FlowRow(spacing=12, aligns_right=True)
        for button in (self.reread, self.again, self.next):
            row.add(button)
        panel.add(self.result)
        panel.add(self.words)
        panel.add(row)
        return panel

    def show_lesson(self, lesson: Lesson, words: LessonWords) -> None:
        """Show a lesson from its beginning."""
        self._lesson, self._words = lesson, words
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = [flowing(Label(text, "body", self._panel)) for text in words.text]
        for label in self._labels:
            self._paragraphs.addWidget(label)
        self.keep.setText(words.keep)
        self.practise.setText(words.practise)
        self.practice.setVisible(bool(words.practise))
        self._show(self.text)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, progress: Progress, following: str) -> None:
        """How the check went so far, and what the way on is called."""
        t, lesson = self._t, self._lesson
        right, of = progress.right_of(lesson), len(lesson.questions)
        is_passed = progress.is_passed(lesson)
        if is_passed:
            self.result.show_tag(t("passed"), "ok")
            self.words.setText(t("All {n} answers are right.", n=of))
        else:
            self.result.show_tag(t("to be looked at again"), "warn")
            words = t("{right} of {n} answers are right. Read again, or answer again.", right=right, n=of)
            self.words.setText(words)
        self.again.setVisible(not is_passed)
        self.next.setText(following)

    def _begin_check(self) -> None:
        self.read.emit(self._lesson.id)
        self._show(self.check)
        self.check.begin([(one, self._words.questions[one.id]) for one in self._lesson.questions])

    def _tell(self, question: str, *, is_right: bool) -> None:
        self.answered.emit(self._lesson.id, question, is_right)

    def _end(self) -> None:
        self._show(self.end)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, part: QWidget) -> None:
        for each in (self.text, self.check, self.end):
            each.setVisible(each is part)
