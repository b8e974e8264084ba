"""The Debian package of a built folder: the program in /opt, its entry in the menu, its icon."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bundle.folder import NAME, ROOT, committed_at, size_of, version

PACKAGES = (
    *("libegl1", "libgl1", "libfontconfig1", "libglib2.0-0", "libdbus-1-3", "libx11-6", "libgssapi-krb5-2"),
    *("libcups2", "libpulse0"),
)
"""What a bare Debian lacks to run the folder; one with a desktop has them all."""

_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
_DESCRIPTION = """Prepare, print, run and debrief an escape game on digital security
 For trainers of healthcare facilities. It needs no network and keeps no name
 of a player."""


def build_package(folder: Path, out: Path) -> Iterator[Path]:
    """Make the package of the folder in `out` and yield it; nothing where there is no dpkg-deb."""
    tool = shutil.which("dpkg-deb")
    if tool is None:
        return
    machine = _MACHINES.get(platform.machine(), platform.machine())
    target = out / f"{NAME}_{version()}_{machine}.deb"
    with tempfile.TemporaryDirectory(prefix="bundle-") as place:
        tree = Path(place) / "tree"
        _fill(tree, folder, machine)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(committed_at())}
        command = [tool, "--build", "--root-owner-group", "-Zxz", "-z1", str(tree), str(target)]
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    yield target


def _fill(tree: Path, folder: Path, machine: str) -> None:
    shutil.copytree(folder, tree / "opt" / NAME)
    started = tree / "usr" / "bin" / NAME
    started.parent.mkdir(parents=True)
    started.symlink_to(f"/opt/{NAME}/{NAME}")
    icon = ROOT / "bundle" / "icon"
    _copy(icon / f"{NAME}.desktop", tree / "usr" / "share" / "applications")
    _copy(icon / f"{NAME}.svg", tree / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps")
    documents = tree / "usr" / "share" / "doc" / NAME
    documents.mkdir(parents=True)
    shutil.copy(folder / "THIRD-PARTY.txt", documents / "copyright")
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(folder, machine), encoding="utf-8", newline="\n")
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)


def _copy(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copy(source, folder)


def _control(folder: Path, machine: str) -> str:
    lines = {
        "Package": NAME,
        "Version": version(),
        "Architecture": machine,
        "Maintainer": "Contributors of the Sant'Escape Kit <nobody@localhost>",
        "Installed-Size": str(size_of(folder) // 1024),
        "Depends": ", ".join(("libc6 (>= 2.36)", "libstdc++6", *PACKAGES)),
        "Recommends": "speech-dispatcher, speech-dispatcher-espeak-ng, libspeechd2",
        "Section": "education",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())
