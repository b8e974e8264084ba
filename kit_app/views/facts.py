"""The facts of played runs, one small row a run and one a puzzle of a run, and which of them are meant."""

from dataclasses import dataclass
from typing import Literal

PuzzleEnd = Literal["closed", "left", "solved", "forced", "broken"]
"""How a puzzle ended: never opened, opened but not solved, solved, accepted by hand, a prop was damaged."""
PUZZLE_ENDS: tuple[PuzzleEnd, ...] = ("closed", "left", "solved", "forced", "broken")


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleFacts:
    """One puzzle of a run; times in whole seconds of play, `hints` the levels given that count."""

    puzzle: str
    title: str
    path: str
    end: PuzzleEnd
    spent_s: int
    target_s: int
    hints: tuple[int, ...]
    wrong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """One closed run. `day` is ISO, `year` its year; times in whole seconds, `adjusted_s` may be negative.

    `facility_id` is the profile that its plan names. `hints` is the sum of those given by hand, as suggested
    and automatically. The notes are counted by what they are about. Nobody's name anywhere: `team_label` is
    what the screens showed.
    """

    session_id: str
    team: int
    day: str
    year: int
    facility: str
    audience: str
    service: str
    sector: str
    facility_id: str
    session_name: str
    team_label: str
    kit_id: str
    kit_version: str
    variant: str
    level: str
    language: str
    people: int
    outcome: str
    planned_s: int
    played_s: int
    left_s: int
    adjusted_s: int
    hints: int
    by_hand: int
    suggested: int
    automatic: int
    jokers: int
    wrong: int
    forced: int
    pauses: int
    paused_s: int
    troubles: int
    misread_cards: int
    notes_mutual_aid: int
    notes_one_group: int
    notes_typical_mistake: int
    notes_good_sentence: int
    notes_other: int
    is_trial: bool
    is_paper: bool
    is_unsaved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which runs are meant; None is any. An empty text means those for which nothing was chosen."""

    year: int | None = None
    facility: str | None = None
    audience: str | None = None
    service: str | None = None
    variant: str | None = None
    language: str | None = None
    with_trials: bool = False


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a selection can choose among, as far as runs are there; the latest year first."""

    years: tuple[int, ...]
    facilities: tuple[str, ...]
    audiences: tuple[str, ...]
    services: tuple[str, ...]
    variants: tuple[str, ...]
    languages: tuple[str, ...]
    trials: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Sums over many runs. `stored_runs` are those whose facts are still there, not only their totals."""

    sessions: int
    runs: int
    people: int
    won: int
    lost: int
    stopped: int
    hints: int
    stored_runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleCell:
    """How many people of one year, audience and service there were."""

    year: str
    audience: str
    service: str
    sessions: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleCount:
    """One puzzle over many runs, in whole seconds; the times are of teams that solved it themselves.

    `met` opened it and nothing was broken, `left` did not solve it; `hints` counts teams by level. `is_few`:
    under five people met it or solved it themselves, and none of its numbers may be told.
    """

    puzzle: str
    title: str
    path: str
    met: int
    solved: int
    forced: int
    left: int
    broken: int
    median_s: float | None
    p80_s: int | None
    target_s: int
    hints: tuple[int, int, int]
    wrong: int
    is_few: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingCount:
    """How runs were led: sums over all of them. `adjusted_runs` had their time changed by hand."""

    runs: int
    by_hand: int
    suggested: int
    automatic: int
    jokers: int
    pauses: int
    paused_s: int
    adjusted_runs: int
    adjusted_s: int
    forced: int
    wrong: int
    misread_cards: int
    troubles: int
    notes_mutual_aid: int
    notes_one_group: int
    notes_typical_mistake: int
    notes_good_sentence: int
    notes_other: int
    unsaved: int
