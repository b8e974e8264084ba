"""The facility’s topics and programmes as one JSON file, replaced as a whole; a broken one is moved aside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.shelf import OwnShelf
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "shelf.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ReadShelf:
    """The topics and programmes of the facility, and what there is to tell about their file."""

    own: OwnShelf
    notices: tuple[StorageError, ...] = ()


def read_shelf(folder: Path, wall_ms: int) -> ReadShelf:
    """What was changed in `folder`, nothing when there is no file yet. Never raises for a broken file."""
    try:
        own = read_json(folder / FILE_NAME, OwnShelf, (), wall_ms)
    except UnreadableError as error:
        return ReadShelf(OwnShelf(), (_told(error),))
    return ReadShelf(own or OwnShelf())


def _told(error: UnreadableError) -> StorageError:
    if not error.name:
        message = N_("Your topics and programmes could not be read; those of the kit are shown.")
        return StorageError(message, str(error))
    return StorageError(
        N_(
            "Your topics and programmes could not be read. They were set aside as “{name}”; "
            "those of the kit are shown."
        ),
        str(error),
        name=error.name,
    )


def write_shelf(folder: Path, own: OwnShelf) -> None:
    """Replace what was changed in `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, own, VERSION)
    except OSError as error:
        raise StorageError(N_("The change could not be kept: the disk refused."), str(error)) from error
