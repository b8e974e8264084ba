"""The clock and the phases: start, pause, minutes, time away, the guided end, the last scene."""

from kit_app.game import events as e
from kit_app.game.effects.acts import acts_with, undone
from kit_app.game.limits import Limit
from kit_app.game.state import Given, Overlay, RunState, is_solved, mark_at, settled
from kit_app.views.player import PlayerPhase


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
        limits={
            key: Limit(ms, event.limits_games.get(key, 0), key in event.regional)
            for key, ms in event.limits_ms.items()
        },
        is_trial=event.is_trial,
    )


def run_paused(state: RunState, event: e.RunPaused, at: int) -> RunState:
    """The clock stands."""
    if event.undoes:
        return undone(state, e.RunResumed)[0]._replace(phase="paused", stopped_at=at)
    paused = state._replace(
        phase="paused",
        stopped_at=at if state.stopped_at is None else state.stopped_at,
        undo=acts_with(state, event),
    )
    if not event.emergency:
        return paused
    return paused._replace(set_aside=state.overlay, overlay=Overlay(), announced=None)


def run_resumed(state: RunState, event: e.RunResumed, at: int) -> RunState:
    """The clock goes on, of the game or of the guided end."""
    phase: PlayerPhase = "playing" if state.play_ended is None else "guided"
    if event.undoes:
        before = undone(state, e.RunPaused)[0]
        return before if event.is_paused else going(before, at)._replace(phase=phase)
    return going(_with_overlay_back(state, at), at)._replace(phase=phase, undo=acts_with(state, event))


def _with_overlay_back(state: RunState, at: int) -> RunState:
    """After an emergency: the players read again what they read before, a message sent meanwhile goes.

    A hint given meanwhile stays; one that was taken back, or whose puzzle is solved, does not come back.
    """
    aside = state.set_aside
    if aside is None:
        return state
    if state.overlay.hint is not None:
        return state._replace(overlay=state.overlay._replace(message="", heading=""), set_aside=None)
    if aside.hint is not None and not _may_come_back(state, aside):
        aside = aside.without_hint()
    elif aside.hint is not None and state.stopped_at is not None:
        aside = aside._replace(since=aside.since + at - state.stopped_at)
    if aside.offer is not None and not state.puzzles[aside.offer].is_open:
        aside = aside._replace(offer=None)
    return state._replace(overlay=aside, set_aside=None)


def _may_come_back(state: RunState, aside: Overlay) -> bool:
    puzzle, level = aside.hint or ("", 0)
    progress = state.puzzles[puzzle]
    given = [(hint.level, hint.search) for hint in (*progress.hints, *progress.asked)]
    return progress.is_open and (level, aside.search) in given


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
        set_aside=None,
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
    """The clock stands; what was over the page is gone. Undoing the finale's solution undoes this with it."""
    acts = state.undo if is_solved(state, state.setup.finale) else acts_with(state, event)
    return state._replace(
        phase="closing",
        stopped_at=at if state.stopped_at is None else state.stopped_at,
        outcome=event.outcome,
        overlay=Overlay(),
        set_aside=None,
        said=None,
        undo=acts,
        announced=None,
    )


def last_scene_left(state: RunState, event: e.LastSceneLeft, at: int) -> RunState:
    """Back to the guided end; the time that the last scene was up is not played."""
    before = undone(state, e.LastSceneShown)[0]._replace(outcome=outcome_of_play(state))
    if event.is_paused:
        return before._replace(phase="paused")
    return going(before, at)._replace(phase="guided")


def outcome_of_play(state: RunState) -> e.Outcome | None:
    """How the game ended before its guided finale; None while it has not."""
    if state.play_ended is None:
        return None
    return "stopped" if state.time_over_at is None else "lost"


def run_ended(state: RunState, event: e.RunEnded, at: int) -> RunState:
    """A question still open is answered in the team's favour."""
    return gap_settled(state, counts=False)._replace(
        phase="ended",
        stopped_at=at if state.stopped_at is None else state.stopped_at,
        outcome=event.outcome,
        overlay=Overlay(),
        set_aside=None,
        undo=(),
        announced=None,
    )
