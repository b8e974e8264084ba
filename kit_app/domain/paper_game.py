"""A game played on paper as it is typed in from the host grid: minutes and hints, no names."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPuzzle:
    """A row of the grid: the minute of the game at which it was solved (None: it was not), hints by level.

    `by_hand`: the facilitator gave the solution.
    """

    id: str
    solved_min: int | None = None
    hints: tuple[int, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGame:
    """The whole grid: who played, when it began ("14:05" or empty), how it ended, and at which minute."""

    people: int
    outcome: Literal["won", "lost", "stopped"]
    end_min: int
    puzzles: tuple[PaperPuzzle, ...]
    began: str = ""
