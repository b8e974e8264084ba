"""Where answers, card codes and messages are typed while several teams play. No rule here."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
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
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.lines import Line
from kit_app.ui.console.room_words import named

_HEIGHT = 40
_NARROW = 760
"""Narrower (px), the choice of the team stands above the field instead of its label."""
_BRIEF = 1100
"""Narrower (px), the label of the field leaves the team to the choice beside it."""
_LEAST_FIELD = 200
"""*Undo* says what it would undo where the field keeps this (px)."""
_MARGIN = 12
_GAP = 8
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
        self._whose = ""
        self._is_narrow = False
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
        self.camera = KeyButton("", self, size="large", icon="camera")
        self.camera.set_name(t("Camera"))
        self.camera.set_key("", key_of("camera").shown(t))
        self.camera.setCheckable(True)
        self.camera.setObjectName("camera-turn")
        self._undo_words = t("Undo")
        self.undo = KeyButton(t("Undo"), self, size="large", icon="undo")
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
        self._head = head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label)
        head.addSpacing(12)
        head.addWidget(self._icon)
        head.addWidget(self.echo, 1)
        self.rows = QStackedWidget(self)
        self._answer = self._row(self.teams, self.edit, self.check, self.camera, self.undo)
        self.rows.addWidget(self._answer)
        self.rows.addWidget(self._row(self.words, self.send, self.cancel))
        self.rows.currentChanged.connect(lambda _row: self._fit())
        self.rows.setFixedHeight(_HEIGHT + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 6, _MARGIN, 8)
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
        self._whose = self._t("Answer or card code of {team}", team=whose)
        describe(self.edit, self._whose, key_of("field").shown(self._t))
        self._fit()

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
        if words != self._undo_words:
            self._undo_words = words
            self._fit()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A narrow desk keeps the field: the teams go above it, keys and words of buttons go."""
        t = self._t
        is_narrow, is_writing = self.width() < _NARROW, self.rows.currentIndex() == 1
        row = self._answer.layout()
        assert isinstance(row, QHBoxLayout)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            old, new = (row, self._head) if is_narrow else (self._head, row)
            old.removeWidget(self.teams)
            new.insertWidget(0, self.teams)
            self.echo.set_most(4 if is_narrow else 1)
            enter, escape, camera = t("Enter"), t("Esc"), key_of("camera").shown(t)
            keys = {self.check: enter, self.send: enter, self.cancel: escape, self.camera: camera}
            for button, key in keys.items():
                button.set_key("", "" if is_narrow else key)
        if not is_writing:
            self.label.setText(t("Answer or card code") if self.width() < _BRIEF else self._whose)
        self.label.setVisible(not is_narrow or is_writing)
        self.teams.setVisible(not is_narrow or not is_writing)
        beside_undo = self._beside_undo()
        for words, has_key in ((self._undo_words, True), (self._undo_words, False), ("", False)):
            self.undo.setText(words)
            self.undo.set_name("" if words else self._undo_words)
            self.undo.set_key("", key_of("undo").shown(t) if has_key else "")
            if beside_undo - self.undo.sizeHint().width() - _GAP >= _LEAST_FIELD:
                break

    def _beside_undo(self) -> int:
        """What the field of answers would be left without *Undo* (px)."""
        parts = [self.check, self.camera, *([] if self._is_narrow else [self.teams])]
        return self.width() - 2 * _MARGIN - sum(part.sizeHint().width() + _GAP for part in parts)

    def _send(self) -> None:
        self.asked.emit(ShowMessage(text=self.words.text()), self._to)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), now.colour("line"))
