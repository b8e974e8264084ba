"""The zone *Now*: the clock and what moves it, the players' screen in small, the room. No rule here."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kit_app.domain.settings import Settings
from kit_app.game.commands import (
    AdjustTime,
    BlackOut,
    CallAway,
    ClearMessage,
    HideHint,
    PauseRun,
    ResumeRun,
)
from kit_app.i18n import MINUS, Catalogue
from kit_app.ui.common.accessible import announce, say
from kit_app.ui.common.buttons import KeyButton, Kind, icon_button
from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.tags import Tag, TagKind
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.outlook import Outlook
from kit_app.ui.console.wording import MINUTE_MS, spent, time_of_day
from kit_app.ui.console.zone import PADDING, Zone, row_of
from kit_app.views.console import ConsoleView

CLOCK_HEIGHT = 62
NARROW = 285
SMALL_BUTTON = 52
HEARD_MIN = (15, 10, 5, 1)
"""When so many minutes are left a screen reader says so."""
WIDE, LARGER_CLOCK = 300, 60
"""A zone that is wider has a clock that is so much higher at most (px)."""
LEAST_MINIATURE, FLAT_MINIATURE = 24, 300
OWN_MINUTES = Settings().own_minutes
"""Until the settings say otherwise."""
LOW = 640


class NowZone(Zone):
    """`asked` carries a command; the other signals open something."""

    asked = Signal(object)
    message_asked = Signal()
    screen_menu_asked = Signal()
    emergency = Signal()

    def __init__(self, t: Catalogue, miniature: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(t("Now"), parent)
        self._t = t
        self._view: ConsoleView | None = None
        self.is_flat = False
        self._build_clock()
        self.outlook = Outlook(t, self)
        self.column.addWidget(self.outlook)
        self.column.addWidget(rule(self))
        self._build_screen(miniature)
        self.column.addStretch(1)
        self._build_room()

    def _build_clock(self) -> None:
        t = self._t
        self.clock = CountdownLabel(
            self, alignment=Qt.AlignmentFlag.AlignLeft, name=t("Time left"), largest=156
        )
        self.clock.setFixedHeight(CLOCK_HEIGHT)
        self.passed = Label("", "quiet", self)
        self.pause = KeyButton(t("Pause"), self, kind="strong", size="large", icon="pause")
        self.pause.set_key("", key_of("pause").shown(t))
        self.pause.setObjectName("pause")
        self.minutes = {by: self._minute_button(by) for by in (-1, 1, -5, 5)}
        self.own = tuple(self._own_button(number) for number in (1, 2))
        self.set_own_minutes(OWN_MINUTES)
        self.pause.clicked.connect(self._pause_or_resume)
        self.refusal = Label("", "error", self)
        self.refusal.hide()
        self.column.addWidget(self.clock)
        self.column.addWidget(self.passed)
        first = row_of(self.pause, self.minutes[-1], self.minutes[1])
        self.pause.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.column.addLayout(first)
        self.column.addLayout(row_of(self.minutes[-5], self.minutes[5], *self.own))
        self.column.addWidget(self.refusal)

    def _minute_button(self, by: int) -> KeyButton:
        is_five = abs(by) != 1
        button = KeyButton("", self, size="small" if is_five else "large")
        if is_five:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            button.setFixedWidth(SMALL_BUTTON)
        self._say_minutes(button, by)
        button.setObjectName(f"minutes{by:+d}")
        button.clicked.connect(lambda _checked=False: self.asked.emit(AdjustTime(minutes=by)))
        return button

    def _own_button(self, number: int) -> KeyButton:
        """One of the two steps that the facilitator chose in the settings."""
        button = KeyButton("", self, size="small")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setObjectName(f"own-step-{number}")
        button.clicked.connect(
            lambda _checked=False: self.asked.emit(AdjustTime(minutes=self._own_minutes[number - 1]))
        )
        return button

    def set_own_minutes(self, minutes: tuple[int, int]) -> None:
        """Offer these two steps of time, negative to take."""
        self._own_minutes = minutes
        for button, by in zip(self.own, minutes, strict=True):
            self._say_minutes(button, by)

    def _say_minutes(self, button: KeyButton, by: int) -> None:
        t, count = self._t, abs(by)
        sentence = (
            t.plural("Add {n} minute", "Add {n} minutes", count)
            if by > 0
            else t.plural("Take {n} minute", "Take {n} minutes", count)
        )
        button.setText(f"{'+' if by > 0 else MINUS}{count}")
        button.set_tip(sentence)
        button.set_name(sentence)

    def _build_screen(self, miniature: QWidget) -> None:
        t = self._t
        self.miniature = miniature
        miniature.setParent(self)
        miniature.setCursor(Qt.CursorShape.ArrowCursor)
        miniature.setAccessibleName(t("What the players see"))
        self.screen_state = Tag("", "plain", self)
        self.screen_state.setObjectName("screen-state")
        self.screen_menu = icon_button("more", t("Choose the players’ screen"), self, kind="quiet")
        self.screen_menu.setObjectName("screen-menu")
        self.screen_menu.clicked.connect(self.screen_menu_asked)
        heading = Label(t("Players’ screen"), "label", self, wraps=False)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(heading, 1)
        head.addWidget(self.screen_state)
        head.addWidget(self.screen_menu)
        self.message = KeyButton(t("Message"), self, size="small", icon="message")
        self.message.set_key("", key_of("message").shown(t))
        self.message.setObjectName("message")
        self.message.clicked.connect(self.message_asked)
        self.black = KeyButton(t("Black"), self, size="small", icon="eye-off")
        self.black.set_key("", key_of("black").shown(t))
        self.black.setCheckable(True)
        self.black.setObjectName("black")
        self.black.clicked.connect(self._black_or_not)
        self.clear = KeyButton(t("Take the hint off the screen"), self, size="small", icon="cross")
        self.clear.setObjectName("clear")
        self.clear.clicked.connect(self._clear)
        self.column.addLayout(head)
        self.column.addWidget(miniature, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addLayout(row_of(self.message, self.black))
        self.column.addWidget(self.clear)
        keep = self.clear.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(keep)

    def _build_room(self) -> None:
        t = self._t
        self.away = KeyButton(t("Player away"), self, size="small")
        self.away.set_key("", key_of("away").shown(t))
        self.away.setObjectName("away")
        self.away.clicked.connect(lambda: self.asked.emit(CallAway()))
        self.away_count = Label("", "bold", self)
        self.away_count.setObjectName("away-count")
        self.back = KeyButton(t("Player back"), self, size="small")
        self.back.set_key("", key_of("back").shown(t))
        self.back.setObjectName("back")
        self.back.clicked.connect(lambda: self.asked.emit(CallAway(is_back=True)))
        for part in (self.away_count, self.back):
            keep = part.sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            part.setSizePolicy(keep)
            part.hide()
        self.alarm = KeyButton(t("Emergency"), self, kind="danger", size="small", icon="phone")
        self.alarm.set_key("", key_of("emergency").shown(t))
        self.alarm.setObjectName("emergency")
        self.alarm.clicked.connect(self.emergency)
        absent = row_of(self.away_count, self.back, spacing=6)
        absent.setStretch(0, 1)
        self.column.addLayout(absent)
        self.column.addLayout(row_of(self.away, self.alarm, spacing=6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.outlook.setVisible(self.is_flat or self.height() >= LOW)
        if not self.is_flat:
            self.clock.setFixedHeight(CLOCK_HEIGHT + min(LARGER_CLOCK, max(0, (self.width() - WIDE) // 2)))
        self._fit_miniature()
        is_narrow = self.width() < NARROW
        self.message.set_icon("" if is_narrow else "message")
        self.black.set_icon("" if is_narrow else "eye-off")
        self.alarm.set_icon("phone")
        if self.away.sizeHint().width() + self.alarm.sizeHint().width() > self.width() - 2 * PADDING - 6:
            self.alarm.set_icon("")
        self._show_pause_icon()

    def event(self, event: QEvent) -> bool:
        """What stands around the small picture may have come or gone: it fits into what is left."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_miniature()
        return done

    def show_flat(self, is_flat: bool) -> None:
        """Whether what is around scrolls, so that the zone may be as high as it likes."""
        self.is_flat = is_flat
        self._fit_miniature()

    def _fit_miniature(self) -> None:
        """As wide as the zone, or as high as what is left over."""
        width = self.width() - 2 * PADDING
        if self.is_flat:
            height = round(min(width, FLAT_MINIATURE) * 9 / 16)
        else:
            # words that wrap ask for too much unless they are told how wide they are
            others = self.column.totalMinimumHeightForWidth(self.width()) - self.miniature.minimumHeight()
            height = min(round(width * 9 / 16), max(LEAST_MINIATURE, self.height() - others))
        self.miniature.setFixedSize(min(width, round(height * 16 / 9)), height)

    def show_view(self, view: ConsoleView) -> None:
        """Bring the zone up to date; what reads the same is not painted again."""
        before, self._view = self._view, view
        self.clock.set_remaining(view.remaining_ms)
        self._say_time(None if before is None else before.remaining_ms, view.remaining_ms)
        self.outlook.show_view(view)
        if before is None or _acts(before) != _acts(view):
            self._show_acts(view)

    def _say_time(self, before_ms: int | None, now_ms: int) -> None:
        """The clock is not spoken each second, only at a few moments."""
        minutes = heard(before_ms, now_ms)
        if minutes:
            sentence = self._t.plural("{n} minute left.", "{n} minutes left.", minutes)
            self.clock.setAccessibleDescription(sentence)
            say(self.clock, sentence)

    def show_passed(self, started_wall_ms: int | None, played_ms: int) -> None:
        """When the game started, and for how long it was played; after the end what the clock still shows."""
        view = self._view
        if started_wall_ms is None:
            text = self._t("Not started yet")
        elif view is not None and view.phase in ("closing", "ended"):
            text = left_words(view.outcome, spent(played_ms), self._t)
        else:
            at = time_of_day(started_wall_ms, self._t.language)
            text = self._t("Started at {time} · played {played}", time=at, played=spent(played_ms))
        if text != self.passed.text():
            self.passed.setText(text)

    def show_screen_state(self, text: str, kind: TagKind, icon: str | None = None) -> None:
        """Whether players see something, and where."""
        self.screen_state.show_tag(text, kind, icon)

    def show_refusal(self, sentence: str) -> None:
        """Why minutes or the pause were refused; empty when all is well."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.refusal.setAccessibleName(sentence)
        if sentence:
            announce(self.refusal)

    def _show_acts(self, view: ConsoleView) -> None:
        t = self._t
        is_on = view.phase in ("playing", "paused", "guided")
        is_timed = is_on and not view.is_finale
        is_paused = view.phase == "paused"
        self.pause.setEnabled(is_on)
        self.pause.setText(t("Resume") if is_paused else t("Pause"))
        self._show_pause_icon()
        for button in (*self.minutes.values(), *self.own):
            button.setEnabled(is_timed)
        self.black.setChecked(view.is_blacked_out)
        self.black.setText(t("Show again") if view.is_blacked_out else t("Black"))
        self.message.setEnabled(view.phase != "ended")
        self.black.setEnabled(view.phase != "ended")
        self.clear.setVisible(bool(view.message or view.shown_hint))
        self.clear.setText(
            t("Take the message off the screen") if view.message else t("Take the hint off the screen")
        )
        self.away.setEnabled(is_on)
        self.away_count.setText(t.plural("{n} player is away", "{n} players are away", view.away))
        for part in (self.away_count, self.back):
            part.setVisible(view.away > 0)
        self.back.setEnabled(is_on)
        self.alarm.setEnabled(is_on and not view.is_emergency)

    def make_resume_primary(self, is_primary: bool) -> None:
        """In a pause the resumption is what comes next, unless a hint is suggested."""
        kind: Kind = "primary" if is_primary else "strong"
        if self.pause.property("kind") != kind:
            self.pause.set_kind(kind)

    def _show_pause_icon(self) -> None:
        is_paused = self._view is not None and self._view.phase == "paused"
        icon = "play" if is_paused else "pause"
        self.pause.set_icon(icon)
        room = self.width() - 2 * PADDING - 2 * (SMALL_BUTTON + self.column.spacing())
        if self.pause.sizeHint().width() > room:
            self.pause.set_icon("")

    def _pause_or_resume(self) -> None:
        is_paused = self._view is not None and self._view.phase == "paused"
        self.asked.emit(ResumeRun() if is_paused else PauseRun())

    def _black_or_not(self) -> None:
        is_black = self._view is not None and self._view.is_blacked_out
        self.black.setChecked(is_black)
        self.asked.emit(BlackOut(on=not is_black))

    def _clear(self) -> None:
        has_message = self._view is not None and bool(self._view.message)
        self.asked.emit(ClearMessage() if has_message else HideHint())


def left_words(outcome: str | None, played: str, t: Catalogue) -> str:
    """What a clock stands for that shows the time left at the end."""
    match outcome:
        case "won":
            return t("left when won · played {played}", played=played)
        case "lost":
            return t("the time ran out · played {played}", played=played)
        case _:
            return t("left when stopped · played {played}", played=played)


def heard(before_ms: int | None, now_ms: int) -> int:
    """The minutes left that a screen reader says between two moments; 0 for nothing."""
    passed = (each for each in HEARD_MIN if before_ms is not None and now_ms <= each * MINUTE_MS < before_ms)
    return min(passed, default=0)


def _acts(view: ConsoleView) -> tuple[object, ...]:
    return (
        view.phase,
        view.is_finale,
        view.is_emergency,
        view.is_blacked_out,
        bool(view.message),
        view.shown_hint,
        view.away,
    )
