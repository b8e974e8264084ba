"""What players are asked before the game, after it and a month later: items and coded answers, no names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kit_app.i18n import N_

Theme = str
"""The id of a theme: one of THEMES, or one that a kit names itself."""
Choice = Literal["A", "B", "C"]
Moment = Literal["before", "after", "month"]

CHOICES: tuple[Choice, ...] = ("A", "B", "C")
MOMENTS: tuple[Moment, ...] = ("before", "after", "month")
GRADES = 5
"""An opinion is given as a number from 1 (no) to this (yes)."""
HIGHEST_NUMBER = 999
"""Numbers drawn from a hat lie between 1 and this."""

THEMES: Mapping[Theme, str] = {
    "places": N_("Places and paper"),
    "devices": N_("Devices"),
    "passwords": N_("Passwords"),
    "people": N_("People and fraud"),
    "incident": N_("Incident reflexes"),
    "identity": N_("Identity"),
}
"""The usual themes, of kits that name none of their own, in the order in which they are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSpec:
    """A theme that a kit names itself."""

    id: Theme


MOMENT_NAMES: Mapping[Moment, str] = {
    "before": N_("Before playing"),
    "after": N_("After playing"),
    "month": N_("One month later"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An item with one right answer among A, B and C. `starred`: it is about incidents."""

    id: str
    theme: Theme
    right: Choice
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """An item in one language."""

    ask: str
    a: str
    b: str
    c: str

    @property
    def choices(self) -> tuple[str, str, str]:
        """The three answers in the order of their letters."""
        return self.a, self.b, self.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Something judged from 1 to 5 after the game."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper as it was filled in. `number` was drawn from a hat; below 0: the paper had none.

    `answers` holds a letter by the id of an item, `grades` a number from 1 to 5 by the id of an opinion;
    what was left open is in neither.
    """

    moment: Moment
    number: int
    answers: Mapping[str, Choice] = field(default_factory=dict)
    grades: Mapping[str, int] = field(default_factory=dict)

    @property
    def can_pair(self) -> bool:
        """Whether another sheet may have the same number."""
        return self.number > 0

    def right(self, questions: Sequence[Question]) -> frozenset[str]:
        """The ids of the items answered rightly; an item left open is not."""
        return frozenset(one.id for one in questions if self.answers.get(one.id) == one.right)
