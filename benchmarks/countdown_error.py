"""How far the shown time is from the true one: three minutes on a busy machine, and a virtual day."""

from __future__ import annotations

import itertools
import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer

from benchmarks.processes import busy_cores
from benchmarks.rows import Row, percentile
from benchmarks.stage import Stage, evening, stage
from kit_app.clock.virtual import VirtualClock
from kit_app.game.commands import AdjustTime, StartRun
from kit_app.services.room import Room
from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.player.window import PlayerWindow

LOADED_S, SHORT_LOADED_S = 180.0, 30.0
DAY_S, SHORT_DAY_S = 24 * 3600, 3600
TICK_MS = 100
WORK_MS, STALL_MS, STALL_EVERY_MS = 8, 250, 1930
"""The load: so much work at each tick, and a long job that falls on every part of a second in turn."""
WALL_MS = 1_800_000_000_000
REFILL_MINUTES, LOW_MS = 120, 60 * 60_000
"""Minutes are added when the clock falls low, so that it runs all day."""


def busy(ms: float) -> None:
    """Keep the interface's thread from everything else."""
    until = time.perf_counter() + ms / 1000
    while time.perf_counter() < until:
        pass


class Loaded(QObject):
    """Reads the projected digits whenever they were painted, under load; ticks are counted beside."""

    def __init__(self, on: Stage) -> None:
        super().__init__()
        self._on = on
        self._begun = time.perf_counter() - on.live.room.now(on.live.team) / 1000
        self._total_ms = on.live.conductor.setup.duration_ms
        self._text = ""
        self.off_ms: list[float] = []
        self.late_ms: list[float] = []
        self.counted_ms = 0
        self._clock = self._projected_clock()
        self._clock.installEventFilter(self)
        self._counter = QTimer(self)
        self._counter.setTimerType(Qt.TimerType.PreciseTimer)
        self._counter.timeout.connect(self._count)
        self._stall = QTimer(self)
        self._stall.timeout.connect(lambda: busy(STALL_MS))

    def _projected_clock(self) -> CountdownLabel:
        player = self._on.live.player
        sheet = player.sheet if isinstance(player, PlayerWindow) else None
        if sheet is None:
            raise RuntimeError("the player screen is black")
        return sheet.clock

    def run(self, seconds: float) -> tuple[float, float]:
        """Milliseconds that the run is off at the end, and that counted ticks are."""
        self._counter.start(TICK_MS)
        self._stall.start(STALL_EVERY_MS)
        counted_from = time.perf_counter()
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        self._counter.stop()
        self._stall.stop()
        ours = self._on.live.room.now(self._on.live.team) - self._passed_ms()
        counted = self.counted_ms - (time.perf_counter() - counted_from) * 1000
        return abs(ours), abs(counted)

    def _passed_ms(self) -> float:
        return (time.perf_counter() - self._begun) * 1000

    def _count(self) -> None:
        self.counted_ms += TICK_MS
        busy(WORK_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._read()
        return False

    def _read(self) -> None:
        """How far the true time is from those that the digits stand for, and how late they changed."""
        text = self._clock.text
        left_ms = self._total_ms - self._passed_ms()
        minutes, _, seconds = text.partition(":")
        shown_ms = (int(minutes) * 60 + int(seconds)) * 1000
        self.off_ms.append(max(0.0, left_ms - shown_ms, shown_ms - 1000 - left_ms))
        if self._text and text != self._text:
            self.late_ms.append(max(0.0, shown_ms - left_ms))
        self._text = text


def loaded_rows(seconds: float) -> list[Row]:
    """The real windows on the computer's clock."""
    with stage() as on:
        loaded = Loaded(on)
        ours_ms, counted_ms = loaded.run(seconds)
    label = f"{seconds / 60:g} loaded minutes"
    return [
        Row(metric=f"error of the shown time, {label}", unit="s", ours=max(loaded.off_ms) / 1000,
            goal="<= 0.1", judges="ours"),
        Row(metric="a second's change came late by, median", unit="s",
            ours=percentile(loaded.late_ms, 0.5) / 1000),
        Row(metric="the same, latest, with stalls of 0.25 s", unit="s", ours=max(loaded.late_ms) / 1000),
        Row(metric=f"accumulated after {label}; counted ticks", unit="s", ours=round(ours_ms / 1000, 2),
            baseline=counted_ms / 1000, goal="<= 0", judges="ours"),
    ]  # fmt: skip


def room_rows(seconds: float) -> list[Row]:
    """Six teams on the computer's clock while every core is busy with something else."""
    with stage(teams=6) as on, busy_cores():
        begun = time.perf_counter() - on.live.room.now(1) / 1000
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        passed_ms = (time.perf_counter() - begun) * 1000
        off_ms = max(abs(on.live.room.now(team) - passed_ms) for team in range(1, 7))
    an_hour = off_ms / 1000 * 3600 / seconds
    return [
        Row(metric="error of six countdowns, every core busy, in an hour", unit="s", ours=round(an_hour, 2),
            goal="<= 0.2", judges="ours")
    ]  # fmt: skip


def day_rows(seconds: int) -> list[Row]:
    """The room on a clock that is told to move, by what a busy loop makes of a tenth of a second."""
    clock = VirtualClock(WALL_MS)
    with evening(clock) as (services, session, _folder):
        room = services.runs.open(session, 1)
        room.handle(StartRun())
        worst_ms, counted_ms = follow(room, clock, seconds * 1000)
        room.close()
    label = f"a virtual {'day' if seconds == DAY_S else 'hour'}"
    return [
        Row(metric=f"accumulated over {label}; counted ticks", unit="s", ours=worst_ms / 1000,
            baseline=counted_ms / 1000, goal="<= 0", judges="ours")
    ]  # fmt: skip


def follow(room: Room, clock: VirtualClock, length_ms: int) -> tuple[int, int]:
    """The largest difference of the remaining time in milliseconds, and what counted ticks lost."""
    stepped_ms = 0
    given_ms = room.conductors[0].setup.duration_ms
    worst_ms = ticks = 0
    intervals = itertools.cycle([TICK_MS + WORK_MS] * 18 + [TICK_MS + STALL_MS - WORK_MS])
    for interval in intervals:
        if stepped_ms >= length_ms:
            break
        clock.advance(interval)
        stepped_ms += interval
        ticks += 1
        shown = room.tick()
        if shown is None:
            continue
        (screens,) = shown
        if screens.console.remaining_ms < LOW_MS:
            (screens,) = room.handle(AdjustTime(minutes=REFILL_MINUTES))
            given_ms += REFILL_MINUTES * 60_000
        worst_ms = max(worst_ms, abs(screens.player.remaining_ms - (given_ms - stepped_ms)))
    return worst_ms, abs(stepped_ms - ticks * TICK_MS)


def rows(*, is_short: bool = False) -> list[Row]:
    return [
        *loaded_rows(SHORT_LOADED_S if is_short else LOADED_S),
        *room_rows(SHORT_LOADED_S if is_short else LOADED_S),
        *day_rows(SHORT_DAY_S if is_short else DAY_S),
    ]
