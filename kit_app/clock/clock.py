"""The two clocks of the program: a steady one that counts on during sleep, and the wall clock that labels."""

from __future__ import annotations

import sys
import time
from typing import Protocol


class Clock(Protocol):
    """What the run needs to know about time."""

    def steady_ms(self) -> int:
        """Milliseconds that never go back, go on during sleep, and begin anew when the computer restarts."""

    def wall_ms(self) -> int:
        """Milliseconds since 1970 in universal time, as the computer believes; may jump."""


class SystemClock:
    """The clocks of this computer."""

    def steady_ms(self) -> int:
        return _steady_ms()

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000


if sys.platform == "win32":
    import ctypes

    _tick_count = ctypes.windll.kernel32.GetTickCount64
    _tick_count.restype = ctypes.c_ulonglong

    def _steady_ms() -> int:
        return int(_tick_count())

elif sys.platform == "darwin":

    def _steady_ms() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW) // 1_000_000

else:

    def _steady_ms() -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
