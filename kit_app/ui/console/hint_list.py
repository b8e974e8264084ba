"""The help for a puzzle: where to search, then three hints; giving, offering, taking back. No rule here."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kit_app.game.commands import GiveHint, OfferHint, WithdrawHint
from kit_app.i18n import Catalogue
from kit_app.ui.common import theme
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.drawing import Drawing
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.fonts import font
from kit_app.ui.common.labels import Label
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.style import has_keyboard_focus, paint_ring
from kit_app.ui.common.tags import ICONS, TAG_HEIGHT, TagKind, paint_tag, tag_width
from kit_app.ui.console.search_list import SearchList
from kit_app.ui.console.speak_button import SpeakButton
from kit_app.ui.console.wording import spent
from kit_app.views.console import ConsoleView, HintRow, PuzzleRow

ROW_HEIGHT = 34
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)
_RIGHT = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value)


class HintLine(QAbstractButton):
    """One hint: its number, what it is good for, its state. Chosen by click, Space or arrows."""

    def __init__(self, level: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._level, self._name = level, name
        self._state = ""
        self._kind: TagKind = "plain"
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setObjectName(f"hint-{level}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, kind: TagKind) -> None:
        """Show when it is due, or that it was given."""
        if (state, kind) != (self._state, self._kind):
            self._state, self._kind = state, kind
            self.setAccessibleName(f"{self._level} {self._name}, {state}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        now = theme.current()
        box = QRectF(self.rect())
        if has_keyboard_focus(self):
            paint_ring(painter, box, 7, now.colour("ink"))
            box.adjust(3, 3, -3, -3)
        chosen = self.isChecked()
        pen = now.chosen_pen(1.5) if chosen else QPen(now.colour("line"), 1)
        draw_face(painter, box, 6, now.colour("surface"), pen)
        painter.setPen(now.colour("ink"))
        painter.setFont(font(15, bold=True))
        painter.drawText(box.adjusted(11, 0, 0, 0), _MIDDLE, str(self._level))
        painter.setFont(font(15))
        painter.drawText(box.adjusted(30, 0, 0, 0), _MIDDLE, self._name)
        self._paint_state(painter, box)

    def _paint_state(self, painter: QPainter, box: QRectF) -> None:
        if self._kind == "plain":
            painter.setPen(theme.current().colour("ink2"))
            painter.drawText(box.adjusted(0, 0, -11, 0), _RIGHT, self._state)
            return
        icon = ICONS[self._kind]
        width = tag_width(self._state, icon)
        top = box.center().y() - TAG_HEIGHT / 2
        tag = QRectF(box.right() - width - 7, top, width, TAG_HEIGHT)
        paint_tag(painter, tag, self._state, self._kind, icon)


class HintList(QWidget):
    """`asked`: GiveHint, OfferHint or WithdrawHint, `speak_asked(str)` the words of the chosen hint."""

    asked = Signal(object)
    speak_asked = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._row: PuzzleRow | None = None
        self._has_joker = False
        self._hints_left: int | None = None
        self._level = 1
        names = (t("Where to look"), t("How to do it"), t("Almost the answer"))
        self.title = Label("", "bold", self)
        self.summary = Label("", "small", self, wraps=False)
        self.lines = tuple(HintLine(level, name, self) for level, name in enumerate(names, start=1))
        self.speak = SpeakButton("speak-hint", t, self)
        self.speak.clicked.connect(self.read_aloud)
        self.text = Label("", "body", self)
        self.text.setObjectName("hint-text")
        self.drawing = Drawing(88, self)
        self.drawing.setAccessibleName(t("The picture that goes with the hint"))
        self.more = Label("", "small", self)
        self.searches = SearchList(t, self)
        self.searches.asked.connect(self.asked)
        self.give = KeyButton("", self, size="small")
        self.give.setObjectName("give-hint")
        self.joker = KeyButton(t("Joker"), self, size="small")
        self.joker.setObjectName("joker")
        self.joker.set_tip(t("Once a game, a hint costs no time"))
        self.offer = KeyButton(t("Offer"), self, size="small")
        self.offer.setObjectName("offer-hint")
        self.offer.set_tip(t("The players read that a hint is waiting, and choose"))
        self.free = CheckBox(t("Does not count: accessibility, broken prop"), self)
        self.free.setObjectName("uncounted")
        self.free.setAccessibleName(self.free.text())
        self.withdraw = KeyButton(t("Take back"), self, size="small", icon="undo")
        self.withdraw.setObjectName("withdraw-hint")
        self.refusal = Label("", "error", self)
        self.refusal.hide()
        self._lay_out()
        for line in self.lines:
            line.clicked.connect(self._read_choice)
        self.give.clicked.connect(lambda: self._give(joker=False))
        self.joker.clicked.connect(lambda: self._give(joker=True))
        self.offer.clicked.connect(self._offer)
        self.withdraw.clicked.connect(self._withdraw)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.searches)
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.summary)
        head.addLayout(titles, 1)
        head.addWidget(self.speak)
        column.addLayout(head)
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.text)
        column.addWidget(self.drawing)
        column.addWidget(self.more)
        buttons = FlowRow(spacing=6)
        for button in (self.give, self.joker, self.offer, self.withdraw):
            buttons.add(button)
        column.addLayout(buttons)
        column.addWidget(self.free)
        column.addWidget(self.refusal)

    @property
    def level(self) -> int:
        """The level of the chosen hint."""
        return self._level

    def show_row(self, row: PuzzleRow, view: ConsoleView) -> None:
        """Show the hints of a puzzle; another puzzle chooses its first hint that was not given."""
        before, self._row, self._has_joker = self._row, row, view.has_joker
        self._hints_left = view.hints_left
        self.offer.setEnabled(view.offered != row.id)
        self.searches.show_row(row)
        if before is None or before.id != row.id or _given(before) != _given(row):
            self._level = next((hint.level for hint in row.hints if not hint.is_given), len(row.hints))
            shown = next((hint.level for hint in row.hints if hint.is_shown), None)
            self._level = shown or self._level
            self.free.setChecked(False)
            self.show_refusal("")
        self._refresh(row)

    def read_aloud(self) -> None:
        """Have the chosen hint spoken."""
        if self._row is not None:
            self.speak_asked.emit(self._row.hints[self._level - 1].text)

    def show_refusal(self, sentence: str) -> None:
        """Why a hint was refused; empty when all is well."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.refusal.setAccessibleName(sentence)
        if sentence:
            announce(self.refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        here = next((place for place, line in enumerate(self.lines) if line.hasFocus()), None)
        if not step or here is None:
            super().keyPressEvent(event)
            return
        line = self.lines[(here + step) % len(self.lines)]
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.click()

    def _refresh(self, row: PuzzleRow) -> None:
        t = self._t
        _put(self.title, t("Hints for {puzzle}", puzzle=row.id))
        count = sum(hint.is_given for hint in row.hints)
        given = t.plural("{n} given", "{n} given", count) if count else t("none given")
        left = self._hints_left
        stock = "" if left is None else t.plural("{n} in store", "{n} in store", left)
        _put(self.summary, " · ".join(part for part in (given, stock) if part))
        for line, hint in zip(self.lines, row.hints, strict=True):
            line.show_state(*self._state(hint))
            line.setChecked(hint.level == self._level)
        self._show_chosen(row.hints[self._level - 1])

    def _show_chosen(self, hint: HintRow) -> None:
        t = self._t
        _put(self.text, t("“{text}”", text=hint.text))
        self.drawing.show_source(hint.picture)
        more = [t("A sound goes with it.")] if hint.has_sound else []
        if not hint.counts:
            more.append(t("It did not count.") if hint.is_given else t("It does not count."))
        _put(self.more, " ".join(more))
        self.more.setVisible(bool(more))
        words = (
            t("Show hint {level} again", level=hint.level)
            if hint.is_given
            else t("Show hint {level}", level=hint.level)
        )
        _put(self.give, words)
        self.give.setEnabled(hint.can_give and not hint.is_shown)
        self.joker.setVisible(not hint.is_given and self._has_joker)
        self.joker.setEnabled(hint.can_give)
        self.offer.setVisible(not hint.is_given and hint.can_give)
        self.free.setVisible(not hint.is_given and hint.counts)
        self.withdraw.setVisible(hint.is_given)

    def _state(self, hint: HintRow) -> tuple[str, TagKind]:
        t = self._t
        if hint.is_shown:
            return t("on the screen"), "ok"
        if hint.is_given:
            return t("given"), "ok"
        if hint.due_ms is None:
            return t("on request"), "plain"
        return t("due at {time}", time=spent(hint.due_ms)), "warn" if hint.is_due else "plain"

    def _read_choice(self) -> None:
        self._level = next(place for place, line in enumerate(self.lines, start=1) if line.isChecked())
        if self._row is not None:
            self._refresh(self._row)

    def _give(self, *, joker: bool) -> None:
        if self._row is not None:
            counts = not self.free.isChecked()
            self.asked.emit(GiveHint(puzzle=self._row.id, level=self._level, joker=joker, counts=counts))

    def _offer(self) -> None:
        if self._row is not None:
            self.asked.emit(OfferHint(puzzle=self._row.id))

    def _withdraw(self) -> None:
        if self._row is not None:
            self.asked.emit(WithdrawHint(puzzle=self._row.id, level=self._level))


def _given(row: PuzzleRow) -> tuple[tuple[bool, bool], ...]:
    return tuple((hint.is_given, hint.is_shown) for hint in row.hints)


def _put(target: Label | KeyButton, text: str) -> None:
    if target.text() != text:
        target.setText(text)
