"""Everything that the system is asked about the computer, in one value, so that it can be asked otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kit_app.system.audio import SoundOutput, sound_output
from kit_app.system.disk import free_bytes, is_writable
from kit_app.system.idle import IdlePolicy, idle_policy
from kit_app.system.mirror import is_mirroring
from kit_app.system.panels import Setting, has_settings
from kit_app.system.power import Power, power
from kit_app.system.sleep import can_keep_awake


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """The computer on which the program runs. Each question may take some seconds and never raises."""

    power: Callable[[], Power] = power
    sound: Callable[[], SoundOutput] = sound_output
    idle: Callable[[], IdlePolicy] = idle_policy
    is_mirroring: Callable[[], bool] = is_mirroring
    can_keep_awake: Callable[[], bool] = can_keep_awake
    free_bytes: Callable[[Path], int] = free_bytes
    is_writable: Callable[[Path], bool] = is_writable
    has_settings: Callable[[Setting], bool] = has_settings


THIS = Computer()
