"""The alert bulletins as one JSON file, replaced as a whole; an unreadable one is moved aside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.bulletin import Bulletin
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "bulletins.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    bulletins: tuple[Bulletin, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBulletins:
    """The bulletins in the order in which they were begun, and what there is to tell about their file."""

    bulletins: tuple[Bulletin, ...]
    notices: tuple[StorageError, ...] = ()


def read_bulletins(folder: Path, wall_ms: int) -> ReadBulletins:
    """The bulletins of `folder`, none when there is no file yet. Never raises for an unreadable file."""
    try:
        kept = read_json(folder / FILE_NAME, _Kept, (), wall_ms)
    except UnreadableError as error:
        return ReadBulletins((), (_told(error),))
    return ReadBulletins(kept.bulletins if kept is not None else ())


def _told(error: UnreadableError) -> StorageError:
    if not error.name:
        return StorageError(N_("The alert bulletins could not be read; the list begins empty."), str(error))
    return StorageError(
        N_("The alert bulletins could not be read. They were set aside as “{name}”; the list begins empty."),
        str(error),
        name=error.name,
    )


def write_bulletins(folder: Path, bulletins: tuple[Bulletin, ...]) -> None:
    """Replace the bulletins of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, _Kept(bulletins=bulletins), VERSION)
    except OSError as error:
        raise StorageError(N_("The bulletin could not be kept: the disk refused."), str(error)) from error
