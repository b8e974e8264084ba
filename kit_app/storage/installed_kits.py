"""The kits taken in beside those of the program: one file each, replaced whole or not at all."""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.looking import refuse_to_change
from kit_app.storage.sealed import UNREADABLE

FOLDER, SUFFIX = "kits", ".kit"
LARGEST_FILE = 90 * 1024 * 1024
_CAME, _NOW = "came", "now"
_EPOCH = (1980, 1, 1, 0, 0, 0)

_DAMAGED = N_("The kit “{name}” is damaged here. Import it again.")
_REFUSED = N_("The kit could not be kept: the disk refused.")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledKit:
    """A kit as it came, and as it is now where it was changed here; both as files that travel."""

    came: bytes
    now: bytes | None = None


class InstalledKits:
    """The kits of one data folder, each under its id, which must be a plain file name."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / FOLDER

    def ids(self) -> tuple[str, ...]:
        """The ids of the kits that are here."""
        return tuple(sorted(path.stem for path in self._place.glob(f"*{SUFFIX}") if path.is_file()))

    def read(self, kit_id: str) -> InstalledKit:
        """A kit that is here. Raises StorageError when it cannot be read."""
        try:
            with self._path(kit_id).open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
            with zipfile.ZipFile(io.BytesIO(content[:LARGEST_FILE])) as archive:
                is_changed = _NOW in archive.namelist()
                return InstalledKit(came=archive.read(_CAME), now=archive.read(_NOW) if is_changed else None)
        except (*UNREADABLE, LookupError) as error:
            raise StorageError(_DAMAGED, f"{type(error).__name__}: {error}", name=kit_id) from error

    def write(self, kit_id: str, kit: InstalledKit) -> None:
        """Keep a kit in the place of the one with its id. Raises StorageError; then all is as it was."""
        refuse_to_change(self._place)
        new = self._path(kit_id).with_suffix(".new")
        parts = {_CAME: kit.came} | ({} if kit.now is None else {_NOW: kit.now})
        try:
            self._place.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(new, "w", zipfile.ZIP_STORED) as archive:
                for name, part in parts.items():
                    archive.writestr(zipfile.ZipInfo(name, _EPOCH), part)
            with new.open("rb+") as file:
                os.fsync(file.fileno())
            new.replace(self._path(kit_id))
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise StorageError(_REFUSED, str(error)) from error

    def remove(self, kit_id: str) -> None:
        """Take a kit away. Raises StorageError."""
        refuse_to_change(self._place)
        try:
            self._path(kit_id).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(_REFUSED, str(error)) from error

    def _path(self, kit_id: str) -> Path:
        return self._place / f"{kit_id}{SUFFIX}"
