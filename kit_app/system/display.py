"""Whether windows can be shown here; Qt ends the process when it is asked to and they cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_X_SOCKETS = Path("/tmp/.X11-unix")
_HAS_ALWAYS = sys.platform in ("win32", "darwin")
_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "eglfs", "linuxfb")


def has_display(environment: Mapping[str, str] = os.environ, sockets: Path = _X_SOCKETS) -> bool:
    """True on Windows and macOS; elsewhere when a display is named and its socket is there."""
    return _HAS_ALWAYS or _is_named(environment, sockets)


def _is_named(environment: Mapping[str, str], sockets: Path) -> bool:
    if environment.get("QT_QPA_PLATFORM", "").startswith(_WITHOUT_DISPLAY):
        return True
    return _has_wayland(environment) or _has_x(environment, sockets)


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name, folder = environment.get("WAYLAND_DISPLAY"), environment.get("XDG_RUNTIME_DIR")
    return bool(name) and (Path(folder or "/") / str(name)).exists()


def _has_x(environment: Mapping[str, str], sockets: Path) -> bool:
    host, colon, number = environment.get("DISPLAY", "").rpartition(":")
    if not colon:
        return False
    return bool(host) or (sockets / f"X{number.partition('.')[0]}").exists()
