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


TeamScreens = Literal["split", "clocks", "one", "each"]
"""How players see several teams: parts of one screen, a wall of clocks, the chosen team, a screen a team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`language` of the interface ("": the system's).

    `reduce_motion`: the player screen changes its pages at once. `projector`: the display that showed the
    player screen last.
    """

    language: Literal["", "fr", "en"] = ""
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    materials_language: Literal["fr", "en"] = "fr"
    projector: ScreenIdentity | None = None
    reduce_motion: bool = True
    team_screens: TeamScreens = "split"
