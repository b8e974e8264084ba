"""A room of several teams on a real store, with the small run of the tests' builders for each."""

from dataclasses import replace
from pathlib import Path

from kit_app.domain.codes import completed
from kit_app.game.commands import Command
from kit_app.game.setup import CardSetup, RunSetup
from kit_app.services.conductor import Screens
from kit_app.services.room import Histories, Room
from kit_app.services.room_journal import RoomJournal
from kit_app.storage.journal import RunRecord
from kit_app.storage.kits import KitSnapshot
from kit_app.storage.store import Store, open_store
from kit_app.views.console import ConsoleView
from tests.builders import make_other, make_setup
from tests.fakes import FakeClock
from tests.unit.storage.made import plan

SESSION = "session-1"
LABELS = {1: "Owls", 2: "Foxes", 3: "Magpies", 4: "Moles", 5: "Bats", 6: "Hares"}
CODES = {number: completed(letters) for number, letters in enumerate(("BCDFG", "HJKNP", "RSTVX"), start=1)}


class SeveralTeams:
    """A store with a run a team, their room and the clock; `others` are stores it was moved to."""

    def __init__(self, folder: Path, clock: FakeClock, teams: tuple[int, ...] = (1, 2, 3)) -> None:
        self.folder = folder
        self.clock = clock
        self.teams = teams
        self.others: list[Store] = []
        self.store = self._store(folder)
        self.room = self._room()

    def _room(self) -> Room:
        setups = [self.setup(team) for team in self.teams]
        return Room(setups, RoomJournal(self.store.journal, self.runs), self.clock, self._moved)

    @property
    def runs(self) -> dict[int, str]:
        return {team: f"run-{team}" for team in self.teams}

    def setup(self, team: int) -> RunSetup:
        """The run of a team, whose only card no other team has."""
        other = {code: self._other(number) for number, code in CODES.items() if number != team}
        card = CardSetup(code=CODES.get(team, ""), id="P01-C1", title="Card", puzzle="P1", reading="Read.")
        return make_setup(
            session_id=SESSION,
            team_number=team,
            team_label=LABELS[team],
            set_id=f"SET{team}",
            cards=(card,) if team in CODES else (),
            foreign=other,
        )

    @staticmethod
    def _other(number: int):
        label, set_id = LABELS[number], f"SET{number}"
        return make_other(session_id=SESSION, team_number=number, team_label=label, set_id=set_id)

    def view(self, team: int) -> ConsoleView:
        return next(one.console for one in self.room.screens() if one.console.team_number == team)

    def views(self) -> list[ConsoleView]:
        return [one.console for one in self.room.screens()]

    def handle(self, command: Command, *teams: int) -> tuple[Screens, ...]:
        """Do it a second later than what was done before."""
        self.clock.advance(1_000)
        return self.room.handle(command, *teams)

    def tick_for(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.clock.advance(100)
            self.room.tick()

    def kill(self, after_ms: int = 0) -> None:
        """The process ends without a word, and starts again."""
        self.store.close()
        self.clock.advance(after_ms)
        self.store = open_store(self.folder, 0)
        self.room = self._room()

    def fill_disk(self) -> None:
        self.store.database.limit_pages(self.store.database.page_count())

    def free_disk(self) -> None:
        self.store.database.limit_pages(100_000)

    def kinds(self, team: int) -> list[str]:
        return [type(one.event).__name__ for one in self.room.conductor(team).history]

    def stored_kinds(self, team: int) -> list[str]:
        return [type(one.event).__name__ for one in self.store.journal.events(f"run-{team}")]

    def close(self) -> None:
        self.room.close()
        self.store.close()

    def _moved(self, folder: Path, histories: Histories) -> RoomJournal:
        store = self._store(folder)
        self.others.append(store)
        for team, history in histories.items():
            store.journal.append(f"run-{team}", history)
        return RoomJournal(store.journal, self.runs, store.close)

    def _store(self, folder: Path) -> Store:
        store = open_store(folder, 0)
        if not store.sessions.has(SESSION):
            store.kits.add(KitSnapshot(digest="digest", kit_id="kit", version="1", files=b"files"))
            store.sessions.save(replace(plan(), id=SESSION), 0)
            for team in self.teams:
                record = RunRecord(id=f"run-{team}", session_id=SESSION, team=team, created_ms=0)
                store.journal.add_run(record)
        return store
