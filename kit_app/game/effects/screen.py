"""Scenes, messages, black, notes, who is there, and what is amiss around the game."""

from typing import TypeVar

from kit_app.game import events as e
from kit_app.game.effects.acts import acts_with, undone
from kit_app.game.state import NOTES_KEPT, RunState

_T = TypeVar("_T")


def scene_shown(state: RunState, event: e.SceneShown) -> RunState:
    """A scene is up before the start, or none."""
    if event.undoes:
        return undone(state, e.SceneShown)[0]._replace(scene=event.scene)
    return state._replace(scene=event.scene, undo=acts_with(state, event))


def message_shown(state: RunState, event: e.MessageShown) -> RunState:
    """The message lies over the page and what else is there."""
    if event.undoes:
        return _message_back(state)
    overlay = state.overlay._replace(message=event.text, heading=event.heading)
    return state._replace(overlay=overlay, undo=acts_with(state, event), announced=None)


def _message_back(state: RunState) -> RunState:
    """The message before is back: another had come over it, or it had been cleared."""
    is_cleared = bool(state.undo) and isinstance(state.undo[-1].event, e.MessageCleared)
    return undone(state, e.MessageCleared if is_cleared else e.MessageShown)[0]


def message_cleared(state: RunState, event: e.MessageCleared) -> RunState:
    """The message has left the screen."""
    if event.undoes:
        return undone(state, e.MessageShown)[0]
    return state._replace(
        overlay=state.overlay._replace(message="", heading=""), undo=acts_with(state, event)
    )


def screen_blacked_out(state: RunState, event: e.ScreenBlackedOut) -> RunState:
    """The players see nothing."""
    if event.undoes:
        return undone(state, e.ScreenRestored)[0]._replace(is_blacked_out=True)
    return state._replace(is_blacked_out=True, undo=acts_with(state, event), announced=None)


def screen_restored(state: RunState, event: e.ScreenRestored) -> RunState:
    """The players see their screen again."""
    if event.undoes:
        return undone(state, e.ScreenBlackedOut)[0]._replace(is_blacked_out=False)
    return state._replace(is_blacked_out=False, undo=acts_with(state, event))


def note_added(state: RunState, event: e.NoteAdded) -> RunState:
    """The note stands; nothing else changes."""
    notes = state.notes[1 - NOTES_KEPT :] + (event,)
    return state._replace(undo=acts_with(state, event), notes=notes)


def note_removed(state: RunState, event: e.NoteRemoved) -> RunState:
    """The last such note does not stand any more; it can be taken back no second time."""
    note = e.NoteAdded(text=event.text, tag=event.tag)
    acts = [place for place, act in enumerate(state.undo) if act.event == note]
    notes = [place for place, one in enumerate(state.notes) if one == note]
    return state._replace(
        undo=_without(state.undo, acts[-1]) if acts else state.undo,
        notes=_without(state.notes, notes[-1]) if notes else state.notes,
    )


def _without(items: tuple[_T, ...], place: int) -> tuple[_T, ...]:
    return (*items[:place], *items[place + 1 :])


def player_left(state: RunState, event: e.PlayerLeft) -> RunState:
    """One player fewer."""
    after = undone(state, e.PlayerBack)[0] if event.undoes else state._replace(undo=acts_with(state, event))
    return after._replace(away=state.away + 1)


def player_back(state: RunState, event: e.PlayerBack) -> RunState:
    """One player more."""
    after = undone(state, e.PlayerLeft)[0] if event.undoes else state._replace(undo=acts_with(state, event))
    return after._replace(away=max(0, state.away - 1))


def trouble_noticed(state: RunState, event: e.TroubleNoticed) -> RunState:
    """Something is amiss around the game, or in order again."""
    if event.is_over:
        return state._replace(troubles=state.troubles - {event.what})
    return state._replace(troubles=state.troubles | {event.what})
