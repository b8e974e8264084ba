"""The kits taken in beside those of the program: one file each, replaced whole or not at all."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.kit_folder import KitFolder
from kit_app.storage.sealed import UNREADABLE

FOLDER, SUFFIX = "kits", ".kit"
_CAME, _NOW = "came", "now"
_EPOCH = (1980, 1, 1, 0, 0, 0)

_DAMAGED = N_("The kit “{name}” is damaged here. Import it again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledKit:
    """A kit as it came, and as it is now where it was changed here; both as files that travel."""

    came: bytes
    now: bytes | None = None


class InstalledKits:
    """The kits of one data folder, each under its id, which must be a plain file name."""

    def __init__(self, folder: Path) -> None:
        self._files = KitFolder(folder / FOLDER, SUFFIX)

    def ids(self) -> tuple[str, ...]:
        """The ids of the kits that are here."""
        return self._files.ids()

    def read(self, kit_id: str) -> InstalledKit:
        """A kit that is here. Raises StorageError when it cannot be read."""
        try:
            with zipfile.ZipFile(io.BytesIO(self._files.read(kit_id))) as archive:
                is_changed = _NOW in archive.namelist()
                return InstalledKit(came=archive.read(_CAME), now=archive.read(_NOW) if is_changed else None)
        except (*UNREADABLE, LookupError) as error:
            raise StorageError(_DAMAGED, f"{type(error).__name__}: {error}", name=kit_id) from error

    def write(self, kit_id: str, kit: InstalledKit) -> None:
        """Keep a kit in the place of the one with its id. Raises StorageError; then all is as it was."""
        parts = {_CAME: kit.came} | ({} if kit.now is None else {_NOW: kit.now})
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            for name, part in parts.items():
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), part)
        self._files.write(kit_id, packed.getvalue())

    def remove(self, kit_id: str) -> None:
        """Take a kit away. Raises StorageError."""
        self._files.remove(kit_id)
