"""Plays one sound at a time, on which loudspeaker and how loud; a missing one never stops a game."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from kit_app.domain.sounds import Wave, read_wave
from kit_app.ui.cues import RANKS
from kit_app.ui.media import Presence
from kit_app.ui.sound_output import QtSpeakers, Speakers
from kit_app.views.sound import SoundState

_HINT_RANK = max(RANKS.values()) + 1


class SoundPlayer(QObject):
    """`changed()` when its state is another one; `lost()` once when the last loudspeaker went in a game.

    Nothing here raises. A sound that matters less than the one that is heard is left out.
    """

    changed = Signal()
    lost = Signal()
    _speakers_changed = Signal()

    def __init__(self, parent: QObject | None = None, speakers: Speakers | None = None) -> None:
        super().__init__(parent)
        self._speakers: Speakers = speakers or QtSpeakers(self)
        self._cues: dict[str, Wave] = {}
        self._rank = -1
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._is_over)
        self.volume = 70
        self.device = ""
        self._is_muted = False
        self._is_refused = False
        self._had_speakers = bool(self._speakers.names())
        self._speakers_changed.connect(self._look)
        self._speakers.on_change(self._speakers_changed)

    @property
    def presence(self) -> Presence:
        """Whether the optional part of Qt is there."""
        return self._speakers.presence()

    @property
    def state(self) -> SoundState:
        """What to tell about sound at this moment."""
        presence = self.presence
        if presence != "there":
            return "broken" if presence == "broken" else "missing"
        if not self.devices() or self._is_refused:
            return "no-speaker"
        return "muted" if self._is_muted else "on"

    @property
    def is_muted(self) -> bool:
        """Whether sounds are turned off by hand."""
        return self._is_muted

    def devices(self) -> tuple[str, ...]:
        """The loudspeakers that are plugged in, the system's choice first."""
        return self._speakers.names()

    def mute(self, is_muted: bool) -> None:
        """Turn sounds off or on; what is heard stops at once."""
        if is_muted != self._is_muted:
            self._is_muted = is_muted
            if is_muted:
                self.stop()
            self.changed.emit()

    def take_cues(self, files: Mapping[str, bytes]) -> None:
        """The cues by name as WAV files; one that cannot be read is left out."""
        self._cues = {}
        for name, content in files.items():
            try:
                self._cues[name] = read_wave(content)
            except ValueError:
                continue

    def play(self, cue: str) -> bool:
        """Play a cue; whether it is heard."""
        sound = self._cues.get(cue)
        return sound is not None and self._begin(sound, RANKS.get(cue, 0))

    def play_wave(self, content: bytes) -> bool:
        """Play a WAV file, such as the recording that is a hint; whether it is heard."""
        try:
            return self._begin(read_wave(content), _HINT_RANK)
        except ValueError:
            return False

    def stop(self) -> None:
        """Be silent."""
        self._speakers.stop()
        self._over.stop()
        self._is_over()

    def _begin(self, sound: Wave, rank: int) -> bool:
        if self._is_muted or not self.devices() or rank < self._rank:
            return False
        is_heard = self._speakers.play(sound, self.device, self.volume / 100)
        self._note_refusal(not is_heard)
        if is_heard:
            self._rank = rank
            self._over.start(sound.ms)
        return is_heard

    def _note_refusal(self, is_refused: bool) -> None:
        """A loudspeaker that is named but does not play is as good as gone; each cue tries again."""
        before, self._is_refused = self._is_refused, is_refused
        if is_refused and not before:
            self.lost.emit()
        if is_refused != before:
            self.changed.emit()

    def _is_over(self) -> None:
        self._rank = -1

    def _look(self) -> None:
        """A loudspeaker came or went: what was heard on it is over."""
        has_speakers = bool(self.devices())
        had, self._had_speakers = self._had_speakers and not self._is_refused, has_speakers
        self._is_refused = False
        if had and not has_speakers:
            self.stop()
            self.lost.emit()
        self.changed.emit()
