"""One sheet as a picture, centred on a quiet ground, with scroll bars when it is larger than its place."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kit_app.services.printing.preview import PagePicture
from kit_app.ui.common import theme

_AROUND = 14


def image_of(picture: PagePicture) -> QImage:
    """The picture for Qt, with pixels of its own."""
    format_ = QImage.Format.Format_RGB32
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, format_).copy()


class _Sheet(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image = QImage()

    def sizeHint(self) -> QSize:
        if self.image.isNull():
            return QSize(120, 120)
        size = self.image.deviceIndependentSize()
        return QSize(round(size.width()) + 2 * _AROUND, round(size.height()) + 2 * _AROUND)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme.current()
        painter.fillRect(self.rect(), now.colour("line" if now.name == "light" else "sunken"))
        if self.image.isNull():
            return
        size = self.image.deviceIndependentSize()
        left = round((self.width() - size.width()) / 2)
        top = round((self.height() - size.height()) / 2)
        painter.drawImage(left, top, self.image)
        painter.setPen(QPen(now.colour("edge"), 1))
        painter.drawRect(QRectF(left - 0.5, top - 0.5, size.width() + 1, size.height() + 1))


class SheetView(QScrollArea):
    """`resized()` when its room changed, so that a fitted sheet can be drawn anew."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet(self)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)

    def room(self) -> QSize:
        """The room for a sheet that needs no scroll bars."""
        size = self.maximumViewportSize()
        return QSize(max(40, size.width() - 2 * _AROUND - 2), max(40, size.height() - 2 * _AROUND - 2))

    def show_image(self, image: QImage) -> None:
        """Show a picture; its device pixel ratio says how large it is."""
        self._sheet.image = image
        self._sheet.setMinimumSize(self._sheet.sizeHint() if not image.isNull() else QSize(0, 0))
        self._sheet.update()

    @property
    def image(self) -> QImage:
        """The picture shown, null before the first."""
        return self._sheet.image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
