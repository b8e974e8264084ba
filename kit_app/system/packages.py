"""What Qt and the tests need from a Linux system beyond Python, and how Debian and its family get it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kit_app.errors import KitAppError
from kit_app.i18n import N_


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package, known to be there by one of its libraries, commands or Python modules."""

    name: str
    library: str = ""
    command: str = ""
    module: str = ""

    @property
    def sign(self) -> str:
        return self.library or self.command or self.module

    def is_missing(self) -> bool:
        if self.command:
            return shutil.which(self.command) is None
        if self.module:
            return importlib.util.find_spec(self.module) is None
        return not _has_library(self.library)


PYTHON_PACKAGES = (Package("python3-venv", module="ensurepip"),)
QT_PACKAGES = (
    Package("libegl1", library="libEGL.so.1"),
    Package("libgl1", library="libGL.so.1"),
    Package("libglib2.0-0", library="libglib-2.0.so.0"),
    Package("libfontconfig1", library="libfontconfig.so.1"),
    Package("libxkbcommon0", library="libxkbcommon.so.0"),
    Package("libdbus-1-3", library="libdbus-1.so.3"),
    Package("libcups2", library="libcups.so.2"),
    Package("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Package("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Package("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Package("libxcb-shape0", library="libxcb-shape.so.0"),
    Package("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Package("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
)

MEDIA_PACKAGES = (
    Package("libpulse0", library="libpulse.so.0"),
    Package("libspeechd2", library="libspeechd.so.2"),
    Package("speech-dispatcher", command="speech-dispatcher"),
    Package("speech-dispatcher-espeak-ng", library="libespeak-ng.so.1"),
)
"""What the optional part for sounds, speech and the camera needs beyond that."""


def missing(packages: Iterable[Package]) -> tuple[Package, ...]:
    """Those of `packages` that this system lacks; always none on Windows and macOS."""
    if sys.platform == "linux":
        return tuple(package for package in packages if package.is_missing())
    else:
        return ()


def is_debian() -> bool:
    return shutil.which("apt-get") is not None


def install_line(packages: Iterable[Package]) -> str:
    """What somebody types who may install packages."""
    names = " ".join(package.name for package in packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def may_install() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def install(packages: Iterable[Package]) -> None:
    """Install with apt-get without asking anything; raise a `KitAppError` when that fails."""
    names = [package.name for package in packages]
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    _run([*apt, "update"])  # without a network, packages of a disc or a cache may still install
    done, said = _run([*apt, "install", "-y", "--no-install-recommends", *names])
    if not done:
        raise KitAppError(N_("These packages could not be installed: {names}"), said, names=" ".join(names))


def _run(command: list[str]) -> tuple[bool, str]:
    result = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return result.returncode == 0, result.stdout


def _has_library(name: str) -> bool:
    """A look into the usual folders comes first, because loading a library costs start-up time."""
    if any(Path(folder, name).exists() for folder in _library_folders()):
        return True
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _library_folders() -> tuple[str, ...]:
    family = sysconfig.get_config_var("MULTIARCH") or "lib"
    return (f"/usr/lib/{family}", f"/lib/{family}", "/usr/lib64", "/usr/lib", "/usr/local/lib")
