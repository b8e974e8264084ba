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
    """`language` of the interface ("": the system's); `facility` and `logo` (a picture's path) go on papers.

    `projector` is the display on which the player screen was shown last.
    """

    language: Literal["", "fr", "en"] = ""
    theme: Literal["system", "light", "dark"] = "system"
    facility: str = ""
    logo: str = ""
    materials_language: Literal["fr", "en"] = "fr"
    projector: ScreenIdentity | None = None
    reduce_motion: bool = False
