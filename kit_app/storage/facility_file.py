"""The facility's profile as one JSON file beside the copy of its logo."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.facility import Facility
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "facility.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ReadFacility:
    """The profile, and what there is to tell about its file."""

    facility: Facility
    notices: tuple[StorageError, ...] = ()


def read_facility(folder: Path, wall_ms: int, former: Facility) -> ReadFacility:
    """The profile of `folder`; `former` (what older settings held) while there is none.

    Never raises for an unreadable file.
    """
    try:
        facility = read_json(folder / FILE_NAME, Facility, (), wall_ms)
    except UnreadableError as error:
        return ReadFacility(former, (_told(error),))
    return ReadFacility(facility or former)


def _told(error: UnreadableError) -> StorageError:
    if not error.name:
        return StorageError(N_("The facility’s profile could not be read; it begins empty."), str(error))
    return StorageError(
        N_("The facility’s profile could not be read. It was set aside as “{name}” and begins empty."),
        str(error),
        name=error.name,
    )


def write_facility(folder: Path, facility: Facility) -> None:
    """Replace the profile of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, facility, VERSION)
    except OSError as error:
        message = N_("The facility’s profile could not be kept: the disk refused.")
        raise StorageError(message, str(error)) from error


def keep_logo(folder: Path, name: str, content: bytes, suffix: str) -> Path:
    """Keep a picture in the data folder, where it stays when the original is moved. Raises StorageError.

    What was kept before stays until the new one is whole.
    """
    target = folder / f"logo{suffix}"
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StorageError(
            N_("The picture “{name}” cannot be copied. Check the file and the free space, then try again."),
            str(error),
            name=name,
        ) from error
    return target
