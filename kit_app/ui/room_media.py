"""What a console hears, says and sees beside its windows: sounds, speech and the camera, joined at once."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kit_app.i18n import Catalogue
from kit_app.services.conductor import Conductor, Screens
from kit_app.services.services import Services
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.room_camera import RoomCamera
from kit_app.ui.room_sound import RoomSound
from kit_app.ui.room_speech import RoomSpeech


class RoomMedia(QObject):
    """`kept(Changed)` after a choice was stored; `noticed(NoticeTrouble)` for the journal."""

    kept = Signal(object)
    noticed = Signal(object)

    def __init__(
        self, services: Services, t: Catalogue, console: ConsoleWindow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.sound = RoomSound(services.preferences, t, console, self)
        self.speech = RoomSpeech(t, console, self)
        self.camera = RoomCamera(t, console, self)
        self.sound.kept.connect(self.kept)
        self.sound.noticed.connect(self.noticed)

    def begin(self, conductors: Sequence[Conductor]) -> None:
        """Another room is led."""
        setup = conductors[0].setup
        self.sound.begin(self._services.library.kit(setup.kit_digest))
        self.speech.begin(setup.language)

    def follow(self, conductors: Sequence[Conductor], screens: Sequence[Screens]) -> None:
        """A moment of the room is shown: what has happened sounds, and the camera ends with the game."""
        self.sound.hear(conductors, screens)
        if all(one.is_over for one in conductors):
            self.camera.view.end()

    def end(self) -> None:
        """Be silent, and see nothing."""
        self.sound.player.stop()
        self.speech.speech.stop()
        self.camera.view.end()
