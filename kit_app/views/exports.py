"""What goes into a file of results beside the games themselves: which games, made when, and sums of them."""

from dataclasses import dataclass

from kit_app.views.facts import LeadingCount
from kit_app.views.statistics import LearningTable, Overview, PeopleTable, PuzzleLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """`chosen` are the filters in words, `made_on` an ISO date; sums are masked as in the window."""

    made_on: str
    facility: str
    chosen: tuple[tuple[str, str], ...]
    with_trials: bool
    sessions: int
    games: int
    people: int | None
    overview: Overview
    years: PeopleTable
    audiences: PeopleTable
    crossed: PeopleTable
    services: PeopleTable
    puzzles: tuple[PuzzleLine, ...]
    learning: tuple[LearningTable, ...]
    leading: LeadingCount | None
