"""The list of acts that can be undone: the last first, so nothing built on an act outlives it."""

from kit_app.game import events as e
from kit_app.game.state import UNDO_DEPTH, Act, Given, Overlay, Progress, RunState, Undoable


def acts_with(
    state: RunState,
    event: Undoable,
    *,
    progress: Progress | None = None,
    given: Given | None = None,
    put_off: int = 0,
) -> tuple[Act, ...]:
    """The list with one more act, which remembers the state before it; the oldest leaves."""
    act = Act(event, state.overlay, state.phase, state.scene, progress, given, put_off, state.set_aside)
    return state.undo[1 - UNDO_DEPTH :] + (act,)


def undone(state: RunState, kind: type[Undoable]) -> tuple[RunState, Act | None]:
    """The state without its last act of `kind`, with the overlay before it; and that act, if any.

    Acts above it are of journals whose release did not yet list them: they leave with it.
    """
    for place in reversed(range(len(state.undo))):
        act = state.undo[place]
        if isinstance(act.event, kind):
            before = state._replace(undo=state.undo[:place], overlay=act.overlay, set_aside=act.set_aside)
            return before, act
    return state, None


def forgetting_hint(acts: tuple[Act, ...], hint: tuple[str, int]) -> tuple[Act, ...]:
    """`acts` changed so that undoing them does not bring back a hint whose time on the screen was over."""
    return tuple(
        act._replace(
            overlay=_without(act.overlay, hint),
            set_aside=_without(act.set_aside, hint) if act.set_aside is not None else None,
        )
        for act in acts
        if not _shows_again(act, hint)
    )


def _without(overlay: Overlay, hint: tuple[str, int]) -> Overlay:
    return overlay.without_hint() if overlay.hint == hint else overlay


def _shows_again(act: Act, hint: tuple[str, int]) -> bool:
    event = act.event
    return isinstance(event, e.HintGiven) and event.again and (event.puzzle, event.level) == hint
