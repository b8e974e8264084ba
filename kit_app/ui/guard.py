"""What protects a game while its console is open: a copy before it, no sleep, an eye on the computer."""

from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QObject

from kit_app.errors import CommandRefused, StorageError
from kit_app.game.commands import NoticeTrouble
from kit_app.i18n import Catalogue
from kit_app.services.room import Room
from kit_app.services.services import Services
from kit_app.system.sleep import KeepAwake
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.copies import copy_before_game
from kit_app.ui.player_screens import PlayerScreens
from kit_app.ui.room_media import RoomMedia
from kit_app.ui.watch import Around, Watch


class Guarded(Protocol):
    """A console that is open: its runs, the player windows, its sounds."""

    room: Room
    seen: PlayerScreens
    media: RoomMedia


class Guard(QObject):
    """At work from `begin` to `stop`. What is amiss goes to the journals of the games that are on."""

    def __init__(self, services: Services, banners: BannerStack, t: Catalogue, owner: QObject) -> None:
        super().__init__(owner)
        self._services = services
        self._guarded: Guarded | None = None
        self._awake = KeepAwake()
        self.watch = Watch(services, banners, t, self)
        self.watch.noticed.connect(self.note)
        self.watch.displays_changed.connect(self._settle)

    def begin(self, guarded: Guarded, session_id: str) -> None:
        """A console has opened."""
        self._guarded = guarded
        self._awake.start()
        if not self._services.is_apart:
            copy_before_game(self._services, self)
        self.watch.begin(
            self._services.sessions.get(session_id),
            Around(
                place=lambda: guarded.seen.projector.place,
                has_sound=lambda: guarded.media.sound.player.state in ("on", "muted"),
                awake=self._awake,
                is_game_on=self._is_game_on,
            ),
        )

    def stop(self) -> None:
        """The console closes."""
        self._guarded = None
        self.watch.stop()
        self._awake.stop()

    def note(self, command: NoticeTrouble) -> None:
        """Have the journals tell; before a start nothing is stored, since it would count as played."""
        if self._guarded is not None and self._is_game_on():
            with suppress(CommandRefused, StorageError):
                self._guarded.room.handle(command)

    def _is_game_on(self) -> bool:
        return self._guarded is not None and any(one.is_begun for one in self._guarded.room.conductors)

    def _settle(self) -> None:
        if self._guarded is not None:
            self._guarded.seen.projector.settle()
