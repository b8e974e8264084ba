"""The journals of the runs of one room, in whichever store they are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kit_app.storage.codec import StoredEvent
from kit_app.storage.journal import JournalStore, Pulse


class RoomJournal:
    """`runs` names the run of each team by its number; `closing` is called when the room lets go of it."""

    def __init__(
        self, store: JournalStore, runs: Mapping[int, str], closing: Callable[[], None] = lambda: None
    ) -> None:
        self._store = store
        self._runs = runs
        self._closing = closing

    def events(self, team: int) -> list[StoredEvent]:
        return self._store.events(self._runs[team])

    def keep(self, events: Mapping[int, Sequence[StoredEvent]], pulses: Mapping[int, Pulse]) -> None:
        """The events of all teams are on the disk when it returns, and that they were alive.

        Raises StorageError; then no team has anything of it.
        """
        self._store.keep(
            {self._runs[team]: stored for team, stored in events.items()},
            {self._runs[team]: pulse for team, pulse in pulses.items()},
        )

    def check_place(self) -> None:
        """Raises StorageError when what was kept is no longer where the next start would look for it."""
        self._store.check_place()

    def mend(self) -> None:
        """Keep everything anew where it was, if it is gone. Raises StorageError."""
        self._store.mend()

    def last_seen(self, team: int) -> Pulse | None:
        return self._store.last_seen(self._runs[team])

    def close(self) -> None:
        self._closing()
