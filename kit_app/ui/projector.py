"""Keeps the player windows on the players' displays, and off the console's whatever is plugged in or out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kit_app.domain.screens import (
    Claim,
    Display,
    Seat,
    Seating,
    free_displays,
    same_monitor,
    seated,
)
from kit_app.domain.settings import ScreenIdentity
from kit_app.system.mirror import is_mirroring
from kit_app.ui.displays import display_of, identity_of, true_areas
from kit_app.ui.player_stand import PlayerStand

LOOK_MS = 500
"""How often the system is asked by itself where its displays are."""

Place = Literal[Seating, "window", "hidden"]
"""window: an ordinary one, as was wished. hidden: the facilitator put it away. The others: see `Seating`."""


@dataclass(slots=True)
class Held:
    """One player window: what is wished for it, where it is now. `label` names its team, "" the only one."""

    stand: PlayerStand
    label: str = ""
    home: ScreenIdentity | None = None
    is_settled: bool = False
    wish: Literal["display", "window", "hidden"] = "display"
    place: Place = "alone"
    display: Display | None = None

    @property
    def claim(self) -> Claim:
        return Claim(home=self.home, is_settled=self.is_settled)


class Projector(QObject):
    """Holds player windows by number; number 0 is the one that a console has from the beginning.

    `moved()` when a place changed or another display may be offered; `chosen(ScreenIdentity, number)` tells
    the display to be remembered.
    """

    moved = Signal()
    chosen = Signal(object, int)

    def __init__(self, player: QWidget, console: QWidget, known: ScreenIdentity | None) -> None:
        super().__init__(console)
        self._console = console
        self._held: dict[int, Held] = {}
        self._console_at: ScreenIdentity | None = None
        self._console_home: ScreenIdentity | None = None
        self._has_begun = False
        self._may_be_lost = False
        self._told: object = None
        self.is_mirroring: Callable[[], bool] = is_mirroring
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.settle)
        self._areas = true_areas()
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look)
        self.add(0, player, known)

    def begin(self) -> None:
        """Show the player windows that have a display, and follow what is plugged in and out."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screen_came)
            app.screenRemoved.connect(self._screen_went)
            app.primaryScreenChanged.connect(self._settle_soon)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._displays_changed)
        handle = self._console.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._settle_soon)
        self._has_begun = True
        self._watch.start()
        self.settle()

    def add(self, number: int, player: QWidget, known: ScreenIdentity | None, label: str = "") -> None:
        """Hold another player window, which is shown on a display of its own; `label` is its team's."""
        stand = PlayerStand(player, self)
        stand.strayed.connect(self._window_strayed)
        self._held[number] = Held(stand=stand, label=label, home=known)
        if self._has_begun:
            self.settle()

    def remove(self, number: int) -> None:
        """Hold a window no more: it goes out of sight, its display is free."""
        held = self._held.pop(number)
        held.stand.hide()
        held.stand.deleteLater()
        self.settle()

    @property
    def place(self) -> Place:
        """Where the first player window is."""
        return self._held[0].place

    @property
    def windows(self) -> dict[int, Held]:
        """The player windows by number, to be looked at only."""
        return dict(self._held)

    @property
    def is_console_away(self) -> bool:
        """Whether the console had to leave its display, which was unplugged."""
        return self._console_home is not None

    def displays(self) -> tuple[Display, ...]:
        """The displays on which players could see something without the console being covered."""
        return free_displays(self._all(), self._console_display())

    def unused(self) -> tuple[Display, ...]:
        """Those of them that show no player window."""
        used = [held.display for held in self._held.values() if held.display is not None]
        return tuple(one for one in self.displays() if not any(one.overlaps(other) for other in used))

    def name_of(self, identity: ScreenIdentity) -> str:
        """How a display is called for people."""
        return " ".join(part for part in (identity.maker, identity.model) if part) or identity.name

    def use(self, identity: ScreenIdentity, number: int = 0) -> None:
        """Show a player window on this display, full screen; one that was there looks for another."""
        for other in self._held.values():
            if other.home == identity:
                other.home, other.is_settled = None, False
        held = self._held[number]
        held.wish, held.home, held.is_settled = "display", identity, True
        self.chosen.emit(identity, number)
        self.settle()

    def use_window(self, number: int = 0) -> None:
        """Show a player window as an ordinary one that can be moved; never full screen."""
        self._held[number].wish = "window"
        self.settle()

    def put_away(self, number: int = 0) -> None:
        """Show nothing to players until they are given a display again."""
        self._held[number].wish = "hidden"
        self.settle()

    def swap(self, number: int = 0) -> None:
        """Give a player window its monitor back: the console goes to where that window is meanwhile."""
        held = self._held[number]
        if held.place == "swapped" and held.display is not None:
            screen = self._screen_of(held.display)
            self._hide(held, "taken")
            self._move_console(screen)
        self.settle()

    def settle(self) -> None:
        """Put every player window where it belongs now; first those out of sight that may not stay."""
        self._areas = true_areas()
        displays = self._all()
        self._mind_console(displays)
        console = self._console_display()
        self._console_at = console.identity
        wishing = [number for number, held in self._held.items() if held.wish == "display"]
        claims = [self._held[number].claim for number in wishing]
        seats = dict(zip(wishing, seated(displays, console, claims), strict=True))
        for number, seat in seats.items():
            held = self._held[number]
            if seat.display is None or seat.display != held.display:
                self._hide(held, self._reason(seat))
        for number, held in self._held.items():
            self._settle_one(number, held, seats.get(number))
        self._tell()

    def _tell(self) -> None:
        now = [(held.place, held.display) for held in self._held.values()], self.displays()
        if now != self._told:
            self._told = now
            self.moved.emit()

    def _settle_one(self, number: int, held: Held, seat: Seat | None) -> None:
        if held.wish == "hidden":
            self._hide(held, "hidden")
        elif held.wish == "window":
            self._show_window(held)
        elif seat is not None and seat.display is not None:
            self._show_on(number, held, seat, seat.display)

    def _reason(self, seat: Seat) -> Place:
        """Why a window is out of sight; some systems hide that two displays show one picture."""
        return "mirrored" if seat.state in ("gone", "alone") and self.is_mirroring() else seat.state

    def _all(self) -> tuple[Display, ...]:
        return tuple(self._display(screen) for screen in QGuiApplication.screens())

    def _display(self, screen: QScreen) -> Display:
        return display_of(screen, self._areas)

    def _screen_of(self, display: Display) -> QScreen:
        return next(screen for screen in QGuiApplication.screens() if identity_of(screen) == display.identity)

    def _console_display(self) -> Display:
        return self._display(self._console.screen())

    def _settle_soon(self, *_facts: object) -> None:
        self._later.start()

    def _look(self) -> None:
        """A display that went and came back at once elsewhere is not always signalled."""
        if true_areas() != self._areas:
            self._displays_changed()

    def _screen_came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._displays_changed)
        self._displays_changed()

    def _displays_changed(self, *_facts: object) -> None:
        self._may_be_lost = True
        self._later.start()

    def _screen_went(self, screen: QScreen) -> None:
        """Before anything else the player window leaves a display that is no more."""
        gone = identity_of(screen)
        for held in self._held.values():
            if held.wish == "display" and held.display is not None and held.display.identity == gone:
                self._hide(held, "gone")
                self._tell()
        if self._console_at == gone:
            self._console_home = self._console_at = self._console_home or gone
        self._displays_changed()

    def _window_strayed(self) -> None:
        """The system moved a window, as it does just before a display is reported gone: hide at once."""
        console = self._console_display()
        for held in self._held.values():
            player = held.stand.player
            is_in_the_way = player.isVisible() and self._display(player.screen()).overlaps(console)
            if held.wish == "display" and is_in_the_way:
                self._hide(held, "gone")
                self._tell()
        self._later.start()

    def _mind_console(self, displays: tuple[Display, ...]) -> None:
        """The console is in sight on what is left, and goes home when its own display comes back."""
        here = self._console_display()
        home = None if self._console_home is None else same_monitor(displays, self._console_home)
        if home is not None or self._console_at not in (self._console_home, here.identity):
            self._console_home = None
        if home is not None and home.identity != here.identity:
            self._bring_console(home)
        elif self._may_be_lost and not self._is_in_sight(here):
            self._bring_console(here)
        self._may_be_lost = False

    def _is_in_sight(self, display: Display) -> bool:
        """Whether the middle of the console is where its display is; a minimised one is wherever."""
        console = self._console
        area = QRect(display.left, display.top, display.width, display.height)
        return not console.isVisible() or console.isMinimized() or area.contains(console.geometry().center())

    def _bring_console(self, display: Display) -> None:
        """Move the console to a display; before it comes, no player window is there."""
        for held in self._held.values():
            if held.display is not None and held.display.overlaps(display):
                self._hide(held, "taken")
        self._move_console(self._screen_of(display))

    def _move_console(self, screen: QScreen) -> None:
        console = self._console
        console.setWindowState(console.windowState() & ~Qt.WindowState.WindowMaximized)
        console.setScreen(screen)
        room = screen.availableGeometry()
        console.setGeometry(QRect(room.topLeft(), console.size().boundedTo(room.size())))
        console.showMaximized()

    def _hide(self, held: Held, place: Place) -> None:
        held.stand.hide()
        held.place, held.display = place, None

    def _show_on(self, number: int, held: Held, seat: Seat, display: Display) -> None:
        area = QRect(display.left, display.top, display.width, display.height)
        held.stand.show_on(self._screen_of(display), area)
        held.place, held.display = seat.state, display
        if seat.state == "projected":
            is_news = held.home != display.identity
            held.home, held.is_settled = display.identity, True
            if is_news:
                self.chosen.emit(display.identity, number)

    def _show_window(self, held: Held) -> None:
        player = held.stand.player
        is_somewhere = QGuiApplication.screenAt(player.geometry().center()) is not None
        if held.place != "window" or not player.isVisible() or not is_somewhere:
            held.stand.show_window(self._console.screen())
        held.place, held.display = "window", None
