"""What files that travel have in common when they are read: nothing they say of themselves is believed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from hashlib import sha256

from kit_app.storage.shape import ShapeError

UNREADABLE = (
    zipfile.BadZipFile,
    NotImplementedError,  # a way of compressing that is not known here
    RuntimeError,  # an archive with a password
    RecursionError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)
"""What reading a damaged or foreign archive and its JSON may raise."""


def part_of(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    """A part's bytes, never more than `largest`, whatever the archive says. Raises ShapeError, UNREADABLE."""
    with archive.open(name) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise ShapeError(f"{name} is too large")
    return content


def check_sums(parts: Mapping[str, bytes], sums: Mapping[str, str]) -> None:
    """Raise ShapeError unless each part has the SHA-256 sum that was written down for it."""
    for name, content in parts.items():
        if sha256(content).hexdigest() != sums[name]:
            raise ShapeError(f"{name} is not what was written")
