"""Clocks for rehearsals and simulated games: told when to move, faster, or at a pace that changes."""

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


class PacedClock:
    """Another clock's time at a pace that may change, for rehearsals: what was passed stays passed."""

    FASTEST = 20

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pace = 1
        self._since = clock.steady_ms()
        self._passed_ms = 0
        self._wall_start = clock.wall_ms()

    @property
    def pace(self) -> int:
        """How many times as fast as the other clock this one runs."""
        return self._pace

    def set_pace(self, pace: int) -> None:
        """Run at 1 to `FASTEST` times the other clock's speed from now on. Raises ValueError."""
        if not 1 <= pace <= self.FASTEST:
            raise ValueError(f"a rehearsal runs at 1 to {self.FASTEST} times the speed")
        self._passed_ms, self._since = self.steady_ms(), self._clock.steady_ms()
        self._pace = pace

    def skip(self, ms: int) -> None:
        """Let `ms` pass at once."""
        self._passed_ms += ms

    def steady_ms(self) -> int:
        return self._passed_ms + (self._clock.steady_ms() - self._since) * self._pace

    def wall_ms(self) -> int:
        return self._wall_start + self.steady_ms()
