"""A slide as a picture: in a window for everybody, or small on the laptop. It decides nothing."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.services.printing.preview import PagePicture
from kit_app.ui.common import theme

_FRAME = 3


def image_of(picture: PagePicture) -> QImage:
    """The picture of a page for Qt, with memory of its own."""
    shown = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return shown.copy()


class SlideView(QWidget):
    """Shows a picture as large as fits. `resized()` when another size is wanted; see `wanted`."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_current: bool = False) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._is_current = is_current
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.resized)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(160, 96)

    @property
    def wanted(self) -> QSize:
        """The real pixels of a picture that fills the view."""
        ratio = self.devicePixelRatioF()
        inner = self.contentsRect().size() - QSize(2 * _FRAME, 2 * _FRAME)
        high = min(inner.height(), round(inner.width() * 9 / 16))
        return QSize(round(high * 16 / 9 * ratio), round(high * ratio))

    def show_image(self, image: QImage, words: str) -> None:
        """Show a slide; a reader says its words."""
        self._image = image
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480)) if self._is_current else QSize(220, 128)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round((width - 2 * _FRAME) * 9 / 16) + 2 * _FRAME

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            return
        size = self._image.size().scaled(
            self.size() - QSize(2 * _FRAME, 2 * _FRAME), Qt.AspectRatioMode.KeepAspectRatio
        )
        box = QRect((self.width() - size.width()) // 2, _FRAME, size.width(), size.height())
        painter.drawImage(box, self._image)
        now = theme.current()
        width = _FRAME if self._is_current else 1
        painter.setPen(QPen(now.colour("ink" if self._is_current else "edge"), width))
        painter.drawRect(box.adjusted(-1, -1, 1, 1))


class SlideWindow(QWidget):
    """Fills the projector's display with a slide; black before the first and when asked to."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._is_black = False
        self._allows_close = False
        self.setObjectName("debrief-screen")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(160, 90)

    @property
    def wanted(self) -> QSize:
        """The real pixels of the window."""
        return self.size() * self.devicePixelRatioF()

    @property
    def is_black(self) -> bool:
        """Whether nothing is seen."""
        return self._is_black

    def show_image(self, image: QImage, words: str) -> None:
        """Show a slide."""
        self._image = image
        self.setAccessibleName(words)
        self.update()

    def set_black(self, is_black: bool) -> None:
        """Show nothing, or the slide again."""
        self._is_black = is_black
        self.update()

    def close_for_good(self) -> None:
        """Close the window; a person's Alt+F4 does not."""
        self._allows_close = True
        self.close()

    def closeEvent(self, event: object) -> None:
        if not self._allows_close:
            event.ignore()  # type: ignore[attr-defined]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black"))
        if self._is_black or self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2,
            size.width(), size.height(),
        )  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self._image)
