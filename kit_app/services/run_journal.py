"""The journal of one run in whichever store it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kit_app.storage.codec import StoredEvent
from kit_app.storage.journal import JournalStore, Pulse


class RunJournal:
    """One run's journal; `closing` is called when the run lets go of it."""

    def __init__(self, store: JournalStore, run_id: str, closing: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self._run_id = run_id
        self._closing = closing

    def events(self) -> list[StoredEvent]:
        return self._store.events(self._run_id)

    def append(self, events: Sequence[StoredEvent]) -> None:
        """On the disk when it returns. Raises StorageError."""
        self._store.append(self._run_id, events)

    def pulse(self, at_ms: int, wall_ms: int) -> None:
        """The run was alive. Raises StorageError."""
        self._store.pulse(self._run_id, Pulse(at_ms=at_ms, wall_ms=wall_ms))

    def last_seen(self) -> Pulse | None:
        return self._store.last_seen(self._run_id)

    def close(self) -> None:
        self._closing()
