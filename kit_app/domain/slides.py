"""The slides of the talk after a game, as a kit defines them, and how long a talk may take. No words."""

from dataclasses import dataclass
from typing import Literal

SlideKind = Literal["front", "question", "choice", "thread", "cases"]
"""front: the newspaper's blank page. question: its title, the question, a drawing. choice: one of several
questions. thread: what the teams did, in time. cases: the quotes of another paper of the kit, and figures."""

Phase = Literal["reactions", "account", "analysis", "home"]
PHASES: tuple[Phase, ...] = ("reactions", "account", "analysis", "home")

PACES = (25, 20, 15)
"""The minutes that a talk may be planned for."""
MOST_LESSONS = (99, 2, 1)
"""How many puzzles each slide goes into, at each pace: the hardest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideSpec:
    """One slide. Its words are the step of the script whose heading names it.

    `minutes`: how long it takes at each of `PACES`, 0 where it is left out. A slide of the lesson and the
    good reflex of each of `puzzles` follows it, what cost the team most first; `contact` is whom to call
    about them. `paper` holds the cases, `facts` the figures of a slide of cases. `picture` is in `images/`.
    """

    id: str
    kind: SlideKind
    phase: Phase
    minutes: tuple[float, float, float]
    path: str = ""
    puzzles: tuple[str, ...] = ()
    picture: str = ""
    contact: str = ""
    paper: str = ""
    facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(minutes < 0 for minutes in self.minutes):
            raise ValueError("a slide cannot take less than no time")
        if self.kind == "cases" and not self.paper:
            raise ValueError("a slide of cases needs the paper that holds them")


def nearest_pace(minutes: float) -> int:
    """Which of `PACES` (its place) a talk of so many minutes comes nearest to."""
    return min(range(len(PACES)), key=lambda place: abs(PACES[place] - minutes))
