"""Copies of what is kept: one a day, one before each game, upgrade, import and restoring; the last ten."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Literal, get_args

from kit_app.clock.calendar import iso_moment, local_date
from kit_app.clock.clock import Clock
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.backup import COPY, FORMER_COPY, change_copy, copy_folder, put_back, require_whole
from kit_app.storage.database import COPIES, stamp
from kit_app.system.lock import FolderLock

log = logging.getLogger(__name__)

MOST = 10
Reason = Literal["day", "game", "upgrade", "import", "restore", "hand"]
"""Why a copy was made: the day's, before a game and so on, or because somebody asked for one."""

_NAME = re.compile(
    rf"(\d{{8}}-\d{{6}})-({'|'.join(get_args(Reason))})(-\d+)?({re.escape(COPY)}|{re.escape(FORMER_COPY)})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy: its file's name, when it was made (wall time) and why."""

    name: str
    wall_ms: int
    reason: str

    @property
    def moment(self) -> str:
        """When it was made, as `2026-11-24T18:30:00+01:00`."""
        return iso_moment(self.wall_ms)


class Backups:
    """The copies of one data folder. Needs nobody's connection: its functions may run in any thread."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._one_at_a_time = Lock()

    @property
    def place(self) -> Path:
        """The folder that holds the copies."""
        return self._folder / COPIES

    def all(self) -> tuple[Backup, ...]:
        """The copies that are there, the newest first; none when the folder cannot be read."""
        try:
            names = [path.name for path in self.place.iterdir() if path.is_file()]
        except OSError:
            return ()
        found = [told for told in map(_NAME.fullmatch, names) if told]
        copies = [Backup(name=told[0], wall_ms=_wall_ms(told[1]), reason=told[2]) for told in found]
        return tuple(sorted(copies, key=lambda one: (one.wall_ms, one.name), reverse=True))

    def make(self, reason: Reason) -> Backup:
        """Copy what is kept now and let go of the oldest copies beyond ten. Raises StorageError."""
        with self._one_at_a_time:
            return self._make(reason)

    def of_today(self) -> Backup:
        """Today's last copy, made now when there is none yet. Raises StorageError."""
        today = local_date(self._clock.wall_ms())
        with self._one_at_a_time:
            made = next((one for one in self.all() if local_date(one.wall_ms) == today), None)
            return made or self._make("day")

    def change_all(self, change: Callable[[Path], bool], since_ms: int) -> None:
        """Let `change` alter the database of every copy made since then; one that cannot be read stays."""
        with self._one_at_a_time:
            for one in self.all():
                if one.wall_ms >= since_ms:
                    try:
                        change_copy(self.place / one.name, change)
                    except StorageError as error:
                        log.warning("a copy stays as it is: %s %s", error, error.detail)

    def restore(self, name: str) -> str:
        """Put a copy in the place of what is kept; nobody may have the folder open.

        Returns the name of the copy made of what was there before, or of the file that was set aside when it
        could not be copied. Raises StorageError.
        """
        if name not in {one.name for one in self.all()}:
            raise StorageError(
                N_("There is no copy “{name}”. Without a name, all copies are listed."), name=name
            )
        with FolderLock(self._folder), self._one_at_a_time:
            require_whole(self.place / name)  # a copy made for nothing would push out the oldest one
            kept = self._copy_before(name)
            aside = put_back(self.place / name, self._folder, self._clock.wall_ms())
            if not kept:
                return aside
            for path in self._folder.glob(f"{aside}*"):
                _drop(path)
            return kept

    def _copy_before(self, name: str) -> str:
        try:
            return self._make("restore", spared=name).name
        except StorageError as error:  # damaged, or no room: the file itself is set aside
            log.warning("what is replaced cannot be copied: %s %s", error, error.detail)
            return ""

    def _make(self, reason: Reason, spared: str = "") -> Backup:
        now = self._clock.wall_ms()
        kept = copy_folder(self._folder, self.place / f"{stamp(now)}-{reason}{COPY}")
        for old in self.all()[MOST:]:
            if old.name != spared:
                _drop(self.place / old.name)
        return Backup(name=kept.name, wall_ms=now, reason=reason)


def _drop(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        log.warning("an old copy stays: %s", error)


def _wall_ms(moment: str) -> int:
    try:
        return round(datetime.strptime(moment, "%Y%m%d-%H%M%S").replace(tzinfo=UTC).timestamp() * 1000)
    except ValueError:
        return 0
