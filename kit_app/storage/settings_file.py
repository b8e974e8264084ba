"""The settings as one JSON file, replaced as a whole; an unreadable one is moved aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kit_app.domain.facility import Facility
from kit_app.domain.settings import Settings
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import Data, UnreadableError, read_json, write_json
from kit_app.storage.refusal import refusal

FILE_NAME = "settings.json"
VERSION = 2


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings, and what there is to tell about their file.

    `facility` is the profile that settings of format 1 held; empty otherwise.
    """

    settings: Settings
    notices: tuple[StorageError, ...] = ()
    facility: Facility = field(default_factory=Facility)


def read_settings(folder: Path, wall_ms: int) -> ReadSettings:
    """The settings of `folder`, the defaults when there are none yet. Never raises for an unreadable file."""
    former: list[Facility] = []

    def without_facility(data: Data) -> Data:
        former.append(Facility(name=str(data.pop("facility", "")), logo=str(data.pop("logo", ""))))
        return data

    try:
        settings = read_json(folder / FILE_NAME, Settings, (without_facility,), wall_ms)
    except UnreadableError as error:
        return ReadSettings(Settings(), (_told(error),))
    return ReadSettings(settings or Settings(), (), former[0] if former else Facility())


def _told(error: UnreadableError) -> StorageError:
    if not error.name:
        return StorageError(N_("The settings could not be read; the usual ones are used."), str(error))
    return StorageError(
        N_("The settings could not be read. They were set aside as “{name}” and the usual ones are used."),
        str(error),
        name=error.name,
    )


def write_settings(folder: Path, settings: Settings) -> None:
    """Replace the settings of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, settings, VERSION)
    except OSError as error:
        raise refusal(N_("The settings could not be kept: the disk refused."), error) from error
