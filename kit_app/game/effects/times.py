"""The clock and the phases: start, pause, minutes, time away, the guided end, the last scene."""

from kit_app.game import events as e
from kit_app.game.effects.acts import acts_with, undone
from kit_app.game.limits import Limit
from kit_app.game.state import Given, Overlay, RunState, is_solved, mark_at, settled


def going(state: RunState, at: int) -> RunState:
    """The clock goes on; the time it stood is not played."""
    if state.stopped_at is None:
        return state
    return state._replace(stopped_at=None, excluded_ms=state.excluded_ms + at - state.stopped_at)


def without_envelopes(
    batches: tuple[tuple[str, ...], ...], closed: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """The opened envelopes without those that are closed again."""
    kept = (tuple(envelope for envelope in batch if envelope not in closed) for batch in batches)
    return tuple(batch for batch in kept if batch)


def run_started(state: RunState, event: e.RunStarted, at: int) -> RunState:
    """The clock runs. What was done before the start cannot be undone any more."""
    return state._replace(
        phase="playing",
        duration_ms=event.duration_ms,
        scene=None,
        excluded_ms=at,
        undo=(),
        limits={key: Limit(ms, event.limits_games.get(key, 0)) for key, ms in event.limits_ms.items()},
        is_trial=event.is_trial,
    )


def run_paused(state: RunState, event: e.RunPaused, at: int) -> RunState:
    """The clock stands."""
    if event.undoes:
        return undone(state, e.RunResumed)[0]._replace(phase="paused", stopped_at=at)
    return state._replace(phase="paused", stopped_at=at, undo=acts_with(state, event))


def run_resumed(state: RunState, event: e.RunResumed, at: int) -> RunState:
    """The clock goes on."""
    if event.undoes:
        return going(undone(state, e.RunPaused)[0], at)._replace(phase="playing")
    return going(state, at)._replace(phase="playing", undo=acts_with(state, event))


def time_adjusted(state: RunState, event: e.TimeAdjusted) -> RunState:
    """Time is added or taken."""
    adjusted_ms = state.adjusted_ms + event.by_ms
    if event.undoes:
        return undone(state, e.TimeAdjusted)[0]._replace(adjusted_ms=adjusted_ms)
    return state._replace(adjusted_ms=adjusted_ms, undo=acts_with(state, event))


def gap_settled(state: RunState, counts: bool) -> RunState:
    """What was lent counts as played, or is given back; marks made meanwhile are put right."""
    puzzles = {
        puzzle_id: progress._replace(
            opened=settled(progress.opened, counts),
            solved=settled(progress.solved, counts),
            hints=tuple(_settled_hint(hint, counts) for hint in progress.hints),
        )
        for puzzle_id, progress in state.puzzles.items()
    }
    return state._replace(
        lent_ms=0,
        excluded_ms=state.excluded_ms if counts else state.excluded_ms + state.lent_ms,
        play_ended=settled(state.play_ended, counts),
        puzzles=puzzles,
        undo=tuple(
            act._replace(given=_settled_hint(act.given, counts)) if act.given is not None else act
            for act in state.undo
        ),
    )


def _settled_hint(hint: Given, counts: bool) -> Given:
    return hint._replace(at=settled(hint.at, counts) or hint.at)


def _guided(state: RunState, outcome: e.Outcome, opened: tuple[str, ...], at: int) -> RunState:
    """The finale alone is played. No hint comes by itself before the team has looked at it for a while."""
    on = going(state, at)
    return on._replace(
        phase="guided",
        outcome=outcome,
        play_ended=mark_at(on, at),
        overlay=Overlay(),
        envelopes=(*state.envelopes, opened) if opened else state.envelopes,
        announced=None,
        last_hint=at,
    )


def time_ran_out(state: RunState, event: e.TimeRanOut, at: int) -> RunState:
    """The guided end begins, and nothing before it can be undone."""
    return _guided(state, "lost", event.opened, at)._replace(time_over_at=at, undo=())


def run_stopped(state: RunState, event: e.RunStopped, at: int) -> RunState:
    """The guided end begins because the facilitator wanted it."""
    return _guided(state, "stopped", event.opened, at)._replace(undo=acts_with(state, event))


def run_continued(state: RunState, event: e.RunContinued, at: int) -> RunState:
    """The play goes on at the time where it was stopped, with the question that was open then."""
    ended = state.play_ended or mark_at(state, at)
    return undone(state, e.RunStopped)[0]._replace(
        phase="paused" if event.is_paused else "playing",
        stopped_at=at if event.is_paused else None,
        excluded_ms=at - ended.ms - ended.lent,
        lent_ms=ended.lent,
        play_ended=None,
        outcome=None,
        said=None,
        envelopes=without_envelopes(state.envelopes, event.closed),
        announced=None,
    )


def last_scene_shown(state: RunState, event: e.LastSceneShown, at: int) -> RunState:
    """The clock stands; what was over the page is gone. Only a solved finale can be undone."""
    return state._replace(
        phase="closing",
        stopped_at=at if state.stopped_at is None else state.stopped_at,
        outcome=event.outcome,
        overlay=Overlay(),
        said=None,
        undo=state.undo if is_solved(state, state.setup.finale) else (),
        announced=None,
    )


def run_ended(state: RunState, event: e.RunEnded, at: int) -> RunState:
    """A question still open is answered in the team's favour."""
    return gap_settled(state, counts=False)._replace(
        phase="ended",
        stopped_at=at if state.stopped_at is None else state.stopped_at,
        outcome=event.outcome,
        overlay=Overlay(),
        undo=(),
        announced=None,
    )
