"""What an event makes of the state. Refuses nothing and decides nothing: a stored event has happened."""

from typing import assert_never

from kit_app.game import events as e
from kit_app.game.limits import Limit
from kit_app.game.state import (
    UNDO_DEPTH,
    Act,
    Given,
    Overlay,
    Progress,
    RunState,
    Said,
    Undoable,
    is_solved,
    mark_at,
    settled,
)


def evolve(state: RunState, event: e.Event, at: int) -> RunState:  # noqa: C901 - a flat dispatcher
    """The state after `event`, which happened at `at` milliseconds of run time."""
    match event:
        case e.NoteAdded():
            return state
        case e.AnswerRejected():
            return _answer_rejected(state, event, at)
        case e.CardScanned():
            return state._replace(card=event.card)
        case e.HintGiven():
            return _hint_given(state, event, at)
        case e.FieldFilled():
            return _field_filled(state, event)
        case e.PuzzleSolved():
            return _puzzle_solved(state, event, at)
        case e.MessageShown():
            return _message_shown(state, event)
        case e.MessageCleared():
            return _undone(state) if event.undoes else _message_cleared(state)
        case e.HintHidden():
            return _undone(state) if event.undoes else _hint_hidden(state)
        case e.HintWithdrawn():
            return _hint_withdrawn(state, event)
        case e.TimeAdjusted():
            return _time_adjusted(state, event)
        case e.RunPaused():
            return state._replace(phase="paused", stopped_at=at, undo=_acts_with(state, event))
        case e.RunResumed():
            return _run_resumed(state, event, at)
        case e.PuzzleReopened():
            return _puzzle_reopened(state, event, at)
        case e.PuzzleLocked():
            return _puzzle_locked(state, event)
        case e.ScreenBlackedOut():
            return state._replace(is_blacked_out=True)
        case e.ScreenRestored():
            return state._replace(is_blacked_out=False)
        case e.GapNoticed():
            return state._replace(lent_ms=state.lent_ms + event.gap_ms)
        case e.GapSettled():
            return _gap_settled(state, event.counts)
        case e.FiveMinutesLeft():
            return state._replace(is_five_said=True)
        case e.SceneShown():
            return state._replace(scene=event.scene)
        case e.RunStarted():
            return _run_started(state, event, at)
        case e.TimeRanOut():
            return _time_ran_out(state, event, at)
        case e.RunStopped():
            return _run_stopped(state, event, at)
        case e.RunContinued():
            return _run_continued(state, event, at)
        case e.LastSceneShown():
            return _last_scene_shown(state, event, at)
        case e.WentUnsaved():
            return state._replace(is_unsaved=True)
        case e.RunEnded():
            return _run_ended(state, event, at)
    assert_never(event)


# The list of acts that can be undone.


def _acts_with(state: RunState, event: Undoable) -> tuple[Act, ...]:
    return (*state.undo[1 - UNDO_DEPTH :], Act(event, state.overlay, state.phase))


def _undone(state: RunState) -> RunState:
    """The last act is off the list, and what lay over the players' page before it is back."""
    if not state.undo:
        return state
    return state._replace(undo=state.undo[:-1], overlay=state.undo[-1].overlay)


def _is_giving(act: Act, hint: tuple[str, int]) -> bool:
    return isinstance(act.event, e.HintGiven) and (act.event.puzzle, act.event.level) == hint


def _forgetting_hint(acts: tuple[Act, ...], hint: tuple[str, int]) -> tuple[Act, ...]:
    """`acts` changed so that undoing them does not bring this hint back to the screen."""
    return tuple(
        act._replace(overlay=act.overlay._replace(hint=None)) if act.overlay.hint == hint else act
        for act in acts
    )


# Answers.


def _put(state: RunState, puzzle_id: str, progress: Progress) -> RunState:
    return state._replace(puzzles={**state.puzzles, puzzle_id: progress})


def _with_openings(state: RunState, at: int) -> RunState:
    """Open the puzzles whose needs are solved, close those whose needs no longer are; solved ones stay.

    The finale of the guided end is open whatever it needs.
    """
    puzzles = dict(state.puzzles)
    mark = mark_at(state, at)
    unsolved = {puzzle_id for puzzle_id, progress in puzzles.items() if progress.solved is None}
    for puzzle in state.setup.puzzles:
        if puzzle.id not in unsolved:
            continue
        is_ready = unsolved.isdisjoint(puzzle.needs) or (
            state.phase == "guided" and puzzle.id == state.setup.finale
        )
        progress = puzzles[puzzle.id]
        if is_ready != (progress.opened is not None):
            puzzles[puzzle.id] = progress._replace(opened=mark if is_ready else None)
    return state._replace(puzzles=puzzles)


