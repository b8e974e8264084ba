"""Kits that are being written: one file each."""

from __future__ import annotations

from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.kit_folder import KitFolder

FOLDER, SUFFIX = "drafts", ".kit"

_UNREADABLE = N_("The kit “{name}” that was being written cannot be read. Put a copy of your data back.")


class KitDrafts:
    """The drafts of one data folder, each under the id of its kit, which must be a plain file name."""

    def __init__(self, folder: Path) -> None:
        self._files = KitFolder(folder / FOLDER, SUFFIX)

    def ids(self) -> tuple[str, ...]:
        """The ids of the drafts that are here."""
        return self._files.ids()

    def read(self, kit_id: str) -> bytes:
        """What was kept of a draft. Raises StorageError."""
        try:
            return self._files.read(kit_id)
        except OSError as error:
            raise StorageError(_UNREADABLE, str(error), name=kit_id) from error

    def write(self, kit_id: str, content: bytes) -> None:
        """Keep a draft in the place of what was kept of it. Raises StorageError; then all is as it was."""
        self._files.write(kit_id, content)

    def remove(self, kit_id: str) -> None:
        """Take a draft away. Raises StorageError."""
        self._files.remove(kit_id)
