"""A rehearsal as it is told: what happened around the made-up team, and how the game was led."""

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["projector-out", "player-away", "broken-prop", "wrong-guess", "restart"]

MomentKind = Literal[
    "begins",
    "asks",
    "quiet",
    "tries",
    "finds",
    "projector-out",
    "projector-back",
    "player-away",
    "player-back",
    "broken-prop",
    "wrong-guess",
    "restart",
]
"""begins: a table takes a puzzle up. asks: for help. quiet: nobody there speaks any more. tries: a wrong
answer is given. finds: the right one. The others are faults, and what ends them."""

Verdict = Literal["good", "early", "late", "missed"]

PointKind = Literal["hint", "no-hint", "player-back"] | FaultKind

Ending = Literal["won", "guided", "cut", "open"]
"""won: in time. guided: time ran out or the game was stopped, and the last exercise was played to its
solution. cut: closed before that. open: the rehearsal was left before the game was closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that the made-up team did, said or met at `at_ms` of run time; `text` is what was said."""

    at_ms: int
    kind: MomentKind
    puzzle: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that was to be done, when it was to be done (`due_ms`) and when it was (None: never).

    Times are run time in ms. `level` is a hint's. `is_apt`: it was done with the control meant for it.
    """

    kind: PointKind
    verdict: Verdict
    due_ms: int
    done_ms: int | None
    puzzle: str = ""
    level: int = 0
    is_apt: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleLine:
    """A puzzle on the time line; run time in ms, None for what did not happen. `hints_ms` are its hints."""

    id: str
    title: str
    path: str
    target_ms: int
    opened_ms: int | None
    solved_ms: int | None
    hints_ms: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How a rehearsed game was led. Times are run time in ms.

    `silences` are the stretches in which players heard nothing for long; `reset_ms` is how long the room took
    to be ready again (None: not tried).
    """

    points: tuple[Point, ...]
    lines: tuple[PuzzleLine, ...]
    silences: tuple[tuple[int, int], ...]
    longest_silence_ms: int
    ending: Ending
    whole_ms: int
    reset_ms: int | None = None
