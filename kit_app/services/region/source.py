"""Where a coordinator reads results: in the files that were taken in here, or on the region's server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from kit_app.services.region.region_file import RegionFile
from kit_app.services.region.server import RegionServer
from kit_app.storage.region.sql_results import SqlResults
from kit_app.storage.region.sums import RegionSums


class RegionSource:
    """Opens the one that is chosen, in the thread that asks; the server's may wait for a network."""

    def __init__(self, file: RegionFile, server: RegionServer) -> None:
        self._file = file
        self._server = server

    @property
    def can_be_server(self) -> bool:
        """Whether there is a choice: an address is given, and the part that connects is installed."""
        return self._server.address.is_set and self._server.is_there()

    @property
    def is_server(self) -> bool:
        """Whether the server is what is read and added to."""
        return self.can_be_server and self._server.is_read

    def choose(self, *, is_server: bool) -> None:
        """Read and add to the server, or this computer's own file, from now on. Raises StorageError."""
        self._server.keep_read(is_read=is_server)

    def results(self) -> AbstractContextManager[SqlResults]:
        """The results for as long as a block runs. Raises KitAppError."""
        return self._server.results() if self.is_server else self._file.results()

    @contextmanager
    def sums(self) -> Iterator[RegionSums]:
        """Their sums for as long as a block runs. Raises KitAppError."""
        with self.results() as results:
            yield RegionSums(results.tables)
