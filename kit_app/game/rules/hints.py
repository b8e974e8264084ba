"""Hints: when they are due, which one is suggested, giving, offering, withdrawing, hiding."""

from typing import NamedTuple

from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.commands import GiveHint, OfferHint, PutOffHint, WithdrawHint
from kit_app.game.rules.phases import refuse_beside_finale, require_known_puzzle, require_puzzles
from kit_app.game.setup import PuzzleSetup, SearchSetup
from kit_app.game.state import (
    Given,
    Progress,
    RunState,
    balance_ms,
    elapsed_ms,
    hints_left,
    is_finale_on,
    is_open,
    is_solved,
    open_puzzles,
    played_ms,
)
from kit_app.i18n import N_

SEARCH = 0
LEVELS = (1, 2, 3)
PUT_OFF_MS = 120_000


class DueHint(NamedTuple):
    """A hint not given yet whose time has come."""

    puzzle: PuzzleSetup
    level: int
    overdue_ms: int


def give(state: RunState, command: GiveHint, now: int) -> tuple[e.Event, ...]:
    """A hint of an open puzzle, in any order. Shown again it is free; in the guided end all are."""
    require_puzzles(state)
    progress = _progress(state, command.puzzle, command.level)
    if command.level == SEARCH:
        return (_question(state, progress, command),)
    if command.level in progress.given_levels:
        return (e.HintGiven(puzzle=command.puzzle, level=command.level, again=True),)
    _require_open(state, command.puzzle)
    if command.joker and state.is_joker_used:
        raise CommandRefused(N_("The joker has already been used."))
    counts = command.counts and hint_counts(state.setup.puzzle(command.puzzle), command.level)
    if counts and not command.joker:
        _require_stock(state)
    is_free = command.joker or not counts
    return (
        e.HintGiven(
            puzzle=command.puzzle,
            level=command.level,
            cost_ms=0 if is_free else _cost_ms(state, now),
            joker=command.joker,
            counts=counts,
        ),
    )


def hint_counts(puzzle: PuzzleSetup, level: int) -> bool:
    """Whether the kit counts this hint. Questions of level 0 never count."""
    return level != SEARCH and puzzle.hints[level - 1].counts


def _question(state: RunState, progress: Progress, command: GiveHint) -> e.Event:
    """A question of level 0: the one that is named, or the first that nobody has answered yet."""
    puzzle = state.setup.puzzle(command.puzzle)
    _require_open(state, puzzle.id)
    asked = {given.search for given in progress.asked}
    wanted = _wanted(state, puzzle, asked, command.search)
    if wanted is None:
        raise CommandRefused(N_("There is nothing more to search for “{title}”."), title=puzzle.title)
    is_again = wanted.id in asked
    return e.HintGiven(puzzle=puzzle.id, level=SEARCH, again=is_again, counts=False, search=wanted.id)


def _wanted(state: RunState, puzzle: PuzzleSetup, asked: set[str], named: str) -> SearchSetup | None:
    if named:
        return next((one for one in puzzle.searches if one.id == named), None)
    return next((one for one in puzzle.searches if one.id not in asked and not is_found(state, one)), None)


def is_found(state: RunState, search: SearchSetup) -> bool:
    """Whether every card that a question is about was scanned; of a prop without a card nobody knows."""
    return bool(search.cards) and state.scanned.issuperset(search.cards)


def offer(state: RunState, command: OfferHint) -> tuple[e.Event, ...]:
    """The players read that a hint is waiting, and choose."""
    require_puzzles(state)
    if not state.setup.words.hint_waiting:
        raise CommandRefused(N_("This kit has no sentence that offers a hint."))
    require_known_puzzle(state, command.puzzle)
    _require_open(state, command.puzzle)
    if len(state.puzzles[command.puzzle].given_levels) == len(LEVELS):
        title = state.setup.puzzle(command.puzzle).title
        raise CommandRefused(N_("All hints of “{title}” have been given."), title=title)
    if state.overlay.offer == command.puzzle:
        return ()
    return (e.HintOffered(puzzle=command.puzzle),)


def put_off(state: RunState, command: PutOffHint, now: int) -> tuple[e.Event, ...]:
    """The hint, or the alarm, is left alone for two minutes of play."""
    require_puzzles(state)
    until_ms = played_ms(state, now) + PUT_OFF_MS
    if command.alarm:
        if command.alarm not in {alarm.id for alarm in state.setup.alarms}:
            raise CommandRefused(N_("This game has no alarm “{alarm}”."), alarm=command.alarm)
        return (e.HintPutOff(puzzle="", level=0, until_ms=until_ms, alarm=command.alarm),)
    _progress(state, command.puzzle, command.level)
    return (e.HintPutOff(puzzle=command.puzzle, level=command.level, until_ms=until_ms),)


