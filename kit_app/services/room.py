"""Leads the teams of one session: reads the clock once, decides for all, stores once, and only then shows."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from kit_app.clock.clock import Clock
from kit_app.domain.codes import forgiven
from kit_app.domain.plan import MOST_TEAMS
from kit_app.domain.spelling import normalised
from kit_app.errors import CommandRefused, StorageError
from kit_app.game.commands import Command, GoUnsaved, NoticeGap, NoticeTime, NoticeTrouble, TakeBack
from kit_app.game.events import AnswerRejected, FieldFilled, PuzzleSolved
from kit_app.game.setup import RunSetup
from kit_app.i18n import N_
from kit_app.services.conductor import Conductor, Instant, Screens
from kit_app.services.room_journal import RoomJournal
from kit_app.storage.codec import StoredEvent
from kit_app.storage.journal import Pulse

log = logging.getLogger(__name__)

LATE_MS = 10_000
"""A tick that comes later than this was not late by chance: the computer slept."""

PULSE_MS = 5_000
RETRY_MS = 2_000

_OF_ONE_TEAM = (AnswerRejected, FieldFilled, PuzzleSolved)

Histories = Mapping[int, Sequence[StoredEvent]]
Cause = Literal["sleep", "restart"]
Move = Callable[[Path, Histories], RoomJournal]


class Room:
    """One to six runs side by side; everything they show was stored before.

    A command goes to some teams (by their numbers) or to all. What goes to all is stored in one transaction:
    all teams have it or none. `left_out` names the teams that a command to all did not fit.

    `trouble` is set while the store refuses: the clocks go on, acts are refused, until `retry`, `relocate`
    or the command GoUnsaved. `saved_wall_ms` is the wall time at which the store last took something,
    `moved_to` the folder that was chosen instead of the usual one.
    """

    def __init__(
        self, setups: Sequence[RunSetup], journal: RoomJournal, clock: Clock, move: Move, speed: float = 1
    ) -> None:
        if not 1 <= len(setups) <= MOST_TEAMS:
            raise ValueError(f"a room holds 1 to {MOST_TEAMS} teams")
        self.trouble: StorageError | None = None
        self.left_out: tuple[int, ...] = ()
        self.moved_to: Path | None = None
        self._journal = journal
        self._clock = clock
        self._move = move
        self._late_ms = round(LATE_MS * max(1.0, speed))
        self._unsaved: dict[int, list[StoredEvent]] = {}
        self._keeps_in_memory = False
        self._refused: tuple[Command, tuple[int, ...]] | None = None
        at = self._read_clock()
        self.saved_wall_ms = at.wall_ms
        self.conductors = tuple(Conductor(one, journal.events(one.team_number), at) for one in setups)
        self._seen_at = self._next_pulse_at = self._next_try_at = at.steady_ms
        self._owed_gaps: dict[int, int] = {}
        self._owed_cause: Cause = "restart"
        self._take_up(at)

    @property
    def is_saving(self) -> bool:
        """False while events are kept in memory only."""
        return not self._keeps_in_memory

    @property
    def is_over(self) -> bool:
        """Whether the runs of all teams are closed."""
        return all(conductor.is_over for conductor in self.conductors)

    def conductor(self, team: int) -> Conductor:
        """The run of a team. Raises KeyError when it is not in this room."""
        for conductor in self.conductors:
            if conductor.team == team:
                return conductor
        raise KeyError(team)

    def holder(self, typed: str, keys: str = "") -> int | None:
        """The team of this room whose set has the card with this code; None: no code, or no such card.

        With `keys` it was scanned, and is read as the scanner meant it (see `codes.forgiven`).
        """
        holders = {card.code: one.team for one in self.conductors for card in one.setup.cards}
        code = normalised(typed)
        if keys:
            code = forgiven(typed, {*holders, *self.conductors[0].setup.foreign}, keys)
        return holders.get(code)

    def screens(self) -> tuple[Screens, ...]:
        """What is to be shown at this moment, in the order of the teams."""
        return self._screens(self._read_clock())

    def now(self, team: int) -> int:
        """The run time of a team in milliseconds: 0 before its start."""
        return self.conductor(team).now(self._read_clock())

    def handle(self, command: Command, *teams: int) -> tuple[Screens, ...]:
        """Do what is asked, for these teams (none named: all) whom it fits.

        Raises CommandRefused when it fits none, or StorageError; then nothing has changed for any team.
        """
        at = self._look()
        self.left_out = ()
        is_asked = not isinstance(command, NoticeTrouble)  # by a person, who wants it done once it can be
        if isinstance(command, GoUnsaved):
            return self._go_unsaved(at)
        try:
            if isinstance(command, TakeBack):
                self._do_strictly(command, self._sharing_last_act(teams), at)
            else:
                self._do(command, self._asked(teams), at)
        except StorageError:
            if is_asked:
                self._refused = command, teams
            raise
        if is_asked:
            self._refused = None
        return self._screens(at)

    def tick(self) -> tuple[Screens, ...] | None:
        """Time has passed; to be called ten times a second. Never raises for the store (see `trouble`).

        None when there is nothing new to show: no event, no other forecast, and every clock reads as before.
        """
        before = self._events()
        at = self._look()
        others = [conductor.has_another_second(at) for conductor in self.conductors]
        if self._may_write(at):
            if any(others) and not self._keeps_in_memory:
                self._try(lambda: self._check_place(at))
            if any(others) or self.trouble is not None:  # what time brings, it brings on a whole second
                self._try(lambda: self._do(NoticeTime(), self.conductors, at))
            if self._may_pulse() and at.steady_ms >= self._next_pulse_at:
                self._try(lambda: self._keep({}, at))
        lagging = next((one for one in self.conductors if one.lags(at)), None)  # one a tick: it takes a while
        is_reckoned = lagging is not None and lagging.reckon(at)
        return self._screens(at) if is_reckoned or any(others) or self._events() != before else None

    def retry(self) -> tuple[Screens, ...]:
        """Store what is still in memory, and do what was refused. Raises StorageError once more."""
        self._journal.mend()
        self._keep(self._unsaved, self._read_clock())
        self._unsaved = {}
        return self._recovered()

    def relocate(self, folder: Path) -> tuple[Screens, ...]:
        """Go on in a store in another folder, with everything so far. Raises StorageError."""
        old = self._journal
        self._journal = self._move(folder, {one.team: one.history for one in self.conductors})
        old.close()
        self.moved_to = folder
        self._unsaved = {}
        return self._recovered()

    def close(self) -> None:
        """Leave the runs as they are; they can be taken up again."""
        if self._may_pulse():
            self._try(lambda: self._keep({}, self._read_clock()))
        self._journal.close()

    # Who is meant

    def _asked(self, teams: Sequence[int]) -> Sequence[Conductor]:
        return tuple(self.conductor(team) for team in teams) or self.conductors

    def last_act(self, *teams: int) -> tuple[int, ...]:
        """Whose last act *Undo* would take back: that of `teams`, with all who share it. Empty: nothing."""
        return tuple(one.team for one in self._sharing_last_act(teams) if one.last_act() is not None)

    def _sharing_last_act(self, teams: Sequence[int]) -> Sequence[Conductor]:
        """The teams whose last act came from the same command as the latest of `teams` (none named: all).

        One command has one reading of the wall clock: by it an act for all is known, even after a restart.
        """
        asked = self._asked(teams)
        acts = [act for one in asked if (act := one.last_act()) is not None]
        if not acts:
            return asked
        last = max(acts, key=lambda act: act.wall_ms)
        mark = _act_mark(last)
        return tuple(
            one
            for one in self.conductors
            if (act := one.last_act()) is not None
            and (act is last or (mark is not None and _act_mark(act) == mark))
        )

    # Time away

    def _read_clock(self) -> Instant:
        return Instant(steady_ms=self._clock.steady_ms(), wall_ms=self._clock.wall_ms())

    def _look(self) -> Instant:
        """Read the clock, and notice that nobody did for long."""
        at = self._read_clock()
        gap_ms, self._seen_at = at.steady_ms - self._seen_at, at.steady_ms
        if gap_ms > self._late_ms:
            gaps = {one.team: gap_ms for one in self.conductors if one.is_under_way}
            self._owe_gaps(gaps, "sleep", at)
        elif self._owed_gaps and self._may_write(at):
            self._owe_gaps({}, self._owed_cause, at)
        return at

    def _take_up(self, at: Instant) -> None:
        """After a restart: run time goes on where the teams were last seen, plus the time away."""
        gaps = {}
        for conductor in self.conductors:
            seen = self._journal.last_seen(conductor.team) if conductor.is_begun else None
            if seen is not None:
                gaps[conductor.team] = conductor.take_up(seen, at)
        self._owe_gaps(gaps, "restart", at)

    def _owe_gaps(self, gaps: Mapping[int, int], cause: Cause, at: Instant) -> None:
        """Store the time away of all teams, now or as soon as the store takes it."""
        for team, gap_ms in gaps.items():
            self._owed_gaps[team] = self._owed_gaps.get(team, 0) + gap_ms
        self._owed_cause = cause
        owed = {team: gap_ms for team, gap_ms in self._owed_gaps.items() if gap_ms}
        if self._try(lambda: self._notice_gaps(owed, at)):
            self._owed_gaps = {}

    def _notice_gaps(self, gaps: Mapping[int, int], at: Instant) -> None:
        new = {
            team: self.conductor(team).decided(NoticeGap(gap_ms=gap_ms, cause=self._owed_cause), at)
            for team, gap_ms in gaps.items()
        }
        self._happen(new, at)

    # Deciding, storing, taking

    def _do(self, command: Command, conductors: Sequence[Conductor], at: Instant) -> None:
        """Decide for each team; those that refuse are left out, unless all do."""
        new: dict[int, Sequence[StoredEvent]] = {}
        refusals: dict[int, CommandRefused] = {}
        for conductor in conductors:
            try:
                new[conductor.team] = conductor.decided(command, at)
            except CommandRefused as refused:
                refusals[conductor.team] = refused
        if not new:
            raise next(iter(refusals.values()))
        self._happen(new, at)
        self.left_out = tuple(refusals)

    def _do_strictly(self, command: Command, conductors: Sequence[Conductor], at: Instant) -> None:
        """For all of them or, when one refuses, for none."""
        self._happen({one.team: one.decided(command, at) for one in conductors}, at)

    def _happen(self, new: Histories, at: Instant) -> None:
        if any(new.values()):
            self._store(new, at)
        for team, stored in new.items():
            self.conductor(team).take(stored, at)

    def _store(self, new: Histories, at: Instant) -> None:
        """Write to the disk (or keep in memory, if that was asked). Raises StorageError."""
        if not self._keeps_in_memory:
            self._keep(new, at)
            return
        for team, stored in new.items():
            self._unsaved.setdefault(team, []).extend(stored)

    def _keep(self, new: Histories, at: Instant) -> None:
        """One transaction: the events, and that all teams under way are alive. Raises StorageError."""
        self._next_pulse_at = at.steady_ms + PULSE_MS
        pulses = {
            one.team: Pulse(at_ms=one.now(at), wall_ms=at.wall_ms)
            for one in self.conductors
            if one.is_under_way
        }
        try:
            self._journal.keep(new, pulses)
        except StorageError as error:
            self._fail(error, at)
            raise
        self.saved_wall_ms = at.wall_ms
        if self._refused is None and not self._keeps_in_memory:
            self.trouble = None

    def _check_place(self, at: Instant) -> None:
        """What was kept may be moved or deleted without any write that fails."""
        try:
            self._journal.check_place()
        except StorageError as error:
            self._fail(error, at)
            raise

    def _fail(self, error: StorageError, at: Instant) -> None:
        self.trouble = error
        self._next_try_at = at.steady_ms + RETRY_MS

    def _go_unsaved(self, at: Instant) -> tuple[Screens, ...]:
        if self._keeps_in_memory:
            raise CommandRefused(N_("The game already goes on unsaved."))
        self._keeps_in_memory = True
        going = tuple(one for one in self.conductors if not one.is_over)
        self._do(GoUnsaved(), going or self.conductors, at)
        return self._catch_up(at)

    def _recovered(self) -> tuple[Screens, ...]:
        self._keeps_in_memory = False
        self.trouble = None
        return self._catch_up(self._read_clock())

    def _catch_up(self, at: Instant) -> tuple[Screens, ...]:
        """Do what was refused, now that it can be kept or need not be."""
        asked, self._refused = self._refused, None
        return self._screens(at) if asked is None else self.handle(asked[0], *asked[1])

    def _may_write(self, at: Instant) -> bool:
        return self.trouble is None or self._keeps_in_memory or at.steady_ms >= self._next_try_at

    def _may_pulse(self) -> bool:
        return not self._keeps_in_memory and any(one.is_under_way for one in self.conductors)

    def _try(self, write: Callable[[], None]) -> bool:
        """Do something nobody asked for, and say whether it worked; a refusal shows in `trouble`."""
        try:
            write()
        except StorageError as error:
            log.warning("the store refuses: %s", error.detail)
            return False
        return True

    def _events(self) -> int:
        return sum(len(one.history) for one in self.conductors)

    def _screens(self, at: Instant) -> tuple[Screens, ...]:
        return tuple(conductor.screens(at) for conductor in self.conductors)


def _act_mark(act: StoredEvent) -> tuple[int, str] | None:
    """What the acts of one command share. An answer is of one team only."""
    return None if isinstance(act.event, _OF_ONE_TEAM) else (act.wall_ms, type(act.event).__name__)
