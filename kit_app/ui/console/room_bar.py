"""The bar above the cards of several teams: their clock, and what is done for all at once. No rule here."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.game.commands import BlackOut, Command, PauseRun, ResumeRun, ShowScene, StartRun
from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.tags import Tag, TagKind
from kit_app.ui.console.card_parts import LineLabel
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.room_words import clock_facts
from kit_app.views.console import ConsoleView
from kit_app.views.room import RoomView

CLOCK_WIDTH, CLOCK_HEIGHT, LOW_CLOCK_HEIGHT = 150, 50, 40
_SPACING, _SLACK = 8, 24


class _Said(NamedTuple):
    """What a button says where there is room."""

    words: str
    key: str
    has_icon: bool


class RoomBar(QWidget):
    """`asked(command)` is for all teams; the other signals open something or go somewhere.

    `opening` is the scene to show before the start.
    """

    asked = Signal(object)
    message_asked = Signal()
    emergency = Signal()
    leave_asked = Signal()
    screen_menu_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._acts: object = None
        self._is_paused = False
        self._is_black = False
        self._is_pitch_up = False
        self._is_low = False
        self._fitted: object = None
        self._is_sorted = True
        self._said: dict[KeyButton, _Said] = {}
        self.opening = ""
        self.clock = CountdownLabel(
            self, alignment=Qt.AlignmentFlag.AlignLeft, name=t("Time left"), largest=54
        )
        self.clock.setFixedSize(CLOCK_WIDTH, CLOCK_HEIGHT)
        self.facts = LineLabel(15, "ink2", self)
        self.sorting = LineLabel(14, "ink3", self)
        self.sorting.set_text(t("Sorted by who needs help."))
        self.screen_state = Tag("", "plain", self)
        self.screen_state.setObjectName("screen-state")
        self.screen_menu = icon_button("more", t("Choose the players’ screen"), self, kind="quiet")
        self.screen_menu.setObjectName("screen-menu")
        self.start = self._button(t("Start all"), "start-all", "play", "next")
        self.start.set_kind("primary")
        self.pitch = self._button(t("Show the pitch"), "pitch-all")
        self.results = self._button(t("Go to the debrief"), "room-results", "", "next")
        self.results.set_kind("primary")
        self.pause = self._button(t("Pause for all"), "pause-all", "pause", "pause")
        self.message = self._button(t("Message to all"), "message-all", "message", "message")
        self.black = self._button(t("Black"), "black-all", "eye-off", "black")
        self.alarm = self._button(t("Emergency"), "emergency-all", "phone", "emergency")
        self.alarm.set_kind("danger")
        self._lay_out()
        self._connect()

    def _button(self, words: str, name: str, icon: str = "", act: str = "") -> KeyButton:
        """A button with the key of an act of the table."""
        button = KeyButton(words, self, icon=icon)
        key = key_of(act).shown(self._t) if act else ""
        button.set_key("", key)
        button.setObjectName(name)
        self._said[button] = _Said(words, key, bool(icon))
        return button

    def _lay_out(self) -> None:
        self._beside = QVBoxLayout()
        self._beside.setSpacing(0)
        self._beside.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row, second, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._row, self._second, self._below = row, second, below
        for each in (row, second, below):
            each.setContentsMargins(6, 0, 0, 0)
            each.setSpacing(_SPACING)
        row.addWidget(self.clock)
        row.addLayout(self._beside, 1)
        for label in (self.facts, self.sorting):
            self._beside.addWidget(label)
        for part in (self.screen_state, self.screen_menu, *self._said):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (row, second, below):
            column.addLayout(each)
        self.setMinimumWidth(CLOCK_WIDTH)  # it fits itself to any room

    def _connect(self) -> None:
        self.start.clicked.connect(lambda: self.asked.emit(StartRun()))
        self.pause.clicked.connect(lambda: self.asked.emit(self._pause_or_resume()))
        self.pitch.clicked.connect(self._show_pitch_or_not)
        self.black.clicked.connect(lambda: self.asked.emit(BlackOut(on=not self._is_black)))
        self.message.clicked.connect(self.message_asked)
        self.alarm.clicked.connect(self.emergency)
        self.results.clicked.connect(self.leave_asked)
        self.screen_menu.clicked.connect(self.screen_menu_asked)

    def show_room(self, room: RoomView) -> None:
        """Bring the bar up to date; what reads the same is not painted again."""
        going = [card.view for card in room.cards if card.status != "ended"]
        first = going[0] if going else room.cards[0].view
        self.clock.setVisible(room.has_same_clock)
        self.clock.set_remaining(first.remaining_ms)
        self.facts.set_text(clock_facts(room, self._t))
        phases = {view.phase for view in going}
        looks = [(view.is_blacked_out, view.scene, view.is_emergency) for view in going]
        acts = phases, looks, room.has_same_clock
        if acts == self._acts:
            self._fit()
            return
        self._acts = acts
        t = self._t
        self._is_paused = "paused" in phases and not phases & {"playing", "guided"}
        self._is_black = bool(going) and all(view.is_blacked_out for view in going)
        has_idle = "idle" in phases
        self.start.setVisible(has_idle)
        self.start.set_kind("primary" if room.starts_together else "secondary")
        self._is_pitch_up = any(view.scene is not None for view in going)
        self.pitch.setVisible(room.starts_together and bool(self.opening))
        self._say(self.pitch, t("Take the pitch away") if self._is_pitch_up else t("Show the pitch"))
        self.results.setVisible(room.is_over)
        self.pause.setVisible(bool(phases - {"idle"}))
        self.pause.setEnabled(bool(phases & {"playing", "paused", "guided"}))
        self._say(self.pause, t("Resume all") if self._is_paused else t("Pause for all"))
        self.pause.set_icon("play" if self._is_paused else "pause")
        self._say(self.black, t("Show again") if self._is_black else t("Black"))
        self.message.setEnabled(bool(going))
        self.black.setEnabled(bool(going))
        self._is_sorted = not room.starts_together and not room.is_over
        self.alarm.setVisible(bool(phases - {"idle"}))
        self.alarm.setEnabled(any(_can_stop(view) for view in going))
        self._fit()

    def show_screen_state(self, text: str, kind: TagKind, icon: str | None = None) -> None:
        """Whether players see something, and where."""
        self.screen_state.show_tag(text, kind, icon)
        self._fit()

    def show_low(self, *, is_low: bool) -> None:
        """In a low window the clock is smaller, and quiet words have no line of their own."""
        self._is_low = is_low
        self.clock.setFixedHeight(LOW_CLOCK_HEIGHT if is_low else CLOCK_HEIGHT)
        self._fit()

    def _say(self, button: KeyButton, words: str) -> None:
        self._said[button] = self._said[button]._replace(words=words)

    def _fit(self) -> None:
        """Where not all fits, quiet words go below, then the keys go, then words give way to icons.

        What is still too much goes into a second row.
        """
        shown = [button for button in self._said if not button.isHidden()]
        quiet = max(self.facts.wanted_width, self.sorting.wanted_width if self._is_sorted else 0)
        said = [self._said[button].words for button in shown]
        fitted = self.width(), self._is_low, self._is_sorted, said, quiet // 8, self.screen_state.text()
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for has_keys, has_words in ((True, True), (False, True), (False, False)):
            self._dress(has_keys=has_keys, has_words=has_words)
            if self._fixed_width(shown) <= self.width():
                break
        fixed = self._fixed_width(shown)
        self._place_words(is_beside=fixed + quiet <= self.width())
        is_broken = fixed > self.width()
        self._break_row(is_broken=is_broken)
        if is_broken:
            self._dress(has_keys=False, has_words=True)
            alone = sum(button.sizeHint().width() + _SPACING for button in shown)
            self._dress(has_keys=False, has_words=alone <= self.width())

    def _place_words(self, *, is_beside: bool) -> None:
        """Beside the clock, else in a line below; in a low window only where they stand beside it."""
        while self._below.count():
            self._below.takeAt(0)
        for label in (self.facts, self.sorting):
            self._beside.removeWidget(label)
            if is_beside:
                self._beside.addWidget(label)
            else:
                self._below.addWidget(label, label.wanted_width + _SLACK)
        if not is_beside:
            said = self.facts.wanted_width + self.sorting.wanted_width + 2 * _SLACK
            self._below.addStretch(max(0, self.width() - said))
        self.facts.setVisible(is_beside or not self._is_low)
        self.sorting.setVisible(self._is_sorted and (is_beside or not self._is_low))

    def _break_row(self, *, is_broken: bool) -> None:
        """All buttons in one row with the clock, or in a row of their own."""
        new = self._second if is_broken else self._row
        for button in self._said:
            self._row.removeWidget(button)
            self._second.removeWidget(button)
            new.addWidget(button)

    def _dress(self, *, has_keys: bool, has_words: bool) -> None:
        for button, said in self._said.items():
            is_whole = has_words or not said.has_icon or button is self.start
            button.setText(said.words if is_whole else "")
            button.set_name("" if is_whole else said.words)
            button.set_key("", said.key if has_keys else "")

    def _fixed_width(self, shown: list[KeyButton]) -> int:
        """What the row needs without its quiet words (px)."""
        parts = (self.screen_state, self.screen_menu, *shown)
        wide = [part.sizeHint().width() + _SPACING for part in parts if not part.isHidden()]
        return 6 + sum(wide) + _SPACING + (0 if self.clock.isHidden() else CLOCK_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_pitch_or_not(self) -> None:
        self.asked.emit(ShowScene(scene=None if self._is_pitch_up else self.opening))

    def _pause_or_resume(self) -> Command:
        return ResumeRun() if self._is_paused else PauseRun()


def _can_stop(view: ConsoleView) -> bool:
    """Whether a team's clock is on and does not stand for the ward yet."""
    return view.phase in ("playing", "paused", "guided") and not view.is_emergency
