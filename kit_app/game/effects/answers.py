"""Answers, right and wrong, fields, cards, and which puzzles are open."""

from kit_app.game import events as e
from kit_app.game.effects.acts import acts_with, undone
from kit_app.game.effects.times import going, outcome_of_play, without_envelopes
from kit_app.game.state import Act, Progress, RunState, Said, is_finale_on, mark_at


def put(state: RunState, puzzle_id: str, progress: Progress) -> RunState:
    """The state with another progress of one puzzle."""
    return state._replace(puzzles={**state.puzzles, puzzle_id: progress})


def with_openings(state: RunState, at: int) -> RunState:
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
            is_finale_on(state) and puzzle.id == state.setup.finale
        )
        progress = puzzles[puzzle.id]
        if is_ready != (progress.opened is not None):
            puzzles[puzzle.id] = progress._replace(opened=mark if is_ready else None)
    return state._replace(puzzles=puzzles)


def card_scanned(state: RunState, event: e.CardScanned) -> RunState:
    """The card is read aloud, and known to be found."""
    if event.card in state.scanned:
        return state if state.card == event.card else state._replace(card=event.card)
    return state._replace(card=event.card, scanned=state.scanned | {event.card})


def field_filled(state: RunState, event: e.FieldFilled) -> RunState:
    """A field holds a text. Several of one try are one act, which the wrong answer then stands for."""
    progress = state.puzzles[event.puzzle]
    others = tuple(pair for pair in progress.fields if pair[0] != event.field)
    is_known = event.in_try and _begun_try(state, event.puzzle) is not None
    return put(
        state._replace(undo=state.undo if is_known else acts_with(state, event, progress=progress)),
        event.puzzle,
        progress._replace(fields=(*others, (event.field, event.text))),
    )


def _begun_try(state: RunState, puzzle_id: str | None) -> Act | None:
    """The act of the fields that were given right before in the same try."""
    act = state.undo[-1] if state.undo else None
    if act is None or not isinstance(act.event, e.FieldFilled):
        return None
    return act if act.event.in_try and act.event.puzzle == puzzle_id else None


def field_cleared(state: RunState, event: e.FieldCleared) -> RunState:
    """The field holds what it did before."""
    after, act = undone(state, e.FieldFilled)
    if act is None or act.progress is None:
        return state
    return put(after, event.puzzle, after.puzzles[event.puzzle]._replace(fields=act.progress.fields))


def answer_rejected(state: RunState, event: e.AnswerRejected, at: int) -> RunState:
    """A wrong try is counted."""
    progress = state.puzzles[event.puzzle] if event.puzzle is not None else None
    begun = _begun_try(state, event.puzzle)
    if begun is not None:
        acts = (*state.undo[:-1], begun._replace(event=event))
    else:
        acts = acts_with(state, event, progress=progress)
    puzzles = state.puzzles
    if progress is not None and event.puzzle is not None:
        tried = progress._replace(wrong=progress.wrong + 1, tries=progress.tries + 1)
        puzzles = {**puzzles, event.puzzle: tried}
    return state._replace(said=Said(event.puzzle, False, event.say, at), undo=acts, puzzles=puzzles)


def answer_forgotten(state: RunState, event: e.AnswerForgotten) -> RunState:
    """The try is not counted any more, its fields and its lock are as before."""
    after, act = undone(state, e.AnswerRejected)
    after = after._replace(said=None)
    before = act.progress if act is not None else None
    if before is None or event.puzzle is None:
        return after
    progress = after.puzzles[event.puzzle]._replace(
        fields=before.fields, wrong=before.wrong, tries=before.tries, locked_until=before.locked_until
    )
    return put(after, event.puzzle, progress)


def puzzle_locked(state: RunState, event: e.PuzzleLocked) -> RunState:
    """No answer is taken for a while."""
    locked = state.puzzles[event.puzzle]._replace(tries=0, locked_until=event.until_ms)
    return put(state, event.puzzle, locked)


def puzzle_solved(state: RunState, event: e.PuzzleSolved, at: int) -> RunState:
    """The puzzle is solved, what waited for it opens, its hint and its offer leave the screen."""
    text = state.setup.puzzle(event.puzzle).solved_text
    progress = state.puzzles[event.puzzle]
    solved = progress._replace(solved=mark_at(state, at), was_forced=event.forced, is_broken=event.broken)
    overlay = state.overlay
    if overlay.hint and overlay.hint[0] == event.puzzle:
        overlay = overlay.without_hint()
    is_announced = state.announced is not None and state.announced.puzzle == event.puzzle
    after = put(state, event.puzzle, solved)._replace(
        said=Said(event.puzzle, True, text, at) if text else None,
        overlay=overlay._replace(offer=None if overlay.offer == event.puzzle else overlay.offer),
        envelopes=(*state.envelopes, event.opened) if event.opened else state.envelopes,
        undo=acts_with(state, event),
        announced=None if is_announced else state.announced,
        cost_ms=state.cost_ms - event.returned_ms,
        is_joker_used=state.is_joker_used and not (event.broken and _has_joker(progress)),
    )
    return with_openings(after, at)


def _has_joker(progress: Progress) -> bool:
    return any(hint.joker for hint in progress.hints)


def puzzle_reopened(state: RunState, event: e.PuzzleReopened, at: int) -> RunState:
    """The puzzle is open again, what it had opened is closed; from the last scene the game goes on."""
    progress = state.puzzles[event.puzzle]
    reopened = progress._replace(solved=None, was_forced=False, is_broken=False)
    after, act = undone(put(state, event.puzzle, reopened), e.PuzzleSolved)
    if act is not None and state.phase == "closing":
        after = _left_closing(after, act, at)
    after = after._replace(
        said=None,
        envelopes=without_envelopes(state.envelopes, event.closed),
        cost_ms=state.cost_ms + event.cost_ms,
        is_joker_used=state.is_joker_used or (progress.is_broken and _has_joker(progress)),
    )
    return with_openings(after, at)


def _left_closing(state: RunState, act: Act, at: int) -> RunState:
    """Back to where the finale was solved; the time that the last scene was up is not played."""
    outcome = outcome_of_play(state)
    if act.phase == "paused":
        return state._replace(phase=act.phase, outcome=outcome)
    return going(state, at)._replace(phase=act.phase, outcome=outcome)
