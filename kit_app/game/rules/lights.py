"""A puzzle's light: open, late, stuck. The limit is learned from earlier games, or the kit's."""

from kit_app.game.limits import Limit
from kit_app.game.rules.hints import due_hint
from kit_app.game.setup import PuzzleSetup
from kit_app.game.state import RunState, elapsed_ms
from kit_app.views.console import PuzzleState

ON_REQUEST = 2
"""Where hints come on request only, the kit's limit is as many targets."""


def limit(state: RunState, puzzle: PuzzleSetup) -> Limit:
    """The time on a puzzle from which on it may count as stuck; of no games where it is the kit's."""
    learned = state.limits.get(puzzle.id)
    if learned is not None:
        return learned
    return Limit(puzzle.due[0] if puzzle.due else ON_REQUEST * puzzle.target_ms, 0)


def light(state: RunState, puzzle: PuzzleSetup, now: int) -> PuzzleState:
    """late: beyond the target. stuck: beyond the limit, and a hint is due that was not given yet."""
    progress = state.puzzles[puzzle.id]
    if progress.solved is not None:
        return "solved"
    if progress.opened is None:
        return "locked"
    elapsed = elapsed_ms(state, puzzle.id, now)
    if elapsed >= limit(state, puzzle).ms and (not puzzle.due or due_hint(state, puzzle, now) is not None):
        return "stuck"
    return "late" if elapsed > puzzle.target_ms else "open"
