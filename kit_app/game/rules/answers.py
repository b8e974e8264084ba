"""Answers: finding the puzzle they are meant for, right and wrong ones, several fields, the teaching lock."""

import re
from collections.abc import Mapping

from kit_app.domain.spelling import normalised
from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.commands import EnterAnswer, SolvePuzzle
from kit_app.game.rules.cards import forgiven_card, found_card, refuse_mistyped
from kit_app.game.rules.phases import refuse_beside_finale, require_known_puzzle, require_puzzles
from kit_app.game.setup import FieldSetup, PuzzleSetup
from kit_app.game.state import RunState, is_finale_on, is_solved, open_envelopes, open_puzzles
from kit_app.i18n import N_

FIELD_SEPARATOR = " · "
_BETWEEN_FIELDS = re.compile(r"[·/;,\n]")


def enter(state: RunState, command: EnterAnswer, now: int) -> tuple[e.Event, ...]:
    """What the team says or types: an answer, a field of one, or a card code.

    An open puzzle's answer wins over a card code, and a card code over a wrong answer.
    """
    typed = normalised(command.text)
    if not typed:
        return _without_letters(state, command)
    if command.puzzle is None and command.field is None:
        return _enter_anywhere(state, command, typed, now)
    require_puzzles(state)
    puzzle = _meant_puzzle(state, command)
    if command.field is not None:
        return _fill(state, puzzle, {_known_field(puzzle, command.field): command.text.strip()}, now)
    if _matches(puzzle, typed):
        return _tried(state, puzzle, command.text, now, is_right=True)
    return found_card(state, typed) or _attempt(state, puzzle, command.text, now)


def solve_by_hand(state: RunState, command: SolvePuzzle) -> tuple[e.Event, ...]:
    """A puzzle is accepted by the facilitator, open or not."""
    require_puzzles(state)
    require_known_puzzle(state, command.puzzle)
    puzzle = state.setup.puzzle(command.puzzle)
    if is_solved(state, puzzle.id):
        raise _already_solved(puzzle)
    return _solved(state, puzzle, "", forced=True, broken=command.broken)


def _without_letters(state: RunState, command: EnterAnswer) -> tuple[e.Event, ...]:
    """Nothing, or signs of another alphabet: those may be a card code typed on another keyboard."""
    card = forgiven_card(state, command.text, command.keys)
    if not card:
        raise CommandRefused(N_("Nothing was typed."))
    return card


def _enter_anywhere(state: RunState, command: EnterAnswer, typed: str, now: int) -> tuple[e.Event, ...]:
    text = command.text
    can_solve = state.phase in ("playing", "paused", "guided")
    for puzzle in open_puzzles(state) if can_solve else ():
        if _matches(puzzle, typed):
            return _tried(state, puzzle, text, now, is_right=True)
    card = found_card(state, typed) or (forgiven_card(state, text, command.keys) if command.keys else ())
    if card:
        return card
    for puzzle in open_puzzles(state) if can_solve else ():
        if _pieces(puzzle, text):
            return _attempt(state, puzzle, text, now)
    if can_solve:
        _refuse_closed(state, typed)
    return forgiven_card(state, text) or _attempt_at_any(state, text, typed, now)


def _refuse_closed(state: RunState, typed: str) -> None:
    """Say so when it is the answer of a puzzle that is solved already or not open yet."""
    for puzzle in state.setup.puzzles:
        if _matches(puzzle, typed):
            if is_solved(state, puzzle.id):
                raise _already_solved(puzzle)
            refuse_beside_finale(state, puzzle.id)
            raise _not_open(puzzle)


def _attempt_at_any(state: RunState, text: str, typed: str, now: int) -> tuple[e.Event, ...]:
    require_puzzles(state)
    refuse_mistyped(typed)
    only = _only_puzzle(state)
    if only is None:
        return (e.AnswerRejected(text=text.strip()),)
    return _attempt(state, only, text, now)


def _only_puzzle(state: RunState) -> PuzzleSetup | None:
    """The puzzle that an answer must be meant for: the only open one."""
    candidates = open_puzzles(state)
    return candidates[0] if len(candidates) == 1 else None


def _meant_puzzle(state: RunState, command: EnterAnswer) -> PuzzleSetup:
    if command.puzzle is None:
        for puzzle in open_puzzles(state):
            if command.field in [field.key for field in puzzle.fields]:
                return puzzle
        raise CommandRefused(N_("No open puzzle has a field “{field}”."), field=command.field)
    require_known_puzzle(state, command.puzzle)
    puzzle = state.setup.puzzle(command.puzzle)
    if is_solved(state, puzzle.id):
        raise _already_solved(puzzle)
    refuse_beside_finale(state, puzzle.id)
    if not state.puzzles[puzzle.id].is_open:
        raise _not_open(puzzle)
    return puzzle


def _known_field(puzzle: PuzzleSetup, key: str) -> str:
    if key not in [field.key for field in puzzle.fields]:
        raise CommandRefused(N_("“{title}” has no field “{field}”."), title=puzzle.title, field=key)
    return key


