"""Hints: when they are due, which one is suggested, giving, withdrawing, hiding."""

from typing import NamedTuple

from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.commands import GiveHint, WithdrawHint
from kit_app.game.rules.phases import require_known_puzzle, require_puzzles
from kit_app.game.setup import PuzzleSetup
from kit_app.game.state import Progress, RunState, balance_ms, elapsed_ms, is_solved, open_puzzles
from kit_app.i18n import N_

LEVELS = (1, 2, 3)


class DueHint(NamedTuple):
    """A hint not given yet whose time has come."""

    puzzle: PuzzleSetup
    level: int
    overdue_ms: int


def give(state: RunState, command: GiveHint, now: int) -> tuple[e.Event, ...]:
    """A hint of an open puzzle, in any order. Shown again it is free; in the guided end all are."""
    require_puzzles(state)
    progress = _progress(state, command.puzzle, command.level)
    if command.level in progress.given_levels:
        return (e.HintGiven(puzzle=command.puzzle, level=command.level, again=True),)
    if not progress.is_open:
        title = state.setup.puzzle(command.puzzle).title
        if is_solved(state, command.puzzle):
            raise CommandRefused(N_("“{title}” is solved: it needs no hint."), title=title)
        raise CommandRefused(N_("“{title}” is not open yet."), title=title)
    if command.joker and state.is_joker_used:
        raise CommandRefused(N_("The joker has already been used."))
    cost_ms = 0 if command.joker else _cost_ms(state, now)
    return (e.HintGiven(puzzle=command.puzzle, level=command.level, cost_ms=cost_ms, joker=command.joker),)


def withdraw(state: RunState, command: WithdrawHint) -> tuple[e.Event, ...]:
    """A given hint is taken back. Its cost returns while the main clock is on; the joker always does."""
    require_puzzles(state)
    progress = _progress(state, command.puzzle, command.level)
    for hint in progress.hints:
        if hint.level == command.level:
            cost_ms = 0 if state.phase == "guided" else hint.cost_ms
            return (
                e.HintWithdrawn(
                    puzzle=command.puzzle, level=command.level, cost_ms=cost_ms, joker=hint.joker
                ),
            )
    raise CommandRefused(N_("This hint has not been given."))


def hide(state: RunState) -> tuple[e.Event, ...]:
    """The hint leaves the screen and stays given."""
    return (e.HintHidden(),) if state.overlay.hint else ()


def due_hint(state: RunState, puzzle: PuzzleSetup, now: int) -> DueHint | None:
    """The lowest hint of an open puzzle not given yet, once it is due."""
    given = state.puzzles[puzzle.id].given_levels
    for level, due_ms in zip(LEVELS, due_times(state, puzzle), strict=False):
        if level not in given:
            overdue_ms = elapsed_ms(state, puzzle.id, now) - due_ms
            return DueHint(puzzle, level, overdue_ms) if overdue_ms >= 0 else None
    return None


def due_times(state: RunState, puzzle: PuzzleSetup) -> tuple[int, ...]:
    """When the hints of a puzzle are due, in ms since it was opened: the kit's times (none: on request only).

    The first one is due no later than the limit that earlier games told.
    """
    learned = state.limits.get(puzzle.id)
    if learned is None or not puzzle.due:
        return puzzle.due
    return (min(puzzle.due[0], learned.ms), *puzzle.due[1:])


def suggested(state: RunState, now: int) -> DueHint | None:
    """The hint due for the longest, where the session wants suggestions; in the guided end the finale's."""
    if not state.setup.suggests or state.phase not in ("playing", "paused", "guided"):
        return None
    puzzles = [
        puzzle for puzzle in open_puzzles(state) if state.phase != "guided" or puzzle.id == state.setup.finale
    ]
    due = [hint for puzzle in puzzles if (hint := due_hint(state, puzzle, now))]
    return max(due, key=lambda hint: hint.overdue_ms, default=None)


def _progress(state: RunState, puzzle_id: str, level: int) -> Progress:
    require_known_puzzle(state, puzzle_id)
    if level not in LEVELS:
        raise CommandRefused(N_("Hints have the levels 1 to 3."))
    return state.puzzles[puzzle_id]


def _cost_ms(state: RunState, now: int) -> int:
    if state.phase == "guided":
        return 0
    cost_ms = state.setup.hint_cost_ms
    if cost_ms and cost_ms >= balance_ms(state, now):
        raise CommandRefused(N_("A hint costs more time than is left. Use the joker, or add minutes first."))
    return cost_ms
