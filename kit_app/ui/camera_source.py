"""The cameras of this computer, by QtMultimedia; the only place that loads it to see something."""

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QSize, SignalInstance
from PySide6.QtGui import QImage

from kit_app.ui.media import Presence, presence

log = logging.getLogger(__name__)

BEST_SIZE = QSize(1280, 720)
"""Enough for a symbol of 25 mm at 40 cm; more only takes time."""


class CameraSource(Protocol):
    """What the camera's view asks of the world outside."""

    def presence(self) -> Presence:
        """Whether a camera could be used here at all. Quick."""
        ...

    def begin(self, failed: "SignalInstance") -> bool:
        """Turn the camera on; False when there is none. Emits `failed` when it stops by itself."""
        ...

    def picture(self) -> QImage:
        """What it sees now; a null picture while it sees nothing yet."""
        ...

    def end(self) -> None:
        """Turn it off."""
        ...


class QtCameraSource(QObject):
    """Loads QtMultimedia when the camera is first turned on; whatever that says, nothing is raised."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presence = presence()
        self._parts: list[QObject] = []

    def presence(self) -> Presence:
        return self._presence

    def begin(self, failed: SignalInstance) -> bool:
        self.end()
        if self._presence != "there":
            return False
        try:
            from PySide6 import QtMultimedia  # an optional part, and slow to load
        except ImportError as error:
            log.warning("QtMultimedia does not load: %s", error)
            self._presence = "broken"
            return False
        device = QtMultimedia.QMediaDevices.defaultVideoInput()
        if device.isNull():
            return False
        camera = QtMultimedia.QCamera(device, self)
        formats = sorted(device.videoFormats(), key=lambda one: _distance(one.resolution()))
        if formats:
            camera.setCameraFormat(formats[0])
        self._sink = QtMultimedia.QVideoSink(self)
        session = QtMultimedia.QMediaCaptureSession(self)
        session.setCamera(camera)
        session.setVideoSink(self._sink)
        self._parts = [session, camera, self._sink]
        camera.errorChanged.connect(failed)
        camera.start()
        return True

    def picture(self) -> QImage:
        return self._sink.videoFrame().toImage() if self._parts else QImage()

    def end(self) -> None:
        parts, self._parts = self._parts, []
        for part in parts:
            part.deleteLater()


def _distance(size: QSize) -> int:
    return abs(size.width() - BEST_SIZE.width()) + abs(size.height() - BEST_SIZE.height())
