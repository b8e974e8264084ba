"""A spot played full screen, on the projector where there is one; keys pause it, go by scenes, close it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from kit_app.domain.films import Film, Moment
from kit_app.domain.screens import projector
from kit_app.domain.settings import ScreenIdentity
from kit_app.ui.common.paint import smooth
from kit_app.ui.displays import display_of, identity_of, true_areas
from kit_app.ui.shelf.spot_painter import INK, WHITE, SpotPainter

FRAME_MS = 40
MOST = QSize(1920, 1080)
"""Larger displays show it enlarged: drawn finer, it would come too late for its motion."""
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_SIGN, _SIGN_EDGE = 0.07, 0.04


def screen_for(window: QWidget, known: ScreenIdentity | None) -> QScreen:
    """The display that the players' screen would take; the window's own where there is no other."""
    areas = true_areas()
    displays = [display_of(screen, areas) for screen in QGuiApplication.screens()]
    found = projector(displays, display_of(window.screen(), areas), known)
    for screen in QGuiApplication.screens():
        if found is not None and identity_of(screen) == found.identity:
            return screen
    return window.screen()


class SpotWindow(QWidget):
    """`closed()` when it is over. `now_ms` tells the time, which the picture follows."""

    closed = Signal()

    def __init__(self, film: Film, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.film = film
        self._now_ms = now_ms
        self._began_ms = now_ms()
        self._stopped_s: float | None = None
        self._painter = SpotPainter(film, QSize(16, 9))
        self._shown: Moment | None = None
        self._image = QImage()
        self.setObjectName("spot-window")
        self.setWindowTitle(film.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.follow)

    def play_on(self, screen: QScreen) -> None:
        """Fill this display and begin."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()
        self._began_ms = self._now_ms()
        self._timer.start()

    @property
    def second(self) -> float:
        """Where the film is; it stays at its end."""
        passed = (self._now_ms() - self._began_ms) / 1000 if self._stopped_s is None else self._stopped_s
        return min(self.film.seconds, max(0.0, passed))

    @property
    def scene(self) -> int:
        """The number of the scene that is seen."""
        return self.film.scene_at(self.second)

    @property
    def is_paused(self) -> bool:
        """Whether a person stopped it."""
        return self._stopped_s is not None

    def pause(self) -> None:
        """Stop, or go on; at its end, once more from the beginning."""
        if self._stopped_s is None and self.second >= self.film.seconds:
            self._go(0.0)
        elif self._stopped_s is None:
            self._stopped_s = self.second
        else:
            self._began_ms = self._now_ms() - round(self._stopped_s * 1000)
            self._stopped_s = None
        self._show_again()

    def step(self, scenes: int) -> None:
        """Go to the beginning of another scene."""
        number = min(len(self.film.scenes) - 1, max(0, self.scene + scenes))
        self._go(self.film.scenes[number].start)

    def follow(self) -> None:
        """Show what is to be seen now."""
        moment = self.film.at(self.second)
        if moment == self._shown:
            return
        if self._shown is None or moment.scene != self._shown.scene:
            self.setAccessibleName(self._said(moment.scene))
        self._shown = moment
        self._image = self._painter.image(moment)
        self.update()

    def _go(self, second: float) -> None:
        self._began_ms = self._now_ms() - round(second * 1000)
        if self._stopped_s is not None:
            self._stopped_s = second
        self._show_again()

    def _show_again(self) -> None:
        self.follow()
        self.update()

    def _said(self, scene: int) -> str:
        """What a reader says of a scene."""
        said = [self.film.title, self.film.scenes[scene].caption]
        return ". ".join([*said, self.film.call] if self.film.is_end(scene) and self.film.call else said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_Space:
            self.pause()
        elif key in _BACK or key in _FORTH:
            self.step(-1 if key in _BACK else 1)
        elif key == Qt.Key.Key_Home:
            self._go(0.0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button pauses, the right one closes: for whoever has only a mouse in hand."""
        if event.button() == Qt.MouseButton.RightButton:
            self.close()
        else:
            self.pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ratio = self.devicePixelRatioF()
        wide = min(self.width(), round(self.height() * 16 / 9))
        size = QSize(max(16, round(wide * ratio)), max(9, round(wide * 9 / 16 * ratio)))
        self._painter = SpotPainter(self.film, size if size.width() <= MOST.width() else MOST)
        self._shown = None
        self.follow()

    def closeEvent(self, event: object) -> None:
        self._timer.stop()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("black"))
        high = round(self.width() * 9 / 16)
        size = QSize(self.width(), high) if high <= self.height() else QSize(0, self.height())
        size.setWidth(size.width() or round(self.height() * 16 / 9))
        box = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, 0, 0)
        box.setSize(size)
        painter.drawImage(box, self._image)
        if self.is_paused:
            _paint_pause(painter, QRectF(box))


def _paint_pause(painter: QPainter, box: QRectF) -> None:
    """Two bars in a corner, still."""
    smooth(painter)
    side = box.height() * _SIGN
    disc = QRectF(
        box.right() - box.height() * _SIGN_EDGE - side, box.top() + box.height() * _SIGN_EDGE, side, side
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(INK))
    painter.drawEllipse(disc)
    painter.setBrush(QColor(WHITE))
    for share in (0.32, 0.54):
        painter.drawRect(
            QRectF(disc.left() + side * share, disc.top() + side * 0.28, side * 0.14, side * 0.44)
        )
