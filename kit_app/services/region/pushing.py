"""Results sent to the server of a region: what it lacks, piece by piece, each marked once it is confirmed.

Nothing is queued: what waits is the difference between what there is to tell and what was confirmed. A row
that is sent twice counts once, by the rule of `domain.region.supersedes`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from kit_app.domain.region import Reporter, ResultRow, Stamp, supersedes
from kit_app.errors import StorageError
from kit_app.storage.region.bundle import stamp_of
from kit_app.storage.region.pushed import PushedStore
from kit_app.storage.region.results_store import ResultsStore

log = logging.getLogger(__name__)

Tell = Callable[[], Iterable[tuple[Reporter, Sequence[ResultRow]]]]
"""What the facilities of this data folder tell. Raises KitAppError."""
OpenPushed = Callable[[], AbstractContextManager[PushedStore]]
OpenStore = Callable[[], AbstractContextManager[ResultsStore]]
"""Both open for as long as a block runs, in the thread that asks. Raise StorageError."""
GoesOn = Callable[[int, int], bool]
"""Is told how many rows were confirmed, of how many; False ends the sending after this piece."""

PIECE = 500
"""So many rows go in one transaction of the server."""


class Pushing:
    """Sends what is told to one server, named `server`."""

    def __init__(self, server: str, tell: Tell, pushed: OpenPushed, store: OpenStore) -> None:
        self._server = server
        self._tell = tell
        self._pushed = pushed
        self._store = store

    def waiting(self) -> int:
        """How many rows the server did not confirm as they are now. Asks nobody. Raises KitAppError."""
        told = [*self._tell()]
        with self._pushed() as pushed:
            return sum(
                known.get(row.id) != stamp
                for reporter, rows in told
                for known in (pushed.stamps(self._server, reporter.id),)
                for row, stamp in _stamped(rows)
            )

    def push(self, goes_on: GoesOn = lambda _done, _all: True) -> int:
        """Send what waits; how many rows were confirmed. Raises KitAppError; the rest waits on.

        The server is asked first which rows it has, so that one that lost some is sent these again.
        """
        told = [(reporter, rows) for reporter, rows in self._tell() if rows]
        done = 0
        with self._store() as store:
            lacking = [self._lacking(store, reporter, rows) for reporter, rows in told]
            total = sum(map(len, lacking))
            for (reporter, _rows), rows in zip(told, lacking, strict=True):
                for piece in _pieces(rows):
                    store.add(reporter, [row for row, _stamp in piece])
                    self._mark(reporter.id, {row.id: stamp for row, stamp in piece})
                    done += len(piece)
                    if not goes_on(done, total):
                        return done
        return done

    def _lacking(
        self, store: ResultsStore, reporter: Reporter, rows: Sequence[ResultRow]
    ) -> list[tuple[ResultRow, Stamp]]:
        """The rows that the server lacks; which ones it has is set right here."""
        there = store.stamps(reporter.id)
        lacking, confirmed = [], {}
        for row, stamp in _stamped(rows):
            if supersedes(stamp, there.get(row.id)):
                lacking.append((row, stamp))
            else:
                confirmed[row.id] = stamp
        with self._pushed() as pushed:
            before = pushed.stamps(self._server, reporter.id)
            pushed.forget(self._server, reporter.id, before.keys() - there.keys())
        self._mark(reporter.id, {key: one for key, one in confirmed.items() if before.get(key) != one})
        return lacking

    def _mark(self, facility: str, stamps: Mapping[str, Stamp]) -> None:
        """Keep that these are there. Where that fails, they are only asked about once more."""
        try:
            with self._pushed() as pushed:
                pushed.keep(self._server, facility, stamps)
        except StorageError as error:
            log.warning("sent, but not marked as sent: %s", error.detail)


def _stamped(rows: Iterable[ResultRow]) -> Iterator[tuple[ResultRow, Stamp]]:
    return ((row, stamp_of(row)) for row in rows)


def _pieces(
    rows: Sequence[tuple[ResultRow, Stamp]],
) -> Iterator[Sequence[tuple[ResultRow, Stamp]]]:
    """Parts of a size that one transaction takes; one without rows where nothing lacks, for the name."""
    for start in range(0, max(len(rows), 1), PIECE):
        yield rows[start : start + PIECE]
