"""The loudspeakers of this computer, by QtMultimedia; the only place that loads it to make a sound."""

import logging
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, SignalInstance

from kit_app.domain.sounds import Wave
from kit_app.ui.media import Presence, presence

log = logging.getLogger(__name__)

_SPARE_MS = 400
_INVENTED = b"auto_null"
"""What sound servers of Linux name when there is no loudspeaker; nobody hears it."""


class Speakers(Protocol):
    """What the player of sounds asks of the world outside."""

    def presence(self) -> Presence:
        """Whether sounds can be made here at all, given a loudspeaker."""
        ...

    def names(self) -> tuple[str, ...]:
        """The loudspeakers that are plugged in, the system's choice first."""
        ...

    def play(self, sound: Wave, name: str, volume: float) -> bool:
        """Begin to play on `name` (or the system's choice) instead of what sounds; False: it refused."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...

    def on_change(self, changed: "SignalInstance") -> None:
        """Emit `changed` whenever a loudspeaker comes or goes."""
        ...


class QtSpeakers(QObject):
    """Loads QtMultimedia when first asked; whatever that says, nothing is raised."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presence = presence()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.stop)
        self._sink: QObject | None = None
        self._buffer: QBuffer | None = None
        if self._presence == "there":
            self._load()

    def _load(self) -> None:
        try:
            from PySide6 import QtMultimedia  # an optional part, and slow to load
        except ImportError as error:
            log.warning("QtMultimedia does not load: %s", error)
            self._presence = "broken"
            return
        self._qt = QtMultimedia
        self._devices = QtMultimedia.QMediaDevices(self)

    def presence(self) -> Presence:
        return self._presence

    def names(self) -> tuple[str, ...]:
        if self._presence != "there":
            return ()
        found = [one for one in self._devices.audioOutputs() if one.id().data() != _INVENTED]
        first = self._devices.defaultAudioOutput()
        ordered = sorted(found, key=lambda device: bool(device != first))
        return tuple(dict.fromkeys(str(device.description()) for device in ordered))

    def play(self, sound: Wave, name: str, volume: float) -> bool:
        self.stop()
        if not self.names():
            return False
        device = next(
            (one for one in self._devices.audioOutputs() if one.description() == name),
            self._devices.defaultAudioOutput(),
        )
        how = self._qt.QAudioFormat()
        how.setSampleRate(sound.rate)
        how.setChannelCount(sound.channels)
        how.setSampleFormat(self._qt.QAudioFormat.SampleFormat.Int16)
        buffer = QBuffer(self)
        buffer.setData(QByteArray(sound.signs))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        sink = self._qt.QAudioSink(device, how, self)
        sink.setVolume(volume)
        sink.start(buffer)
        self._sink, self._buffer = sink, buffer
        if sink.error() not in (self._qt.QtAudio.Error.NoError, self._qt.QtAudio.Error.UnderrunError):
            log.warning("the loudspeaker refuses: %s", sink.error())
            self.stop()
            return False
        self._end.start(sound.ms + _SPARE_MS)
        return True

    def stop(self) -> None:
        self._end.stop()
        sink, self._sink = self._sink, None
        buffer, self._buffer = self._buffer, None
        if sink is not None:
            sink.stop()  # type: ignore[attr-defined]
            sink.deleteLater()
        if buffer is not None:
            buffer.deleteLater()

    def on_change(self, changed: SignalInstance) -> None:
        if self._presence == "there":
            self._devices.audioOutputsChanged.connect(changed)
