"""Which phase allows what: refusals that several rules share."""

from kit_app.errors import CommandRefused
from kit_app.game.state import RunState, is_finale_on
from kit_app.i18n import N_


def require_started(state: RunState) -> None:
    """Refuse before the start."""
    if state.phase == "idle":
        raise CommandRefused(N_("The game has not started yet."))


def require_puzzles(state: RunState) -> None:
    """Refuse unless puzzles can be solved: while the team plays, in a pause and in the guided end."""
    require_started(state)
    if state.phase == "closing":
        raise CommandRefused(N_("The last scene is on the screen: the puzzles are over."))


def require_play(state: RunState) -> None:
    """Refuse unless the main clock is on, running or paused."""
    require_puzzles(state)
    if is_finale_on(state):
        raise CommandRefused(N_("The main clock is over: this is the guided end."))


def refuse_beside_finale(state: RunState, puzzle_id: str) -> None:
    """Refuse any other puzzle while the guided finale is played."""
    finale = state.setup.puzzle(state.setup.finale)
    if is_finale_on(state) and puzzle_id != finale.id:
        raise CommandRefused(N_("The last exercise is on: only “{title}” is played now."), title=finale.title)


def require_known_puzzle(state: RunState, puzzle_id: str) -> None:
    """Refuse a puzzle that this run does not have."""
    if puzzle_id not in state.puzzles:
        raise CommandRefused(N_("There is no puzzle “{puzzle}” in this game."), puzzle=puzzle_id)
