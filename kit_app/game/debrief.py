"""Which puzzles cost teams most, from their results: the order in which a talk goes through them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from kit_app.views.results import PuzzleResult, RunResult

FORCED = 3.0
UNSOLVED = 2.0
HINT = 0.5
WRONG_TRY = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How a puzzle went for the teams of a room, each with its result; `score` is the mean."""

    id: str
    score: float
    teams: tuple[tuple[RunResult, PuzzleResult], ...]

    @property
    def is_solved(self) -> bool:
        """Whether every team solved it by itself, or could not because a prop was damaged."""
        return all(
            one.was_broken or (one.solved_ms is not None and not one.was_forced) for _, one in self.teams
        )

    @property
    def is_reached(self) -> bool:
        """Whether a team opened it."""
        return any(one.opened_ms is not None for _, one in self.teams)


def hardest_first(results: Sequence[RunResult]) -> tuple[Met, ...]:
    """Every puzzle of these teams, the hardest first; equals stay in the order of the game."""
    found: dict[str, list[tuple[RunResult, PuzzleResult]]] = {}
    for result in results:
        for puzzle in result.puzzles:
            found.setdefault(puzzle.id, []).append((result, puzzle))
    met = [
        Met(id=ident, score=sum(score(one) for _, one in teams) / len(teams), teams=tuple(teams))
        for ident, teams in found.items()
    ]
    return tuple(sorted(met, key=lambda one: -one.score))


def score(puzzle: PuzzleResult) -> float:
    """How hard a puzzle was: the time it took in targets; more for each hint and each wrong try, and for help
    that went further. One that was never opened counts as unsolved, one with a damaged prop as nothing.
    """
    if puzzle.was_broken:
        return 0.0
    time = puzzle.spent_ms / puzzle.target_ms if puzzle.target_ms else 0.0
    helped = FORCED if puzzle.was_forced else UNSOLVED if puzzle.solved_ms is None else 0.0
    return time + helped + HINT * len(puzzle.hints) + WRONG_TRY * puzzle.wrong_tries
