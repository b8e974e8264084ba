"""One copy of the program at a time on one folder; the system frees the lock when a process dies."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from kit_app.errors import StorageError
from kit_app.i18n import N_

LOCK_NAME = ".lock"

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderInUseError(StorageError):
    """Another copy of the program holds the folder."""


class FolderLock:
    """Held from `acquire` to `release`, or as long as this object and its process live."""

    def __init__(self, folder: Path, name: str = LOCK_NAME) -> None:
        self.path = folder / name
        self._file: IO[bytes] | None = None

    def acquire(self) -> None:
        """Take the lock, or raise `FolderInUseError`, or a `StorageError` when the folder is not writable."""
        if self._file is not None:
            return
        file = self._opened()
        try:
            _take(file)
        except OSError as error:
            file.close()
            raise FolderInUseError(
                N_("The program is already open on this folder. Use that window, or close it first."),
                f"{self.path}: {error}",
            ) from error
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> IO[bytes]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return self.path.open("ab")
        except OSError as error:
            raise StorageError(
                N_("The folder “{folder}” cannot be written to. Choose another folder."),
                str(error),
                folder=self.path.parent,
            ) from error

    def __enter__(self) -> FolderLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
