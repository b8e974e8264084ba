"""What was printed of each session, as one JSON file: for each line of the desk what it looked like then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "prints.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Prints:
    """By session id, then by line of the desk: the digest of what was printed last."""

    sessions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadPrints:
    """What was printed, and what there is to tell about the file."""

    prints: Prints
    notices: tuple[StorageError, ...] = ()


def read_prints(folder: Path, wall_ms: int) -> ReadPrints:
    """The prints of `folder`; none when there is no file, or one that cannot be read. Never raises."""
    try:
        prints = read_json(folder / FILE_NAME, Prints, (), wall_ms)
    except UnreadableError as error:
        message = N_("What was printed before could not be read; all papers count as not printed.")
        return ReadPrints(Prints(), (StorageError(message, str(error)),))
    return ReadPrints(prints or Prints())


def write_prints(folder: Path, prints: Prints) -> None:
    """Replace the prints of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, prints, VERSION)
    except OSError as error:
        message = N_("It could not be noted what was printed: the disk refused.")
        raise StorageError(message, str(error)) from error
