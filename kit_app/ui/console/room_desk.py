"""Where answers, card codes and messages are typed while several teams play. No rule here."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kit_app.game.commands import EnterAnswer, ShowMessage
from kit_app.i18n import Catalogue
from kit_app.ui.common import theme
from kit_app.ui.common.accessible import announce, describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label
from kit_app.ui.console.card_parts import LineLabel
from kit_app.ui.console.composer import LONGEST
from kit_app.ui.console.lines import Line
from kit_app.ui.console.room_words import named

_HEIGHT = 40
_ALL = 0


class RoomDesk(QWidget):
    """`answered(command, team)` is an answer or a code; `asked(command, team)` a message (team 0: to all)."""

    answered = Signal(object, int)
    asked = Signal(object, int)
    undo_asked = Signal()
    team_chosen = Signal(int)

    def __init__(self, teams: Sequence[tuple[int, str]], t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._labels = dict(teams)
        self._to = _ALL
        self.label = Label(t("Answer or card code"), "label", self, wraps=False)
        self._icon = IconLabel("", "ok", SMALL, self)
        self.echo = LineLabel(14, "ink2", self)
        self.echo.setObjectName("echo")
        self.teams = SegmentedChoice(
            [(str(number), str(number)) for number, _ in teams], self, name=t("Whose answer"), height=_HEIGHT
        )
        for number, label in teams:
            self.teams.button(str(number)).setAccessibleName(named(number, label))
            self.teams.button(str(number)).setToolTip(named(number, label))
        self.teams.changed.connect(lambda ident: self.team_chosen.emit(int(ident)))
        self.edit = self._line("answer", 200)
        self.edit.setProperty("use", "answer")
        self.edit.returnPressed.connect(self.submit)
        self.check = KeyButton(t("Check"), self, kind="strong", size="large")
        self.check.set_key("", t("Enter"))
        self.check.setObjectName("check")
        self.check.clicked.connect(self.submit)
        self.undo = KeyButton(t("Undo"), self, size="large", icon="undo", key="Ctrl+Z")
        self.undo.setObjectName("undo")
        self.undo.clicked.connect(self.undo_asked)
        self.words = self._line("compose", LONGEST)
        self.words.returnPressed.connect(self._send)
        self.send = KeyButton(t("Show the message"), self, kind="strong", size="large")
        self.send.set_key("", t("Enter"))
        self.send.setObjectName("send")
        self.send.clicked.connect(self._send)
        self.cancel = KeyButton(t("Leave it"), self, size="large")
        self.cancel.set_key("", t("Esc"))
        self.cancel.setObjectName("compose-cancel")
        self.cancel.clicked.connect(self.leave)
        self._lay_out()

    def _line(self, name: str, longest: int) -> Line:
        edit = Line(self)
        edit.setObjectName(name)
        edit.setMaxLength(longest)
        edit.setMinimumHeight(_HEIGHT)
        return edit

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label)
        head.addSpacing(12)
        head.addWidget(self._icon)
        head.addWidget(self.echo, 1)
        self.rows = QStackedWidget(self)
        self.rows.addWidget(self._row(self.teams, self.edit, self.check, self.undo))
        self.rows.addWidget(self._row(self.words, self.send, self.cancel))
        self.rows.setFixedHeight(_HEIGHT + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.rows)

    def _row(self, *parts: QWidget) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part, 1 if isinstance(part, Line) else 0)
        return box

    @property
    def team(self) -> int:
        """Whose answer is typed."""
        return int(self.teams.value())

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being typed."""
        return self.rows.currentIndex() == 0 and not self.edit.text()

    def choose(self, number: int) -> None:
        """Type for another team."""
        self.teams.set_value(str(number))
        whose = named(number, self._labels[number])
        self.label.setText(self._t("Answer or card code of {team}", team=whose))
        describe(self.edit, self.label.text(), "Ctrl+E")

    def submit(self) -> None:
        """Give what is typed to the game."""
        self.answered.emit(EnterAnswer(text=self.edit.text()), self.team)

    def take_scan(self, signs: str, keys: str) -> None:
        """A card was scanned, wherever the focus is; what is being typed stays."""
        self.answered.emit(EnterAnswer(text=signs, keys=keys), self.team)

    def take_signs(self, text: str) -> None:
        """Signs that came too fast for single keys."""
        self.home()
        self.edit.insert(text)

    def take_line(self, text: str) -> None:
        """The same, with Enter."""
        self.leave()
        self.edit.setText(text)
        self.submit()

    def home(self) -> None:
        """Put the focus where one types."""
        line = self.words if self.rows.currentIndex() else self.edit
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self, number: int = _ALL) -> None:
        """Open the line for a message to a team, or to all."""
        t = self._t
        self._to = number
        label = self._labels.get(number, "")
        to = t("Message to {team}", team=named(number, label)) if number else t("Message to all teams")
        self.label.setText(to)
        describe(self.words, to)
        self.rows.setCurrentIndex(1)
        self.home()

    def leave(self) -> None:
        """Stop writing; nothing is sent."""
        self.words.clear()
        self.rows.setCurrentIndex(0)
        self.choose(self.team)
        self.home()

    def show_undo(self, text: str) -> None:
        """Name what would be taken back; empty when there is nothing."""
        self.undo.setEnabled(bool(text))
        words = text or self._t("Undo")
        if words != self.undo.text():
            self.undo.setText(words)

    def show_over(self, *, is_over: bool) -> None:
        """Games that are all closed take no answer."""
        for part in (self.edit, self.check):
            part.setEnabled(not is_over)

    def show_done(self, text: str) -> None:
        """A message or an answer was taken: it is cleared where it was typed; other words stay."""
        if self.rows.currentIndex() and text == self.words.text():
            self.leave()
        if text == self.edit.text():
            self.edit.clear()

    def show_news(self, text: str) -> None:
        """Say what happened last."""
        self._say("info", "ink2", text)

    def show_refusal(self, sentence: str) -> None:
        """Say why it was not taken; what was typed stays, to be mended or scanned over."""
        self._say("warn", "danger", sentence)
        self.edit.selectAll()

    def _say(self, icon: str, token: str, text: str) -> None:
        self._icon.set_icon(icon, token)
        self.echo.set_text(text)
        announce(self.echo)

    def _send(self) -> None:
        self.asked.emit(ShowMessage(text=self.words.text()), self._to)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), now.colour("line"))
