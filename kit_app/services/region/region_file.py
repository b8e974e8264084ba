"""The results that a coordinator gathered on this computer: opened for each use, by whoever works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock

from kit_app.clock.clock import Clock
from kit_app.errors import StorageError
from kit_app.storage.database import Keeping
from kit_app.storage.region.sql_results import SqlResults
from kit_app.storage.region.sqlite_tables import (
    REGION,
    again_sqlite_results,
    no_sqlite_results,
    open_sqlite_results,
)

OpenResults = Callable[[], AbstractContextManager[SqlResults]]
"""Opens the results of a region for as long as a block runs, in the thread that asks. Raises StorageError."""


class RegionFile:
    """The file of one data folder; made and checked when it is first wanted.

    `owns`: no other program writes there. `notices` are sentences about what was found on opening.
    """

    def __init__(self, folder: Path, clock: Clock, *, owns: bool, keeping: Keeping) -> None:
        self._folder = folder
        self._clock = clock
        self._owns = owns
        self._keeping = keeping
        self._first = Lock()
        self._is_checked = False
        self.notices: tuple[StorageError, ...] = ()

    @contextmanager
    def results(self) -> Iterator[SqlResults]:
        """The results, let go of when the block is left. Raises StorageError."""
        results = self._opened()
        try:
            yield results
        finally:
            results.close()

    def _opened(self) -> SqlResults:
        if not self._owns and not (self._folder / REGION.file_name).exists():
            return no_sqlite_results()
        with self._first:
            if self._is_checked:
                return again_sqlite_results(self._folder, self._keeping)
            results, self.notices = open_sqlite_results(
                self._folder, self._clock.wall_ms(), exclusive=self._owns, keeping=self._keeping
            )
            self._is_checked = True
            return results
