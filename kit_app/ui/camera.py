"""Cards held before the laptop's camera: a small view that is on for as long as cards come."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.domain.codes import ends_as_code
from kit_app.i18n import Catalogue
from kit_app.services.camera_reading import codes_in
from kit_app.ui.background import Progress, Task, run
from kit_app.ui.camera_source import CameraSource, QtCameraSource
from kit_app.ui.common.buttons import icon_button
from kit_app.ui.common.panel import Panel

PAUSE_MS = 200
"""Five pictures a second: a card that is held still for a moment is seen, and the game is not slowed."""

ALONE_MS = 60_000
"""So long without a card, and the camera turns itself off."""

FORGET_AFTER = 8
"""A card that was out of sight for so many pictures is a card that is shown again."""

VIEW = QSize(152, 114)


class _Picture(QWidget):
    """What the camera sees, as in a mirror: people move cards the right way then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(VIEW)
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._image.isNull():
            return
        size = QSize(self._image.size())
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)


class CameraView(Panel):
    """`read(str)`: a card's code came into sight. `turned(bool)`: it was turned on or off, by whomever."""

    read = Signal(str)
    turned = Signal(bool)
    failed = Signal()

    def __init__(self, t: Catalogue, host: QWidget, source: CameraSource | None = None) -> None:
        super().__init__(t("Camera on"), host, look="marked", padding=8)
        self.setObjectName("camera")
        self._source: CameraSource = source or QtCameraSource(self)
        self._picture = _Picture(self)
        self._task: Task | None = None
        self._last = ""
        self._missed = 0
        self.off = icon_button("cross", t("Turn the camera off"), self, kind="quiet")
        self.off.setObjectName("camera-off")
        self.off.clicked.connect(self.end)
        self.add_to_head(self.off)
        column = QVBoxLayout()
        column.addWidget(self._picture)
        self.add(column)
        self._beat = QTimer(self)
        self._beat.setInterval(PAUSE_MS)
        self._beat.timeout.connect(self._read_picture)
        self.alone = QTimer(self)
        self.alone.setSingleShot(True)
        self.alone.setInterval(ALONE_MS)
        self.alone.timeout.connect(self.end)
        self.failed.connect(self.end)
        self.hide()

    @property
    def is_on(self) -> bool:
        """Whether the camera sees."""
        return self._beat.isActive()

    @property
    def source(self) -> CameraSource:
        """The camera itself."""
        return self._source

    def begin(self) -> bool:
        """Turn it on; whether there is one."""
        if self.is_on:
            return True
        if not self._source.begin(self.failed):
            return False
        self._last, self._missed = "", 0
        self._picture.show_image(QImage())
        self.adjustSize()
        self.show()
        self.raise_()
        self._beat.start()
        self.alone.start()
        self.turned.emit(True)
        return True

    def end(self) -> None:
        """Turn it off."""
        if not self.is_on:
            return
        self._beat.stop()
        self.alone.stop()
        self._source.end()
        self.hide()
        self.turned.emit(False)

    def _read_picture(self) -> None:
        image = self._source.picture()
        if image.isNull() or self._task is not None:
            return
        self._picture.show_image(image)
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        signs, width, height = bytes(grey.constBits()), grey.bytesPerLine(), grey.height()

        def work(_progress: Progress) -> tuple[str, ...]:
            return codes_in(signs, width, height)

        self._task = Task(work, self)
        self._task.succeeded.connect(self._take)
        self._task.ended.connect(self._forget_task)
        run(self._task)

    def _take(self, texts: tuple[str, ...]) -> None:
        code = next((text for text in texts if ends_as_code(text)), "")
        if not code:
            self._missed += 1
            if self._missed >= FORGET_AFTER:
                self._last = ""
            return
        self._missed = 0
        if self.is_on and code != self._last:
            self._last = code
            self.alone.start()
            self.read.emit(code)

    def _forget_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
