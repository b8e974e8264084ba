"""The server of a region as this data folder reaches it: its address, its password, what is sent and when."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock

from kit_app.clock.clock import Clock
from kit_app.domain.region import Reporter, ResultRow
from kit_app.domain.region_server import ServerAddress
from kit_app.errors import KitAppError
from kit_app.i18n import N_
from kit_app.services.region.pushing import GoesOn, OpenPushed, Pushing
from kit_app.services.region.reporting import Reporting
from kit_app.storage.region.server_file import KeptServer, write_server
from kit_app.storage.region.sql_results import SqlResults
from kit_app.system.password_safe import PasswordSafe

log = logging.getLogger(__name__)

DRIVER = "pg8000"
SERVICE = "sant-escape-kit region"
_NOT_SET = N_("The address of the region’s server is not given yet.")
_NO_PASSWORD = N_("The password of the region’s server is needed: type it in the settings.")
_NOT_THERE = N_("What sends results to a server is an optional part of the program, and is not installed.")

OpenReporting = Callable[[], AbstractContextManager[Reporting]]
"""Opens what tells the results for as long as a block runs, in the thread that asks. Raises StorageError."""


class RegionServer:
    """Sends the results of one data folder, when somebody says so or where that was chosen once.

    What is marked (worker) may wait for a network, a keyring or many sessions: not on the windows’ thread.
    """

    def __init__(
        self,
        folder: Path,
        kept: KeptServer,
        reporting: OpenReporting,
        pushed: OpenPushed,
        clock: Clock,
        safe: PasswordSafe | None = None,
    ) -> None:
        self._folder = folder
        self._kept = kept
        self._reporting = reporting
        self._pushed = pushed
        self._clock = clock
        self._safe = safe or PasswordSafe()
        self._passwords: dict[tuple[str, str], str] = {}
        self._sending = Lock()
        self.fault: KitAppError | None = None

    @staticmethod
    def is_there() -> bool:
        """Whether the optional part that connects is installed."""
        try:
            version(DRIVER)
        except PackageNotFoundError:
            return False
        return True

    @property
    def address(self) -> ServerAddress:
        """As it was kept."""
        return self._kept.address

    @property
    def sends_itself(self) -> bool:
        """Whether results are sent when the program starts and after each session."""
        return self._kept.sends_itself

    @property
    def sent_ms(self) -> int:
        """When results were sent last, of the wall clock; 0 never."""
        return self._kept.sent_ms

    @property
    def is_read(self) -> bool:
        """Whether a coordinator reads the server's results instead of those on this computer."""
        return self._kept.is_read

    def keep_read(self, *, is_read: bool) -> None:
        """Keep whose results a coordinator reads. Raises StorageError."""
        self._replace(replace(self._kept, is_read=is_read))

    def results(self) -> AbstractContextManager[SqlResults]:
        """The results of the server, with the password that is kept. Raises KitAppError. (worker)"""
        return self._results(self.address, self.password(self.address))

    def keep(self, address: ServerAddress, *, sends_itself: bool) -> None:
        """Keep the address. Raises StorageError."""
        self._replace(replace(self._kept, address=address, sends_itself=sends_itself))
        self.fault = None

    def _replace(self, kept: KeptServer) -> None:
        write_server(self._folder, kept)
        self._kept = kept

    def keep_password(self, password: str) -> bool:
        """Remember it while the program runs; whether the system's keyring keeps it as well. (worker)"""
        address = self.address
        self._passwords[address.name, address.user] = password
        return self._safe.keep(f"{SERVICE} {address.name}", address.user, password)

    def password(self, address: ServerAddress) -> str:
        """The password that is kept for this server and user; empty when it must be typed. (worker)"""
        key = address.name, address.user
        if not self._passwords.get(key):
            self._passwords[key] = self._safe.find(f"{SERVICE} {address.name}", address.user)
        return self._passwords[key]

    def try_it(self, address: ServerAddress, password: str) -> None:
        """Connect and look at the tables; an empty password: the one kept for this very server. (worker)

        Raises KitAppError, whose sentence says why it does not work.
        """
        with self._results(address, password or self.password(address)) as results:
            results.stamps("")

    def waiting(self) -> int:
        """How many rows are not on the server yet. Connects to nothing. Raises KitAppError. (worker)"""
        with self._reporting() as reporting:
            return self._pushing(reporting, "").waiting()

    def send(self, goes_on: GoesOn = lambda _done, _all: True) -> int:
        """Send what waits; how many rows were confirmed. Raises KitAppError: the rest waits on. (worker)"""
        with self._sending, self._reporting() as reporting:
            sent = self._pushing(reporting, self.password(self.address)).push(goes_on)
        self._replace(replace(self._kept, sent_ms=self._clock.wall_ms()))
        self.fault = None
        return sent

    def send_by_itself(self) -> None:
        """Send where that was chosen and something waits; what goes wrong is kept as `fault`. (worker)"""
        if not (self.sends_itself and self.address.is_set):
            return
        try:
            if self.waiting():
                self.send()
        except KitAppError as error:
            log.warning("results were not sent: %s %s", error.message, error.detail)
            self.fault = error

    def _pushing(self, reporting: Reporting, password: str) -> Pushing:
        address = self.address
        return Pushing(
            address.name, lambda: _told(reporting), self._pushed, lambda: self._results(address, password)
        )

    @contextmanager
    def _results(self, address: ServerAddress, password: str) -> Iterator[SqlResults]:
        if not self.is_there():
            raise KitAppError(_NOT_THERE)
        if not address.is_set:
            raise KitAppError(_NOT_SET)
        if not password:
            raise KitAppError(_NO_PASSWORD)
        from kit_app.storage.region.postgres_tables import open_postgres_results  # the one way out, only here

        results = open_postgres_results(address, password)
        try:
            yield results
        finally:
            results.close()


def _told(reporting: Reporting) -> Iterator[tuple[Reporter, tuple[ResultRow, ...]]]:
    """What each facility tells that ever played; one without a name must be given one first."""
    for one in reporting.facilities():
        if one.name or one.sessions or one.older:
            yield reporting.told(one.id)
