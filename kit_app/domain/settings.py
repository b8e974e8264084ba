"""What the facilitator chose for the program itself, once for all sessions."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenIdentity:
    """A display as the system names it; any part may be unknown (empty)."""

    name: str = ""
    maker: str = ""
    model: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`language` of the interface ("": the system's).

    `reduce_motion`: the player screen changes its pages at once. `projector`: the display that showed the
    player screen last. `volume` of the sounds is in percent, `loudspeaker` the one that plays them ("": the
    system's), `has_late_tick` a soft tick when a puzzle turns late. `knows_media_lacks`: that the optional
    part for sounds is missing was said once.
    """

    language: Literal["", "fr", "en"] = ""
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    materials_language: Literal["fr", "en"] = "fr"
    projector: ScreenIdentity | None = None
    reduce_motion: bool = True
    is_muted: bool = False
    volume: int = 70
    loudspeaker: str = ""
    has_late_tick: bool = False
    knows_media_lacks: bool = False
