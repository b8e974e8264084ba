"""Where the data lie: beside a carried program or at the user's, and how fast that place keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit_app.clock.clock import Clock
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import N_
from kit_app.storage.database import Database, Keeping
from kit_app.system.disk import is_writable
from kit_app.system.drives import may_go_away
from kit_app.system.program import carried_folder

BESIDE = "data"
"""A folder of this name beside the program's own file takes the data; it is never made by the program."""

SLOW_MS = 150
"""A drive that takes longer to keep one small thing lets acts in the console wait."""

SLOW = N_(
    "The drive with the data is slow: it takes {ms} ms to keep one thing, and acts in a game may stick."
    " Copy the whole folder of the program to this computer and start it there."
)
_LOCKED = N_(
    "The folder “data” beside the program cannot be written to. What you do is kept on this computer instead,"
    " in {folder}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPlace:
    """The folder of the data, what there is to tell about it, and whether it travels with the program."""

    folder: Path
    travels: bool = False
    notices: tuple[KitAppError, ...] = ()

    @property
    def keeping(self) -> Keeping:
        """How the database makes sure of what is kept there."""
        return keeping_in(self.folder, travels=self.travels)


def data_place(asked: Path | None = None, program: Path | None = None) -> DataPlace:
    """The place that was `asked` for, else beside the program, else of this user on this computer.

    The user's is local to the computer, since a database must not roam. `program`: the folder of the program,
    instead of that of this very one.
    """
    from platformdirs import user_data_path

    if asked is not None:
        return DataPlace(folder=asked.absolute())
    own = user_data_path("sant-escape-kit", appauthor=False, roaming=False).absolute()
    carried = program or carried_folder()
    beside = carried / BESIDE if carried else None
    if beside is None or not beside.is_dir():
        return DataPlace(folder=own)
    if is_writable(beside):
        return DataPlace(folder=beside.absolute(), travels=True)
    return DataPlace(folder=own, notices=(StorageError(_LOCKED, f"read-only: {beside}", folder=own),))


def keeping_in(folder: Path, *, travels: bool = False) -> Keeping:
    """How a database in `folder` makes sure of what is kept: whether its drive may go away decides."""
    return "TRUNCATE" if travels or may_go_away(folder) else "WAL"


def commit_ms(database: Database, clock: Clock) -> int:
    """How long the drive takes to keep one thing; of two when that is long. Raises StorageError."""
    first = _once(database, clock)
    return first if first <= SLOW_MS else min(first, _once(database, clock))


def _once(database: Database, clock: Clock) -> int:
    began = clock.steady_ms()
    database.write_once()
    return clock.steady_ms() - began


def slowness(ms: int) -> tuple[KitAppError, ...]:
    """What there is to tell of a drive that takes `ms` to keep one thing."""
    return (StorageError(SLOW, ms=ms),) if ms > SLOW_MS else ()
