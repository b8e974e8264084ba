"""The cue that is listened to before a game, with the loudspeaker and the volume of the settings."""

from typing import Protocol

from PySide6.QtCore import QObject

from kit_app.domain.plan import SessionPlan
from kit_app.services.services import Services
from kit_app.services.sounds import cue_sounds
from kit_app.ui.media import presence
from kit_app.ui.sound import SoundPlayer

CUE = "start"


class Listening(Protocol):
    """Plays the cue of a session's start."""

    def can_play(self) -> bool:
        """Whether this installation plays sounds at all."""
        ...

    def play(self, plan: SessionPlan) -> bool:
        """Play it; whether it is heard."""
        ...


class CueListening(QObject):
    """With the program's own player, made when it is first needed."""

    def __init__(self, services: Services, owner: QObject) -> None:
        super().__init__(owner)
        self._services = services
        self._player: SoundPlayer | None = None

    def can_play(self) -> bool:
        return presence() == "there"

    def play(self, plan: SessionPlan) -> bool:
        if self._player is None:
            self._player = SoundPlayer(self)
        settings = self._services.preferences.settings
        self._player.volume, self._player.device = settings.volume, settings.loudspeaker
        self._player.take_cues(cue_sounds(self._services.library.kit_of(plan)))
        return self._player.play(CUE)
