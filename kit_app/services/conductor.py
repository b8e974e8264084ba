"""One run of one team: what it has lived through, how its time reads, what it answers to a command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kit_app.game.commands import Command
from kit_app.game.decide import decide
from kit_app.game.events import RunStarted
from kit_app.game.evolve import evolve
from kit_app.game.forecaster import Forecaster
from kit_app.game.log import log_row
from kit_app.game.project import project_console, same_later
from kit_app.game.setup import RunSetup
from kit_app.game.state import RunState, guided_left_ms, initial, remaining_ms
from kit_app.storage.codec import StoredEvent
from kit_app.storage.journal import Pulse
from kit_app.views.console import ConsoleView, PuzzleRow
from kit_app.views.player import PlayerView

LOG_ROWS = 200
"""As many of the latest events as the console lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """One reading of both clocks, the same for all teams of a room."""

    steady_ms: int
    wall_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Screens:
    """What both screens show at one moment."""

    console: ConsoleView
    player: PlayerView


class Conductor:
    """A run from the first scene to the end. It reads no clock and stores nothing: its room does both.

    What was `decided` is `taken` only once it is on the disk, so that nothing is shown before.
    """

    def __init__(self, setup: RunSetup, history: list[StoredEvent], at: Instant) -> None:
        self.setup = setup
        self._history = history
        self._rows = [log_row(one.seq, one.at_ms, one.event) for one in history[-LOG_ROWS:]]
        self._state = _replayed(setup, history)
        self._begun_at = at.steady_ms
        self._begun_ms = 0
        self._read: tuple[int, ...] = ()
        self._forecaster = Forecaster()
        self._shown: tuple[RunState, tuple[int, ...], ConsoleView] | None = None

    @property
    def team(self) -> int:
        """The number of the team that plays."""
        return self.setup.team_number

    @property
    def history(self) -> Sequence[StoredEvent]:
        """All events so far in order, those included that could not be stored."""
        return self._history

    @property
    def state(self) -> RunState:
        """The run as its events so far have made it."""
        return self._state

    @property
    def is_over(self) -> bool:
        """Whether the run is closed."""
        return self._state.phase == "ended"

    @property
    def is_begun(self) -> bool:
        """Whether the run was started."""
        return self._state.phase != "idle"

    @property
    def is_under_way(self) -> bool:
        """Whether the run was started and is not closed."""
        return self._state.phase not in ("idle", "ended")

    @property
    def started_wall_ms(self) -> int | None:
        """When the clock was started, in wall time."""
        return next((one.wall_ms for one in self._history if isinstance(one.event, RunStarted)), None)

    def now(self, at: Instant) -> int:
        """The run time in milliseconds: 0 before the start."""
        if self._state.phase == "idle":
            return 0
        return self._begun_ms + at.steady_ms - self._begun_at

    def screens(self, at: Instant) -> Screens:
        """What is to be shown at this moment.

        While nothing happened and every clock reads as before, only the milliseconds are new: an act of one
        team of six does not cost the work of six. The forecast is as it was last reckoned (see `reckon`).
        """
        seen = self._readings(at)
        if self._shown is None or self._shown[0] is not self._state or self._shown[1] != seen:
            rows, foresee = self._rows[-LOG_ROWS:], self._forecaster.latest
            console = project_console(self._state, self.now(at), rows, foresee, self._puzzles_before())
            self._shown = self._state, seen, console
        else:
            console = same_later(self._shown[2], self._state, self.now(at))
        return Screens(console=console, player=console.player)

    def _puzzles_before(self) -> Sequence[PuzzleRow]:
        """The puzzles as they were shown last, unless something happened since."""
        if self._shown is None or self._shown[0] is not self._state:
            return ()
        return self._shown[2].puzzles

    def lags(self, at: Instant) -> bool:
        """Whether the forecast shown may not be that of this moment."""
        return self._forecaster.lags(self._state, self.now(at))

    def reckon(self, at: Instant) -> bool:
        """Work at the forecast, for as long as nobody notices, and say whether it is another one now."""
        if not self._forecaster.catch_up(self._state, self.now(at)):
            return False
        self._shown = None
        return True

    def has_another_second(self, at: Instant) -> bool:
        """Whether a clock of either screen reads otherwise than when this was asked last."""
        known, self._read = self._read, self._readings(at)
        return self._read != known

    def _readings(self, at: Instant) -> tuple[int, ...]:
        """The seconds that the clocks read: left of the game or the finale, and passed."""
        if self._state.phase not in ("playing", "paused", "guided"):
            return ()
        now = self.now(at)
        left_ms = remaining_ms(self._state, now), guided_left_ms(self._state, now)
        return now // 1000, *(-(-ms // 1000) for ms in left_ms)

    def decided(self, command: Command, at: Instant) -> tuple[StoredEvent, ...]:
        """What follows from `command`, ready to be stored. Raises CommandRefused; nothing has changed yet."""
        now = self.now(at)
        first = len(self._history) + 1
        new = decide(self._state, command, now)
        return tuple(StoredEvent(first + place, now, at.wall_ms, event) for place, event in enumerate(new))

    def take(self, stored: Sequence[StoredEvent], at: Instant) -> None:
        """What was stored has happened."""
        was_begun = self.is_begun
        for one in stored:
            self._state = evolve(self._state, one.event, one.at_ms)
            self._history.append(one)
            self._rows.append(log_row(one.seq, one.at_ms, one.event))
        if stored:  # the log reads otherwise, also after an event that leaves the state as it was
            self._shown = None
        if self.is_begun and not was_begun:
            self._begun_at = at.steady_ms
            self._begun_ms = 0

    def take_up(self, seen: Pulse, at: Instant) -> int:
        """After a restart: run time goes on where the run was last seen. Returns the time away in ms."""
        gap_ms = max(0, at.wall_ms - seen.wall_ms)
        self._begun_ms = seen.at_ms + gap_ms
        self._begun_at = at.steady_ms
        return gap_ms

    def last_act(self) -> StoredEvent | None:
        """The stored event that *Undo* would take back; None: nothing."""
        if not self._state.undo:
            return None
        act = self._state.undo[-1].event
        return next((one for one in reversed(self._history) if one.event is act), None)


def _replayed(setup: RunSetup, history: Sequence[StoredEvent]) -> RunState:
    state = initial(setup)
    for _, at_ms, _, event in history:
        state = evolve(state, event, at_ms)
    return state
