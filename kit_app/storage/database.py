"""Open the database: refuse a newer one, set a damaged one aside, copy before a migration; tell failures."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage import looking, schema
from kit_app.storage.place import FilePlace
from kit_app.storage.refusal import FULL, READ_ONLY

log = logging.getLogger(__name__)

FILE_NAME = "sant-escape.sqlite3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """A database file of a data folder: its name and the steps from each of its versions to the next.

    A step is None where that version is no longer supported.
    """

    file_name: str
    migrations: Sequence[str | None]

    @property
    def version(self) -> int:
        """The newest version."""
        return len(self.migrations)


MAIN = Tables(file_name=FILE_NAME, migrations=schema.MIGRATIONS)
"""Sessions, runs and all that belongs to them."""

COPIES = "backups"
"""The folder, beside the file, that holds whole copies."""

SYNCHRONOUS = "FULL"
"""Each commit waits until it is on the disk, so that a power cut takes nothing that was said to be kept."""

Keeping = Literal["WAL", "TRUNCATE"]
"""How SQLite makes sure of a commit: by a log of what is to come, or by the old pages, kept aside meanwhile.

The log is quicker. But it needs memory that processes share, which a network drive lacks, and the data are in
two files until they are joined: a stick may be pulled out with one of them only.
"""

_COMPANIONS = ("", "-wal", "-shm", "-journal")
_WAIT_S = 1.0

_TAKEN = N_("Another copy of the program writes to the same data: this was not kept. Close one of them.")
_FAILED = N_("The disk refused to keep this. Try again, or choose another folder for the data.")
_GONE = N_(
    "The data file was moved, deleted or replaced while the program runs: this was not kept."
    " Try again to write everything into a new one, or choose another folder for the data."
)
_DAMAGED = N_(
    "The data file is damaged. It was set aside as “{name}”, nothing was deleted;"
    " the program begins with an empty one."
)
_DAMAGED_HERE = N_("The data file is damaged. Close the program that uses it and start again.")
_NEWER = N_(
    "The data in “{folder}” was written by a newer release of the program."
    " Install that release, or choose another folder."
)
_TOO_OLD = N_("The data in “{folder}” is too old for this release. Open it once with an older release.")

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SENTENCES = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: _TAKEN,
    sqlite3.SQLITE_LOCKED: _TAKEN,
    sqlite3.SQLITE_CONSTRAINT: _TAKEN,
}


def told(error: sqlite3.Error) -> StorageError:
    """The failure of the database as a sentence for the facilitator."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return StorageError(_SENTENCES.get(code, _FAILED), f"{code} {error}")


class Database:
    """An open database. Each failure is a StorageError, and what failed left nothing behind."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        keeping: Keeping = "WAL",
        tables: Tables | None = None,
    ) -> None:
        self._connection = connection
        self._keeping = keeping
        self._tables = tables or MAIN
        self._place = FilePlace(path)
        self.path = path

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """All rows of a query."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise told(error) from error

    def batches(self, sql: str, values: Sequence[object], size: int) -> Iterator[list[tuple[object, ...]]]:
        """The rows of a long query, `size` at a time."""
        try:
            cursor = self._connection.execute(sql, values)
            while batch := cursor.fetchmany(size):
                yield batch
        except sqlite3.Error as error:
            raise told(error) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on disk when the block is left, or nothing of it and a StorageError.

        A block inside another belongs to the outer one.
        """
        if self._connection.in_transaction:
            yield self._connection
            return
        self.refuse_to_change()
        self.check_place()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise told(error) from error
        except BaseException:
            self._roll_back()
            raise

    def check_place(self) -> None:
        """Raises StorageError when the file is no longer where the next start would look for it."""
        if not self._place.is_kept():
            raise StorageError(_GONE, f"not the file that was opened: {self.path.name}")

    def mend(self) -> None:
        """Where the file is gone, write all it held into a new one in its place. Raises StorageError.

        What stands there instead is set aside; until all is written the old file stays open.
        """
        if self._place.is_kept():
            return
        fresh = self.path.with_name(f"{self.path.stem}.fresh{self.path.suffix}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            with closing(sqlite3.connect(fresh)) as target:
                self._connection.backup(target)
            for stranger in self._place.strangers():
                stranger.rename(free_name(stranger.with_stem(f"{stranger.stem}.replaced")))
            self._connection.close()  # removes the companions under our name, before there are new ones
            fresh.replace(self.path)
        except OSError as error:
            raise StorageError(_FAILED, str(error)) from error
        except sqlite3.Error as error:
            raise told(error) from error
        self._connection = _connected(self.path, self._keeping)
        self._place = FilePlace(self.path)
        log.warning("the data file was gone and is written anew")

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    @property
    def is_looking(self) -> bool:
        """Whether another program writes to it, and this one only looks."""
        return looking.is_looking(self.path)

    def refuse_to_change(self) -> None:
        """Raises StorageError where this program only looks."""
        looking.refuse_to_change(self.path)

    def write_once(self) -> None:
        """Store something that changes nothing, on disk when this returns. Raises StorageError."""
        with self.writing() as connection:
            connection.execute(f"PRAGMA user_version={self._tables.version}")

    def forget_traces(self) -> None:
        """Let nothing that was deleted stay in the log beside the file; a reader may put that off a while."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def limit_pages(self, pages: int) -> None:
        """Let the file grow to `pages` pages only: a small disk, for trying out what a full one does."""
        self.rows(f"PRAGMA max_page_count={int(pages)}")

    def page_count(self) -> int:
        """How many pages the file has."""
        return int(str(self.rows("PRAGMA page_count")[0][0]))

    def close(self) -> None:
        self._connection.close()


