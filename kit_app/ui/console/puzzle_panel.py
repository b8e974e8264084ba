"""One puzzle for the facilitator: what to say before a hint, the answer on demand, the hints."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, joined
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.console.advice import limit_words
from kit_app.ui.console.hint_list import HintList
from kit_app.ui.console.keys import key_of
from kit_app.views.console import ConsoleView, PuzzleRow


class PuzzlePanel(QWidget):
    """`asked` carries a command. The answer hides again when another puzzle is chosen."""

    asked = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._row: PuzzleRow | None = None
        self._is_answer_shown = False
        self.heading = Label("", "bold", self)
        self.say_first = Label(t("Before the hint, say:"), "label", self)
        self.say = Label("", "say", self)
        self.see = Label("", "quiet", self)
        self.waits = Label("", "quiet", self)
        self.limit = Label("", "quiet", self)
        self.limit.setObjectName("stuck-limit")
        self.answer = Label("", "mono", self)
        self.answer.setObjectName("answer-text")
        self.reveal = KeyButton(t("Answer"), self, size="small", icon="eye")
        self.reveal.set_tip(t("Show or hide the answer"))
        self.reveal.setCheckable(True)
        self.reveal.set_key("", key_of("answer").shown(t))
        self.reveal.setObjectName("show-answer")
        self.reveal.clicked.connect(self._turn_answer)
        self.hints = HintList(t, self)
        self.hints.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.answer)
        column.addWidget(self.waits)
        column.addWidget(self.say_first)
        column.addWidget(self.say)
        column.addWidget(self.see)
        column.addWidget(self.limit)
        column.addWidget(rule(self))
        column.addWidget(self.hints)

    def show_puzzle(self, row: PuzzleRow, view: ConsoleView) -> None:
        """Show a puzzle; the same facts are not painted again."""
        before, self._row = self._row, row
        self.hints.show_row(row, view)
        if before is not None and _facts(before) == _facts(row):
            return
        if before is None or before.id != row.id:
            self._is_answer_shown = False
        self._show_facts(row, view)

    def _show_facts(self, row: PuzzleRow, view: ConsoleView) -> None:
        t = self._t
        words = f"{row.id} {row.title}"
        if row.wrong_tries:
            tries = t.plural("{n} wrong try", "{n} wrong tries", row.wrong_tries)
            words = f"{words} · {tries}"
        self.heading.setText(words)
        is_over = row.state == "solved"
        self.say_first.setVisible(bool(row.stall_say) and not is_over)
        _put(self.say, t("“{text}”", text=row.stall_say) if row.stall_say and not is_over else "")
        _put(self.see, t("Often seen: {text}", text=row.stall_see) if row.stall_see and not is_over else "")
        solved = {other.id for other in view.puzzles if other.state == "solved"}
        missing = [needed for needed in row.needs if needed not in solved]
        is_waiting = row.state == "locked" and bool(missing)
        names = joined(missing, t.language)
        _put(self.waits, t("Waits for {puzzles}.", puzzles=names) if is_waiting else "")
        _put(self.limit, "" if is_over else limit_words(row, t))
        self._show_answer(row)

    def _show_answer(self, row: PuzzleRow) -> None:
        self.reveal.setChecked(self._is_answer_shown)
        self.reveal.set_icon("eye-off" if self._is_answer_shown else "eye")
        _put(self.answer, row.answer if self._is_answer_shown else "")

    def _turn_answer(self) -> None:
        self._is_answer_shown = not self._is_answer_shown
        if self._row is not None:
            self._show_answer(self._row)


def _facts(row: PuzzleRow) -> tuple[str, str, int]:
    return row.id, row.state, row.wrong_tries


def _put(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
