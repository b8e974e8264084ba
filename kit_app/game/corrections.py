"""Put a closed run's result right: never silently, what it was and why stay beside what it is. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, get_args

from kit_app.errors import CommandRefused
from kit_app.game.events import Outcome, ResultCorrected
from kit_app.i18n import N_
from kit_app.views.results import Correction, RunResult

Field = Literal["team_size", "outcome", "played_ms"]
"""The figures of a result that can be put right."""
MOST_PEOPLE = 40
MOST_PLAYED_MS = 6 * 3_600_000


def correction(result: RunResult, field: Field, new: str, reason: str) -> ResultCorrected:
    """The event that puts `field` right. Raises CommandRefused, also without a reason."""
    why = " ".join(reason.split())
    if not why:
        raise CommandRefused(N_("Say why: the reason stays beside the figure."))
    old = str(getattr(result, field))
    if not _fits(field, new):
        raise CommandRefused(N_("This value does not fit here."))
    if new == old:
        raise CommandRefused(N_("This is what the result says already."))
    return ResultCorrected(field=field, old=old, new=new, reason=why)


def corrected(result: RunResult, events: Iterable[ResultCorrected]) -> RunResult:
    """The result with all that was put right, in order, each told with what it was before."""
    for event in events:
        told = Correction(field=event.field, old=event.old, new=event.new, reason=event.reason)
        result = replace(_with(result, event), corrections=(*result.corrections, told))
    return result


def _fits(field: Field, new: str) -> bool:
    if field == "outcome":
        return new in get_args(Outcome)
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
