"""A puzzle's light: open, late, stuck. The limit is learned from earlier games, or the kit's."""

from kit_app.game.limits import Limit
from kit_app.game.rules.hints import LEVELS, due_hint
from kit_app.game.setup import PuzzleSetup
from kit_app.game.state import RunState, elapsed_ms, is_finale_on, played_ms
from kit_app.views.console import PuzzleState

ON_REQUEST = 2
"""Where hints come on request only, the kit's limit is as many targets."""

REST = 0.5
"""After the last hint the light rests for this part of the target."""


def limit(state: RunState, puzzle: PuzzleSetup) -> Limit:
    """The time on a puzzle from which on it may count as stuck; of no games where it is the kit's."""
    learned = state.limits.get(puzzle.id)
    if learned is not None:
        return learned
    return Limit(puzzle.due[0] if puzzle.due else ON_REQUEST * puzzle.target_ms, 0)


def light(state: RunState, puzzle: PuzzleSetup, now: int) -> PuzzleState:
    """unsolved: it was not solved and is not played any more. late: beyond the target. stuck:
    beyond the limit, unless a hint was given and the next one is not due.

    After the last hint there is none to wait for: the light rests for a while, and comes again.
    """
    progress = state.puzzles[puzzle.id]
    if progress.solved is not None:
        return "solved"
    is_over = state.phase in ("closing", "ended") or (is_finale_on(state) and puzzle.id != state.setup.finale)
    if is_over:
        return "unsolved"
    if progress.opened is None:
        return "locked"
    elapsed = elapsed_ms(state, puzzle.id, now)
    if elapsed >= limit(state, puzzle).ms and not _is_helped(state, puzzle, now):
        return "stuck"
    return "late" if elapsed > puzzle.target_ms else "open"


def _is_helped(state: RunState, puzzle: PuzzleSetup, now: int) -> bool:
    """Whether a hint was given that may still help."""
    hints = state.puzzles[puzzle.id].hints
    if not hints or due_hint(state, puzzle, now) is not None:
        return False
    is_all = len(hints) == len(LEVELS) or not puzzle.due
    since_ms = played_ms(state, now) - max(hint.at.ms for hint in hints)
    return not is_all or since_ms < REST * puzzle.target_ms
