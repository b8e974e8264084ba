"""What was learnt on this computer before the first session, as one JSON file. It names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.training import Progress
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "training.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """What was done, and what there is to tell about the file."""

    progress: Progress
    notices: tuple[StorageError, ...] = ()


def read_progress(folder: Path, wall_ms: int) -> ReadProgress:
    """The progress kept in `folder`; none when there is no file, or one that cannot be read. Never raises."""
    try:
        progress = read_json(folder / FILE_NAME, Progress, (), wall_ms)
    except UnreadableError as error:
        message = N_("Which lessons were read could not be read; they are shown as new.")
        return ReadProgress(Progress(), (StorageError(message, str(error)),))
    return ReadProgress(progress or Progress())


def write_progress(folder: Path, progress: Progress) -> None:
    """Replace the file of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, progress, VERSION)
    except OSError as error:
        message = N_("Your progress could not be kept: the disk refused.")
        raise StorageError(message, str(error)) from error
