"""A door log and a workstation log: one stick was plugged in while the session's owner was out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.made import Made, Redraw

NAME = "two-logs"

Way = Literal["in", "out"]
Kind = Literal["opened", "closed", "unlocked", "printed", "plugged", "copied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the logs; with a `place` that is given, no workstation is drawn for them."""

    key: str
    name: str
    login: str
    company: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A line of the door log before its shift; `shows_company`: the company is written behind the name."""

    time: str
    way: Way
    person: str
    shows_company: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A line of the workstation log before its shift."""

    time: str
    person: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`shift`: whole minutes that all times move by; `absent`: the key of the owner who was out.

    A workstation is shown as `prefix` and its place; drawn places are `place` with a {number} of two figures
    from `first_number` to `last_number`, each only once.
    """

    shift: str
    prefix: str
    place: str
    first_number: int
    last_number: int
    file: str
    absent: str
    people: tuple[Person, ...]
    passages: tuple[Passage, ...]
    events: tuple[Event, ...]

    def __post_init__(self) -> None:
        known = {person.key for person in self.people}
        named = {
            self.absent,
            *(line.person for line in self.passages),
            *(line.person for line in self.events),
        }
        if named - known:
            raise ValueError(f"nobody is called {', '.join(sorted(named - known))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Titles, columns and words of both logs; `actions` may hold {file}. `stick_easier`: one line more."""

    doors_title: str
    doors_columns: tuple[str, str, str]
    ways: Mapping[str, str]
    stations_title: str
    stations_columns: tuple[str, str, str, str]
    actions: Mapping[str, str]
    stick_label: str
    stick_question: str
    stick_easier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorRow:
    """A printed line of the door log: `time`, `sign` (how its way is written) and `shown` (whose it is)."""

    time: str
    way: Way
    sign: str
    shown: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StationRow:
    """A printed line of the workstation log; `action` is how its kind is written."""

    time: str
    station: str
    login: str
    kind: Kind
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stick:
    """The paper stick: its label, the question on its back and the line that only an easy level adds."""

    label: str
    question: str
    easier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Both logs (parts `doors`, `stations`) and the stick. `prefix`: what every workstation begins with."""

    stick: Stick
    doors_title: str
    doors_columns: tuple[str, str, str]
    doors: tuple[DoorRow, ...]
    stations_title: str
    stations_columns: tuple[str, str, str, str]
    stations: tuple[StationRow, ...]
    prefix: str


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw the workstations' numbers. Raises Redraw unless one stick alone has an absent owner."""
    places = _places(parameters, dice)
    clues = _clues(parameters, words, places)
    answer = places[parameters.absent]
    spoken = normalised(answer)
    if solve(clues) != {spoken}:
        raise Redraw
    time = next(row.time for row in clues.stations if row.kind == "plugged" and row.station.endswith(answer))
    hour, minute = time.split(":")
    return Made(
        clues=clues,
        answer=spoken,
        accepted=(answer, parameters.prefix + answer),
        values={"pc": answer, "time": time, "hour": hour, "minute": minute},
        readings=_readings(clues),
    )


def solve(clues: Clues) -> frozenset[str]:
    """Every workstation into which a stick was plugged while the owner of its session was not in."""
    return frozenset(
        normalised(row.station.removeprefix(clues.prefix))
        for row in clues.stations
        if row.kind == "plugged" and not _is_in(row.login, row.time, clues.doors)
    )


def _is_in(login: str, time: str, doors: tuple[DoorRow, ...]) -> bool:
    """Whether the owner of `login`, written as in `m.surname`, is in the building at `time`."""
    ways = [row.way for row in doors if normalised(row.person) == normalised(login) and row.time <= time]
    return bool(ways) and ways[-1] == "in"


def _places(parameters: Parameters, dice: Dice) -> dict[str, str]:
    drawn = [person for person in parameters.people if not person.place]
    all_numbers = range(parameters.first_number, parameters.last_number + 1)
    numbers = dice.sample("pcs", all_numbers, len(drawn))
    places = {person.key: person.place for person in parameters.people}
    for person, number in zip(drawn, numbers, strict=True):
        places[person.key] = filled(parameters.place, {"number": f"{number:02}"})
    return places


def _clues(parameters: Parameters, words: Words, places: Mapping[str, str]) -> Clues:
    people = {person.key: person for person in parameters.people}
    shift = int(parameters.shift.replace("\N{MINUS SIGN}", "-"))
    file = {"file": parameters.file}
    return Clues(
        stick=Stick(label=words.stick_label, question=words.stick_question, easier=words.stick_easier),
        doors_title=words.doors_title,
        doors_columns=words.doors_columns,
        doors=tuple(
            DoorRow(
                time=_shifted(passage.time, shift),
                way=passage.way,
                sign=words.ways[passage.way],
                shown=_shown(people[passage.person], passage.shows_company),
                person=people[passage.person].name,
            )
            for passage in parameters.passages
        ),
        stations_title=words.stations_title,
        stations_columns=words.stations_columns,
        stations=tuple(
            StationRow(
                time=_shifted(event.time, shift),
                station=parameters.prefix + places[event.person],
                login=people[event.person].login,
                kind=event.kind,
                action=filled(words.actions[event.kind], file),
            )
            for event in parameters.events
        ),
        prefix=parameters.prefix,
    )


def _shown(person: Person, shows_company: bool) -> str:
    return f"{person.name} ({person.company})" if shows_company else person.name


def _shifted(time: str, shift: int) -> str:
    hours, minutes = time.split(":")
    total = int(hours) * 60 + int(minutes) + shift
    return f"{total // 60:02}:{total % 60:02}"


def _readings(clues: Clues) -> dict[str, str]:
    doors = (f"{row.time} {row.sign} {row.shown}" for row in clues.doors)
    stations = (f"{row.time} {row.station} {row.login} {row.action}" for row in clues.stations)
    return {
        "stick": "\n".join((clues.stick.label, clues.stick.question)),
        "doors": "\n".join((clues.doors_title, *doors)),
        "stations": "\n".join((clues.stations_title, *stations)),
    }
