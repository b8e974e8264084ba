"""Read results for people: which hints stand, what took too long, what must be masked. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kit_app.game.results import statistics
from kit_app.views.overview import Overview, PuzzleOverview
from kit_app.views.results import PuzzleResult, PuzzleStatistic, RunResult

FEWEST_PEOPLE = 5
"""Under five people a number could be traced to somebody: it is not shown."""
TOO_LONG = 1.25
"""A puzzle took too long when it took a quarter more than its target."""
_LAST = 8
_HARDEST = 2


def overview_of(results: Sequence[RunResult]) -> Overview:
    """All results together, the latest first in `results` as in the overview."""
    together = statistics(results)
    people = sum(result.team_size for result in results)
    is_told = people >= FEWEST_PEOPLE
    hints = sum(result.hints for result in results)
    return Overview(
        sessions=len({result.session_id for result in results}),
        teams=together.runs,
        people=people if is_told else None,
        won_teams=together.won if is_told else None,
        won_share=together.won / together.runs if is_told else None,
        hints_per_team=hints / together.runs if is_told else None,
        median_left_ms=together.median_left_ms if is_told else None,
        hardest=_hardest(together.puzzles) if is_told else (),
        puzzles=tuple(_puzzle(one, results) for one in together.puzzles),
        last=tuple(results[:_LAST]),
    )


def is_long(spent_ms: int | None, target_ms: int) -> bool:
    """Whether this time is clearly over the target."""
    return spent_ms is not None and target_ms > 0 and spent_ms >= TOO_LONG * target_ms


def standing_hints(result: RunResult, puzzle: str) -> tuple[tuple[int, int], ...]:
    """When each hint of a puzzle that was not taken back was given (ms of played time), and its level.

    Questions where to search, of level 0, are left out.
    """
    given: dict[int, int] = {}
    for moment in result.moments:
        if moment.puzzle != puzzle or moment.text == "0":
            continue
        if moment.kind == "HintGiven":
            given[int(moment.text)] = moment.at_ms
        elif moment.kind == "HintWithdrawn":
            given.pop(int(moment.text), None)
    return tuple((at, level) for level, at in sorted(given.items()))


def _hardest(puzzles: Sequence[PuzzleStatistic]) -> tuple[str, ...]:
    """The puzzles with most hints."""
    asked = [one for one in puzzles if sum(one.hints)]
    return tuple(one.id for one in sorted(asked, key=lambda one: -sum(one.hints))[:_HARDEST])


def _puzzle(one: PuzzleStatistic, results: Sequence[RunResult]) -> PuzzleOverview:
    met = _people(results, one.id, lambda row: row.opened_ms is not None)
    solved = _people(results, one.id, lambda row: row.solved_ms is not None and not row.was_forced)
    is_masked = met < FEWEST_PEOPLE or 0 < solved < FEWEST_PEOPLE
    return PuzzleOverview(
        statistic=one,
        is_masked=is_masked,
        is_long=not is_masked and is_long(one.median_ms, one.target_ms),
    )


def _people(results: Sequence[RunResult], puzzle: str, fits: Callable[[PuzzleResult], bool]) -> int:
    return sum(
        result.team_size for result in results for row in result.puzzles if row.id == puzzle and fits(row)
    )
