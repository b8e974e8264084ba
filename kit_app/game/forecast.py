"""When a team will likely be done, from its pace so far. Pure; no clock, no draw.

The figures are those of the kit's timing model: people need 1.2 times a puzzle's target at the median, and
21 seconds to give an answer and open an envelope. They are assumptions, not measured in rooms.
"""

from collections.abc import Sequence

from kit_app.views.console import Outlook, PuzzleRow

USUAL_PACE = 1.2
USUAL_WEIGHT = 3
"""The usual pace counts as much as this many solved puzzles."""

ENTRY_MS = 21_000
LEAST_SHARE = 0.35
"""An open puzzle that is overdue still takes this part of its target."""

LOW, EXPECTED, HIGH = 0.95, 1.12, 1.4
"""Of the time along the longest path: paths wait for one another, so the likely end lies beyond it."""


def outlook(puzzles: Sequence[PuzzleRow], played_ms: int) -> Outlook | None:
    """The likely end in played time; None when nothing is left to solve."""
    left_ms = _longest(puzzles, pace(puzzles))
    if left_ms == 0:
        return None
    low, expected, high = (played_ms + round(left_ms * factor) for factor in (LOW, EXPECTED, HIGH))
    return Outlook(low_ms=low, expected_ms=expected, high_ms=high)


def pace(puzzles: Sequence[PuzzleRow]) -> float:
    """How long the team takes compared with the targets, leaning on the usual pace while little is known."""
    solved = [row for row in puzzles if row.state == "solved" and row.elapsed_ms and not row.was_forced]
    taken = sum(row.elapsed_ms / row.target_ms for row in solved)
    return (USUAL_PACE * USUAL_WEIGHT + taken) / (USUAL_WEIGHT + len(solved))


def _longest(puzzles: Sequence[PuzzleRow], factor: float) -> float:
    """The time that the slowest path still takes when paths are played side by side."""
    ends: dict[str, float] = {}
    waiting = list(puzzles)
    while waiting:
        ready = [row for row in waiting if all(needed in ends for needed in row.needs)]
        if not ready:
            return 0
        for row in ready:
            begins = max((ends[needed] for needed in row.needs), default=0.0)
            ends[row.id] = begins + _left(row, factor) if row.state != "solved" else 0.0
        waiting = [row for row in waiting if row.id not in ends]
    return max(ends.values(), default=0.0)


def _left(row: PuzzleRow, factor: float) -> float:
    if row.state == "locked":
        return row.target_ms * factor + ENTRY_MS
    return max(row.target_ms * factor + ENTRY_MS - row.elapsed_ms, row.target_ms * LEAST_SHARE)
