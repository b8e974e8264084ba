"""The libraries of this Debian that came along into the folder: whose they are, and their licences."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bundle.folder import INSIDE

_LIBRARY = re.compile(r"(lib[\w+.-]+\.so)[\w.]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemLibrary:
    """A Debian package of which files were taken, its release, what its copyright file says."""

    package: str
    version: str
    text: str


def system_libraries(folder: Path) -> tuple[SystemLibrary, ...]:
    """The packages that libraries at the top of the folder are from; none without dpkg."""
    if shutil.which("dpkg-query") is None:
        return ()
    found = dict(_owners(folder))
    return tuple(found[name] for name in sorted(found))


def _owners(folder: Path) -> Iterator[tuple[str, SystemLibrary]]:
    for path in sorted((folder / INSIDE).glob("lib*.so*")):
        told = _asked("dpkg-query", "-S", f"*/{path.name}")
        package = told.partition(":")[0].strip()
        if package and _LIBRARY.match(path.name):
            version = _asked("dpkg-query", "-W", "-f", "${Version}\n", package).splitlines()
            copyright_file = Path("/usr/share/doc", package, "copyright")
            text = copyright_file.read_text(encoding="utf-8") if copyright_file.is_file() else ""
            yield package, SystemLibrary(package=package, version=(version or [""])[0], text=text.strip())


def _asked(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout if done.returncode == 0 else ""
