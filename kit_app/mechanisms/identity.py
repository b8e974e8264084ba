"""Records of people with nearly the same traits, of which one is the right person's. Pure."""

from dataclasses import dataclass
from typing import Literal

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.made import Made, Redraw

NAME = "identity"

VOWELS = "AEIOUY"

Change = Literal["none", "cut", "swap", "other-sex", "double", "other-name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label of the sheet that lies on the table: its number, the sex and the year of birth on it."""

    label: str
    number: str
    sex: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The traits that tell one person from another; day, month and year are whole numbers."""

    birth_name: str
    first_name: str
    day: str
    month: str
    year: str
    sex: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearNames:
    """Given names near to that of somebody with this birth name: of the other sex, and of the same."""

    birth_name: str
    other_sex: str
    same_sex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSpec:
    """The record of a label, and how its traits differ from the right person's."""

    label: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`person` is the right one; each record has the sex and the year of its label. One change is `none`."""

    person: Traits
    other_place: str
    near_names: tuple[NearNames, ...]
    labels: tuple[Label, ...]
    records: tuple[RecordSpec, ...]

    def __post_init__(self) -> None:
        if [record.change for record in self.records].count("none") != 1:
            raise ValueError("one record must be the right person's")
        unknown = {record.label for record in self.records} - {label.label for label in self.labels}
        if unknown:
            raise ValueError(f"no label has the number {', '.join(sorted(unknown))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands above the records, and the names of their six columns."""

    header: str
    columns: tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A printed line; `born` is written day/month/year."""

    label: str
    birth_name: str
    first_name: str
    born: str
    sex: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What players know from elsewhere, not printed here: the five traits and the sheet of labels."""

    person: Traits
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The page (part `records`): header, columns and records."""

    header: str
    columns: tuple[str, str, str, str, str, str]
    records: tuple[Record, ...]
    facts: Facts


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """The records and the right one's number. Nothing is drawn from `dice`.

    Raises Redraw unless exactly one record has all traits.
    """
    labels = {label.label: label for label in parameters.labels}
    clues = Clues(
        header=words.header,
        columns=words.columns,
        records=tuple(_record(spec, labels[spec.label], parameters) for spec in parameters.records),
        facts=Facts(person=parameters.person, labels=parameters.labels),
    )
    values = {}
    for spec in parameters.records:
        name = {"none": "", "swap": "trap_"}.get(spec.change)
        if name is not None:
            values[f"{name}label"] = spec.label
            values[f"{name}number"] = labels[spec.label].number
    if solve(clues) != {normalised(values["number"])}:
        raise Redraw
    lines = (" | ".join(_cells(record)) for record in clues.records)
    return Made(
        clues=clues,
        answer=values["number"],
        values=values,
        readings={"records": "\n".join((clues.header, " | ".join(clues.columns), *lines))},
    )


def solve(clues: Clues) -> frozenset[str]:
    """The number, on the sheet of labels, of every record that has all the traits that players know."""
    fitting = {record.label for record in clues.records if _fits(record, clues.facts.person)}
    return frozenset(normalised(label.number) for label in clues.facts.labels if label.label in fitting)


def _fits(record: Record, person: Traits) -> bool:
    day, month, year = (int(part) for part in record.born.split("/"))
    pairs = (
        (record.birth_name, person.birth_name),
        (record.first_name, person.first_name),
        (record.sex, person.sex),
        (record.place, person.place),
    )
    has_date = (day, month, year) == (int(person.day), int(person.month), int(person.year))
    return has_date and all(normalised(written) == normalised(known) for written, known in pairs)


def _record(spec: RecordSpec, label: Label, parameters: Parameters) -> Record:
    person = parameters.person
    near = _near_names(person.birth_name, parameters.near_names)
    names = {"cut": person.birth_name[:-2], "double": _with_double(person.birth_name)}
    first_names = {"other-sex": near.other_sex, "other-name": near.same_sex}
    day, month = (person.month, person.day) if spec.change == "swap" else (person.day, person.month)
    return Record(
        label=spec.label,
        birth_name=names.get(spec.change, person.birth_name),
        first_name=first_names.get(spec.change, person.first_name),
        born=f"{int(day):02}/{int(month):02}/{label.year}",
        sex=label.sex,
        place=parameters.other_place if spec.change == "other-name" else person.place,
    )


def _near_names(birth_name: str, bank: tuple[NearNames, ...]) -> NearNames:
    for near in bank:
        if near.birth_name == birth_name:
            return near
    raise ValueError(f"no near names are given for {birth_name}")


def _with_double(name: str) -> str:
    """`name` with its last consonant between vowels doubled; if none is, the first one after a vowel."""
    inner = [place for place in range(1, len(name) - 1) if name[place] not in VOWELS]
    after_vowel = [place for place in inner if name[place - 1] in VOWELS]
    between = [place for place in after_vowel if name[place + 1] in VOWELS]
    if not after_vowel:
        raise ValueError(f"no consonant of {name} can be doubled")
    place = between[-1] if between else after_vowel[0]
    return name[:place] + name[place] + name[place:]


def _cells(record: Record) -> tuple[str, ...]:
    return (record.label, record.birth_name, record.first_name, record.born, record.sex, record.place)
