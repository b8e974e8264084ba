"""Which puzzles cost a team most, from its result. Pure."""

from collections.abc import Sequence

from kit_app.views.results import PuzzleResult

_FORCED = 3.0
_UNSOLVED = 2.0
_HINT = 0.5
_WRONG_TRY = 0.1


def hardest_first(puzzles: Sequence[PuzzleResult]) -> tuple[PuzzleResult, ...]:
    """The puzzles that were met, the hardest for this team first; equals stay in their order."""
    met = [puzzle for puzzle in puzzles if puzzle.opened_ms is not None]
    return tuple(sorted(met, key=lambda puzzle: -hardship(puzzle)))


def hardship(puzzle: PuzzleResult) -> float:
    """Time in targets, and more for each hint, wrong try, and for help that went further.

    A broken prop is no hardship of the team's.
    """
    if puzzle.was_broken:
        return 0.0
    time = puzzle.spent_ms / puzzle.target_ms if puzzle.target_ms else 0.0
    helped = _FORCED if puzzle.was_forced else _UNSOLVED if puzzle.solved_ms is None else 0.0
    return time + helped + _HINT * len(puzzle.hints) + _WRONG_TRY * puzzle.wrong_tries
