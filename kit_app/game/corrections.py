"""Put a closed run's result right: never silently, what it was and why stay beside what it is. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal, get_args

from kit_app.errors import CommandRefused
from kit_app.game.events import Outcome, ResultCorrected
from kit_app.i18n import N_
from kit_app.views.results import Correction, Leading, Moment, PuzzleResult, RunResult

Field = Literal["team_size", "outcome", "played_ms"]
"""The figures of a result that can be put right."""
PuzzleField = Literal["solved", "spent_ms", "hints"]
"""Those of one puzzle: whether it was solved (yes, no), its time, the levels of its hints ("13")."""
MOST_PEOPLE = 40
_HOUR_MS = 3_600_000
MOST_PLAYED_MS = 6 * _HOUR_MS
YES, NO = "yes", "no"
_LEVELS = ("1", "2", "3")
_UNFIT = N_("This value does not fit here.")
_TIME = N_("Write minutes, or minutes and seconds as 12:30, up to {hours} hours.")
_FITTING = {
    "team_size": N_("Write a number from 1 to {people}."),
    "played_ms": _TIME,
    "spent_ms": _TIME,
    "hints": N_("Write 1, 2 or 3, several one after the other; nothing for none."),
}


def correction(
    result: RunResult, field: Field | PuzzleField, new: str, reason: str, puzzle: str | None = None
) -> ResultCorrected:
    """The event that puts `field` right, of a puzzle if one is named.

    Raises CommandRefused, also without a reason.
    """
    why = " ".join(reason.split())
    if not why:
        raise CommandRefused(N_("Say why: the reason stays beside the figure."))
    old = value_of(result, field, puzzle)
    if not _fits(field, new):
        raise CommandRefused(
            _FITTING.get(field, _UNFIT), people=MOST_PEOPLE, hours=MOST_PLAYED_MS // _HOUR_MS
        )
    if field == "spent_ms" and int(new) > result.played_ms:
        raise CommandRefused(N_("A puzzle cannot take longer than the whole game."))
    if new == old:
        raise CommandRefused(N_("This is what the result says already."))
    return ResultCorrected(field=field, old=old, new=new, reason=why, puzzle=puzzle)


def value_of(result: RunResult, field: str, puzzle: str | None = None) -> str:
    """A figure as corrections have it. Raises CommandRefused when there is no such puzzle."""
    if puzzle is None:
        return str(getattr(result, field))
    row = _puzzle(result, puzzle)
    if row is None:
        raise CommandRefused(N_("This game has no puzzle {puzzle}."), puzzle=puzzle)
    if field == "solved":
        return NO if row.solved_ms is None else YES
    return str(row.spent_ms) if field == "spent_ms" else "".join(map(str, sorted(row.hints)))


def corrected(result: RunResult, events: Iterable[ResultCorrected]) -> RunResult:
    """The result with all that was put right, in order, each told with what it was before."""
    for event in events:
        told = Correction(
            field=event.field, old=event.old, new=event.new, reason=event.reason, puzzle=event.puzzle
        )
        changed = _with(result, event) if event.puzzle is None else _with_puzzle(result, event)
        result = replace(changed, corrections=(*result.corrections, told))
    return result


def _fits(field: str, new: str) -> bool:
    if field == "outcome":
        return new in get_args(Outcome)
    if field == "solved":
        return new in (YES, NO)
    if field == "hints":
        return new == "".join(level for level in _LEVELS if level in new)
    most = MOST_PEOPLE if field == "team_size" else MOST_PLAYED_MS
    return new.isascii() and new.isdecimal() and 0 < int(new) <= most


def _with(result: RunResult, event: ResultCorrected) -> RunResult:
    """A field of a newer release stays as it was; its correction is told all the same."""
    match event.field:
        case "outcome":
            known = [outcome for outcome in get_args(Outcome) if outcome == event.new]
            return replace(result, outcome=known[0]) if known else result
        case "team_size":
            return replace(result, team_size=int(event.new))
        case "played_ms":
            left = max(0, result.left_ms + result.played_ms - int(event.new))
            return replace(result, played_ms=int(event.new), left_ms=left)
        case _:
            return result


def _puzzle(result: RunResult, ident: str | None) -> PuzzleResult | None:
    return next((row for row in result.puzzles if row.id == ident), None)


def _with_puzzle(result: RunResult, event: ResultCorrected) -> RunResult:
    """Likewise of a puzzle; the sums of the run follow, and so does what the time line shows of its hints."""
    before = _puzzle(result, event.puzzle)
    change = _CHANGES.get(event.field)
    if before is None or change is None:
        return result
    after = change(before, event.new, result.played_ms)
    rows = tuple(after if row.id == after.id else row for row in result.puzzles)
    more = len(after.hints) - len(before.hints)
    return replace(
        result,
        puzzles=rows,
        hints=max(0, result.hints + more),
        jokers=min(result.jokers, max(0, result.hints + more)),
        leading=_led(result.leading, more),
        moments=tuple(one for one in result.moments if not _is_gone(one, after)),
    )


def _solved(row: PuzzleResult, new: str, played_ms: int) -> PuzzleResult:
    """Solved when its time was over; one that was never opened counts as solved at the end of the play."""
    if new == NO:
        return replace(row, solved_ms=None, was_forced=False)
    opened = row.opened_ms if row.opened_ms is not None else max(0, played_ms - row.spent_ms)
    return replace(row, opened_ms=opened, solved_ms=opened + row.spent_ms)


def _spent(row: PuzzleResult, new: str, played_ms: int) -> PuzzleResult:
    opened = row.opened_ms if row.opened_ms is not None else max(0, played_ms - int(new))
    solved = None if row.solved_ms is None else opened + int(new)
    return replace(row, opened_ms=opened, spent_ms=int(new), solved_ms=solved)


def _hinted(row: PuzzleResult, new: str, played_ms: int) -> PuzzleResult:
    return replace(row, hints=tuple(int(level) for level in _LEVELS if level in new))


_CHANGES: Mapping[str, Callable[[PuzzleResult, str, int], PuzzleResult]] = {
    "solved": _solved,
    "spent_ms": _spent,
    "hints": _hinted,
}


def _led(leading: Leading, more: int) -> Leading:
    """Hints that nobody saw given count as given by hand; those that were none are taken from there first."""
    by_hand = leading.by_hand + more
    suggested = leading.suggested + min(0, by_hand)
    automatic = leading.automatic + min(0, suggested)
    return replace(leading, by_hand=max(0, by_hand), suggested=max(0, suggested), automatic=max(0, automatic))


def _is_gone(moment: Moment, row: PuzzleResult) -> bool:
    """A hint that was not given after all is no moment of the game."""
    is_hint = moment.kind in ("HintGiven", "HintWithdrawn") and moment.puzzle == row.id
    return is_hint and moment.text in _LEVELS and int(moment.text) not in row.hints
