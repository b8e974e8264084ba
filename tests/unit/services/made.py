"""A conductor on a real store, with the small run of the tests' builders."""

from dataclasses import replace
from pathlib import Path

from kit_app.services.conductor import Conductor
from kit_app.services.run_journal import RunJournal
from kit_app.storage.journal import RunRecord
from kit_app.storage.kits import KitSnapshot
from kit_app.storage.store import Store, open_store
from tests.builders import make_setup
from tests.fakes import FakeClock
from tests.unit.storage.made import plan


class Room:
    """A store with one run, its conductor and the clock, as they are while a team plays."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.folder = folder
        self.clock = clock
        self.store = _store(folder)
        self.others: list[Store] = []
        self.conductor = self.conductor_on(self.store)

    def conductor_on(self, store: Store) -> Conductor:
        return Conductor(make_setup(), RunJournal(store.journal, "run"), self.clock, self._moved)

    def kill(self) -> None:
        """The process ends without a word, and starts again."""
        self.store.close()
        self.store = open_store(self.folder, 0)
        self.conductor = self.conductor_on(self.store)

    def tick_for(self, seconds: float) -> None:
        """Ticks as the window gives them."""
        for _ in range(round(seconds * 10)):
            self.clock.advance(100)
            self.conductor.tick()

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
        self.conductor.close()
        self.store.close()

    def _moved(self, folder: Path, history) -> RunJournal:
        store = _store(folder)
        self.others.append(store)
        store.journal.append("run", history)
        return RunJournal(store.journal, "run", store.close)


def _store(folder: Path) -> Store:
    store = open_store(folder, 0)
    if not store.sessions.has("session-1"):
        store.kits.add(KitSnapshot(digest="digest", kit_id="kit", version="1", files=b"files"))
        store.sessions.save(replace(plan(), id="session-1"), 0)
        store.journal.add_run(RunRecord(id="run", session_id="session-1", team=1, created_ms=0))
    return store
