"""The settings as one JSON file, replaced as a whole; an unreadable one is moved aside."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.settings import Settings
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.database import free_name, stamp
from kit_app.storage.shape import ShapeError, plain, reader

FILE_NAME = "settings.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings, and what there is to tell about their file."""

    settings: Settings
    notices: tuple[StorageError, ...] = ()


def read_settings(folder: Path, wall_ms: int) -> ReadSettings:
    """The settings of `folder`, the defaults when there are none yet. Never raises for an unreadable file."""
    path = folder / FILE_NAME
    if not path.exists():
        return ReadSettings(Settings())
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.pop("version", None) != VERSION:
            raise ShapeError("another version")
        settings: Settings = reader(Settings)(data)
    except (OSError, ValueError) as error:
        return ReadSettings(Settings(), (_moved_aside(path, wall_ms, str(error)),))
    return ReadSettings(settings)


def _moved_aside(path: Path, wall_ms: int, why: str) -> StorageError:
    aside = free_name(path.with_name(f"settings.unreadable-{stamp(wall_ms)}.json"))
    try:
        path.rename(aside)
    except OSError as error:
        return StorageError(N_("The settings could not be read; the usual ones are used."), f"{why}; {error}")
    return StorageError(
        N_("The settings could not be read. They were set aside as “{name}” and the usual ones are used."),
        why,
        name=aside.name,
    )


def write_settings(folder: Path, settings: Settings) -> None:
    """Replace the settings of `folder`, whole or not at all. Raises StorageError."""
    path = folder / FILE_NAME
    new = path.with_suffix(".new")
    text = json.dumps({"version": VERSION, **plain(settings)}, ensure_ascii=False, indent=2) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise StorageError(N_("The settings could not be kept: the disk refused."), str(error)) from error


def keep_logo(folder: Path, picture: Path) -> Path:
    """Copy a picture into the data folder, where it stays when the original is moved. Raises StorageError."""
    if picture.parent == folder:
        return picture
    target = folder / f"logo{picture.suffix.lower()}"
    try:
        target.write_bytes(picture.read_bytes())
    except OSError as error:
        raise StorageError(
            N_("The picture “{name}” cannot be copied. Check the file and the free space, then try again."),
            str(error),
            name=picture.name,
        ) from error
    return target
