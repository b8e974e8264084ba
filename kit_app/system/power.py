"""Whether the computer runs on mains; a facilitator is warned before a run on battery."""

from __future__ import annotations

import subprocess
import sys
from enum import Enum
from pathlib import Path


class Power(Enum):
    MAINS = "mains"
    BATTERY = "battery"
    UNKNOWN = "unknown"


def power() -> Power:
    """Where the current comes from; `UNKNOWN` when the system does not say. Never raises."""
    try:
        return _power()
    except (OSError, ValueError, subprocess.SubprocessError):
        return Power.UNKNOWN


if sys.platform == "win32":
    import ctypes

    class _PowerStatus(ctypes.Structure):
        _fields_ = (
            ("line", ctypes.c_ubyte),
            ("flags", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("seconds", ctypes.c_ulong),
            ("full_seconds", ctypes.c_ulong),
        )

    def _power() -> Power:
        status = _PowerStatus()
        if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
            return Power.UNKNOWN
        return {0: Power.BATTERY, 1: Power.MAINS}.get(status.line, Power.UNKNOWN)

elif sys.platform == "darwin":

    def _power() -> Power:
        answer = subprocess.run(
            ["pmset", "-g", "batt"], capture_output=True, encoding="utf-8", timeout=2, check=True
        ).stdout
        if "AC Power" in answer:
            return Power.MAINS
        return Power.BATTERY if "Battery Power" in answer else Power.UNKNOWN

else:

    def _power() -> Power:
        return power_from(Path("/sys/class/power_supply"))


def power_from(supplies: Path) -> Power:
    """Linux: read from the folder in which the kernel lists the supplies."""
    kinds = {supply: _word(supply / "type") for supply in supplies.iterdir()}
    mains = [supply for supply, kind in kinds.items() if kind in {"Mains", "USB"}]
    if any(_word(supply / "online") == "1" for supply in mains):
        return Power.MAINS
    states = {_word(supply / "status") for supply, kind in kinds.items() if kind == "Battery"}
    if "Discharging" in states:
        return Power.BATTERY
    return Power.MAINS if states & {"Charging", "Full", "Not charging"} else Power.UNKNOWN


def _word(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