def withdraw(state: RunState, command: WithdrawHint) -> tuple[e.Event, ...]:
    """A given hint is taken back. Its cost returns while the main clock is on; the joker always does.

    Of the questions of level 0 it is the last one. What a broken prop gave back is not given back twice.
    """
    require_puzzles(state)
    progress = _progress(state, command.puzzle, command.level)
    given = _last_given(progress, command.level)
    if given is None:
        raise CommandRefused(N_("This hint has not been given."))
    is_free = is_finale_on(state) or progress.is_broken
    return (
        e.HintWithdrawn(
            puzzle=command.puzzle,
            level=command.level,
            cost_ms=0 if is_free else given.cost_ms,
            joker=given.joker and not progress.is_broken,
            search=given.search,
        ),
    )


def _last_given(progress: Progress, level: int) -> Given | None:
    hints = progress.asked if level == SEARCH else progress.hints
    return next((hint for hint in reversed(hints) if hint.level == level), None)


def hide(state: RunState) -> tuple[e.Event, ...]:
    """The hint leaves the screen and stays given; without a hint, the offer of one leaves."""
    if state.overlay.hint:
        return (e.HintHidden(),)
    return (e.OfferWithdrawn(puzzle=state.overlay.offer),) if state.overlay.offer else ()


def due_hint(state: RunState, puzzle: PuzzleSetup, now: int, *, early_ms: int = 0) -> DueHint | None:
    """The lowest hint above those given of an open puzzle, once it is due (or will be within `early_ms`)."""
    given = max(state.puzzles[puzzle.id].given_levels, default=SEARCH)
    for level, due_ms in zip(LEVELS, due_times(state, puzzle), strict=False):
        if level > given:
            overdue_ms = elapsed_ms(state, puzzle.id, now) - due_ms
            return DueHint(puzzle, level, overdue_ms) if overdue_ms >= -early_ms else None
    return None


def due_times(state: RunState, puzzle: PuzzleSetup) -> tuple[int, ...]:
    """When the hints of a puzzle are due, in ms since it was opened: the kit's times (none: on request only).

    The first one is due no later than the limit that earlier games told.
    """
    learned = state.limits.get(puzzle.id)
    if learned is None or not puzzle.due:
        return puzzle.due
    return (min(puzzle.due[0], learned.ms), *puzzle.due[1:])


def due_hints(state: RunState, now: int, *, early_ms: int = 0) -> list[DueHint]:
    """The lowest due hint of each open puzzle, in the guided end of the finale; without what was put off."""
    due = [
        hint for puzzle in open_puzzles(state) if (hint := due_hint(state, puzzle, now, early_ms=early_ms))
    ]
    return [hint for hint in due if not is_put_off(state, hint.puzzle.id, hint.level, now)]


def is_put_off(state: RunState, name: str, level: int, now: int) -> bool:
    """Whether the facilitator does not want a puzzle's hint, or an alarm (level 0), yet."""
    return dict(state.put_off).get((name, level), 0) > played_ms(state, now)


def _progress(state: RunState, puzzle_id: str, level: int) -> Progress:
    require_known_puzzle(state, puzzle_id)
    if level not in (SEARCH, *LEVELS):
        raise CommandRefused(N_("Hints have the levels 1 to 3, questions where to search the level 0."))
    return state.puzzles[puzzle_id]


def _require_open(state: RunState, puzzle_id: str) -> None:
    if is_open(state, puzzle_id):
        return
    title = state.setup.puzzle(puzzle_id).title
    if is_solved(state, puzzle_id):
        raise CommandRefused(N_("“{title}” is solved: it needs no hint."), title=title)
    refuse_beside_finale(state, puzzle_id)
    raise CommandRefused(N_("“{title}” is not open yet."), title=title)


def _require_stock(state: RunState) -> None:
    if hints_left(state) == 0:
        raise CommandRefused(
            N_("The team has used its {count} hints. Give one that does not count, or take one back."),
            count=state.setup.hint_stock,
        )


def can_pay(state: RunState, now: int) -> bool:
    """Whether the stock and the clock still hold a hint that counts."""
    cost_ms = 0 if is_finale_on(state) else state.setup.hint_cost_ms
    return hints_left(state) != 0 and (not cost_ms or cost_ms < balance_ms(state, now))


def _cost_ms(state: RunState, now: int) -> int:
    if is_finale_on(state):
        return 0
    cost_ms = state.setup.hint_cost_ms
    if cost_ms and cost_ms >= balance_ms(state, now):
        raise CommandRefused(N_("A hint costs more time than is left. Use the joker, or add minutes first."))
    return cost_ms
