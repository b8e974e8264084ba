"""A register of visits in which three facts that players know leave one line. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.made import Made, Redraw

NAME = "register"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A line of the register before its shift. `name` is empty where one of the listed names is drawn.

    `room` is empty for the line to be found: its room is drawn. `place` is a key of words instead of a room.
    """

    arrival: str
    departure: str
    title: Literal["mr", "mrs"]
    initial: str
    reason: str
    badge: str
    name: str = ""
    room: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The visits; what is drawn (rooms, shifts in minutes, listed names); what players know of the visit."""

    visits: tuple[Visit, ...]
    listed_names: tuple[str, ...]
    unit: str
    first_room: int
    last_room: int
    shifts: tuple[int, ...]
    known_from: str
    known_until: str
    known_under_min: int

    def __post_init__(self) -> None:
        if sum(not visit.room and not visit.place for visit in self.visits) != 1:
            raise ValueError("exactly one visit has neither room nor place: the one to be found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Headings and the words of the lines; `glossary` explains listed names in the language, if needed."""

    heading: str
    place: str
    day: str
    columns: tuple[str, str, str, str, str, str]
    titles: Mapping[str, str]
    reasons: Mapping[str, str]
    places: Mapping[str, str]
    pencil: str
    stamp: str = ""
    glossary_line: str = ""
    glossary: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line: what stands in the six columns, and the bare name."""

    arrival: str
    shown_name: str
    name: str
    reason: str
    where: str
    badge: str
    departure: str

    @property
    def cells(self) -> tuple[str, str, str, str, str, str]:
        """The six columns in their order."""
        return (self.arrival, self.shown_name, self.reason, self.where, self.badge, self.departure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What players know from elsewhere, not printed here: the time of arrival, the stay, the kind of name."""

    arrives_from: str
    arrives_until: str
    stays_under_min: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The page (part `register`) and what players know beside it."""

    heading: str
    place: str
    day: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    pencil: str
    stamp: str
    facts: Facts


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw names, room and shift. Raises Redraw unless all facts, and no two of them, leave one line."""
    shift = dice.pick("shift", parameters.shifts)
    names = list(dice.shuffled("names", parameters.listed_names))
    taken = {visit.room.rpartition("-")[2] for visit in parameters.visits}
    rooms = [str(room) for room in range(parameters.first_room, parameters.last_room + 1)]
    room = dice.pick("room", [one for one in rooms if one not in taken])
    lines = []
    for visit in parameters.visits:
        name = visit.name or names.pop(0)
        number = visit.room or room
        lines.append(
            Line(
                arrival=_shifted(visit.arrival, shift),
                shown_name=f"{words.titles[visit.title]} {name} {visit.initial}.",
                name=name,
                reason=words.reasons[visit.reason],
                where=words.places[visit.place] if visit.place else _where(number, parameters.unit),
                badge=visit.badge,
                departure=_shifted(visit.departure, shift),
            )
        )
    clues = Clues(
        heading=words.heading,
        place=words.place,
        day=words.day,
        columns=words.columns,
        lines=tuple(lines),
        notes=_notes(lines, words),
        pencil=words.pencil,
        stamp=words.stamp,
        facts=Facts(
            arrives_from=parameters.known_from,
            arrives_until=parameters.known_until,
            stays_under_min=parameters.known_under_min,
            names=parameters.listed_names,
        ),
    )
    if solve(clues) != {room} or not _all_needed(clues):
        raise Redraw
    found = next(line for line in lines if line.where == _where(room, parameters.unit))
    return Made(
        clues=clues,
        answer=room,
        accepted=(found.where,),
        values={
            "room": room,
            "shift": str(shift),
            **_spoken("in", found.arrival),
            **_spoken("out", found.departure),
        },
        readings={
            "register": "\n".join((words.heading, words.day, *(" · ".join(line.cells) for line in lines)))
        },
    )


def solve(clues: Clues) -> frozenset[str]:
    """The rooms of all visits that agree with every fact."""
    return frozenset(_room(line) for line in clues.lines if all(_agreements(line, clues.facts)))


def _agreements(line: Line, facts: Facts) -> tuple[bool, bool, bool]:
    """Whether a line agrees with each of the three facts."""
    arrival, departure = _minutes(line.arrival), _minutes(line.departure)
    return (
        _minutes(facts.arrives_from) <= arrival <= _minutes(facts.arrives_until),
        departure - arrival < facts.stays_under_min,
        normalised(line.name) in {normalised(name) for name in facts.names},
    )


def _all_needed(clues: Clues) -> bool:
    """Whether any two facts alone leave more than one line."""
    rows = [_agreements(line, clues.facts) for line in clues.lines]
    return all(
        sum(row[first] and row[second] for row in rows) > 1 for first, second in combinations(range(3), 2)
    )


def _room(line: Line) -> str:
    return normalised(line.where.rpartition("-")[2])


def _where(room: str, unit: str) -> str:
    """How a room is written; one that names its unit already stays as it is."""
    return room if "-" in room else f"{unit}-{room}"


def _notes(lines: list[Line], words: Words) -> tuple[str, ...]:
    if not words.glossary:
        return ()
    meanings = [f"{line.name} = {words.glossary[line.name]}" for line in lines if line.name in words.glossary]
    return (words.glossary_line + ", ".join(meanings),)


def _spoken(key: str, time: str) -> dict[str, str]:
    """The parts of a time as hints say it: 24 hours and 12 hours."""
    hours, minutes = time.split(":")
    return {f"{key}_hour": hours, f"{key}_minute": minutes, f"{key}_hour12": str((int(hours) - 1) % 12 + 1)}


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def _shifted(time: str, shift: int) -> str:
    total = _minutes(time) + shift
    return f"{total // 60:02}:{total % 60:02}"
