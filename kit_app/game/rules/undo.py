"""Taking back the last act, so that nothing built on it is left; each kind has its own inverse."""

from dataclasses import replace
from typing import assert_never

from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.rules.timing import require_room
from kit_app.game.state import Act, RunState
from kit_app.i18n import N_

_OfAnswers = e.PuzzleSolved | e.AnswerRejected | e.FieldFilled
_OfHints = e.HintGiven | e.HintWithdrawn | e.HintHidden | e.HintOffered | e.OfferWithdrawn | e.HintPutOff
_OfTime = e.RunPaused | e.RunResumed | e.RunStopped | e.LastSceneShown | e.TimeAdjusted
_OfScreen = (
    e.SceneShown
    | e.MessageShown
    | e.MessageCleared
    | e.ScreenBlackedOut
    | e.ScreenRestored
    | e.NoteAdded
    | e.PlayerLeft
    | e.PlayerBack
)


def take_back(state: RunState, now: int) -> tuple[e.Event, ...]:
    """The event that takes back the last act."""
    if not state.undo:
        raise CommandRefused(N_("There is nothing to undo."))
    act = state.undo[-1]
    event = act.event
    if isinstance(event, _OfAnswers):
        return (_without_answer(state, act, event, now),)
    if isinstance(event, _OfHints):
        return (_without_hint(state, act, event, now),)
    if isinstance(event, _OfTime):
        return (_other_time(state, act, event, now),)
    return (_other_screen(act, event),)


def _without_answer(state: RunState, act: Act, event: _OfAnswers, now: int) -> e.Event:
    match event:
        case e.PuzzleSolved():
            require_room(state, -event.returned_ms, now)
            return e.PuzzleReopened(puzzle=event.puzzle, closed=event.opened, cost_ms=event.returned_ms)
        case e.AnswerRejected():
            return e.AnswerForgotten(text=event.text, puzzle=event.puzzle)
        case e.FieldFilled():
            before = dict(act.progress.fields) if act.progress is not None else {}
            return e.FieldCleared(puzzle=event.puzzle, field=event.field, text=before.get(event.field, ""))
    assert_never(event)


def _without_hint(state: RunState, act: Act, event: _OfHints, now: int) -> e.Event:
    match event:
        case e.HintGiven():
            return _not_given(event)
        case e.HintWithdrawn():
            require_room(state, -event.cost_ms, now)
            return _given_again(act, event)
        case e.HintHidden():
            puzzle, level = act.overlay.hint or ("", 0)
            return e.HintGiven(puzzle=puzzle, level=level, search=act.overlay.search, again=True, undoes=True)
        case e.HintOffered():
            return e.OfferWithdrawn(puzzle=event.puzzle, undoes=True)
        case e.OfferWithdrawn():
            return e.HintOffered(puzzle=event.puzzle, undoes=True)
        case e.HintPutOff():
            return replace(event, until_ms=act.put_off, undoes=True)
    assert_never(event)


def _not_given(event: e.HintGiven) -> e.Event:
    if event.again:
        return e.HintHidden(undoes=True)
    return e.HintWithdrawn(
        puzzle=event.puzzle,
        level=event.level,
        cost_ms=event.cost_ms,
        joker=event.joker,
        search=event.search,
        undoes=True,
    )


def _given_again(act: Act, event: e.HintWithdrawn) -> e.Event:
    return e.HintGiven(
        puzzle=event.puzzle,
        level=event.level,
        cost_ms=event.cost_ms,
        joker=event.joker,
        counts=act.given is None or act.given.counts,
        search=event.search,
        undoes=True,
    )


def _other_time(state: RunState, act: Act, event: _OfTime, now: int) -> e.Event:
    match event:
        case e.RunPaused():
            return e.RunResumed(undoes=True, is_paused=act.phase == "paused")
        case e.RunResumed():
            return e.RunPaused(undoes=True)
        case e.RunStopped():
            return e.RunContinued(is_paused=act.phase == "paused", closed=event.opened)
        case e.LastSceneShown():
            return e.LastSceneLeft(is_paused=act.phase == "paused")
        case e.TimeAdjusted():
            require_room(state, -event.by_ms, now)
            return e.TimeAdjusted(by_ms=-event.by_ms, undoes=True)
    assert_never(event)


def _other_screen(act: Act, event: _OfScreen) -> e.Event:
    match event:
        case e.SceneShown():
            return e.SceneShown(scene=act.scene, undoes=True)
        case e.MessageShown() | e.MessageCleared():
            before = act.overlay
            if not before.message:
                return e.MessageCleared(undoes=True)
            return e.MessageShown(text=before.message, heading=before.heading, undoes=True)
        case e.ScreenBlackedOut():
            return e.ScreenRestored(undoes=True)
        case e.ScreenRestored():
            return e.ScreenBlackedOut(undoes=True)
        case e.NoteAdded():
            return e.NoteRemoved(text=event.text, tag=event.tag)
        case e.PlayerLeft():
            return e.PlayerBack(undoes=True)
        case e.PlayerBack():
            return e.PlayerLeft(undoes=True)
    assert_never(event)
