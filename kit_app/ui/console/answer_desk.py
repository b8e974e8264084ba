"""Where answers and card codes are typed, and what they brought. The home of the focus; no rule here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.game.commands import EnterAnswer, TakeBack
from kit_app.game.rules.answers import FIELD_SEPARATOR
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import announce, describe, set_look
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.lines import Line
from kit_app.ui.console.spelled import spelled
from kit_app.ui.console.wording import Echo
from kit_app.views.console import PuzzleRow
from kit_app.views.player import PlayerPhase

_ICONS = {"ok": ("check", "ok"), "warn": ("warn", "warn"), "info": ("info", "ink2")}


class FieldRow(QWidget):
    """The fields of one answer, each with its label; Enter gives the field to the players' screen."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits: dict[str, Line] = {}
        self._puzzle = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.hide()

    def show_row(self, puzzle: PuzzleRow | None) -> None:
        """Show the fields of a puzzle, or none. What is being typed stays."""
        ident = puzzle.id if puzzle is not None else ""
        if ident != self._puzzle:
            self._build(puzzle)
        if puzzle is None:
            return
        for field in puzzle.fields:
            edit = self.edits[field.key]
            if edit.property("given") != field.value:
                edit.setProperty("given", field.value)
                edit.setText(field.value)
            edit.setEnabled(not puzzle.locked_for_ms)

    def _build(self, puzzle: PuzzleRow | None) -> None:
        self._puzzle = puzzle.id if puzzle is not None else ""
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.edits = {}
        for field in puzzle.fields if puzzle is not None else ():
            self._row.addWidget(self._field(field.key, field.label))
        self.setVisible(bool(self.edits))

    def _field(self, key: str, words: str) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        edit = Line(box)
        edit.setProperty("mono", "true")
        edit.setObjectName(f"field-{key}")
        label = Label(words, "label", box, wraps=False)
        label.setBuddy(edit)
        describe(edit, f"{self._puzzle} {words}")
        edit.returnPressed.connect(lambda: self._give(key))
        column.addWidget(label)
        column.addWidget(edit)
        self.edits[key] = edit
        return box

    def _give(self, key: str) -> None:
        """Enter gives all that was typed since the last time; fields that are all filled are one try."""
        texts = {each: edit.text().strip() for each, edit in self.edits.items()}
        typed = [each for each, text in texts.items() if text and text != self.edits[each].property("given")]
        if len(typed) > 1 and all(texts.values()):
            whole = FIELD_SEPARATOR.join(texts.values())
            self.given.emit(EnterAnswer(text=whole, puzzle=self._puzzle))
            return
        for each in [one for one in typed if one != key] + [key]:
            self.given.emit(EnterAnswer(text=texts[each], puzzle=self._puzzle, field=each))
        rest = [edit for edit in self.edits.values() if not edit.text().strip() and edit.isEnabled()]
        if rest:
            rest[0].setFocus(Qt.FocusReason.TabFocusReason)


