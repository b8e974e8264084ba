"""How this computer reaches the server of its region: a small file that stays here.

Its ending is none of those that copies, sessions that travel or the diagnosis take along (`storage.backup`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.region_server import ServerAddress
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "region-server.local"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptServer:
    """The address; whether results are sent without asking; when they last were (ms, 0 never).

    `is_read`: a coordinator reads the server's results instead of those on this computer.
    """

    address: ServerAddress = ServerAddress()
    sends_itself: bool = False
    sent_ms: int = 0
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class ReadServer:
    """What was kept, and what there is to tell about the file."""

    kept: KeptServer
    notices: tuple[StorageError, ...] = ()


def read_server(folder: Path, wall_ms: int) -> ReadServer:
    """What is kept in `folder`; no address where there is no file that can be read. Never raises."""
    try:
        kept = read_json(folder / FILE_NAME, KeptServer, (), wall_ms)
    except UnreadableError as error:
        message = N_("The address of the region’s server could not be read; type it once more.")
        return ReadServer(KeptServer(), (StorageError(message, str(error)),))
    return ReadServer(kept or KeptServer())


def write_server(folder: Path, kept: KeptServer) -> None:
    """Replace the file of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, kept, VERSION)
    except OSError as error:
        message = N_("The address of the region’s server could not be kept: the disk refused.")
        raise StorageError(message, str(error)) from error