def _already_solved(puzzle: PuzzleSetup) -> CommandRefused:
    return CommandRefused(N_("“{title}” is already solved."), title=puzzle.title)


def _not_open(puzzle: PuzzleSetup) -> CommandRefused:
    return CommandRefused(N_("“{title}” is not open yet: other puzzles come first."), title=puzzle.title)


def _matches(puzzle: PuzzleSetup, typed: str) -> bool:
    """Whether normalised text is the whole answer."""
    if not puzzle.fields:
        return typed in puzzle.accepted
    return typed == normalised("".join(field.answer for field in puzzle.fields)) or typed in puzzle.accepted


def _pieces(puzzle: PuzzleSetup, text: str) -> dict[str, str]:
    """The fields that `text` fills: one piece each, or the only field that it is right for; else none."""
    if not puzzle.fields:
        return {}
    pieces = [piece.strip() for piece in _BETWEEN_FIELDS.split(text) if piece.strip()]
    if len(pieces) == len(puzzle.fields):
        return {field.key: piece for field, piece in zip(puzzle.fields, pieces, strict=True)}
    fitting = [field.key for field in puzzle.fields if normalised(text) in field.accepted]
    return {fitting[0]: text.strip()} if len(fitting) == 1 else {}


def _attempt(state: RunState, puzzle: PuzzleSetup, text: str, now: int) -> tuple[e.Event, ...]:
    pieces = _pieces(puzzle, text)
    if pieces:
        return _fill(state, puzzle, pieces, now)
    return _tried(state, puzzle, text, now, is_right=False)


def _fill(state: RunState, puzzle: PuzzleSetup, pieces: Mapping[str, str], now: int) -> tuple[e.Event, ...]:
    """Fields are given; once all are, they are one try. The fields of a right try are not stored one by one,
    so that taking the solution back leaves the portal as it was.
    """
    _refuse_locked(state, puzzle, now)
    values = {**dict(state.puzzles[puzzle.id].fields), **pieces}
    is_try = len(values) == len(puzzle.fields)
    filled = tuple(
        e.FieldFilled(puzzle=puzzle.id, field=key, text=text, in_try=is_try) for key, text in pieces.items()
    )
    if not is_try:
        return filled
    text = FIELD_SEPARATOR.join(values[field.key] for field in puzzle.fields)
    if all(_is_right(field, values[field.key]) for field in puzzle.fields):
        return _solved(state, puzzle, text)
    return (*filled, *_rejected(state, puzzle, text, now))


def _is_right(field: FieldSetup, value: str) -> bool:
    return normalised(value) in field.accepted


def _tried(
    state: RunState, puzzle: PuzzleSetup, text: str, now: int, *, is_right: bool
) -> tuple[e.Event, ...]:
    _refuse_locked(state, puzzle, now)
    if is_right:
        return _solved(state, puzzle, text.strip())
    return _rejected(state, puzzle, text.strip(), now)


def _refuse_locked(state: RunState, puzzle: PuzzleSetup, now: int) -> None:
    left_ms = state.puzzles[puzzle.id].locked_until - now
    if left_ms > 0:
        raise CommandRefused(
            N_("“{title}” takes no answer for {seconds} s: {text}"),
            title=puzzle.title,
            seconds=-(-left_ms // 1000),
            text=puzzle.locked_text,
        )


def _rejected(state: RunState, puzzle: PuzzleSetup, text: str, now: int) -> tuple[e.Event, ...]:
    typed = normalised(text)
    say = next((miss.say for miss in puzzle.misses if miss.typed == typed), "")
    rejected = e.AnswerRejected(text=text, puzzle=puzzle.id, say=say)
    if puzzle.lock_after and state.puzzles[puzzle.id].tries + 1 >= puzzle.lock_after:
        return (rejected, e.PuzzleLocked(puzzle=puzzle.id, until_ms=now + puzzle.lock_ms))
    return (rejected,)


def _solved(
    state: RunState, puzzle: PuzzleSetup, text: str, *, forced: bool = False, broken: bool = False
) -> tuple[e.Event, ...]:
    """Solved; a broken prop gives back what the hints cost, in the guided end nothing."""
    hints = state.puzzles[puzzle.id].hints if broken and not is_finale_on(state) else ()
    already = open_envelopes(state)
    opened = tuple(
        envelope.id
        for envelope in state.setup.envelopes
        if puzzle.id in envelope.after
        and envelope.id not in already
        and all(other == puzzle.id or is_solved(state, other) for other in envelope.after)
    )
    solved = e.PuzzleSolved(
        puzzle=puzzle.id,
        text=text,
        forced=forced,
        opened=opened,
        broken=broken,
        returned_ms=sum(hint.cost_ms for hint in hints),
    )
    if puzzle.id != state.setup.finale:
        return (solved,)
    return (solved, e.LastSceneShown(outcome=state.outcome or "won"))
