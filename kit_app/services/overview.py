"""Read results for people: which hints stand, what took too long. Pure."""

from __future__ import annotations

from kit_app.views.results import RunResult

TOO_LONG = 1.25
"""A puzzle took too long when it took a quarter more than its target."""


def is_long(spent_ms: int | None, target_ms: int) -> bool:
    """Whether this time is clearly over the target."""
    return spent_ms is not None and target_ms > 0 and spent_ms >= TOO_LONG * target_ms


def standing_hints(result: RunResult, puzzle: str) -> tuple[tuple[int, int], ...]:
    """When each hint of a puzzle that was not taken back was given (ms of played time), and its level.

    Questions where to search, of level 0, are left out.
    """
    given: dict[int, int] = {}
    for moment in result.moments:
        if moment.puzzle != puzzle or moment.text == "0":
            continue
        if moment.kind == "HintGiven":
            given[int(moment.text)] = moment.at_ms
        elif moment.kind == "HintWithdrawn":
            given.pop(int(moment.text), None)
    return tuple((at, level) for level, at in sorted(given.items()))
