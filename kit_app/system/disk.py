"""Whether a folder can be written to, and how much room it has."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_PROBE = bytes(range(256)) * 16


def free_bytes(folder: Path) -> int:
    """Room left for `folder`, which need not exist yet; 0 when it cannot be told."""
    place = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return 0


def is_writable(folder: Path) -> bool:
    """True when a file written there reached the disk, read the same and is gone again; makes the folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(_PROBE)
            probe.flush()
            os.fsync(probe.fileno())
            probe.seek(0)
            return probe.read() == _PROBE
    except OSError:
        return False
