"""Files of kits in a data folder: one file each, replaced whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.looking import refuse_to_change

LARGEST_FILE = 90 * 1024 * 1024

_REFUSED = N_("The kit could not be kept: the disk refused.")


class KitFolder:
    """A folder of files of kits, each under the id of its kit, which must be a plain file name."""

    def __init__(self, place: Path, suffix: str) -> None:
        self._place = place
        self._suffix = suffix

    def ids(self) -> tuple[str, ...]:
        """The ids of the files that are here."""
        return tuple(sorted(path.stem for path in self._place.glob(f"*{self._suffix}") if path.is_file()))

    def read(self, kit_id: str) -> bytes:
        """What is in a file, up to the largest size. Raises OSError."""
        with self._path(kit_id).open("rb") as file:
            return file.read(LARGEST_FILE)

    def write(self, kit_id: str, content: bytes) -> None:
        """Keep a file in the place of what was there. Raises StorageError; then all is as it was."""
        refuse_to_change(self._place)
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
        """Take a file away. Raises StorageError."""
        refuse_to_change(self._place)
        try:
            self._path(kit_id).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(_REFUSED, str(error)) from error

    def _path(self, kit_id: str) -> Path:
        return self._place / f"{kit_id}{self._suffix}"
