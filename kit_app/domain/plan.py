"""A planned session: the facility's choices and what was drawn for each team. Never a person's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from kit_app.i18n import N_

HintPolicy = Literal["by-hand", "suggested", "automatic"]
ClockStyle = Literal["clock", "bar", "none"]
AUDIENCES = {
    "care": N_("Care staff"),
    "office": N_("Office staff"),
    "technical": N_("Technical staff"),
    "managers": N_("Managers"),
    "students": N_("Students"),
    "mixed": N_("Mixed"),
}
"""Who may play, and how they are named; a plan that does not say so has none."""

MIN_TEAM, MAX_TEAM = 2, 8
"""Between these lie the teams of any kit; each kit says which of them it has roles for."""
MOST_TEAMS = 6
"""So many teams play in one session at most."""
MIN_DURATION, MAX_DURATION = 10, 120
EXTRA_TIME_FACTOR = 4 / 3
"""Extra time for accessibility: a third more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPlan:
    """A team of a session: its number from 1, the label shown on the screens and how many play."""

    number: int
    label: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DealtPuzzle:
    """What was drawn for one puzzle of one team; `attempt` is the number of redraws before it held."""

    id: str
    attempt: int
    answer: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDeal:
    """What was drawn for one team: seed, set id, its puzzles and the code of each card (by card id)."""

    number: int
    seed: str
    set_id: str
    puzzles: tuple[DealtPuzzle, ...]
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """The choices of a session. `seed` is 32 hexadecimal digits; `kit_digest` names the stored kit snapshot.

    `date` is ISO (2026-11-24) and `time` 24-hour (18:30), both may be empty while undecided. `sector` is
    empty for the kit's first one, `second_language` (of the other set of mixed teams) for none. `hint_stock`
    is 0 for no limit, `hint_shown_s` 0 for hints that stay until taken off; with `own_clocks` each team of a
    room starts and stops by itself. `audience` is one of AUDIENCES or empty, `service` a ward or department,
    never a person. `left_out` and `taken_in` are optional puzzles of the kit, beside what the variant plays.
    `facility_id` is the profile of `facility` in the data folder where it was planned, empty for none.
    """

    id: str
    name: str
    facility: str
    date: str
    time: str
    room: str
    kit_id: str
    kit_digest: str
    variant: str
    level: str
    language: str
    duration_min: int
    extra_time: bool
    teams: tuple[TeamPlan, ...]
    hint_policy: HintPolicy
    hint_cost_min: int
    clock_style: ClockStyle
    seed: str
    deals: tuple[TeamDeal, ...] = ()
    is_archived: bool = False
    printed_teams: tuple[int, ...] = field(default=())
    sector: str = ""
    second_language: str = ""
    hint_stock: int = 0
    hint_shown_s: int = 0
    own_clocks: bool = False
    audience: str = ""
    service: str = ""
    left_out: tuple[str, ...] = ()
    taken_in: tuple[str, ...] = ()
    facility_id: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that each team's set is printed in, the main one first."""
        return (self.language, self.second_language) if self.second_language else (self.language,)

    def in_language(self, language: str) -> "SessionPlan":
        """The plan as the set in `language` is dealt: for a mixed team's other set both change places."""
        if not language or language != self.second_language:
            return self
        return replace(self, language=language, second_language=self.language)

    @property
    def duration_ms(self) -> int:
        """The time on the clock at the start, extra time included."""
        minutes = self.duration_min * (EXTRA_TIME_FACTOR if self.extra_time else 1)
        return round(minutes * 60_000)
