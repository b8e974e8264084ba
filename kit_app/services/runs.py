"""The runs of sessions: opened, taken up again, begun anew, carried to another folder."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from uuid import uuid4

from kit_app.clock.clock import Clock
from kit_app.clock.virtual import FastClock, PacedClock
from kit_app.domain.plan import SessionPlan
from kit_app.errors import StorageError
from kit_app.game.events import Event, MessageShown, RunEnded
from kit_app.game.setup import RunSetup
from kit_app.i18n import N_
from kit_app.services.changed import Changed
from kit_app.services.data_place import keeping_in
from kit_app.services.history import History
from kit_app.services.library import Library
from kit_app.services.results import NOT_FINISHED
from kit_app.services.room import Histories, Room
from kit_app.services.room_journal import RoomJournal
from kit_app.services.sessions import Sessions
from kit_app.services.setup import team_setups
from kit_app.storage.codec import StoredEvent
from kit_app.storage.journal import RunRecord
from kit_app.storage.store import Store, open_store
from kit_app.system.lock import FolderLock

log = logging.getLogger(__name__)

RECENT_RUNS = 40
"""Messages are looked for in as many of the latest runs."""

RunStage = Literal["none", "idle", "under-way", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """How far the latest run of a team is. `last_seen_ms` is wall time (None: never)."""

    session_id: str
    team: int
    stage: RunStage
    events: int
    last_seen_ms: int | None


class Runs:
    """The runs of one data folder; the latest run of a team is the one that counts."""

    def __init__(
        self, store: Store, library: Library, sessions: Sessions, history: History, clock: Clock
    ) -> None:
        self._store = store
        self._library = library
        self._sessions = sessions
        self._history = history
        self._clock = clock

    def setup(self, session_id: str, team: int) -> RunSetup:
        """What the run of a team is played with. Raises StorageError when there is no such team."""
        (setup,) = self._setups(session_id, (team,))
        return setup

    def _setups(self, session_id: str, teams: Sequence[int], *, is_trial: bool = False) -> list[RunSetup]:
        plan = self._sessions.get(session_id)
        setups = team_setups(self._library, self._sessions, session_id, teams)
        targets = {puzzle.id: puzzle.target_ms for puzzle in setups[0].puzzles}
        limits = self._history.limits(plan, targets)
        return [replace(setup, limits=limits, is_trial=is_trial) for setup in setups]

    def open(self, session_id: str, *teams: int, speed: float = 1, clock: Clock | None = None) -> Room:
        """Take the latest runs of `teams` up again or begin their first, in one room. Raises StorageError.

        No `teams`: all whose game is not closed, or all when all are. `speed` multiplies the time that
        passes, for trying out; `clock` replaces the computer's. A run begun with either, or in a folder whose
        time is paced (a rehearsal), is marked as a trial.
        """
        self._store.database.refuse_to_change()
        is_paced = isinstance(self._clock, PacedClock)
        is_trial = speed != 1 or clock is not None or is_paced
        numbers = teams or self._left(session_id)
        setups = self._setups(session_id, numbers, is_trial=is_trial)
        runs = {team: self.latest(session_id, team) or self.begin(session_id, team) for team in numbers}
        timed = clock or self._clock
        if speed != 1:
            timed = FastClock(timed, speed)

        def move(folder: Path, histories: Histories) -> RoomJournal:
            return self._moved(folder, session_id, runs, histories)

        fastest = PacedClock.FASTEST if is_paced else speed
        return Room(setups, RoomJournal(self._store.journal, runs), timed, move, fastest)

    def _left(self, session_id: str) -> tuple[int, ...]:
        """The teams that have not finished; all when none is left."""
        rows = self.rows(session_id)
        return tuple(row.team for row in rows if row.stage != "ended") or tuple(row.team for row in rows)

    def start_over(self, session_id: str, team: int) -> Changed:
        """Begin a new run of a team; the older ones stay stored."""
        self.begin(session_id, team)
        return Changed(runs=True, results=True)

    def row(self, session_id: str, team: int) -> RunRow:
        """How far the latest run of a team is."""
        run_id = self.latest(session_id, team)
        kinds = {} if run_id is None else self._store.journal.kinds(run_id)
        seen = None if run_id is None else self._store.journal.last_seen(run_id)
        return RunRow(
            session_id=session_id,
            team=team,
            stage=_stage(run_id, kinds),
            events=sum(kinds.values()),
            last_seen_ms=None if seen is None else seen.wall_ms,
        )

    def rows(self, session_id: str) -> tuple[RunRow, ...]:
        """How far the teams of a session are, in their order."""
        return tuple(self.row(session_id, team.number) for team in self._sessions.get(session_id).teams)

    def interrupted(self) -> tuple[RunRow, ...]:
        """Runs that are under way, the one seen last first: the program or the computer stopped."""
        return tuple(
            RunRow(
                session_id=run.session_id,
                team=run.team,
                stage="under-way",
                events=run.events,
                last_seen_ms=run.seen_ms,
            )
            for run in self._store.stages.under_way()
        )

    def was_led_before(self, session_id: str) -> bool:
        """Whether a game of another session was led to its end here, by somebody."""
        return self._store.stages.was_led_before(session_id)

    def seen_ms(self) -> dict[str, int]:
        """When each session that was opened was last seen (wall time), by its id."""
        return self._store.journal.seen_ms()

    def newest_ms(self) -> int:
        """The latest moment (wall time) that was stored of any run; 0 when nothing was played."""
        return self._store.journal.newest_ms()

    def journal(self, session_id: str, team: int) -> Sequence[StoredEvent]:
        """The events of the latest run of a team; empty when there is none. Raises StorageError."""
        self._require_team(self._sessions.get(session_id), team)
        run_id = self.latest(session_id, team)
        return () if run_id is None else self._store.journal.events(run_id)

    def recent_messages(self, most: int = 20) -> tuple[str, ...]:
        """The messages that players were sent last, the newest first, each once; no pages of cards.

        A journal that cannot be read is passed over: it is told of where it is opened.
        """
        found: dict[str, None] = {}
        for run in reversed(self._store.journal.runs()[-RECENT_RUNS:]):
            try:
                sent = self._store.journal.events_of(run.id, MessageShown)
            except StorageError as error:
                log.warning("messages of a run cannot be read: %s %s", run.id, error.detail)
                continue
            for event in sent:
                if not event.undoes and not event.heading:
                    found.setdefault(event.text)
            if len(found) >= most:
                break
        return tuple(found)[:most]

    def latest(self, session_id: str, team: int) -> str | None:
        """The id of the run of a team that counts; None while there is none."""
        runs = [run.id for run in self._store.journal.runs(session_id) if run.team == team]
        return runs[-1] if runs else None

    def begin(self, session_id: str, team: int) -> str:
        """Open a new run of a team, which counts from now on; its id. Raises StorageError."""
        self._require_team(self._sessions.get(session_id), team)
        run = RunRecord(id=str(uuid4()), session_id=session_id, team=team, created_ms=self._clock.wall_ms())
        self._store.journal.add_run(run)
        return run.id

    def add_after_end(self, session_id: str, teams: Sequence[int], event: Event) -> None:
        """Store something that was learnt once these teams had finished, for all of them or none.

        Raises StorageError, also when one has not finished.
        """
        added = {}
        for team in teams:
            run_id = self.latest(session_id, team)
            journal = [] if run_id is None else self._store.journal.events(run_id)
            if run_id is None or not any(isinstance(one.event, RunEnded) for one in journal):
                raise StorageError(NOT_FINISHED, number=team)
            last = journal[-1]
            added[run_id] = [StoredEvent(last.seq + 1, last.at_ms, self._clock.wall_ms(), event)]
        self._store.journal.keep(added, {})

    @staticmethod
    def _require_team(plan: SessionPlan, team: int) -> None:
        if team not in {one.number for one in plan.teams}:
            raise StorageError(N_("This session has no team {number}."), number=team)

    def _moved(
        self, folder: Path, session_id: str, runs: Mapping[int, str], histories: Histories
    ) -> RoomJournal:
        """The same runs in the store of another folder, with their session and kit."""
        try:
            is_same = folder.resolve() == self._store.database.path.parent.resolve()
        except (OSError, ValueError) as error:  # a name that no system can have
            raise StorageError(
                N_("The folder “{folder}” cannot be written to. Choose another folder."),
                str(error),
                folder=folder,
            ) from error
        if is_same:
            raise StorageError(N_("This is the folder that refuses. Choose another one."))
        plan = self._sessions.get(session_id)
        kit = self._library.snapshot(self._library.kit_of(plan))
        lock = FolderLock(folder)
        lock.acquire()
        try:
            store = open_store(folder, self._clock.wall_ms(), keeping=keeping_in(folder))
        except StorageError:
            lock.release()
            raise

        def close() -> None:
            store.close()
            lock.release()

        try:
            store.kits.add(kit)
            store.sessions.save(plan, self._clock.wall_ms())
            with store.database.writing():
                for team, run_id in runs.items():
                    _copy_run(store, session_id, team, run_id, histories[team])
        except StorageError:
            close()
            raise
        return RoomJournal(store.journal, runs, close)


def _copy_run(store: Store, session_id: str, team: int, run_id: str, history: Sequence[StoredEvent]) -> None:
    if run_id not in {run.id for run in store.journal.runs(session_id)}:
        created_ms = history[0].wall_ms if history else 0
        run = RunRecord(id=run_id, session_id=session_id, team=team, created_ms=created_ms)
        store.journal.add_run(run)
    there = len(store.journal.events(run_id))
    store.journal.append(run_id, history[there:])


def _stage(run_id: str | None, kinds: dict[str, int]) -> RunStage:
    if run_id is None:
        return "none"
    if "RunEnded" in kinds:
        return "ended"
    return "under-way" if "RunStarted" in kinds else "idle"
