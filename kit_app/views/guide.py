"""What the guide of a first session says: what a facilitator does now, or does next and when."""

from dataclasses import dataclass
from typing import Literal

CueName = Literal[
    "tables", "welcome", "pitch", "start",
    "hands-off", "silence", "hint", "half", "third", "five", "end", "paused",
    "finale", "guided", "front", "debrief",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One thing to do: now (`in_ms` 0), or in so much played time.

    `minutes` is what its words name: those that are left, or those of silence. `team` is whose it is (0: the
    same for all).
    """

    name: CueName
    in_ms: int = 0
    minutes: int = 0
    team: int = 0
