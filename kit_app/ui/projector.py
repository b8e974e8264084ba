"""Keeps the player window on the players' display, and off the console's whatever is plugged in or out."""

from typing import Literal

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kit_app.domain.screens import Display, free_displays, is_mirrored, projector, same_monitor
from kit_app.domain.settings import ScreenIdentity

Place = Literal["projected", "window", "gone", "alone", "mirrored", "hidden"]
"""gone: the players' display was unplugged. alone: there is none. mirrored: it shows the console's picture.
hidden: the facilitator put the window away."""

WINDOW_SHARE = 0.5
_FULL = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
_FRAMED = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus


def identity_of(screen: QScreen) -> ScreenIdentity:
    """A display as the system names it."""
    return ScreenIdentity(
        name=screen.name(),
        maker=screen.manufacturer(),
        model=screen.model(),
        serial=screen.serialNumber(),
    )


def display_of(screen: QScreen) -> Display:
    """A display as plain values."""
    area = screen.geometry()
    return Display(
        identity=identity_of(screen),
        left=area.left(),
        top=area.top(),
        width=area.width(),
        height=area.height(),
        is_primary=screen is QGuiApplication.primaryScreen(),
        scale=screen.devicePixelRatio(),
    )


class Projector(QObject):
    """`moved()` when the place changed; `chosen(ScreenIdentity)` tells the display to be remembered."""

    moved = Signal()
    chosen = Signal(object)

    def __init__(self, player: QWidget, console: QWidget, known: ScreenIdentity | None) -> None:
        super().__init__(console)
        self._player = player
        self._console = console
        self._known = known
        self._in_use: ScreenIdentity | None = None
        self._wish: Literal["display", "window", "hidden"] = "display"
        self._is_placing = False
        self.place: Place = "alone"
        player.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        player.setWindowFlags(_FULL)
        player.winId()
        player.windowHandle().screenChanged.connect(self._player_was_moved)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.settle)

    def begin(self) -> None:
        """Show the player window if there is a display for it, and follow what is plugged in and out."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screen_came)
            app.screenRemoved.connect(self._screen_went)
            app.primaryScreenChanged.connect(self._settle_soon)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._settle_soon)
        handle = self._console.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._settle_soon)
        self.settle()

    def displays(self) -> tuple[Display, ...]:
        """The displays on which players could see something without the console being covered."""
        return free_displays(self._all(), self._console_display())

    def name_of(self, identity: ScreenIdentity) -> str:
        """How a display is called for people."""
        return " ".join(part for part in (identity.maker, identity.model) if part) or identity.name

    def use(self, identity: ScreenIdentity) -> None:
        """Show the player window on this display, full screen."""
        self._wish = "display"
        self._in_use = identity
        self._known = identity
        self.settle()

    def use_window(self) -> None:
        """Show the player window as an ordinary one that can be moved; never full screen."""
        self._wish = "window"
        self.settle()

    def put_away(self) -> None:
        """Show nothing to players until they are given a display again."""
        self._wish = "hidden"
        self.settle()

    def settle(self) -> None:
        """Put the player window where it belongs now."""
        console = self._console_display()
        displays = self._all()
        if self._wish == "hidden":
            self._hide("hidden")
        elif self._wish == "window":
            self._show_window()
        else:
            wanted = (
                projector(displays, console, self._known)
                if self._in_use is None
                else same_monitor(free_displays(displays, console), self._in_use)
            )
            if wanted is not None:
                self._show_on(wanted)
            elif self._in_use is not None:
                self._hide("gone")
            else:
                self._hide("mirrored" if is_mirrored(displays, console) else "alone")

    def _all(self) -> tuple[Display, ...]:
        return tuple(display_of(screen) for screen in QGuiApplication.screens())

    def _console_display(self) -> Display:
        return display_of(self._console.screen())

    def _settle_soon(self, *_facts: object) -> None:
        self._later.start()

    def _screen_came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle_soon)
        self._later.start()

    def _screen_went(self, screen: QScreen) -> None:
        """Before anything else the player window leaves a display that is no more."""
        if self._wish == "display" and self._in_use == identity_of(screen):
            self._hide("gone")
        self._later.start()

    def _player_was_moved(self, screen: QScreen) -> None:
        """The system moved the window, as it does just before a display is reported gone: hide at once."""
        if self._is_placing or self._wish != "display" or screen is None:
            return
        if display_of(screen).overlaps(self._console_display()) and self._player.isVisible():
            self._hide("gone")
        self._later.start()

    def _hide(self, place: Place) -> None:
        self._player.hide()
        self._tell(place)

    def _show_on(self, display: Display) -> None:
        screen = next(screen for screen in QGuiApplication.screens() if display_of(screen) == display)
        area = QRect(display.left, display.top, display.width, display.height)
        is_there = self._player.isVisible() and self._player.geometry() == area
        if not (is_there and self._player.isFullScreen()):
            self._place(screen, area)
        is_other = self._in_use != display.identity or self._known != display.identity
        self._in_use = display.identity
        if is_other or self.place != "projected":
            self.chosen.emit(display.identity)
        self._known = display.identity
        self._tell("projected")

    def _place(self, screen: QScreen, area: QRect) -> None:
        self._is_placing = True
        self._player.hide()
        self._player.setWindowFlags(_FULL)
        self._player.setScreen(screen)
        self._player.setGeometry(area)
        self._player.setWindowState(Qt.WindowState.WindowFullScreen)
        self._player.show()
        self._is_placing = False
        self._watch_handle()

    def _show_window(self) -> None:
        if self.place == "window" and self._player.isVisible():
            return
        self._is_placing = True
        screen = self._console.screen()
        area = screen.availableGeometry()
        width = round(area.width() * WINDOW_SHARE)
        box = QRect(0, 0, width, round(width * 9 / 16))
        box.moveBottomRight(area.bottomRight())
        self._player.hide()
        self._player.setWindowFlags(_FRAMED)
        self._player.setWindowState(Qt.WindowState.WindowNoState)
        self._player.setScreen(screen)
        self._player.setGeometry(box)
        self._player.show()
        self._is_placing = False
        self._watch_handle()
        self._tell("window")

    def _watch_handle(self) -> None:
        """Other window flags may have made another window of the system."""
        handle = self._player.windowHandle()
        handle.screenChanged.connect(self._player_was_moved, Qt.ConnectionType.UniqueConnection)

    def _tell(self, place: Place) -> None:
        if place != self.place:
            self.place = place
            self.moved.emit()
