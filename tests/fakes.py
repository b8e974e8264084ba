"""Stand-ins for the world outside the program: clocks that tests turn by hand."""

from __future__ import annotations

WALL_START_MS = 1_795_541_400_000  # 24 November 2026, 17:30 in universal time


class FakeClock:
    """A clock that moves only when it is told to."""

    def __init__(self, steady_ms: int = 1_000_000, wall_ms: int = WALL_START_MS) -> None:
        self._steady_ms = steady_ms
        self._wall_ms = wall_ms

    def steady_ms(self) -> int:
        return self._steady_ms

    def wall_ms(self) -> int:
        return self._wall_ms

    def advance(self, ms: int) -> None:
        """Time passes, awake or asleep: both clocks go on."""
        self._steady_ms += ms
        self._wall_ms += ms

    def set_wall(self, wall_ms: int) -> None:
        """Somebody corrects the wall clock."""
        self._wall_ms = wall_ms

    def restart(self) -> None:
        """The computer was restarted: the steady clock begins anew, the wall clock does not."""
        self._steady_ms = 5_000
