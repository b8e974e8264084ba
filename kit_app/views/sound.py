"""What the console shows of sounds."""

from dataclasses import dataclass
from typing import Literal

SoundState = Literal["on", "muted", "no-speaker", "missing", "broken"]
"""`missing`: the optional part of the program is not installed; `broken`: it is, but does not load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundView:
    """`loudspeakers` are those plugged in; `loudspeaker` the chosen one (empty: the system's choice).

    `volume` is in percent.
    """

    state: SoundState
    loudspeakers: tuple[str, ...] = ()
    loudspeaker: str = ""
    volume: int = 70
    has_late_tick: bool = False
