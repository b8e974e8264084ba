"""What the page of all results shows; None stands where fewer than five people would be recognisable."""

from dataclasses import dataclass

from kit_app.views.results import PuzzleStatistic, RunResult


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleOverview:
    """One puzzle over all runs; `is_masked` when too few people met it to tell any number."""

    statistic: PuzzleStatistic
    is_masked: bool
    is_long: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All runs together, the last ones first. `people` is None when they are fewer than five."""

    sessions: int
    teams: int
    people: int | None
    won_teams: int | None
    won_share: float | None
    hints_per_team: float | None
    median_left_ms: int | None
    hardest: tuple[str, ...]
    puzzles: tuple[PuzzleOverview, ...]
    last: tuple[RunResult, ...]
