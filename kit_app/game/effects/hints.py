"""Hints given, withdrawn, hidden, offered, announced and put off."""

from kit_app.game import events as e
from kit_app.game.effects.acts import acts_with, forgetting_hint, undone
from kit_app.game.effects.answers import put
from kit_app.game.state import Announced, Given, Overlay, Progress, RunState, mark_at, played_ms


def hint_given(state: RunState, event: e.HintGiven, at: int) -> RunState:
    """The hint lies over the page, in a message's place; given for the first time it is paid."""
    if event.undoes:
        return _hint_back(state, event)
    offer = None if state.overlay.offer == event.puzzle else state.overlay.offer
    after = state._replace(
        overlay=Overlay((event.puzzle, event.level), "", event.search, at, not event.again, offer),
        undo=acts_with(state, event),
        announced=None,
        last_hint=at,
    )
    if event.again:
        return after
    given = Given(event.level, event.cost_ms, event.joker, mark_at(state, at), event.counts, event.search)
    return _with_given(after, event, given)


def _with_given(state: RunState, event: e.HintGiven, given: Given) -> RunState:
    progress = state.puzzles[event.puzzle]
    if event.level:
        hints = tuple(sorted((*progress.hints, given), key=lambda hint: hint.level))
        progress = progress._replace(hints=hints)
    else:
        progress = progress._replace(asked=(*progress.asked, given))
    return state._replace(
        puzzles={**state.puzzles, event.puzzle: progress},
        cost_ms=state.cost_ms + event.cost_ms,
        is_joker_used=state.is_joker_used or event.joker,
    )


def _hint_back(state: RunState, event: e.HintGiven) -> RunState:
    """A hint that was hidden is shown again, one that was withdrawn is given again, as it was."""
    if event.again:
        return undone(state, e.HintHidden)[0]
    after, act = undone(state, e.HintWithdrawn)
    if act is None or act.given is None or act.progress is None:
        return state
    if not event.level:
        return put(after, event.puzzle, after.puzzles[event.puzzle]._replace(asked=act.progress.asked))
    return _with_given(after, event, act.given)


def hint_withdrawn(state: RunState, event: e.HintWithdrawn) -> RunState:
    """The hint is not given any more, its cost and the joker are back."""
    progress = state.puzzles[event.puzzle]
    wanted = (event.level, event.search)
    given = next(
        (hint for hint in _of_level(progress, event.level) if (hint.level, hint.search) == wanted), None
    )
    hint = (event.puzzle, event.level)
    if event.undoes:
        after = undone(state, e.HintGiven)[0]
    else:
        is_shown = state.overlay.hint == hint and state.overlay.search == event.search
        after = state._replace(
            overlay=state.overlay.without_hint() if is_shown else state.overlay,
            undo=acts_with(state, event, progress=progress, given=given),
        )
    left = progress._replace(
        hints=tuple(one for one in progress.hints if one != given),
        asked=tuple(one for one in progress.asked if one != given),
    )
    return put(after, event.puzzle, left)._replace(
        cost_ms=state.cost_ms - event.cost_ms,
        is_joker_used=state.is_joker_used and not event.joker,
        declined=state.declined | {hint},
    )


def _of_level(progress: Progress, level: int) -> tuple[Given, ...]:
    return progress.hints if level else progress.asked


def hint_hidden(state: RunState, event: e.HintHidden) -> RunState:
    """The hint has left the screen: taken off, or its time was over."""
    if event.undoes:
        return undone(state, e.HintGiven)[0]
    hint = state.overlay.hint
    if hint is None:
        return state
    overlay = state.overlay.without_hint()
    if event.automatic:
        return state._replace(overlay=overlay, undo=forgetting_hint(state.undo, hint))
    return state._replace(overlay=overlay, undo=acts_with(state, event))


def hint_offered(state: RunState, event: e.HintOffered) -> RunState:
    """The players read that a hint is waiting."""
    if event.undoes:
        return undone(state, e.OfferWithdrawn)[0]
    return state._replace(overlay=state.overlay._replace(offer=event.puzzle), undo=acts_with(state, event))


def offer_withdrawn(state: RunState, event: e.OfferWithdrawn) -> RunState:
    """No hint is waiting."""
    if event.undoes:
        return undone(state, e.HintOffered)[0]
    return state._replace(overlay=state.overlay._replace(offer=None), undo=acts_with(state, event))


def hint_announced(state: RunState, event: e.HintAnnounced, at: int) -> RunState:
    """The facilitator knows that the hint will come."""
    return state._replace(announced=Announced(event.puzzle, event.level, played_ms(state, at)))


def hint_put_off(state: RunState, event: e.HintPutOff) -> RunState:
    """The hint, or the alarm, is not wanted for a while."""
    hint = (event.alarm or event.puzzle, event.level)
    known = dict(state.put_off)
    if event.undoes:
        after = undone(state, e.HintPutOff)[0]
    else:
        after = state._replace(undo=acts_with(state, event, put_off=known.get(hint, 0)))
    known.pop(hint, None)
    times = (*known.items(), *([(hint, event.until_ms)] if event.until_ms else ()))
    return after._replace(put_off=tuple(sorted(times)), announced=None)
