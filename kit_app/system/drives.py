"""Whether a folder lies on something that may be pulled out, or on another computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_SHARED = ("nfs", "cifs", "smb", "afs", "ncp", "9p", "fuse.sshfs", "davfs")
"""How the names of file systems begin that lie on another computer."""
_OF_STICKS = ("vfat", "exfat", "msdos")


def may_go_away(folder: Path) -> bool:
    """True on a stick, a card or a share; False also when the system does not say. Never raises."""
    try:
        return _may_go_away(folder.resolve())
    except (OSError, ValueError):
        return False


if sys.platform == "win32":
    import ctypes

    _REMOVABLE, _REMOTE = 2, 4

    def _may_go_away(folder: Path) -> bool:
        return ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) in (_REMOVABLE, _REMOTE)

elif sys.platform == "darwin":

    def _may_go_away(folder: Path) -> bool:
        return folder.is_relative_to("/Volumes") and folder.stat().st_dev != Path("/").stat().st_dev

else:

    def _may_go_away(folder: Path, mounts: Path = Path("/proc/self/mountinfo")) -> bool:
        place = next(path for path in (folder, *folder.parents) if path.exists())
        device = place.stat().st_dev
        number = f"{os.major(device)}:{os.minor(device)}"
        for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
            before, _, after = line.partition(" - ")
            kind = after.partition(" ")[0]
            if before.split()[2:3] == [number] and (kind in _OF_STICKS or kind.startswith(_SHARED)):
                return True
        return _is_removable(number)

    def _is_removable(number: str) -> bool:
        """What the kernel says of the device, or of the disk that it is a part of."""
        node = Path("/sys/dev/block") / number
        if not node.exists():
            return False
        disk = node.resolve()
        flags = (disk / "removable", disk.parent / "removable")
        return any(flag.is_file() and flag.read_text(encoding="ascii").strip() == "1" for flag in flags)
