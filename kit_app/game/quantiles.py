"""The middle of values and where four of five lie, from how often each value was met. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def median_of(counts: Sequence[tuple[int, int]]) -> float | None:
    """The middle of values told as (value, how often), rising; the mean of two middle ones; None of none."""
    total = sum(count for _value, count in counts)
    if not total:
        return None
    return (_at(counts, (total - 1) // 2) + _at(counts, total // 2)) / 2


def percentile_80_of(counts: Sequence[tuple[int, int]]) -> int | None:
    """The smallest value that at least 80 % of all do not exceed (nearest rank); None of none."""
    total = sum(count for _value, count in counts)
    return _at(counts, -(-4 * total // 5) - 1) if total else None


def _at(counts: Iterable[tuple[int, int]], place: int) -> int:
    """The value at a place from 0 of all values in order."""
    for value, count in counts:
        place -= count
        if place < 0:
            return value
    raise IndexError(place)