def reading(path: Path) -> Database:
    """A second connection to a database that is open already, which changes nothing. Raises StorageError."""
    connection = _connected(path)
    connection.execute("PRAGMA query_only=ON")
    return Database(connection, path)


def another(path: Path, keeping: Keeping, tables: Tables) -> Database:
    """One more connection to a database that was opened before; it may write. Raises StorageError."""
    return Database(_connected(path, keeping), path, keeping, tables)


@dataclass(frozen=True, slots=True)
class Opened:
    """A database with what was found on the way (a damaged file set aside)."""

    database: Database
    notices: tuple[StorageError, ...] = ()


def open_database(
    folder: Path,
    wall_ms: int,
    *,
    exclusive: bool = True,
    keeping: Keeping = "WAL",
    tables: Tables | None = None,
) -> Opened:
    """A database of `folder` (None: the main one), made, checked, brought up to date. Raises StorageError.

    Without `exclusive` (another copy may be at work) nothing is moved or migrated.
    """
    tables = tables or MAIN
    path = folder / tables.file_name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            N_("The folder “{folder}” cannot be written to. Choose another folder."),
            str(error),
            folder=folder,
        ) from error
    notices: tuple[StorageError, ...] = ()
    if path.is_file() and _is_damaged(path, tables):
        if not exclusive:
            raise StorageError(_DAMAGED_HERE)
        name = set_aside(path, "damaged", wall_ms)
        notices = (StorageError(_DAMAGED, f"set aside: {name}", name=name),)
    connection = _connected(path, keeping if exclusive else None)
    try:
        _bring_up_to_date(connection, path, wall_ms, exclusive, tables)
    except sqlite3.Error as error:
        connection.close()
        raise told(error) from error
    except StorageError:
        connection.close()
        raise
    return Opened(Database(connection, path, keeping, tables), notices)


def _connected(path: Path, keeping: Keeping | None = None) -> sqlite3.Connection:
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
        if keeping is not None:
            connection.execute(f"PRAGMA journal_mode={keeping}")
        connection.execute(f"PRAGMA synchronous={SYNCHRONOUS}")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")  # deleted rows are overwritten, not only let go of
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise told(error) from error
    return connection


def _is_damaged(path: Path, tables: Tables) -> bool:
    """Whether the file is no database, or one that is not whole. A file in use elsewhere is not damaged."""
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > tables.version:
                return False
            if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                return True
            has_tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] > 0
            return bool(has_tables != bool(version))
    except UnicodeDecodeError as error:
        log.warning("database check: %s", error)  # the words of the damage are damaged too
        return True
    except sqlite3.DatabaseError as error:
        log.warning("database check: %s", error)
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        return code in _DAMAGE or code == sqlite3.SQLITE_ERROR


def set_aside(path: Path, why: str, wall_ms: int) -> str:
    """Rename the file and its companions, so that somebody may look at them; nothing is deleted.

    `why` is a word for the new name, which is returned. Raises StorageError.
    """
    name = free_name(path.with_name(f"{path.stem}.{why}-{stamp(wall_ms)}{path.suffix}"))
    try:
        for end in _COMPANIONS:
            part = path.with_name(path.name + end)
            if part.exists():
                part.rename(name.with_name(name.name + end))
    except OSError as error:
        raise StorageError(READ_ONLY, str(error)) from error
    return name.name


def stamp(wall_ms: int) -> str:
    """`20261124-183000`, in universal time, for names of files."""
    return datetime.fromtimestamp(wall_ms / 1000, tz=UTC).strftime("%Y%m%d-%H%M%S")


def free_name(path: Path) -> Path:
    """`path`, or the same with a number when it is taken."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _bring_up_to_date(
    connection: sqlite3.Connection, path: Path, wall_ms: int, exclusive: bool, tables: Tables
) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > tables.version:
        raise StorageError(_NEWER, f"database version {version}", folder=path.parent)
    if version == tables.version:
        return
    if version and not exclusive:
        raise StorageError(_TAKEN, f"database version {version} is to be migrated")
    steps = tables.migrations[version:]
    if None in steps:
        raise StorageError(_TOO_OLD, f"database version {version}", folder=path.parent)
    if version:
        _copy_before_upgrade(connection, path, wall_ms)
    _migrate(connection, [step for step in steps if step is not None], tables.version)


def _copy_before_upgrade(connection: sqlite3.Connection, path: Path, wall_ms: int) -> None:
    copy = path.parent / COPIES / f"{stamp(wall_ms)}-upgrade{path.suffix}"
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(READ_ONLY, str(error)) from error
    with closing(sqlite3.connect(free_name(copy))) as target:
        connection.backup(target)


def _migrate(connection: sqlite3.Connection, steps: Sequence[str], version: int) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for step in steps:
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