class AnswerDesk(QWidget):
    """`asked` carries a command, `menu_asked` wants the menu of the chosen puzzle."""

    asked = Signal(object)
    menu_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._given = ""
        self._has_puzzles = True
        self._menu_of = ""
        self.fields = FieldRow(self)
        self.fields.given.connect(self.asked)
        self.edit = Line(self)
        self.edit.setProperty("use", "answer")
        self.edit.setObjectName("answer")
        self.edit.setMaxLength(200)
        self.edit.returnPressed.connect(self.submit)
        self.label = Label(t("Answer or card code"), "label", self, wraps=False)
        self.label.setBuddy(self.edit)
        self.spelled = Label(t("(keyboard or scanner)"), "small", self, wraps=False)
        self.spelled.setObjectName("spelled")
        self.edit.textChanged.connect(self._spell)
        key = Label(key_of("field").shown(t), "help", self, wraps=False)
        describe(self.edit, t("Answer or card code"), key.text())
        self.check = KeyButton(t("Check"), self, kind="strong", size="large")
        self.check.set_key("", t("Enter"))
        self.check.setObjectName("check")
        self.check.clicked.connect(self.submit)
        self.check.setFixedHeight(44)
        self.camera = KeyButton(t("Camera"), self, size="small", icon="camera")
        self.camera.set_key("", key_of("camera").shown(t))
        self.camera.setCheckable(True)
        self.camera.setObjectName("camera-turn")
        self._icon = IconLabel("", "ok", SMALL, self)
        self.echo = Label("", "small", self)
        self.echo.setObjectName("echo")
        self.echo.setMinimumHeight(36)
        self.undo = KeyButton(t("Undo"), self, size="small", icon="undo")
        self.undo.set_key("", key_of("undo").shown(t))
        self.undo.setObjectName("undo")
        self.undo.clicked.connect(lambda: self.asked.emit(TakeBack()))
        self.more = KeyButton("", self, size="small", icon="more")
        self.more.setObjectName("puzzle-actions")
        self.more.clicked.connect(self.menu_asked)
        self._lay_out(key)

    def _lay_out(self, key: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.fields)
        self._heading = heading = QHBoxLayout()
        heading.setSpacing(5)
        heading.addWidget(self.label)
        heading.addWidget(self.spelled)
        self._extras = (self.spelled, key)
        heading.addStretch(1)
        heading.addWidget(self.camera)
        heading.addWidget(key)
        column.addLayout(heading)
        self._line = line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.edit, 1)
        line.addWidget(self.check)
        column.addLayout(line)
        self._foot = foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._icon)
        foot.addWidget(self.echo, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.more)
        column.addLayout(foot)

    def show_narrow(self, is_narrow: bool) -> None:
        """In a small window the label stands before the field, the camera below it."""
        for part in self._extras:
            part.setVisible(not is_narrow)
        old, new = (self._heading, self._line) if is_narrow else (self._line, self._heading)
        old.removeWidget(self.label)
        new.insertWidget(0, self.label)
        if is_narrow:
            self._heading.removeWidget(self.camera)
            self._foot.insertWidget(2, self.camera)
        else:
            self._foot.removeWidget(self.camera)
            self._heading.insertWidget(self._heading.count() - 1, self.camera)

    def submit(self) -> None:
        """Give what is typed to the game."""
        self._given = self.edit.text()
        self.asked.emit(EnterAnswer(text=self._given))

    def take_scan(self, signs: str, keys: str) -> None:
        """A card was scanned, wherever the focus is; what is being typed stays."""
        self.asked.emit(EnterAnswer(text=signs, keys=keys))

    def take_signs(self, text: str) -> None:
        """Signs that came too fast for single keys."""
        self.home()
        self.edit.insert(text)

    def take_line(self, text: str) -> None:
        """The same, with Enter."""
        self.home()
        self.edit.setText(text)
        self.submit()

    def home(self) -> None:
        """Put the focus where answers are typed."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_fields(self, puzzle: PuzzleRow | None) -> None:
        """Show the fields of an open puzzle that has several."""
        self.fields.show_row(puzzle)

    def show_phase(self, phase: PlayerPhase) -> None:
        """A closed game takes neither answers nor cards; nothing is damaged once the puzzles are over."""
        is_on = phase != "ended"
        for part in (self.edit, self.check):
            part.setEnabled(is_on)
        self.camera.setEnabled(is_on or self.camera.isChecked())
        self._has_puzzles = phase not in ("closing", "ended")
        self.more.setEnabled(self._has_puzzles and bool(self._menu_of))

    def show_puzzle(self, puzzle: PuzzleRow | None) -> None:
        """Name the puzzle whose menu the button opens; None: there is none."""
        t = self._t
        self._menu_of = puzzle.id if puzzle is not None else ""
        self.more.setEnabled(self._has_puzzles and bool(self._menu_of))
        words = t("{puzzle}: actions…", puzzle=puzzle.id) if puzzle is not None else t("Actions…")
        if words != self.more.text():
            self.more.setText(words)
            self.more.set_tip(t("Accept by hand, note a damaged prop, show a hint. Also by a click on it."))

    def show_undo(self, text: str) -> None:
        """Name what would be taken back; empty when there is nothing."""
        self.undo.setEnabled(bool(text))
        words = text or self._t("Undo")
        if words != self.undo.text():
            self.undo.setText(words)

    def show_echo(self, echo: Echo, *, clears: bool) -> None:
        """Say what the last act brought; what was typed is gone when it was taken."""
        self._say(*_ICONS[echo.tone], echo.text)
        set_look(self.edit, "state", "")
        if clears and self._was_given:
            self.edit.setText("")

    def show_refusal(self, sentence: str) -> None:
        """Say why what was typed was not taken; it stays, marked, to be mended or scanned over."""
        self._say("warn", "danger", sentence)
        if self._was_given:
            self.edit.selectAll()

    def _spell(self, text: str) -> None:
        """What looks like a card code is spelled, for both who read and who type it."""
        self.spelled.setText(spelled(text, self._t) or self._t("(keyboard or scanner)"))

    @property
    def _was_given(self) -> bool:
        """Whether what stands in the line is what was given last, not something that is being typed."""
        return self.edit.text() == self._given

    def _say(self, icon: str, token: str, text: str) -> None:
        self._icon.set_icon(icon, token)
        self.echo.set_role("error" if token == "danger" else "small")
        self.echo.setText(text)
        self.echo.setAccessibleName(text)
        describe(self.edit, self._t("Answer or card code"), text)
        announce(self.echo)
