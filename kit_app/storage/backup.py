"""Whole copies of the database, made beside whoever writes to it, and put back in its place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage import schema
from kit_app.storage.database import FILE_NAME, free_name, set_aside, told

_WAIT_S = 1.0

_UNUSABLE = N_("“{name}” is not a whole copy. Choose another one; nothing was changed.")
_NEWER = N_("“{name}” was written by a newer release of the program. Nothing was changed.")
_REFUSED = N_("The copy could not be written: the disk refused.")


def copy_database(source: Path, target: Path) -> Path:
    """Copy the database `source`, whole as it is at one moment, to `target` or a free name like it.

    Needs no connection of anybody's and holds up no writer. Raises StorageError; then there is no copy.
    """
    new = target.with_suffix(".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        _copy(source, new)
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        kept = free_name(target)
        new.replace(kept)
    except sqlite3.Error as error:
        _drop(new)
        raise StorageError(_REFUSED, str(told(error).detail)) from error
    except OSError as error:
        _drop(new)
        raise StorageError(_REFUSED, str(error)) from error
    return kept


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


def put_back(copy: Path, folder: Path, wall_ms: int) -> str:
    """Make `copy` the database of `folder`, which nobody may have open.

    Returns the name under which the one before was set aside; empty when there was none. Raises StorageError.
    """
    _require_usable(copy)
    path = folder / FILE_NAME
    fresh = copy_database(copy, path.with_name(f"{path.stem}.restored{path.suffix}"))
    before = set_aside(path, "replaced", wall_ms) if path.exists() else ""
    try:
        fresh.replace(path)
    except OSError as error:
        raise StorageError(_REFUSED, str(error)) from error
    return before


def _require_usable(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            is_whole = bool(version) and _is_whole(connection)
    except sqlite3.Error as error:
        raise StorageError(_UNUSABLE, str(error), name=copy.name) from error
    if version > schema.VERSION:
        raise StorageError(_NEWER, f"database version {version}", name=copy.name)
    if not is_whole:
        raise StorageError(_UNUSABLE, name=copy.name)
