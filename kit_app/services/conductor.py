"""Leads one run: reads the clock once per command, decides, stores, and only then shows."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit_app.clock.clock import Clock
from kit_app.errors import CommandRefused, StorageError
from kit_app.game.commands import Command, GoUnsaved, NoticeGap, NoticeTime
from kit_app.game.decide import decide
from kit_app.game.evolve import evolve
from kit_app.game.log import log_row
from kit_app.game.project import project_console
from kit_app.game.setup import RunSetup
from kit_app.game.state import RunState, guided_left_ms, initial, remaining_ms
from kit_app.i18n import N_
from kit_app.services.run_journal import RunJournal
from kit_app.storage.codec import StoredEvent
from kit_app.views.console import ConsoleView
from kit_app.views.player import PlayerView

log = logging.getLogger(__name__)

LATE_MS = 10_000
"""A tick that comes later than this was not late by chance: the computer slept."""

PULSE_MS = 5_000
RETRY_MS = 2_000

LOG_ROWS = 200
"""As many of the latest events as the console lists."""

Move = Callable[[Path, Sequence[StoredEvent]], RunJournal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screens:
    """What both screens show at one moment."""

    console: ConsoleView
    player: PlayerView


class Conductor:
    """One run of one team, from the first scene to the end; everything it shows was stored before.

    `trouble` is set while the store refuses: the clock goes on, acts are refused, until `retry`, `relocate`
    or the command GoUnsaved. `saved_wall_ms` is the wall time at which the store last took something.
    """

    def __init__(
        self, setup: RunSetup, journal: RunJournal, clock: Clock, move: Move, speed: float = 1
    ) -> None:
        self.setup = setup
        self.trouble: StorageError | None = None
        self._journal = journal
        self._clock = clock
        self._move = move
        self._late_ms = round(LATE_MS * max(1.0, speed))
        self._history = journal.events()
        self._rows = [log_row(one.seq, one.at_ms, one.event) for one in self._history[-LOG_ROWS:]]
        self._unsaved: list[StoredEvent] = []
        self._keeps_in_memory = False
        self._refused: Command | None = None
        self._read: tuple[int, ...] = ()
        self.saved_wall_ms = clock.wall_ms()
        self._state = _replayed(setup, self._history)
        self._begun_at = self._seen_at = self._next_pulse_at = self._next_try_at = clock.steady_ms()
        self._begun_ms = 0
        self._owed_gap_ms = 0
        self._owed_cause = NoticeGap(gap_ms=0, cause="restart").cause
        self._take_up()

    @property
    def history(self) -> Sequence[StoredEvent]:
        """All events so far in order, those included that could not be stored."""
        return self._history

    @property
    def is_saving(self) -> bool:
        """False while events are kept in memory only."""
        return not self._keeps_in_memory

    @property
    def is_over(self) -> bool:
        """Whether the run is closed."""
        return self._state.phase == "ended"

    def now(self) -> int:
        """The run time in milliseconds: 0 before the start."""
        if self._state.phase == "idle":
            return 0
        return self._begun_ms + self._clock.steady_ms() - self._begun_at

    def screens(self) -> Screens:
        """What is to be shown at this moment."""
        now = self.now()
        console = project_console(self._state, now, self._rows[-LOG_ROWS:])
        return Screens(console=console, player=console.player)

    def handle(self, command: Command) -> Screens:
        """Do what is asked. Raises CommandRefused or StorageError; then nothing has changed."""
        self._notice_absence()
        if isinstance(command, GoUnsaved):
            return self._go_unsaved(command)
        try:
            self._do(command)
        except StorageError:
            self._refused = command
            raise
        self._refused = None
        return self.screens()

    def tick(self) -> Screens | None:
        """Time has passed; to be called ten times a second. Never raises for the store (see `trouble`).

        None when there is nothing new to show: no event, and every clock reads what it did at the last tick.
        """
        before = len(self._history)
        self._notice_absence()
        known, self._read = self._read, self._readings()
        is_new = self._read != known
        if self._may_write():
            if is_new or self.trouble is not None:  # what time brings, it brings on a whole second
                self._try(lambda: self._do(NoticeTime()))
            self._pulse_when_due()
        return self.screens() if is_new or len(self._history) != before else None

    def _readings(self) -> tuple[int, ...]:
        """The seconds that the clocks of both screens read: left of the game or the finale, and passed."""
        if self._state.phase not in ("playing", "paused", "guided"):
            return ()
        now = self.now()
        left_ms = remaining_ms(self._state, now), guided_left_ms(self._state, now)
        return now // 1000, *(-(-ms // 1000) for ms in left_ms)

    def retry(self) -> Screens:
        """Store what is still in memory, and do what was refused. Raises StorageError once more."""
        if self._unsaved:
            self._store(self._unsaved)
            self._unsaved = []
        else:
            self._beat()
        return self._recovered()

    def relocate(self, folder: Path) -> Screens:
        """Go on in a store in another folder, with everything so far. Raises StorageError."""
        old = self._journal
        self._journal = self._move(folder, self._history)
        old.close()
        self._unsaved = []
        return self._recovered()

    def close(self) -> None:
        """Leave the run as it is; it can be taken up again."""
        if self._may_pulse():
            self._try(self._beat)
        self._journal.close()

    def _recovered(self) -> Screens:
        self._keeps_in_memory = False
        self.trouble = None
        command, self._refused = self._refused, None
        return self.screens() if command is None else self.handle(command)

    def _take_up(self) -> None:
        """After a restart: run time goes on where the run was last seen, plus the time away."""
        seen = self._journal.last_seen()
        if self._state.phase == "idle" or seen is None:
            return
        gap_ms = max(0, self._clock.wall_ms() - seen.wall_ms)
        self._begun_ms = seen.at_ms + gap_ms
        self._owe_gap(gap_ms, NoticeGap(gap_ms=gap_ms, cause="restart"))

    def _notice_absence(self) -> None:
        steady = self._clock.steady_ms()
        gap_ms, self._seen_at = steady - self._seen_at, steady
        if self._state.phase != "idle" and gap_ms > self._late_ms:
            self._owe_gap(gap_ms, NoticeGap(gap_ms=gap_ms, cause="sleep"))
        elif self._owed_gap_ms and self._may_write():
            self._owe_gap(0, NoticeGap(gap_ms=0, cause=self._owed_cause))

    def _owe_gap(self, gap_ms: int, notice: NoticeGap) -> None:
        """Store the time away, now or as soon as the store takes it."""
        self._owed_gap_ms += gap_ms
        self._owed_cause = notice.cause
        if self._owed_gap_ms:
            owed = NoticeGap(gap_ms=self._owed_gap_ms, cause=notice.cause)
            if self._try(lambda: self._do(owed)):
                self._owed_gap_ms = 0

    def _do(self, command: Command) -> None:
        now = self.now()
        new = decide(self._state, command, now)
        wall_ms = self._clock.wall_ms()
        first = len(self._history) + 1
        stored = [StoredEvent(first + place, now, wall_ms, event) for place, event in enumerate(new)]
        if stored:
            self._store(stored)
        for one in stored:
            self._state = evolve(self._state, one.event, one.at_ms)
            self._history.append(one)
            self._rows.append(log_row(one.seq, one.at_ms, one.event))
        if new and now == 0 and self._state.phase != "idle":
            self._begun_at = self._clock.steady_ms()
            self._begun_ms = 0

    def _store(self, events: Sequence[StoredEvent]) -> None:
        """Write to the disk (or keep in memory, if that was asked). Raises StorageError."""
        if self._keeps_in_memory and events is not self._unsaved:
            self._unsaved.extend(events)
            return
        try:
            self._journal.append(events)
        except StorageError as error:
            self._failed(error)
            raise
        self._succeeded()

    def _go_unsaved(self, command: GoUnsaved) -> Screens:
        if self._keeps_in_memory:
            raise CommandRefused(N_("The game already goes on unsaved."))
        self._keeps_in_memory = True
        try:
            self._do(command)
        except CommandRefused:
            self._keeps_in_memory = False
            raise
        asked, self._refused = self._refused, None
        return self.screens() if asked is None else self.handle(asked)

    def _may_write(self) -> bool:
        return self.trouble is None or self._keeps_in_memory or self._clock.steady_ms() >= self._next_try_at

    def _may_pulse(self) -> bool:
        return not self._keeps_in_memory and self._state.phase not in ("idle", "ended")

    def _pulse_when_due(self) -> None:
        if self._may_pulse() and self._clock.steady_ms() >= self._next_pulse_at:
            self._try(self._beat)

    def _beat(self) -> None:
        self._next_pulse_at = self._clock.steady_ms() + PULSE_MS
        try:
            self._journal.pulse(self.now(), self._clock.wall_ms())
        except StorageError as error:
            self._failed(error)
            raise
        self._succeeded()

    def _try(self, write: Callable[[], None]) -> bool:
        """Do something nobody asked for, and say whether it worked; a refusal shows in `trouble`."""
        try:
            write()
        except StorageError as error:
            log.warning("the store refuses: %s", error.detail)
            return False
        return True

    def _failed(self, error: StorageError) -> None:
        self.trouble = error
        self._next_try_at = self._clock.steady_ms() + RETRY_MS

    def _succeeded(self) -> None:
        self.saved_wall_ms = self._clock.wall_ms()
        if self._refused is None and not self._keeps_in_memory:
            self.trouble = None


def _replayed(setup: RunSetup, history: Sequence[StoredEvent]) -> RunState:
    state = initial(setup)
    for stored in history:
        state = evolve(state, stored.event, stored.at_ms)
    return state
