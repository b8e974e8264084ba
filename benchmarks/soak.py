"""A hundred thousand ticks with both windows, a day of six teams: nothing aborts, memory stays flat.

`python -m benchmarks.soak minutes 20` leads six teams on the computer's own clock so long.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from dataclasses import dataclass, field

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QLabel

from benchmarks.countdown_cpu import WARM_UP_S, wait
from benchmarks.processes import resident_kib
from benchmarks.rows import Row, median
from benchmarks.stage import Stage, application, stage
from kit_app.clock.virtual import VirtualClock
from kit_app.game.commands import AdjustTime, ClearMessage, GiveHint, ShowMessage, WithdrawHint

TICKS, SHORT_TICKS = 100_000, 10_000
TICK_MS = 100
SAMPLE_EVERY = 500
ACT_EVERY = 300
WARM_UP = 0.2
"""The part of the ticks after which memory should not grow any more."""
WALL_MS = 1_800_000_000_000
REFILL_MINUTES, LOW_MS = 60, 30 * 60_000
ROOM = 6
DAY_TICKS, DAY_STEP_MS = 28_800, 1_000
"""Eight hours of six teams: what a tick brings, it brings on a whole second."""
SAMPLE_EVERY_S = 10.0


@dataclass(slots=True)
class Samples:
    """Counts at every so many ticks, the first at the beginning."""

    ticks: int = 0
    of_none: list[int] = field(default_factory=list)
    of_true: list[int] = field(default_factory=list)
    resident_kib: list[int] = field(default_factory=list)

    def take(self) -> None:
        gc.collect()
        self.of_none.append(sys.getrefcount(None))
        self.of_true.append(sys.getrefcount(True))
        self.resident_kib.append(resident_kib())

    def change(self, counts: list[int]) -> int:
        """How many references came (or went, below zero) from warm-up to end, by medians of five samples."""
        first = round(len(counts) * WARM_UP)
        return round(median(counts[-5:]) - median(counts[first : first + 5]))

    def growth(self) -> float:
        """How much larger memory is at the end than after the warm-up, in percent."""
        first = round(len(self.resident_kib) * WARM_UP)
        before = median(self.resident_kib[first : first + 5])
        return 100 * (median(self.resident_kib[-5:]) / before - 1) if before else 0.0


class Soak(QObject):
    """Every turn of the event loop is one tick: a real timer's signal, the real windows, a virtual clock."""

    def __init__(self, on: Stage, clock: VirtualClock, ticks: int, step_ms: int) -> None:
        super().__init__()
        self._on, self._clock, self._ticks, self._step_ms = on, clock, ticks, step_ms
        self.samples = Samples()
        self._loop = QEventLoop()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        first = on.live.conductor.setup.puzzles[0].id
        self._acts = (
            GiveHint(puzzle=first, level=1),
            ShowMessage(text="Regardez encore une fois vos cartes."),
            ClearMessage(),
            WithdrawHint(puzzle=first, level=1),
        )

    def run(self) -> Samples:
        self.samples.take()
        self._timer.start(0)
        self._loop.exec()
        return self.samples

    def _tick(self) -> None:
        self._clock.advance(self._step_ms)
        live = self._on.live
        live.tick()
        self.samples.ticks += 1
        if self.samples.ticks % ACT_EVERY == 0:
            live.ask_of(self._acts[self.samples.ticks // ACT_EVERY % len(self._acts)])
            if live.room.screens()[0].console.remaining_ms < LOW_MS:
                live.ask_of(AdjustTime(minutes=REFILL_MINUTES))
        if self.samples.ticks % SAMPLE_EVERY == 0:
            self.samples.take()
        if self.samples.ticks >= self._ticks:
            self._timer.stop()
            self._loop.quit()


def soaked(ticks: int, *, teams: int = 1, step_ms: int = TICK_MS) -> Samples:
    """What was counted on the way; `step_ms` of the virtual clock pass at each tick."""
    clock = VirtualClock(WALL_MS)
    with stage(clock, teams=teams) as on:
        return Soak(on, clock, ticks, step_ms).run()


def led_for(minutes: float) -> dict[str, float]:
    """Six teams on the computer's own clock: growth in percent, memory in KiB, percent of a core used."""
    samples = Samples()
    with stage(teams=ROOM):
        wait(WARM_UP_S)
        used, begun = 0.0, time.monotonic()
        while time.monotonic() - begun < 60 * minutes:
            before = time.process_time()
            wait(min(SAMPLE_EVERY_S, 60 * minutes / 20))
            used += time.process_time() - before  # counting references is not the program's work
            samples.take()
        part = 100 * used / (time.monotonic() - begun)
    return {"growth": samples.growth(), "resident_kib": max(samples.resident_kib), "processor": part}


def still_for(seconds: float) -> float:
    """The percent of a core that a window needs in which nothing moves."""
    app = application()
    shown = QLabel("Les Indiscrets")
    shown.show()
    app.processEvents()
    wait(WARM_UP_S)
    used, begun = time.process_time(), time.monotonic()
    wait(seconds)
    return 100 * (time.process_time() - used) / (time.monotonic() - begun)


def rows(*, is_short: bool = False) -> list[Row]:
    ticks = SHORT_TICKS if is_short else TICKS
    samples = soaked(ticks)
    return [
        Row(metric="soak, two windows: ticks", ours=samples.ticks, goal=f">= {ticks}", judges="ours"),
        Row(metric="soak: references of None lost", ours=max(0, -samples.change(samples.of_none)),
            goal="<= 100", judges="ours"),
        Row(metric="soak: references of True lost", ours=max(0, -samples.change(samples.of_true)),
            goal="<= 100", judges="ours"),
        Row(metric="soak: references of None that came", ours=max(0, samples.change(samples.of_none))),
        Row(metric="soak: growth of memory after the warm-up", unit="%", ours=max(0.0, samples.growth()),
            goal="<= 5", judges="ours"),
    ]  # fmt: skip


def main() -> None:
    way, amount = sys.argv[1], float(sys.argv[2])
    found = led_for(amount) if way == "minutes" else {"processor": still_for(amount)}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
