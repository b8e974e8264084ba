"""Files that come from elsewhere, read as far as they may be large."""

from __future__ import annotations

from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_


def content_of(path: Path, largest: int, too_large: str) -> bytes:
    """The bytes of a file. Raises StorageError, with the marked sentence `too_large` over `largest` bytes."""
    if not path.is_file():  # a pipe would let wait for ever
        raise StorageError(N_("“{name}” cannot be read."), "no file", name=path.name)
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise StorageError(N_("“{name}” cannot be read."), str(error), name=path.name) from error
    if len(content) > largest:
        raise StorageError(too_large, name=path.name)
    return content
