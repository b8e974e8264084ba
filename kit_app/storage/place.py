"""Whether the names of an open database still lead to its files: they may be moved or deleted meanwhile."""

from __future__ import annotations

from pathlib import Path

_NEEDED = ("", "-wal")
"""How the names of a database's files end; what else there is can be made anew from these."""

Mark = tuple[int, int]


def mark_of(path: Path) -> Mark | None:
    """What tells a file from every other one of this computer; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def part(path: Path, end: str) -> Path:
    """One of the files of the database at `path`."""
    return path.with_name(path.name + end)


class FilePlace:
    """The files of a database as they were when it was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._marks: dict[str, Mark] = {}
        self.is_kept()

    def is_kept(self) -> bool:
        """Whether each file is where it was; a look at two names, cheap enough for every write.

        A file that was not there yet is taken as one of ours.
        """
        for end in _NEEDED:
            now = mark_of(part(self._path, end))
            if now is not None:
                self._marks.setdefault(end, now)
            if now != self._marks.get(end):
                return False
        return True

    def strangers(self) -> list[Path]:
        """Files under our names that are not ours."""
        return [
            part(self._path, end)
            for end in _NEEDED
            if mark_of(part(self._path, end)) not in (None, self._marks.get(end))
        ]
