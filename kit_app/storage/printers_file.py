"""The printers that were set up as one JSON file, replaced as a whole; an unreadable one is moved aside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.printer import KnownPrinters
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "printers.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ReadPrinters:
    """The printers, and what there is to tell about their file."""

    known: KnownPrinters
    notices: tuple[StorageError, ...] = ()


def read_printers(folder: Path, wall_ms: int) -> ReadPrinters:
    """The printers of `folder`, none when there is no file yet. Never raises for an unreadable file."""
    try:
        known = read_json(folder / FILE_NAME, KnownPrinters, (), wall_ms)
    except UnreadableError as error:
        return ReadPrinters(KnownPrinters(), (_told(error),))
    return ReadPrinters(known or KnownPrinters())


def _told(error: UnreadableError) -> StorageError:
    if not error.name:
        return StorageError(N_("The printers’ settings could not be read; set them up again."), str(error))
    return StorageError(
        N_("The printers’ settings could not be read. They were set aside as “{name}”; set them up again."),
        str(error),
        name=error.name,
    )


def write_printers(folder: Path, known: KnownPrinters) -> None:
    """Replace the printers of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, known, VERSION)
    except OSError as error:
        raise StorageError(
            N_("The printer’s settings could not be kept: the disk refused."), str(error)
        ) from error
