"""Folders that this program only looks into, since another one writes there; every writer asks first."""

from __future__ import annotations

from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_

LOOKING = N_(
    "Another window or another computer has these data open. Here you can only look: nothing was changed."
)

_looked_into: set[Path] = set()


def begin(folder: Path) -> None:
    """From now on nothing in `folder` is changed by this program."""
    _looked_into.add(folder.absolute())


def end(folder: Path) -> None:
    """The folder was closed."""
    _looked_into.discard(folder.absolute())


def is_looking(path: Path) -> bool:
    """Whether `path` lies in a folder that is only looked into."""
    if not _looked_into:
        return False
    place = path.absolute()
    return not _looked_into.isdisjoint((place, *place.parents))


def refuse_to_change(path: Path) -> None:
    """Raises StorageError when nothing may be written at `path`."""
    if is_looking(path):
        raise StorageError(LOOKING)
