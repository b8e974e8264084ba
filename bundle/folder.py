"""The program as one folder: built by PyInstaller, made light and fit for any stick."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

NAME = "sant-escape-kit"
ROOT = Path(__file__).resolve().parent.parent
INSIDE = "_internal"
_STRIPPED = ("libpython3", "lib-dynload", "libsqlite3")
"""What comes with debugging symbols that nobody here reads."""


def build_folder(out: Path, work: Path) -> Path:
    """Build the program into `out`; returns its folder. The same checkout gives the same files."""
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(out), "--workpath", str(work), str(ROOT / "bundle" / f"{NAME}.spec")),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(committed_at())},
        check=True,
    )
    folder = out / NAME
    drop_links(folder)
    strip(folder)
    _add_own_metadata(folder)
    return folder


def version() -> str:
    """The release of the checkout."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def _add_own_metadata(folder: Path) -> None:
    """The program's own name and release, where Python looks for those of every package."""
    asked = (
        "import sys; from hatchling.build import prepare_metadata_for_build_wheel as make; make(sys.argv[1])"
    )
    subprocess.run([sys.executable, "-c", asked, str(folder / INSIDE)], cwd=ROOT, check=True)


def committed_at() -> int:
    """When the checkout was committed last, in seconds since 1970: the date of everything that is made."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, encoding="ascii", check=False
    ).stdout.strip()
    return int(told or 0) or 1_700_000_000


def drop_links(folder: Path) -> None:
    """Take away the links at the top: sticks have none, and each library is found where it really lies."""
    for path in (folder / INSIDE).iterdir():
        if path.is_symlink():
            path.unlink()


def strip(folder: Path) -> None:
    """Take debugging symbols out of Python's own libraries, where the tool for it is there."""
    tool = shutil.which("strip")
    if tool is None or platform.system() != "Linux":
        return
    for path in sorted((folder / INSIDE).rglob("*.so*")):
        if any(sign in str(path) for sign in _STRIPPED):
            subprocess.run([tool, "--strip-unneeded", str(path)], check=True)


def size_of(folder: Path) -> int:
    """How many bytes the files of a folder have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
