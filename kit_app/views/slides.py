"""What is shown of a talk: its slides, as players see them, and what the facilitator reads beside each."""

from dataclasses import dataclass
from typing import Literal

SlideLook = Literal["front", "question", "choice", "thread", "lesson", "cases"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A puzzle on the thread, in ms of played time: when it opened, when it was solved (None: never)."""

    label: str
    path: str | None
    opened_ms: int | None
    solved_ms: int | None
    hints: tuple[tuple[int, int], ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide. Which texts count depends on the look; no answer and no code is among them.

    front: `masthead`, `quiet` lines, `title`, `question`. question: `question`, `quiet`, `picture`. choice:
    `points`. lesson: `quiet` (what it teaches), `question` (the reflex, or what there was to do), `own` (the
    facility's rule and whom to call). cases: `points`.
    """

    id: str
    look: SlideLook
    title: str
    path: str = ""
    question: str = ""
    quiet: str = ""
    points: tuple[tuple[str, str], ...] = ()
    picture: bytes = b""
    picture_name: str = ""
    masthead: str = ""
    own: str = ""
    rows: tuple[Row, ...] = ()
    played_ms: int = 0
    foot: str = ""
    number: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A slide with what stands beside it on the laptop; `seconds` is how long it takes at the pace chosen.

    `lived`: what the teams lived with it; `noted`: what was noted during the game.
    """

    slide: Slide
    phase: str
    seconds: float
    say: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    lived: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    reflex: str = ""
    rule: str = ""
    contact: str = ""
    has_puzzle: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflex:
    """A line of the sheet that participants take home: a puzzle's reflex and the facility's own rule."""

    title: str
    path: str | None
    reflex: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """A whole talk in the language of the game. `minutes` is its pace, `people` how many took part.

    `contacts` are whom to call, each with its name: those of the facility that are known.
    """

    session: str
    teams: str
    outcome: str
    minutes: int
    steps: tuple[Step, ...]
    reflexes: tuple[Reflex, ...]
    contacts: tuple[tuple[str, str], ...]
    people: int
    kit_line: str
    language: str
