"""Where a talk should be by now: what is left, how far ahead or behind it is. Pure; all in seconds."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """`left` until the end that was planned, below 0 when it is over; the slide shown runs from `begins` to
    `ends`. `behind` is how long the talk has been on it too long, below 0 how far ahead it is.
    """

    left: float
    begins: float
    ends: float
    behind: float


def pace_at(seconds: Sequence[float], place: int, elapsed: float) -> Pace:
    """The pace of a talk whose slides take `seconds`, on the one at `place` (from 0)."""
    begins = sum(seconds[:place])
    ends = begins + seconds[place]
    behind = elapsed - ends if elapsed > ends else min(0.0, elapsed - begins)
    return Pace(left=sum(seconds) - elapsed, begins=begins, ends=ends, behind=behind)
