"""Clocks for rehearsals and simulated games: one that is told when to move, one that runs faster."""

from __future__ import annotations

from kit_app.clock.clock import Clock


class VirtualClock:
    """Stands still until it is advanced."""

    def __init__(self, wall_ms: int) -> None:
        self._passed_ms = 0
        self._wall_ms = wall_ms

    def steady_ms(self) -> int:
        return self._passed_ms

    def wall_ms(self) -> int:
        return self._wall_ms + self._passed_ms

    def advance(self, ms: int) -> None:
        """Let `ms` pass at once."""
        self._passed_ms += ms


class FastClock:
    """Another clock's time, multiplied since this one was made."""

    def __init__(self, clock: Clock, factor: float) -> None:
        self._clock = clock
        self._factor = factor
        self._steady_start = clock.steady_ms()
        self._wall_start = clock.wall_ms()

    def steady_ms(self) -> int:
        return round((self._clock.steady_ms() - self._steady_start) * self._factor)

    def wall_ms(self) -> int:
        return self._wall_start + self.steady_ms()
