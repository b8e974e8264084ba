"""What the facilitator chose for the program itself, once for all sessions."""

from dataclasses import dataclass, replace
from typing import Literal

Look = Literal["system", "light", "dark", "contrast"]
LOOKS: tuple[Look, ...] = ("system", "light", "dark", "contrast")
PlayerLook = Literal["night", "high-contrast", "facility"]
"""The colours of the player screen; facility: its own two, from its profile."""

MOST_OWN_MINUTES = 30
LONGEST_LOCK_CODE = 12
LEAST_KEPT_MONTHS, MOST_KEPT_MONTHS = 12, 120
MOST_RESET_MIN = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenIdentity:
    """A display as the system names it; any part may be unknown (empty)."""

    name: str = ""
    maker: str = ""
    model: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamProjector:
    """The display that showed the screen of one team last, when each team had one of its own."""

    team: int
    display: ScreenIdentity


Guide = Literal["first", "on", "off"]
"""When the console says what a facilitator does next: at the first session that is led here, ever, never."""
TeamScreens = Literal["split", "clocks", "one", "each"]
"""How players see several teams: parts of one screen, a wall of clocks, the chosen team, a screen a team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`language` of the interface ("": the system's).

    `reduce_motion`: the player screen changes its pages at once. `projector`: the display that showed the
    player screen last, `team_projectors` those of the teams after the first. `volume` of the sounds is in
    percent, `loudspeaker` the one that plays them ("": the system's), `has_late_tick` a soft tick when a
    puzzle turns late. `knows_media_lacks`: that the optional part for sounds is missing was said once.
    `own_minutes`: two steps of the clock beside one and five minutes, negative to take. `lock_code`: what
    unlocks the console ("": F9 does). `kept_months`: after so long a session may be turned into totals.
    `gathers_region`: the results of many facilities are taken in here.
    `reset_min`: what putting a room in order takes here (0: what the kit says for each table).
    """

    language: Literal["", "fr", "en"] = ""
    theme: Look = "system"
    materials_language: Literal["fr", "en"] = "fr"
    projector: ScreenIdentity | None = None
    reduce_motion: bool = True
    team_screens: TeamScreens = "split"
    team_projectors: tuple[TeamProjector, ...] = ()
    player_look: PlayerLook = "night"
    is_muted: bool = False
    volume: int = 70
    loudspeaker: str = ""
    has_late_tick: bool = False
    knows_media_lacks: bool = False
    own_minutes: tuple[int, int] = (2, -10)
    lock_code: str = ""
    kept_months: int = 36
    reset_min: int = 0
    guide: Guide = "first"
    gathers_region: bool = False

    def __post_init__(self) -> None:
        if any(not 0 < abs(minutes) <= MOST_OWN_MINUTES for minutes in self.own_minutes):
            raise ValueError("a step of time is 1 to 30 minutes, to add or to take")
        if not LEAST_KEPT_MONTHS <= self.kept_months <= MOST_KEPT_MONTHS:
            raise ValueError("sessions are kept for 12 to 120 months")
        if not 0 <= self.reset_min <= MOST_RESET_MIN:
            raise ValueError("a room is put in order in two hours at most")

    def projector_of(self, team: int) -> ScreenIdentity | None:
        """The display of a team after the first; None when it had none yet."""
        return next((one.display for one in self.team_projectors if one.team == team), None)

    def with_projector_of(self, team: int, display: ScreenIdentity) -> "Settings":
        """The same with the display of a team after the first."""
        others = [one for one in self.team_projectors if one.team != team]
        mine = TeamProjector(team=team, display=display)
        return replace(self, team_projectors=(*others, mine))

    def dressed(self, look: str) -> "Settings":
        """The same with another look; an unknown one is the system's."""
        known = next((one for one in LOOKS if one == look), LOOKS[0])
        return replace(self, theme=known)
