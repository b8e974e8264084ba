"""The folder as one zip, the same bytes for the same files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bundle.folder import committed_at


def pack(folder: Path, target: Path) -> Path:
    """Write the folder into `target`, whole or not at all; returns `target`."""
    moment = datetime.fromtimestamp(committed_at(), tz=UTC)
    part = target.with_suffix(".part")
    with ZipFile(part, "w", ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = ZipInfo(path.relative_to(folder.parent).as_posix(), moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.external_attr = (0o755 if path.stat().st_mode & 0o100 else 0o644) << 16
            archive.writestr(info, path.read_bytes())
    part.replace(target)
    return target
