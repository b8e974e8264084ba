"""A room of one team on a real store, with the small run of the tests' builders."""

from dataclasses import replace
from pathlib import Path

from kit_app.game.commands import Command
from kit_app.services.conductor import Conductor, Screens
from kit_app.services.room import Histories, Room
from kit_app.services.room_journal import RoomJournal
from kit_app.storage.journal import RunRecord
from kit_app.storage.kits import KitSnapshot
from kit_app.storage.store import Store, open_store
from tests.builders import make_setup
from tests.fakes import FakeClock
from tests.unit.storage.made import plan


class OneTeam:
    """A store with one run, its room and the clock, as they are while a team plays."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.folder = folder
        self.clock = clock
        self.store = _store(folder)
        self.others: list[Store] = []
        self.room = self.room_on(self.store)

    def room_on(self, store: Store) -> Room:
        return Room([make_setup()], RoomJournal(store.journal, {1: "run"}), self.clock, self._moved)

    @property
    def conductor(self) -> Conductor:
        return self.room.conductors[0]

    @property
    def screens(self) -> Screens:
        (shown,) = self.room.screens()
        return shown

    def handle(self, command: Command) -> Screens:
        (shown,) = self.room.handle(command)
        return shown

    def tick(self) -> Screens | None:
        shown = self.room.tick()
        return None if shown is None else shown[0]

    def kill(self) -> None:
        """The process ends without a word, and starts again."""
        self.store.close()
        self.store = open_store(self.folder, 0)
        self.room = self.room_on(self.store)

    def tick_for(self, seconds: float) -> None:
        """Ticks as the window gives them."""
        for _ in range(round(seconds * 10)):
            self.clock.advance(100)
            self.room.tick()

    def fill_disk(self) -> None:
        """Not a page more, and none that is free."""
        self.store.database.limit_pages(self.store.database.page_count())

    def free_disk(self) -> None:
        self.store.database.limit_pages(100_000)

    def kinds(self) -> list[str]:
        return [type(one.event).__name__ for one in self.conductor.history]

    def stored_kinds(self) -> list[str]:
        return [type(one.event).__name__ for one in self.store.journal.events("run")]

    def close(self) -> None:
        self.room.close()
        self.store.close()

    def _moved(self, folder: Path, histories: Histories) -> RoomJournal:
        store = _store(folder)
        self.others.append(store)
        store.journal.append("run", histories[1])
        return RoomJournal(store.journal, {1: "run"}, store.close)


def _store(folder: Path) -> Store:
    store = open_store(folder, 0)
    if not store.sessions.has("session-1"):
        store.kits.add(KitSnapshot(digest="digest", kit_id="kit", version="1", files=b"files"))
        store.sessions.save(replace(plan(), id="session-1"), 0)
        store.journal.add_run(RunRecord(id="run", session_id="session-1", team=1, created_ms=0))
    return store
