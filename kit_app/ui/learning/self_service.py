"""One person after another answers on this computer: a whole screen, one question at a time, nothing else.

No key and no button leads back to the program but F9 and the code that also opens the console; without a
code Enter follows F9, and the screen names no key.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kit_app.domain.questionnaire import CHOICES, GRADES, HIGHEST_NUMBER, MOMENT_NAMES, Moment
from kit_app.i18n import Catalogue
from kit_app.services.questionnaires import Questionnaire
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.answer_button import AnswerButton
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.learning.tally import BACK, SKIP, Line, Tally
from kit_app.ui.learning.tally_table import digit_of, key_of

_WIDEST = 860
Keep = Callable[[Tally], str]
"""Stores the line of a tally; a sentence when that was refused."""


class SelfService(QWidget):
    """`ended()`: the trainer took the computer back. `code` is what that needs, empty for Enter alone."""

    ended = Signal()

    def __init__(
        self, found: Questionnaire, moment: Moment, t: Catalogue, keep: Keep, code: str = ""
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._found = found
        self._moment: Moment = moment
        self._t = t
        self._keep = keep
        self._code = code
        self._may_close = False
        self._before: QWidget | None = None
        self.tally = self._new_tally()
        self.setWindowTitle(t("Questionnaire"))
        self.setObjectName("self-service")
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages = QStackedWidget(self)
        self.number_page = self._build_number()
        self.question_page = self._build_question()
        self.thanks_page = self._build_thanks()
        self.trainer_page = self._build_trainer()
        for page in (self.number_page, self.question_page, self.thanks_page, self.trainer_page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.pages, 1)
        self.hint = Label(t("Trainer: F9"), "small", self, wraps=False)
        self.hint.setVisible(bool(code))
        column.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignHCenter)
        self._show_number()

    # Its pages

    def _page(self, *parts: QWidget) -> QWidget:
        """Parts below one another in the middle, to be scrolled where they are too high."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        row = QHBoxLayout(inner)
        row.setContentsMargins(24, 16, 24, 8)
        body = QWidget(inner)
        body.setMaximumWidth(_WIDEST)
        row.addStretch(1)
        row.addWidget(body, 100)
        row.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        for part in parts:
            column.addWidget(part)
        column.addStretch(2)
        area.setWidget(inner)
        return area

    def _build_number(self) -> QWidget:
        t = self._t
        self.number = QLineEdit(self)
        self.number.setObjectName("self-number")
        self.number.setAccessibleName(t("Your number"))
        self.number.setMaxLength(len(str(HIGHEST_NUMBER)))
        self.number.textEdited.connect(self._only_digits)
        self.number.setMaximumWidth(160)
        self.number.returnPressed.connect(self._take_number)
        self.refused = flowing(Label("", "error", self))
        self.refused.setObjectName("self-refused")
        self.begin = KeyButton(t("Begin"), self, kind="primary", size="start")
        self.begin.setObjectName("self-begin")
        self.begin.clicked.connect(self._take_number)
        self.without = KeyButton(t("I have no number"), self, size="large")
        self.without.setObjectName("self-without")
        self.without.clicked.connect(self._begin)
        title = Label(t(MOMENT_NAMES[self._moment]), "h1", self)
        words = Label(t("Nobody learns who answered what. Type the number that you drew."), "say", self)
        return self._page(
            title, flowing(words), self.number, self.refused, self._buttons(self.without, self.begin)
        )

    def _build_question(self) -> QWidget:
        t = self._t
        self.progress = Label("", "quiet", self)
        self.question = flowing(Label("", "say-bold", self))
        self.question.setObjectName("self-question")
        self.answers = [AnswerButton(letter, self) for letter in CHOICES]
        self.grades = [AnswerButton(str(grade), self) for grade in range(1, GRADES + 1)]
        for button in (*self.answers, *self.grades):
            button.clicked.connect(lambda _checked=False, key=button.letter: self._press(key))
        self.grade_row = QWidget(self)
        row = QHBoxLayout(self.grade_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(t("no"), "quiet", self.grade_row, wraps=False))
        for button in self.grades:
            row.addWidget(button)
        row.addWidget(Label(t("yes"), "quiet", self.grade_row, wraps=False))
        self.back = KeyButton(t("Previous"), self, size="large", icon="left")
        self.back.setObjectName("self-back")
        self.back.clicked.connect(self._go_back)
        self.skip = KeyButton(t("No answer"), self, size="large")
        self.skip.setObjectName("self-skip")
        self.skip.clicked.connect(lambda: self._press(SKIP))
        return self._page(
            self.progress, self.question, *self.answers, self.grade_row, self._buttons(self.back, self.skip)
        )

    def _build_thanks(self) -> QWidget:
        t = self._t
        self.next_person = KeyButton(t("Next person"), self, kind="primary", size="start")
        self.next_person.setObjectName("self-next")
        self.next_person.clicked.connect(self._show_number)
        words = t("Your answers are kept without a name. Please let the next person sit down.")
        self.thanks = flowing(Label(words, "say", self))
        title = Label(t("Thank you."), "h1", self)
        return self._page(title, self.thanks, self._buttons(self.next_person))

    def _build_trainer(self) -> QWidget:
        t = self._t
        self.code = QLineEdit(self)
        self.code.setObjectName("self-code")
        self.code.setAccessibleName(t("Code"))
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        self.code.setMaximumWidth(240)
        self.code.setVisible(bool(self._code))
        self.code.returnPressed.connect(self._leave)
        self.leave = KeyButton(t("Back to the program"), self, kind="primary", size="large")
        self.leave.setObjectName("self-leave")
        self.leave.clicked.connect(self._leave)
        self.stay = KeyButton(t("Go on answering"), self, size="large")
        self.stay.setObjectName("self-stay")
        self.stay.clicked.connect(self._stay)
        self.how = flowing(Label("", "say", self))
        self.how.setObjectName("self-how")
        title = Label(t("For the trainer"), "h1", self)
        return self._page(title, self.how, self.code, self._buttons(self.stay, self.leave))

    def _buttons(self, *buttons: QWidget) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        return holder

    # From one person to the next

    def _new_tally(self) -> Tally:
        return Tally(
            items=tuple(one.question.id for one in self._found.asked),
            opinions=tuple(self._found.opinions),
            moment=self._moment,
            lines=[Line(cells=())],
        )

    def _show_number(self) -> None:
        self.tally = self._new_tally()
        self.tally.show(())
        self.number.clear()
        self.refused.setText("")
        self._go(self.number_page, self.number)

    def _only_digits(self, text: str) -> None:
        self.number.setText("".join(digit_of(letter) for letter in text))

    def _take_number(self) -> None:
        if not int(self.number.text() or 0):
            self.refused.setText(self._t("Type the number that you drew, or choose “I have no number”."))
            self.number.setFocus()
            return
        number = int(self.number.text())
        if any(one.number == number and one.moment == self._moment for one in self._found.sheets):
            self._refuse_number(number)
            return
        self.tally.take_number(str(number))
        self._show_question()

    def _refuse_number(self, number: int) -> None:
        words = self._t("Number {number} has answered already. Look at your number again.", number=number)
        self.refused.setText(words)
        self._go(self.number_page, self.number)

    def _begin(self) -> None:
        self.tally.take_number("")
        self._show_question()

    def _show_question(self) -> None:
        t, place = self._t, self.tally.column
        asked = self._found.asked
        is_item = place <= len(asked)
        answer = self.tally.line.cells[place - 1]
        self.progress.setText(t("{n} of {total}", n=place, total=self.tally.width))
        for button, words in zip(
            self.answers, asked[place - 1].words.choices if is_item else (), strict=False
        ):
            button.set_words(words)
        for button in (*self.answers, *self.grades):
            button.setChecked(button.letter == answer)
        for button in self.answers:
            button.setVisible(is_item)
        self.grade_row.setVisible(not is_item)
        opinions = list(self._found.opinions.values())
        self.question.setText(asked[place - 1].words.ask if is_item else opinions[place - len(asked) - 1])
        self._go(self.question_page, self)
        self.setAccessibleName(self.question.text())
        announce(self)

    def _press(self, key: str) -> None:
        """An answer, or none; after the last one the sheet is stored."""
        is_last = self.tally.column == self.tally.width
        if not self.tally.press(key):
            return
        if not is_last:
            self._show_question()
            return
        refused = self._keep(self.tally)
        if refused:
            self.refused.setText(refused)
            self._go(self.number_page, self.number)
            return
        self._go(self.thanks_page, self.next_person)

    def show_found(self, found: Questionnaire) -> None:
        """What is stored by now, so that a number is not taken twice."""
        self._found = found

    def _go_back(self) -> None:
        if self.tally.column > 1:
            self.tally.column -= 1
            self._show_question()
        else:
            self._go(self.number_page, self.number)
            self.tally = self._new_tally()
            self.tally.show(())

    def _go(self, page: QWidget, focus: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    # Back to the trainer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answers by keys; Escape and every other key end here."""
        event.accept()
        is_asking = self.pages.currentWidget() is self.question_page
        if event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat():
            self._ask_trainer()
        elif is_asking and event.key() == Qt.Key.Key_Backspace:
            self._go_back()
        elif is_asking and key_of(event) not in ("", BACK) and not event.isAutoRepeat():
            self._press(key_of(event))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_enter()

    def _press_enter(self) -> None:
        here = self.pages.currentWidget()
        if here is self.thanks_page:
            self._show_number()
        elif here is self.trainer_page:
            self._leave()

    def _ask_trainer(self) -> None:
        if self.pages.currentWidget() is not self.trainer_page:
            self._before = self.pages.currentWidget()
            self.code.clear()
            t = self._t
            way = t("Type your code, then Enter.") if self._code else t("Enter leads back to the program.")
            if self._before is self.question_page and any(self.tally.line.cells):
                way += " " + t("Somebody has begun to answer: that sheet would not be kept.")
            self.how.setText(way)
            self._go(self.trainer_page, self.code if self._code else self)

    def _leave(self) -> None:
        if self._code and self.code.text().casefold() != self._code.casefold():
            self.code.clear()
            self.how.setText(self._t("That was not the code."))
            self.code.setFocus()
            return
        self._may_close = True
        self.ended.emit()

    def _stay(self) -> None:
        page = self._before or self.number_page
        self._go(page, self.number if page is self.number_page else self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody closes it by Alt+F4."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
