"""The bar above the cards of several teams: their clock, and what is done for all at once. No rule here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.game.commands import BlackOut, Command, PauseRun, ResumeRun, ShowScene, StartRun
from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.tags import Tag, TagKind
from kit_app.ui.console.card_parts import LineLabel
from kit_app.ui.console.room_words import clock_facts
from kit_app.views.console import ConsoleView
from kit_app.views.room import RoomView

CLOCK_SIZE = (150, 50)


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
        self.opening = ""
        self.clock = CountdownLabel(
            self, alignment=Qt.AlignmentFlag.AlignLeft, name=t("Time left"), largest=54
        )
        self.clock.setFixedSize(*CLOCK_SIZE)
        self.facts = LineLabel(15, "ink2", self)
        self.sorting = LineLabel(14, "ink3", self)
        self.sorting.set_text(t("Sorted by who needs help."))
        self.screen_state = Tag("", "plain", self)
        self.screen_state.setObjectName("screen-state")
        self.screen_menu = icon_button("more", t("Choose the players’ screen"), self, kind="quiet")
        self.screen_menu.setObjectName("screen-menu")
        self.start = self._button(t("Start all"), "start-all", "play", "Ctrl+Return", t("Ctrl+Enter"))
        self.start.set_kind("primary")
        self.pitch = self._button(t("Show the pitch"), "pitch-all", "", "", "")
        self.results = self._button(
            t("Go to the debrief"), "room-results", "", "Ctrl+Return", t("Ctrl+Enter")
        )
        self.results.set_kind("primary")
        self.pause = self._button(t("Pause for all"), "pause-all", "pause", "", "P")
        self.message = self._button(t("Message to all"), "message-all", "message", "", "M")
        self.black = self._button(t("Black"), "black-all", "eye-off", "", "N")
        self.alarm = self._button(t("Emergency"), "emergency-all", "phone", "", "U")
        self.alarm.set_kind("danger")
        self._lay_out()
        self._connect()

    def _button(self, words: str, name: str, icon: str, key: str, key_text: str) -> KeyButton:
        button = KeyButton(words, self, icon=icon)
        button.set_key(key, key_text)
        button.setObjectName(name)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.facts)
        words.addWidget(self.sorting)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.clock)
        row.addLayout(words, 1)
        for part in (self.screen_state, self.screen_menu, self.pitch, self.start, self.results, self.pause):
            row.addWidget(part)
        for part in (self.message, self.black, self.alarm):
            row.addWidget(part)

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
        acts = phases, [(view.is_blacked_out, view.scene, view.is_emergency) for view in going]
        if acts == self._acts:
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
        self.pitch.setText(t("Take the pitch away") if self._is_pitch_up else t("Show the pitch"))
        self.results.setVisible(room.is_over)
        self.pause.setVisible(bool(phases - {"idle"}))
        self.pause.setEnabled(bool(phases & {"playing", "paused", "guided"}))
        self.pause.setText(t("Resume all") if self._is_paused else t("Pause for all"))
        self.pause.set_icon("play" if self._is_paused else "pause")
        self.black.setText(t("Show again") if self._is_black else t("Black"))
        self.message.setEnabled(bool(going))
        self.black.setEnabled(bool(going))
        self.sorting.setVisible(not room.starts_together and not room.is_over)
        self.alarm.setVisible(bool(phases - {"idle"}))
        self.alarm.setEnabled(any(_can_stop(view) for view in going))

    def show_screen_state(self, text: str, kind: TagKind, icon: str | None = None) -> None:
        """Whether players see something, and where."""
        self.screen_state.show_tag(text, kind, icon)

    def _show_pitch_or_not(self) -> None:
        self.asked.emit(ShowScene(scene=None if self._is_pitch_up else self.opening))

    def _pause_or_resume(self) -> Command:
        return ResumeRun() if self._is_paused else PauseRun()


def _can_stop(view: ConsoleView) -> bool:
    """Whether a team's clock is on and does not stand for the ward yet."""
    return view.phase in ("playing", "paused", "guided") and not view.is_emergency
