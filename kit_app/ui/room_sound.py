"""Joins what happens in a room, the player of sounds and the console's button. No rule of the game."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from kit_app.domain.kit import Kit
from kit_app.domain.settings import Settings
from kit_app.errors import StorageError
from kit_app.game.commands import NoticeTrouble
from kit_app.i18n import Catalogue
from kit_app.services.conductor import Conductor, Screens
from kit_app.services.preferences import Preferences
from kit_app.services.sounds import cue_sounds
from kit_app.ui.console.sound_menu import SoundMenu, sound_trouble
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.cues import Cues, cue_of, loudest, recording
from kit_app.ui.sound import SoundPlayer
from kit_app.ui.sound_output import Speakers
from kit_app.views.sound import SoundView

GONE = "sound-gone"
_LATE = ("late", "stuck")


class RoomSound(QObject):
    """`kept(Changed)` after a choice about sounds was stored; `noticed(NoticeTrouble)` for the journal."""

    kept = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        t: Catalogue,
        console: ConsoleWindow,
        parent: QObject | None = None,
        speakers: Speakers | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._t = t
        self._console = console
        self._cues = Cues()
        self.player = SoundPlayer(self, speakers)
        self._take(preferences.settings)
        self.player.changed.connect(self._show)
        self._is_gone = False
        self.player.lost.connect(self._tell_lost, Qt.ConnectionType.QueuedConnection)  # not amid an act
        console.header.sound.clicked.connect(self.turn)
        console.header.sound_menu.clicked.connect(self._open_menu)
        self._show()

    def begin(self, kit: Kit) -> None:
        """Another room is led: what its teams did before it was opened makes no sound."""
        self._cues = Cues()
        self.player.take_cues(cue_sounds(kit))
        self._tell_missing_once()

    def hear(self, conductors: Sequence[Conductor], screens: Sequence[Screens]) -> None:
        """Play what has happened since the last time: one sound, for all teams together.

        A hint that is a recording sounds instead of the cue of hints.
        """
        found: list[str] = []
        for one in conductors:
            news = self._cues.news(str(one.team), [row.event for row in one.history])
            found += [cue_of(event) for event in news]
            if recorded := recording(news, one.setup):
                self.player.play_wave(recorded)
        if self._preferences.settings.has_late_tick:
            found += [self._cues.late(str(one.console.team_number), _late(one)) for one in screens]
        cue = loudest(found)
        if cue:
            self.player.play(cue)

    def turn(self) -> None:
        """Sounds off, or on again; where there is none, the menu says why."""
        if sound_trouble(self.player.state, self._t):
            self._open_menu()
            return
        self._keep(replace(self._preferences.settings, is_muted=not self.player.is_muted))

    def menu(self) -> SoundMenu:
        """The choices about sounds, as they are now."""
        settings = self._preferences.settings
        view = SoundView(
            state=self.player.state,
            loudspeakers=self.player.devices(),
            loudspeaker=self.player.device,
            volume=self.player.volume,
            has_late_tick=settings.has_late_tick,
        )
        menu = SoundMenu(view, self._t, self._console)
        menu.volume_chosen.connect(lambda percent: self._keep(self._with(volume=percent)))
        menu.speaker_chosen.connect(lambda name: self._keep(self._with(loudspeaker=name)))
        menu.tick_chosen.connect(lambda is_on: self._keep(self._with(has_late_tick=is_on)))
        menu.tried.connect(lambda: self.player.play("solved"))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_menu(self) -> None:
        button = self._console.header.sound_menu
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def _with(self, **changes: object) -> Settings:
        return replace(self._preferences.settings, **changes)  # type: ignore[arg-type]

    def _keep(self, settings: Settings) -> None:
        """Take the choice at once, and store it; a disk that refuses is told elsewhere."""
        self._take(settings)
        try:
            self.kept.emit(self._preferences.save(settings))
        except StorageError as error:
            self._console.toast.show_toast(self._t.of(error))

    def _take(self, settings: Settings) -> None:
        self.player.volume = settings.volume
        self.player.device = settings.loudspeaker
        self.player.mute(settings.is_muted)

    def _show(self) -> None:
        state = self.player.state
        self._console.header.show_sound(state, sound_trouble(state, self._t))
        if self._is_gone and state in ("on", "muted"):
            self._is_gone = False
            self.noticed.emit(NoticeTrouble(what=GONE, is_over=True))

    def _tell_lost(self) -> None:
        self._is_gone = True
        self.noticed.emit(NoticeTrouble(what=GONE))
        self._console.toast.show_toast(self._t("The loudspeaker is gone. Sounds come back with it."))

    def _tell_missing_once(self) -> None:
        state = self.player.state
        if state in ("missing", "broken") and not self._preferences.settings.knows_media_lacks:
            self._console.toast.show_toast(self._t("No sounds on this computer yet: F8 says why."))
            self._keep(replace(self._preferences.settings, knows_media_lacks=True))


def _late(screens: Screens) -> frozenset[str]:
    return frozenset(row.id for row in screens.console.puzzles if row.state in _LATE)
