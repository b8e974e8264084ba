"""What is counted over many facilities, and which of their results are meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionSelection:
    """Which results are meant; None is any. An empty text means those for which nothing was chosen."""

    year: int | None = None
    facility: str | None = None
    audience: str | None = None
    sector: str | None = None
    kit_id: str | None = None


WHOLE_REGION = RegionSelection()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionChoices:
    """What a selection can choose among; `facilities` are names by id, the latest year first."""

    years: tuple[int, ...]
    facilities: dict[str, str]
    audiences: tuple[str, ...]
    sectors: tuple[str, ...]
    kits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCount:
    """Sums over many facilities."""

    facilities: int
    sessions: int
    runs: int
    people: int
    won: int
    lost: int
    stopped: int
    hints: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCell:
    """Sessions and people of one year, audience and sector."""

    year: int
    audience: str
    sector: str
    sessions: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityCount:
    """One facility: when it told last (ms of the wall clock), and its sums; `last_year` 0 before any."""

    id: str
    name: str
    told_ms: int
    last_year: int
    sessions: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KitUse:
    """How often a version of a kit was played, and in how many facilities."""

    kit_id: str
    kit_version: str
    facilities: int
    sessions: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleUse:
    """One puzzle of a kit over all runs; `hints` counts teams by level.

    `met` opened it and nothing was broken, `left` did not solve it; times are of teams that solved it
    themselves, in whole seconds, None when under FEWEST_TEAMS did.
    """

    kit_id: str
    puzzle: str
    met: int
    solved: int
    forced: int
    left: int
    broken: int
    hints: tuple[int, int, int]
    wrong: int
    target_s: int
    median_s: float | None
    p80_s: int | None


FEWEST_TEAMS = 5
"""Under so many teams a puzzle's numbers would tell of single ones."""