def _answer_rejected(state: RunState, event: e.AnswerRejected, at: int) -> RunState:
    said = Said(event.puzzle, False, event.say, at)
    if event.puzzle is None:
        return state._replace(said=said)
    progress = state.puzzles[event.puzzle]
    tried = progress._replace(wrong=progress.wrong + 1, tries=progress.tries + 1)
    return state._replace(said=said, puzzles={**state.puzzles, event.puzzle: tried})


def _puzzle_locked(state: RunState, event: e.PuzzleLocked) -> RunState:
    locked = state.puzzles[event.puzzle]._replace(tries=0, locked_until=event.until_ms)
    return _put(state, event.puzzle, locked)


def _field_filled(state: RunState, event: e.FieldFilled) -> RunState:
    progress = state.puzzles[event.puzzle]
    others = tuple(pair for pair in progress.fields if pair[0] != event.field)
    return _put(state, event.puzzle, progress._replace(fields=(*others, (event.field, event.text))))


def _puzzle_solved(state: RunState, event: e.PuzzleSolved, at: int) -> RunState:
    text = state.setup.puzzle(event.puzzle).solved_text
    solved = state.puzzles[event.puzzle]._replace(solved=mark_at(state, at), was_forced=event.forced)
    hint = state.overlay.hint
    after = state._replace(
        puzzles={**state.puzzles, event.puzzle: solved},
        said=Said(event.puzzle, True, text, at) if text else None,
        overlay=state.overlay._replace(hint=None) if hint and hint[0] == event.puzzle else state.overlay,
        envelopes=(*state.envelopes, event.opened) if event.opened else state.envelopes,
        undo=_acts_with(state, event),
    )
    return _with_openings(after, at)


def _puzzle_reopened(state: RunState, event: e.PuzzleReopened, at: int) -> RunState:
    reopened = state.puzzles[event.puzzle]._replace(solved=None, was_forced=False)
    after = _put(state, event.puzzle, reopened)
    if state.phase == "closing" and state.undo:
        after = _left_closing(after, at)
    after = _undone(after)._replace(said=None, envelopes=_without(state.envelopes, event.closed))
    return _with_openings(after, at)


