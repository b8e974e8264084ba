"""Starts the window: paints an empty frame at once, then has it filled. Imports nothing heavy."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from kit_app.ui.garbage import Collector

log = logging.getLogger(__name__)

NAME = "Sant'Escape Kit"
RAIL, RAIL_WIDTH = "#14283C", 184
PAPER = {"light": "#F5F1E8", "dark": "#11171E", "contrast": "#000000"}
GIVES_WAY_S = 0.001
"""So soon does a worker let the window go on: each of a window's many calls may have to wait for it once."""
_SIZE = (1366, 768)
_LEAST = (600, 340)


class Frame(QMainWindow):
    """The program's window. `painted` tells once that its ground is on the screen."""

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.setMinimumSize(*_LEAST)
        self._is_painted = False
        self.may_close: Callable[[], bool] = lambda: True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.palette().window().color()
        name = "contrast" if ground == QColor(PAPER["contrast"]) else "light"
        if name == "light" and ground.lightness() < 128:
            name = "dark"
        painter.fillRect(self.rect(), QColor(PAPER[name]))
        painter.fillRect(0, 0, RAIL_WIDTH, self.height(), QColor(PAPER[name] if name == "contrast" else RAIL))
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()
        QApplication.quit()


class Start(QObject):
    """Fills the frame once it is painted: opens the data folder, then shows the pages.

    A bug on the way ends the program: `told` says it on the terminal and returns the sentence for a box.
    """

    def __init__(self, frame: Frame, fill: Callable[[Frame], bool], told: Callable[[Exception], str]) -> None:
        super().__init__(frame)
        self._frame = frame
        self._fill = fill
        self._told = told
        frame.painted.connect(lambda: QTimer.singleShot(0, self, self._go))

    def _go(self) -> None:
        try:
            is_filled = self._fill(self._frame)
        except Exception as error:  # there is no page yet that could go on
            log.exception("a bug while starting")
            is_filled = False
            QMessageBox.critical(self._frame, NAME, self._told(error))
        if not is_filled:
            QApplication.exit(1)


def run_window(fill: Callable[[Frame], bool], told: Callable[[Exception], str]) -> int:
    """Show the frame and have it filled once it is painted. Exit code: 1 when it could not be filled.

    `told` is given a bug that came on the way, and returns what is said of it.
    """
    app = QApplication.instance() or QApplication([NAME])
    QGuiApplication.setApplicationName("sant-escape-kit")
    QGuiApplication.setApplicationDisplayName(NAME)
    QGuiApplication.setQuitOnLastWindowClosed(False)
    Collector(app)
    sys.setswitchinterval(GIVES_WAY_S)
    frame = Frame()
    room = QGuiApplication.primaryScreen().availableGeometry()
    Start(frame, fill, told)
    frame.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
    if room.width() <= _SIZE[0]:
        frame.showMaximized()
    else:
        frame.show()
    return app.exec()
