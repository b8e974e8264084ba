"""An alert bulletin: what a facility tells its people about an attack, on one page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Tlp = Literal["red", "amber", "green", "clear"]
"""With whom a bulletin may be shared, by the Traffic Light Protocol 2.0."""
Urgency = Literal["info", "week", "now"]
"""To be known, to be acted on this week, to be acted on now."""
BulletinLanguage = Literal["fr", "en"]

_NUMBER = re.compile(r"(\d+)/(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """One bulletin as a person typed it; dates are ISO, times 24-hour, all may be empty.

    `actions` has a line for each box to tick, `avoid` and `signs` one for each point.
    """

    id: str
    language: BulletinLanguage
    number: str = ""
    date: str = ""
    time: str = ""
    tlp: Tlp = "green"
    urgency: Urgency = "info"
    title: str = ""
    concerned: str = ""
    happening: str = ""
    actions: str = ""
    avoid: str = ""
    signs: str = ""
    tell: str = ""
    source: str = ""
    valid_until: str = ""
    relayed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinExample:
    """A bulletin of a kit to start from."""

    id: str
    tlp: Tlp
    urgency: Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinWords:
    """The words of an example, with places for whom to call."""

    title: str
    concerned: str
    happening: str
    actions: str
    avoid: str
    signs: str
    tell: str


def newest_first(bulletins: Iterable[Bulletin]) -> tuple[Bulletin, ...]:
    """By day and time; of two at the same time, the one that was begun later comes first."""
    begun = enumerate(bulletins)
    return tuple(
        one for _, one in sorted(begun, key=lambda at: (at[1].date, at[1].time, at[0]), reverse=True)
    )


def next_number(bulletins: Iterable[Bulletin], year: int) -> str:
    """`4/2026`, after the highest number of that year."""
    found = (_NUMBER.fullmatch(one.number.strip()) for one in bulletins)
    taken = [int(match[1]) for match in found if match is not None and int(match[2]) == year]
    return f"{max(taken, default=0) + 1}/{year}"


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
