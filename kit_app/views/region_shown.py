"""What the page and the papers of a region show: masked already, in words where kits name things."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kit_app.views.statistics import LearningTable, PeopleTables, PuzzleLine

Section = Literal["facilities", "people", "puzzles", "learning", "kits"]
SECTIONS: tuple[Section, ...] = ("facilities", "people", "puzzles", "learning", "kits")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionOverview:
    """All that is meant together. Without enough `people` only facilities, sessions and teams are told.

    `known` facilities told something once, `silent` of these nothing for a year.
    """

    known: int
    silent: int
    facilities: int
    sessions: int
    teams: int
    people: int | None
    won_teams: int | None
    hints_per_team: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityLine:
    """One facility. `last_year` it played in, whatever is chosen, 0 for none; the day it told last.

    `is_silent`: it told nothing for a year.
    """

    id: str
    name: str
    sessions: int
    people: str
    last_year: int
    told_on: date
    is_silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPuzzles:
    """The puzzles of one kit, by its name."""

    kit: str
    lines: tuple[PuzzleLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLine:
    """A version of a kit in use; the name is empty where older totals do not know it."""

    kit: str
    version: str
    facilities: int
    sessions: int
    people: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionContents:
    """The sums of a selection; sections that nobody asked for are empty.

    `made_on` is the day of the clock, `chosen` the selection in words, `choices` by group each value with
    its words. `hardest`: of all kits the puzzles that needed most hints a team, each with its kit's name.
    """

    made_on: date
    chosen: tuple[tuple[str, str], ...]
    choices: Mapping[str, Mapping[str, str]]
    overview: RegionOverview
    people: PeopleTables | None = None
    facilities: tuple[FacilityLine, ...] = ()
    puzzles: tuple[KitPuzzles, ...] = ()
    hardest: tuple[tuple[str, PuzzleLine], ...] = ()
    learning: tuple[LearningTable, ...] = ()
    kits: tuple[KitLine, ...] = ()
