"""What cannot be printed, in the island's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Cause(Enum):
    """Why something cannot be printed; the door words it in the facilitator's language."""

    OVERFLOW = "text does not fit"
    WIDE_WORD = "a word is wider than its place"
    MISSING_GLYPH = "the font lacks a character"
    WRONG_CODE = "a card code needs six letters"
    WRONG_COUNT = "a part has the wrong number of elements"
    TOO_LARGE = "the thing is larger than the paper"
    UNREADABLE_PICTURE = "a picture cannot be drawn"
    COMPLEX_PICTURE = "a picture has too many shapes"


@dataclass(frozen=True, slots=True)
class PrintProblem:
    """One thing that cannot be printed: `where` names the card, `why` quotes the words concerned."""

    where: str
    why: str
    cause: Cause = Cause.OVERFLOW


class CannotPrintError(Exception):
    """Raised by the doors of the island with every problem found, before anything is drawn."""

    def __init__(self, problems: tuple[PrintProblem, ...]) -> None:
        super().__init__("; ".join(f"{problem.where}: {problem.why}" for problem in problems))
        self.problems = problems
