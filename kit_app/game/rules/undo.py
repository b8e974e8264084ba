"""Taking back the last act that can be undone: always the last first, so nothing built on it is left."""

from typing import assert_never

from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.rules.timing import require_room
from kit_app.game.state import Act, RunState
from kit_app.i18n import N_


def take_back(state: RunState, now: int) -> tuple[e.Event, ...]:
    """The event that takes back the last act."""
    if not state.undo:
        raise CommandRefused(N_("There is nothing to undo."))
    act = state.undo[-1]
    match act.event:
        case e.PuzzleSolved() as solved:
            return (e.PuzzleReopened(puzzle=solved.puzzle, closed=solved.opened),)
        case e.HintGiven() as given:
            return (_without_hint(given),)
        case e.MessageShown():
            return (_without_message(act),)
        case e.TimeAdjusted() as adjusted:
            require_room(state, -adjusted.by_ms, now)
            return (e.TimeAdjusted(by_ms=-adjusted.by_ms, undoes=True),)
        case e.RunPaused():
            return (e.RunResumed(undoes=True),)
        case e.RunStopped() as stopped:
            return (e.RunContinued(is_paused=act.phase == "paused", closed=stopped.opened),)
    assert_never(act.event)


def _without_hint(given: e.HintGiven) -> e.Event:
    if given.again:
        return e.HintHidden(undoes=True)
    return e.HintWithdrawn(
        puzzle=given.puzzle, level=given.level, cost_ms=given.cost_ms, joker=given.joker, undoes=True
    )


def _without_message(act: Act) -> e.Event:
    if act.overlay.message:
        return e.MessageShown(text=act.overlay.message, undoes=True)
    return e.MessageCleared(undoes=True)
