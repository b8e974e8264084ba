"""Stand-ins for the world outside the program: clocks, loudspeakers and voices that tests turn by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QImage

from kit_app.domain.sounds import Wave

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


class FakeSpeakers:
    """Loudspeakers that only remember what they were given; they come and go when a test says so."""

    def __init__(self, *names: str, there: str = "there") -> None:
        self.plugged = list(names)
        self.there = there
        self.played: list[tuple[int, str, float]] = []
        self.stops = 0
        self.refuses = False
        self._changed: list[Any] = []

    def presence(self) -> Any:
        return self.there

    def names(self) -> tuple[str, ...]:
        return tuple(self.plugged) if self.there == "there" else ()

    def play(self, sound: Wave, name: str, volume: float) -> bool:
        if self.refuses:
            return False
        self.played.append((sound.ms, name, volume))
        return True

    def stop(self) -> None:
        self.stops += 1

    def on_change(self, changed: Any) -> None:
        self._changed.append(changed)

    def plug(self, *names: str) -> None:
        """Other loudspeakers than before."""
        self.plugged = list(names)
        for one in self._changed:
            one.emit()


class FakeVoice:
    """A voice of some languages that remembers what it was given to speak."""

    def __init__(self, *languages: str, there: str = "there") -> None:
        self.languages = languages
        self.there = there
        self.spoken: list[tuple[str, str]] = []
        self.speaks = False

    def presence(self) -> Any:
        return self.there

    def begin(self, text: str, language: str) -> bool:
        if language not in self.languages:
            return False
        self.spoken.append((text, language))
        self.speaks = True
        return True

    def stop(self) -> None:
        self.speaks = False

    def is_speaking(self) -> bool:
        return self.speaks


class FakeCamera:
    """A camera that sees the pictures that a test holds before it."""

    def __init__(self, there: str = "there", *, is_plugged: bool = True) -> None:
        self.there = there
        self.is_plugged = is_plugged
        self.is_on = False
        self.seen = QImage()
        self.failed: Any = None

    def presence(self) -> Any:
        return self.there

    def begin(self, failed: Any) -> bool:
        self.failed = failed
        self.is_on = self.there == "there" and self.is_plugged
        return self.is_on

    def picture(self) -> QImage:
        return self.seen if self.is_on else QImage()

    def end(self) -> None:
        self.is_on = False
