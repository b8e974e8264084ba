"""Whole copies of a data folder, made beside whoever writes to it, and put back in its place.

A copy is one zip file: the database as it is at one moment, and the small files beside it (profile, settings,
logo). Copies of earlier releases are the database alone.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage import schema
from kit_app.storage.database import COPIES, FILE_NAME, free_name, set_aside, told
from kit_app.storage.looking import refuse_to_change

COPY, FORMER_COPY = ".zip", ".sqlite3"

_WAIT_S = 1.0
_KEPT = (".json", ".svg", ".png", ".jpg", ".jpeg", ".kit")
"""What kinds of files beside the database are part of a copy."""
_DEEPEST = 2
_QUICK = 1
"""How hard a copy is squeezed: a console that opens should not wait for it."""

_UNUSABLE = N_("“{name}” is not a whole copy. Choose another one; nothing was changed.")
_NEWER = N_("“{name}” was written by a newer release of the program. Nothing was changed.")
_REFUSED = N_("The copy could not be written: the disk refused.")


def copy_folder(folder: Path, target: Path) -> Path:
    """Copy what `folder` keeps, whole as it is at one moment, to `target` (a zip) or a free name like it.

    Needs no connection of anybody's and holds up no writer. Raises StorageError; then there is no copy.
    """
    refuse_to_change(target)
    new = target.with_suffix(".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".copy-") as place:
            database = Path(place) / FILE_NAME
            _copy(folder / FILE_NAME, database)
            _pack(new, database, folder)
        kept = free_name(target)
        new.replace(kept)
    except sqlite3.Error as error:
        _drop(new)
        raise StorageError(_REFUSED, str(told(error).detail)) from error
    except OSError as error:
        _drop(new)
        raise StorageError(_REFUSED, str(error)) from error
    return kept


def _pack(new: Path, database: Path, folder: Path) -> None:
    """Write a zip of `database` and the small files of `folder`, on disk when this returns."""
    with ZipFile(new, "w", ZIP_DEFLATED, compresslevel=_QUICK) as pack:
        pack.write(database, FILE_NAME)
        for path in _small_files(folder):
            pack.write(path, path.relative_to(folder).as_posix())
    with new.open("rb+") as file:
        os.fsync(file.fileno())


def change_copy(copy: Path, change: Callable[[Path], bool]) -> None:
    """Let `change` alter the database of a copy, and write the copy anew where it says that it did.

    Raises StorageError; then the copy is as it was.
    """
    with _unpacked(copy) as place:
        if not change(place / FILE_NAME):
            return
        new = copy.with_suffix(".new")
        if copy.suffix == COPY:
            _pack(new, place / FILE_NAME, place)
        else:
            (place / FILE_NAME).replace(new)
        new.replace(copy)


def _small_files(folder: Path) -> list[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _KEPT)
    return [path for path in found if path.is_file() and _is_kept(path.relative_to(folder).parts)]


def _is_kept(parts: tuple[str, ...]) -> bool:
    return len(parts) <= _DEEPEST and parts[0] != COPIES and not any(part.startswith(".") for part in parts)


def _copy(source: Path, new: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", timeout=_WAIT_S, uri=True)) as here,
        closing(sqlite3.connect(new, timeout=_WAIT_S)) as there,
    ):
        here.backup(there)
        there.execute("PRAGMA journal_mode=DELETE")  # one file, without companions
        if not _is_whole(there):
            raise sqlite3.DatabaseError("the copy is not whole")


def _drop(new: Path) -> None:
    try:
        new.unlink(missing_ok=True)
    except OSError:
        return


def _is_whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")


def require_whole(copy: Path) -> None:
    """Look into a copy before anything else is done. Raises StorageError when it cannot be put back."""
    with _unpacked(copy) as place:
        _require_usable(place / FILE_NAME, copy.name)


def put_back(copy: Path, folder: Path, wall_ms: int) -> str:
    """Make `copy` what `folder` keeps; nobody may have it open. Small files that the copy lacks go.

    Returns the name under which the one before was set aside, "" when there was none. Raises StorageError.
    """
    with _unpacked(copy) as place:
        database = place / FILE_NAME
        _require_usable(database, copy.name)
        path = folder / FILE_NAME
        try:
            before = set_aside(path, "replaced", wall_ms) if path.exists() else ""
            database.replace(path)
            if copy.suffix == COPY:
                _put_small_files(place, folder)
        except OSError as error:
            raise StorageError(_REFUSED, str(error)) from error
    return before


@contextmanager
def _unpacked(copy: Path) -> Iterator[Path]:
    """The files of a copy in a folder of their own, on the same disk."""
    try:
        with tempfile.TemporaryDirectory(dir=copy.parent, prefix=".copy-") as made:
            place = Path(made)
            if copy.suffix == COPY:
                _unpack(copy, place)
            else:
                (place / FILE_NAME).write_bytes(copy.read_bytes())
            yield place
    except (BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise StorageError(_UNUSABLE, str(error), name=copy.name) from error
    except OSError as error:
        raise StorageError(_REFUSED, str(error)) from error


def _unpack(copy: Path, place: Path) -> None:
    with ZipFile(copy) as pack:
        for info in pack.infolist():
            name = PurePosixPath(info.filename)
            if name.is_absolute() or ".." in name.parts or "\\" in info.filename:
                raise BadZipFile(f"not a name of ours: {info.filename}")
            pack.extract(info, place)  # looks at each file's checksum


def _put_small_files(place: Path, folder: Path) -> None:
    wanted = {path.relative_to(place) for path in _small_files(place)}
    for path in sorted(wanted):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).replace(folder / path)
    for path in _small_files(folder):
        if path.relative_to(folder) not in wanted:
            path.unlink()


def _require_usable(database: Path, name: str) -> None:
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            is_whole = bool(version) and _is_whole(connection)
    except sqlite3.Error as error:
        raise StorageError(_UNUSABLE, str(error), name=name) from error
    if version > schema.VERSION:
        raise StorageError(_NEWER, f"database version {version}", name=name)
    if not is_whole:
        raise StorageError(_UNUSABLE, name=name)
