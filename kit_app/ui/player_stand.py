"""Puts one player window on a display, into an ordinary window, or out of sight. It decides nothing."""

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QWidget

WINDOW_SHARE = 0.5
_FULL = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
_FRAMED = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus


class PlayerStand(QObject):
    """`strayed` when the system moved the window to another display, as it does when one is unplugged."""

    strayed = Signal()

    def __init__(self, player: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.player = player
        self._handle: QWindow | None = None
        self._is_placing = False
        player.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        player.setWindowFlags(_FULL)
        player.winId()
        self._watch_handle()

    def show_on(self, screen: QScreen, area: QRect) -> None:
        """Fill the display, which is at `area`; what does already is left alone."""
        player = self.player
        if player.isVisible() and player.isFullScreen() and player.geometry() == area:
            return
        self._place(_FULL, screen, area, Qt.WindowState.WindowFullScreen)

    def show_window(self, screen: QScreen) -> None:
        """An ordinary window that can be moved, in a corner of the display."""
        area = screen.availableGeometry()
        width = round(area.width() * WINDOW_SHARE)
        box = QRect(0, 0, width, round(width * 9 / 16))
        box.moveBottomRight(area.bottomRight())
        self._place(_FRAMED, screen, box, Qt.WindowState.WindowNoState)

    def hide(self) -> None:
        """Out of sight at once."""
        self.player.hide()

    def _place(self, flags: Qt.WindowType, screen: QScreen, area: QRect, state: Qt.WindowState) -> None:
        self._is_placing = True
        self.player.hide()
        self.player.setWindowFlags(flags)
        self.player.setScreen(screen)
        self.player.setGeometry(area)
        self.player.setWindowState(state)
        self.player.show()
        self._is_placing = False
        self._watch_handle()

    def _watch_handle(self) -> None:
        """Other window flags may have made another window of the system."""
        handle = self.player.windowHandle()
        if handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._was_moved)

    def _was_moved(self, screen: QScreen | None) -> None:
        if not self._is_placing and screen is not None:
            self.strayed.emit()
