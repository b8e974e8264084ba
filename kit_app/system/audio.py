"""Whether the computer has something to play sounds on, how loud it is set and whether it is muted."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from kit_app.system.answers import Ask, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundOutput:
    """`is_there` None, `volume` (percent) None and `is_muted` None: the system does not say."""

    is_there: bool | None = None
    name: str = ""
    volume: int | None = None
    is_muted: bool | None = None


UNKNOWN = SoundOutput()
NONE = SoundOutput(is_there=False)


def sound_output() -> SoundOutput:
    """Where sounds come out. May take some seconds; never raises."""
    try:
        return _sound_output()
    except (OSError, ValueError, AttributeError):
        return UNKNOWN


def from_linux(ask: Ask, cards: Path) -> SoundOutput:
    """From the sound server, or else from the kernel's list of sound cards."""
    found = _from_pipewire(ask(["wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"]))
    return found or _from_pulse(ask) or _from_kernel(cards)


def _from_pipewire(words: str) -> SoundOutput | None:
    told = re.match(r"Volume: (\d+[.,]\d+)", words)
    if told is None:
        return None
    volume = round(float(told[1].replace(",", ".")) * 100)
    return SoundOutput(is_there=True, volume=volume, is_muted="[MUTED]" in words)


def _from_pulse(ask: Ask) -> SoundOutput | None:
    name = ask(["pactl", "get-default-sink"])
    if not name:
        return None
    if name == "auto_null":  # what the server invents when there is no device
        return NONE
    volume = re.search(r"(\d+)\s?%", ask(["pactl", "get-sink-volume", "@DEFAULT_SINK@"]))
    muted = ask(["pactl", "get-sink-mute", "@DEFAULT_SINK@"]).rpartition(":")[2].strip()
    is_muted = {"yes": True, "no": False, "oui": True, "non": False}.get(muted)
    return SoundOutput(is_there=True, volume=int(volume[1]) if volume else None, is_muted=is_muted)


def _from_kernel(cards: Path) -> SoundOutput:
    try:
        listed = cards.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return NONE
    return NONE if "no soundcards" in listed else SoundOutput(is_there=True)


def from_macos(words: str) -> SoundOutput:
    """From the answer of `get volume settings`."""
    volume = re.search(r"output volume:(\d+)", words)
    muted = re.search(r"output muted:(true|false)", words)
    if muted is None:
        return UNKNOWN
    return SoundOutput(is_there=True, volume=int(volume[1]) if volume else None, is_muted=muted[1] == "true")


if sys.platform == "win32":
    from kit_app.system.windows_audio import default_endpoint

    def _sound_output() -> SoundOutput:
        found = default_endpoint()
        if found is None:
            return NONE
        volume, is_muted, name = found
        return SoundOutput(is_there=True, name=name, volume=volume, is_muted=is_muted)

elif sys.platform == "darwin":

    def _sound_output() -> SoundOutput:
        return from_macos(answer(["osascript", "-e", "get volume settings"]))

else:

    def _sound_output() -> SoundOutput:
        return from_linux(answer, Path("/proc/asound/cards"))
