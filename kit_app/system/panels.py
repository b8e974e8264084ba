"""The system's own windows for settings and folders, opened where a facilitator has something to change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which
from threading import Thread
from typing import Literal

Setting = Literal["display", "sound", "power", "lock", "clock"]

_LINUX: dict[Setting, tuple[tuple[str, ...], ...]] = {
    "display": (
        ("gnome-control-center", "display"),
        ("systemsettings", "kcm_kscreen"),
        ("xfce4-display-settings",),
        ("arandr",),
    ),
    "sound": (("gnome-control-center", "sound"), ("systemsettings", "kcm_pulseaudio"), ("pavucontrol",)),
    "power": (
        ("gnome-control-center", "power"),
        ("systemsettings", "powerdevilprofilesconfig"),
        ("xfce4-power-manager-settings",),
    ),
    "lock": (
        ("gnome-control-center", "privacy"),
        ("systemsettings", "kcm_screenlocker"),
        ("xfce4-screensaver-preferences",),
    ),
    "clock": (("gnome-control-center", "datetime"), ("systemsettings", "kcm_clock")),
}


def command_for(setting: Setting) -> tuple[str, ...]:
    """Linux: the program that shows these settings; empty when none is installed."""
    return next((command for command in _LINUX[setting] if which(command[0])), ())


def _started(command: tuple[str, ...]) -> bool:
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return False
    Thread(target=process.wait, daemon=True).start()  # its end is taken note of, whenever it comes
    return True


if sys.platform == "win32":
    import os

    _PAGES: dict[Setting, str] = {
        "display": "ms-settings:display",
        "sound": "ms-settings:sound",
        "power": "ms-settings:powersleep",
        "lock": "ms-settings:lockscreen",
        "clock": "ms-settings:dateandtime",
    }

    def has_settings(setting: Setting) -> bool:
        return setting in _PAGES

    def open_settings(setting: Setting) -> bool:
        return _opened(_PAGES[setting])

    def open_folder(folder: Path) -> bool:
        return _opened(str(folder))

    def _opened(what: str) -> bool:
        try:
            os.startfile(what)
        except OSError:
            return False
        return True

elif sys.platform == "darwin":
    _PANES: dict[Setting, str] = {
        "display": "com.apple.preference.displays",
        "sound": "com.apple.preference.sound",
        "power": "com.apple.preference.energysaver",
        "lock": "com.apple.preference.security",
        "clock": "com.apple.preference.datetime",
    }

    def has_settings(setting: Setting) -> bool:
        return setting in _PANES

    def open_settings(setting: Setting) -> bool:
        return _started(("open", f"x-apple.systempreferences:{_PANES[setting]}"))

    def open_folder(folder: Path) -> bool:
        return _started(("open", str(folder)))

else:

    def has_settings(setting: Setting) -> bool:
        """Whether this system has a window for these settings that the program can open."""
        return bool(command_for(setting))

    def open_settings(setting: Setting) -> bool:
        """Open that window; False when it could not be opened. Never raises."""
        command = command_for(setting)
        return bool(command) and _started(command)

    def open_folder(folder: Path) -> bool:
        """Show a folder in the system's file window; False when it could not be shown. Never raises."""
        return which("xdg-open") is not None and _started(("xdg-open", str(folder)))
