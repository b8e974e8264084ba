"""Kits that are being written: one file each, replaced whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_

FOLDER, SUFFIX = "drafts", ".kit"
LARGEST_FILE = 90 * 1024 * 1024

_UNREADABLE = N_("The kit “{name}” that was being written cannot be read. Put a copy of your data back.")
_REFUSED = N_("The kit could not be kept: the disk refused.")


class KitDrafts:
    """The drafts of one data folder, each under the id of its kit, which must be a plain file name."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / FOLDER

    def ids(self) -> tuple[str, ...]:
        """The ids of the drafts that are here."""
        return tuple(sorted(path.stem for path in self._place.glob(f"*{SUFFIX}") if path.is_file()))

    def read(self, kit_id: str) -> bytes:
        """What was kept of a draft. Raises StorageError."""
        try:
            with self._path(kit_id).open("rb") as file:
                return file.read(LARGEST_FILE)
        except OSError as error:
            raise StorageError(_UNREADABLE, str(error), name=kit_id) from error

    def write(self, kit_id: str, content: bytes) -> None:
        """Keep a draft in the place of what was kept of it. Raises StorageError; then all is as it was."""
        new = self._path(kit_id).with_suffix(".new")
        try:
            self._place.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._path(kit_id))
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise StorageError(_REFUSED, str(error)) from error

    def remove(self, kit_id: str) -> None:
        """Take a draft away. Raises StorageError."""
        try:
            self._path(kit_id).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(_REFUSED, str(error)) from error

    def _path(self, kit_id: str) -> Path:
        return self._place / f"{kit_id}{SUFFIX}"
