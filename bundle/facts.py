"""What the sheet for the IT department says of a build, all of it counted or read from the build."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

from bundle.debian import PACKAGES
from bundle.folder import NAME, size_of, version
from bundle.papers import sum_of
from kit_app.services.printing.it_sheet import BuildFacts
from kit_app.services.third_parties import works

_DATA_FOLDERS = {
    "linux": f"~/.local/share/{NAME}",
    "win32": rf"%LOCALAPPDATA%\{NAME}",
    "darwin": f"~/Library/Application Support/{NAME}",
}


def facts_of(folder: Path, archive: Path) -> BuildFacts:
    """The facts of the folder and of the archive that it was packed into."""
    return BuildFacts(
        version=version(),
        system=f"{platform.system()} {platform.machine()}",
        files=sum(path.is_file() for path in folder.rglob("*")),
        bytes=size_of(folder),
        archive=archive.name,
        archive_bytes=archive.stat().st_size,
        archive_sum=sum_of(archive),
        program=f"{NAME}.exe" if sys.platform == "win32" else NAME,
        needs=PACKAGES if sys.platform == "linux" else (),
        data_folder=_DATA_FOLDERS[sys.platform],
        works=works(),
    )
