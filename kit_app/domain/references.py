"""Data beside the puzzles: facts, whom to call, topics, the round of the room. Dates are ISO."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kit_app.domain.questionnaire import Theme

FACT_DAYS = 365
"""A fact that was looked up longer ago is pointed out."""
CONTACT_DAYS = 183
"""A number is to be tried again every six months."""
MOST_POINTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure and where it was found. `not-found`: it could not be found again when last looked for."""

    id: str
    year: str
    source: str
    checked_on: str
    status: Literal["checked", "not-found", "context"]

    def __post_init__(self) -> None:
        date.fromisoformat(self.checked_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """What is counted, and the figures."""

    title: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSpec:
    """Somebody to call. An `official` number is that of a national service and the same for everybody.

    `group` says where it stands on a card: inside the facility, its suppliers, or outside.
    """

    id: str
    group: Literal["inside", "suppliers", "outside"]
    number: str = ""
    checked_on: str = ""
    official: bool = False

    def __post_init__(self) -> None:
        if self.official != bool(self.number) or self.official != bool(self.checked_on):
            raise ValueError("an official contact, and no other, has a number and checked_on")
        if self.checked_on:
            date.fromisoformat(self.checked_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject for a webinar, scored from 0 to 3 by news, by reported difficulties, by incidents alike."""

    id: str
    news: int
    difficulties: int
    incidents: int

    def __post_init__(self) -> None:
        if any(not 0 <= points <= MOST_POINTS for points in (self.news, self.difficulties, self.incidents)):
            raise ValueError("a score lies between 0 and 3")

    @property
    def score(self) -> int:
        """The sum by which topics are sorted."""
        return self.news + self.difficulties + self.incidents


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCheck:
    """A line of the list, for variants that play one of `puzzles` (any, when empty) with so many teams.

    With `is_given` it stands there only when the team is given something of puzzles that are left out.
    """

    id: str
    puzzles: tuple[str, ...] = ()
    least_teams: int = 1
    is_given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCheckWords:
    """What the line says; `several` when more than one team plays in the room, empty for the same."""

    text: str
    several: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """What a kit says of a theme one month after the game; `id` is the theme."""

    id: Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeWords:
    """A reminder in one language: a kind title, one reflex, whom to call, what a management may decide."""

    title: str
    reflex: str
    call: str
    decide: str


def by_score(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The most wanted first; equals keep their order."""
    return tuple(sorted(topics, key=lambda topic: -topic.score))


def is_old(checked_on: str, today: date, days: int) -> bool:
    """Whether this ISO date lies more than so many days back; no date is old."""
    return not checked_on or (today - date.fromisoformat(checked_on)).days > days


def doubtful(facts: tuple[Fact, ...], today: date) -> tuple[Fact, ...]:
    """Facts to look up again: too old, or not found when last looked for."""
    return tuple(
        fact for fact in facts if fact.status == "not-found" or is_old(fact.checked_on, today, FACT_DAYS)
    )
