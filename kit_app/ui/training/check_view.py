"""The self-check of a lesson: one question at a time, its right answer explained, keys A to C."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kit_app.domain.questionnaire import CHOICES
from kit_app.domain.training import LessonQuestion, LessonQuestionWords
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import say
from kit_app.ui.common.answer_button import AnswerButton
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel

_DIGITS = {"1": "A", "2": "B", "3": "C", "&": "A", "é": "B", '"': "C"}
"""The digits too, also as a French keyboard has them without Shift."""

Asked = tuple[LessonQuestion, LessonQuestionWords]


class CheckView(Panel):
    """`answered(str, bool)`: a question by its id, and whether rightly. `ended()`: the last one was left.

    `shown(QWidget)`: a part that is to be seen now.
    """

    answered = Signal(str, bool)
    ended = Signal()
    shown = Signal(QWidget)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Self-check"), parent)
        self._t = t
        self._asked: tuple[Asked, ...] = ()
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("check")
        self.count = Label("", "quiet", self, wraps=False)
        self.add_to_head(self.count)
        self.question = flowing(Label("", "say-bold", self))
        self.question.setObjectName("check-question")
        self.add(self.question)
        self.answers = [AnswerButton(letter, self) for letter in CHOICES]
        for button in self.answers:
            button.setObjectName(f"check-{button.letter}")
            button.clicked.connect(lambda _checked=False, letter=button.letter: self._answer(letter))
            self.add(button)
        self.told = Panel("", self, look="say", padding=12)
        self.verdict = Label("", "h3", self.told)
        self.verdict.setObjectName("check-verdict")
        self.why = flowing(Label("", "body", self.told))
        self.told.add(self.verdict)
        self.told.add(self.why)
        self.add(self.told)
        self.next = KeyButton("", self, kind="primary")
        self.next.set_key("Return", t("Enter"))
        self.next.setObjectName("check-next")
        self.next.clicked.connect(self._go_on)
        row = FlowRow(aligns_right=True)
        row.add(self.next)
        self.add(row)

    def begin(self, asked: Sequence[Asked]) -> None:
        """Ask these questions, the first first."""
        self._asked, self._place = tuple(asked), 0
        self._show()

    def _show(self) -> None:
        _question, words = self._asked[self._place]
        number, of = self._place + 1, len(self._asked)
        self.count.setText(self._t("{n} of {total}", n=number, total=of))
        self.question.setText(words.ask)
        for button, choice in zip(self.answers, words.choices, strict=True):
            button.setChecked(False)
            button.setEnabled(True)
            button.set_words(choice)
        self.told.setVisible(False)
        self.next.setVisible(False)
        self.setAccessibleName(words.ask)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, words.ask)
        self.shown.emit(self.question)

    def _answer(self, letter: str) -> None:
        if not self.told.isHidden():
            return
        t = self._t
        question, words = self._asked[self._place]
        is_right = letter == question.right
        for button in self.answers:
            button.setChecked(button.letter == question.right)
            button.setEnabled(button.letter in (letter, question.right))
        self.told.set_look("say" if is_right else "info")
        self.verdict.setText(t("Right.") if is_right else t("No: {letter} is right.", letter=question.right))
        self.why.setText(words.why)
        is_last = self._place + 1 == len(self._asked)
        self.next.setText(t("To the end of the lesson") if is_last else t("Next question"))
        self.told.setVisible(True)
        self.next.setVisible(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, f"{self.verdict.text()} {words.why}")
        self.answered.emit(question.id, is_right)
        self.shown.emit(self.next)

    def _go_on(self) -> None:
        if self._place + 1 == len(self._asked):
            self.ended.emit()
            return
        self._place += 1
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A, B, C or 1, 2, 3 answer."""
        letter = _DIGITS.get(event.text(), event.text().upper())
        if letter in CHOICES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._answer(letter)
        else:
            super().keyPressEvent(event)
