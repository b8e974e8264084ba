"""A run is taken up again from 10,000 events, against fetching their rows."""

from __future__ import annotations

import gc
import itertools
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.rows import Row, median
from benchmarks.stage import evening
from kit_app.bootstrap import open_services
from kit_app.clock.virtual import VirtualClock
from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from kit_app.game.setup import RunSetup
from kit_app.services.room import Room
from kit_app.services.room_journal import RoomJournal
from kit_app.services.services import Services
from kit_app.storage.database import FILE_NAME
from kit_app.storage.store import Store, open_store

EVENTS, SHORT_EVENTS = 10_000, 2_000
REPETITIONS = 61
WALL_MS = 1_800_000_000_000
STEP_MS = 200
ROOM = 6


def acts(setup: RunSetup) -> Iterator[c.Command]:
    """What a facilitator does, as often as in a game: mostly cards, tries and notes; each note is another."""
    first = setup.puzzles[0].id
    cards = itertools.cycle([card.code for card in setup.cards])
    for number in itertools.count(1):
        for _ in range(8):
            yield c.ScanCard(code=next(cards))
            yield c.AddNote(text=f"Note {number}, bonne entraide à la table des lieux.")
            yield c.EnterAnswer(text="XXXX", puzzle=first)
        for level in (1, 2, 3):
            yield c.GiveHint(puzzle=first, level=level)
        yield c.WithdrawHint(puzzle=first, level=3)
        yield c.ShowMessage(text="Regardez encore une fois vos cartes.")
        yield c.ClearMessage()
        yield c.BlackOut(on=True)
        yield c.BlackOut(on=False)
        yield c.AdjustTime(minutes=1)
        yield c.PauseRun()
        yield c.ResumeRun()
        yield c.AdjustTime(minutes=-1)


def play(room: Room, clock: VirtualClock, events: int, team: int = 1) -> None:
    """A long game of a team, until so many events are stored."""
    conductor = room.conductors[team - 1]
    room.handle(c.StartRun(), team)
    for act in acts(conductor.setup):
        if len(conductor.history) >= events:
            return
        clock.advance(STEP_MS)
        try:
            room.handle(act, team)
        except CommandRefused:
            continue


class Ways:
    """Both ways on the same file: the rows alone, and the whole run."""

    def __init__(self, services: Services, session: str, folder: Path, clock: VirtualClock) -> None:
        self._clock = clock
        self._setup = services.runs.setup(session, 1)
        self._store: Store = open_store(folder, clock.wall_ms(), exclusive=False)
        self._run = self._store.journal.runs(session)[-1].id
        self._plain = sqlite3.connect(folder / FILE_NAME)

    def fetch(self) -> None:
        """All rows of the run, by the standard library."""
        self._plain.execute("SELECT * FROM journal WHERE run_id = ? ORDER BY seq", (self._run,)).fetchall()

    def resume(self) -> None:
        """Rows checked and read, replayed to a state, the console's list made."""
        Room([self._setup], RoomJournal(self._store.journal, {1: self._run}), self._clock, _stay)

    def close(self) -> None:
        self._plain.close()
        self._store.close()


def _stay(folder: Path, histories: object) -> RoomJournal:
    raise AssertionError("nothing is moved here")


def milliseconds(act: Callable[[], None]) -> float:
    """How long `act` takes; cycles are collected before it and not within, as in the program's window."""
    gc.collect()
    gc.disable()
    try:
        started = time.perf_counter()
        act()
        return (time.perf_counter() - started) * 1000
    finally:
        gc.enable()


def room_rows(*, is_short: bool) -> list[Row]:
    """Six long games taken up again by a program that starts: the folder opened, all read, the views made."""
    clock = VirtualClock(WALL_MS)
    events = (SHORT_EVENTS if is_short else EVENTS) // ROOM
    with evening(clock, teams=ROOM) as (services, session, folder):
        room = services.runs.open(session)
        for team in range(1, ROOM + 1):
            play(room, clock, events, team)
        room.close()
        services.close()
        plain = sqlite3.connect(folder / FILE_NAME)
        times: dict[str, list[float]] = {"reopen": [], "fetch": []}
        for _ in range(5):
            times["fetch"].append(milliseconds(lambda: _fetch(plain)))
            times["reopen"].append(milliseconds(lambda: _reopen(folder, clock, session)))
        plain.close()
    return [
        Row(metric=f"six games of {events:,} events reopened, kit read; rows fetched", unit="ms",
            ours=median(times["reopen"]), baseline=median(times["fetch"]), goal="<= 3000", judges="ours")
    ]  # fmt: skip


def _fetch(plain: sqlite3.Connection) -> None:
    plain.execute("SELECT * FROM journal").fetchall()


def _reopen(folder: Path, clock: VirtualClock, session: str) -> None:
    services = open_services(folder, clock=clock)
    try:
        services.runs.open(session).screens()
    finally:
        services.close()


def rows(*, is_short: bool = False) -> list[Row]:
    events = SHORT_EVENTS if is_short else EVENTS
    clock = VirtualClock(WALL_MS)
    times: dict[str, list[float]] = {"fetch": [], "resume": []}
    with evening(clock) as (services, session, folder):
        room = services.runs.open(session, 1)
        play(room, clock, events)
        room.close()
        ways = Ways(services, session, folder, clock)
        for _ in range(REPETITIONS):
            times["fetch"].append(milliseconds(ways.fetch))
            times["resume"].append(milliseconds(ways.resume))
        ways.close()
    return [
        Row(metric=f"a run taken up again from {events:,} events", unit="ms", ours=median(times["resume"]),
            baseline=median(times["fetch"]), goal="<= 4"),
        *room_rows(is_short=is_short),
    ]  # fmt: skip
