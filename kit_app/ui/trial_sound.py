"""A sound to try before a game, on the loudspeaker and as loud as it will be."""

from PySide6.QtCore import QObject

from kit_app.services.services import Services
from kit_app.services.sounds import cue_sounds
from kit_app.ui.media import presence
from kit_app.ui.sound import SoundPlayer


class TrialSound(QObject):
    """Loads what plays sounds when the first one is asked for."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._player: SoundPlayer | None = None

    def play(self, cue: str) -> bool:
        """Play a cue; whether it is heard."""
        if self._player is None:
            self._player = SoundPlayer(self)
            self._player.take_cues(cue_sounds(self._services.library.bundled_kit()))
        settings = self._services.preferences.settings
        self._player.volume, self._player.device = settings.volume, settings.loudspeaker
        return self._player.play(cue)


def trial_sound(services: Services, parent: QObject | None = None) -> TrialSound | None:
    """None where the optional part that plays sounds is not there."""
    return TrialSound(services, parent) if presence() == "there" else None
