"""Whether a folder can be written to, and how much room it has."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path


def free_bytes(folder: Path) -> int:
    """Room left for `folder`, which need not exist yet; 0 when it cannot be told."""
    place = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return 0


def is_writable(folder: Path) -> bool:
    """True when a file was really written there and taken away again; makes the folder when it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"probe")
            probe.flush()
    except OSError:
        return False
    return True