def _without(batches: tuple[tuple[str, ...], ...], closed: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    kept = (tuple(envelope for envelope in batch if envelope not in closed) for batch in batches)
    return tuple(batch for batch in kept if batch)


def _left_closing(state: RunState, at: int) -> RunState:
    """Back to where the finale was solved; the time that the last scene was up is not played."""
    phase = state.undo[-1].phase
    outcome: e.Outcome | None = None
    if state.play_ended is not None:
        outcome = "stopped" if state.time_over_at is None else "lost"
    if phase == "paused":
        return state._replace(phase=phase, outcome=outcome)
    return _going(state, at)._replace(phase=phase, outcome=outcome)


# Hints, messages.


def _hint_given(state: RunState, event: e.HintGiven, at: int) -> RunState:
    overlay, acts = Overlay(hint=(event.puzzle, event.level)), _acts_with(state, event)
    if event.again:
        return state._replace(overlay=overlay, undo=acts)
    progress = state.puzzles[event.puzzle]
    given = (*progress.hints, Given(event.level, event.cost_ms, event.joker, mark_at(state, at)))
    return state._replace(
        puzzles={**state.puzzles, event.puzzle: progress._replace(hints=given)},
        overlay=overlay,
        undo=acts,
        cost_ms=state.cost_ms + event.cost_ms,
        is_joker_used=state.is_joker_used or event.joker,
    )


def _hint_withdrawn(state: RunState, event: e.HintWithdrawn) -> RunState:
    progress = state.puzzles[event.puzzle]
    left = tuple(hint for hint in progress.hints if hint.level != event.level)
    after = _put(state, event.puzzle, progress._replace(hints=left))._replace(
        cost_ms=state.cost_ms - event.cost_ms,
        is_joker_used=state.is_joker_used and not event.joker,
    )
    if event.undoes:
        return _undone(after)
    hint = (event.puzzle, event.level)
    acts = tuple(act for act in state.undo if not _is_giving(act, hint))
    overlay = state.overlay._replace(hint=None) if state.overlay.hint == hint else state.overlay
    return after._replace(overlay=overlay, undo=_forgetting_hint(acts, hint))


def _hint_hidden(state: RunState) -> RunState:
    hint = state.overlay.hint
    if hint is None:
        return state
    acts = tuple(
        act
        for act in state.undo
        if not (_is_giving(act, hint) and isinstance(act.event, e.HintGiven) and act.event.again)
    )
    return state._replace(overlay=state.overlay._replace(hint=None), undo=_forgetting_hint(acts, hint))


def _message_shown(state: RunState, event: e.MessageShown) -> RunState:
    if event.undoes:
        return _undone(state)
    return state._replace(overlay=Overlay(state.overlay.hint, event.text), undo=_acts_with(state, event))


def _message_cleared(state: RunState) -> RunState:
    acts = tuple(
        act._replace(overlay=Overlay(act.overlay.hint)) if act.overlay.message else act
        for act in state.undo
        if not isinstance(act.event, e.MessageShown)
    )
    return state._replace(overlay=Overlay(state.overlay.hint), undo=acts)


# Time and phases.


def _going(state: RunState, at: int) -> RunState:
    """The clock goes on; the time it stood is not played."""
    if state.stopped_at is None:
        return state
    return state._replace(stopped_at=None, excluded_ms=state.excluded_ms + at - state.stopped_at)


def _time_adjusted(state: RunState, event: e.TimeAdjusted) -> RunState:
    adjusted_ms = state.adjusted_ms + event.by_ms
    if event.undoes:
        return _undone(state)._replace(adjusted_ms=adjusted_ms)
    return state._replace(adjusted_ms=adjusted_ms, undo=_acts_with(state, event))


def _run_started(state: RunState, event: e.RunStarted, at: int) -> RunState:
    started = state._replace(
        phase="playing",
        duration_ms=event.duration_ms,
        scene=None,
        excluded_ms=at,
        limits={key: Limit(ms, event.limits_games.get(key, 0)) for key, ms in event.limits_ms.items()},
        is_trial=event.is_trial,
    )
    return _with_openings(started, at)


def _run_resumed(state: RunState, event: e.RunResumed, at: int) -> RunState:
    after = _going(state, at)._replace(phase="playing")
    if event.undoes:
        return _undone(after)
    return after._replace(undo=tuple(act for act in state.undo if not isinstance(act.event, e.RunPaused)))


def _gap_settled(state: RunState, counts: bool) -> RunState:
    puzzles = {
        puzzle_id: progress._replace(
            opened=settled(progress.opened, counts),
            solved=settled(progress.solved, counts),
            hints=tuple(hint._replace(at=settled(hint.at, counts) or hint.at) for hint in progress.hints),
        )
        for puzzle_id, progress in state.puzzles.items()
    }
    return state._replace(
        lent_ms=0,
        excluded_ms=state.excluded_ms if counts else state.excluded_ms + state.lent_ms,
        play_ended=settled(state.play_ended, counts),
        puzzles=puzzles,
    )


def _guided(state: RunState, outcome: e.Outcome, opened: tuple[str, ...], at: int) -> RunState:
    going = _going(state, at)
    after = going._replace(
        phase="guided",
        outcome=outcome,
        play_ended=mark_at(going, at),
        overlay=Overlay(),
        envelopes=(*state.envelopes, opened) if opened else state.envelopes,
    )
    return _with_openings(after, at)


def _time_ran_out(state: RunState, event: e.TimeRanOut, at: int) -> RunState:
    return _guided(state, "lost", event.opened, at)._replace(time_over_at=at, undo=())


def _run_stopped(state: RunState, event: e.RunStopped, at: int) -> RunState:
    return _guided(state, "stopped", event.opened, at)._replace(undo=_acts_with(state, event))


def _run_continued(state: RunState, event: e.RunContinued, at: int) -> RunState:
    """The play goes on at the time where it was stopped, with the question that was open then."""
    ended = state.play_ended or mark_at(state, at)
    after = _undone(state)._replace(
        phase="paused" if event.is_paused else "playing",
        stopped_at=at if event.is_paused else None,
        excluded_ms=at - ended.ms - ended.lent,
        lent_ms=ended.lent,
        play_ended=None,
        outcome=None,
        said=None,
        envelopes=_without(state.envelopes, event.closed),
    )
    return _with_openings(after, at)


def _last_scene_shown(state: RunState, event: e.LastSceneShown, at: int) -> RunState:
    is_solved_now = is_solved(state, state.setup.finale)
    return state._replace(
        phase="closing",
        stopped_at=at if state.stopped_at is None else state.stopped_at,
        outcome=event.outcome,
        overlay=Overlay(),
        said=None,
        undo=state.undo if is_solved_now else (),
    )


def _run_ended(state: RunState, event: e.RunEnded, at: int) -> RunState:
    """A question still open is answered in the team's favour."""
    return _gap_settled(state, counts=False)._replace(
        phase="ended",
        stopped_at=at if state.stopped_at is None else state.stopped_at,
        outcome=event.outcome,
        overlay=Overlay(),
        undo=(),
    )
