"""A computer on which all is well, and others."""

from collections.abc import Callable
from dataclasses import replace

from kit_app.domain.screens import Display
from kit_app.domain.settings import ScreenIdentity
from kit_app.services.preflight.asking import Computer
from kit_app.system.audio import SoundOutput
from kit_app.system.idle import IdlePolicy
from kit_app.system.power import Power

GB = 1024**3

LAPTOP = Display(identity=ScreenIdentity(name="laptop"), left=0, top=0, width=1366, height=768)
BESIDE = Display(identity=ScreenIdentity(name="beamer"), left=1366, top=0, width=1920, height=1080)
SAME = Display(identity=ScreenIdentity(name="beamer"), left=0, top=0, width=1366, height=768)

WELL = Computer(
    power=lambda: Power.MAINS,
    sound=lambda: SoundOutput(is_there=True, name="Loudspeaker", volume=60, is_muted=False),
    idle=lambda: IdlePolicy(lock_s=0, sleep_s=1800),
    is_mirroring=lambda: False,
    can_keep_awake=lambda: True,
    free_bytes=lambda _folder: 41 * GB,
    is_writable=lambda _folder: True,
    has_settings=lambda _setting: True,
)


def computer(**facts: Callable[..., object]) -> Computer:
    """A computer that is well but for these answers."""
    return replace(WELL, **facts)  # type: ignore[arg-type]
