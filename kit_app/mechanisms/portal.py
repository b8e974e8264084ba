"""A sign-in page of several fields, each known from another puzzle. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.made import FieldAnswer, Made

NAME = "portal"

BETWEEN = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the page: what is typed there is its `parts` of the known things, one behind the other."""

    key: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`known`: what players bring along, by name. The field `menu` is chosen among the numbered lines."""

    menu: str
    fields: tuple[Field, ...]
    known: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.menu not in {field.key for field in self.fields}:
            raise ValueError(f"the menu's field {self.menu} is not among the fields")
        for field in self.fields:
            for part in field.parts:
                if part not in self.known:
                    raise ValueError(f"field {field.key} is made of {part}, which is not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`menu`: the lines beside `entry`, which takes the number that is right. `labels`: of fields typed into.

    `accepted`: other spellings of a field, with {answer}.
    """

    title: str
    menu: tuple[str, ...]
    entry: str
    labels: Mapping[str, str]
    band: str
    accepted: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLine:
    """A numbered line of the page's menu."""

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What players bring from other puzzles, not printed here, and of which parts each field is made."""

    known: Mapping[str, str]
    fields: tuple[Field, ...]
    menu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The page (part `portal`): its title, its menu, the labels of its empty fields, and its band."""

    title: str
    menu: tuple[MenuLine, ...]
    labels: tuple[str, ...]
    band: str
    facts: Facts


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """The page and its fields' answers; values `line1` … are the menu. Nothing is drawn from `dice`."""
    answers = {
        field.key: "".join(parameters.known[part] for part in field.parts) for field in parameters.fields
    }
    clues = Clues(
        title=words.title,
        menu=_menu(words, int(answers[parameters.menu])),
        labels=tuple(words.labels[field.key] for field in parameters.fields if field.key != parameters.menu),
        band=words.band,
        facts=Facts(known=parameters.known, fields=parameters.fields, menu=parameters.menu),
    )
    return Made(
        clues=clues,
        answer=BETWEEN.join(answers.values()),
        fields=tuple(
            FieldAnswer(key=key, answer=answer, accepted=_accepted(answer, words.accepted.get(key, ())))
            for key, answer in answers.items()
        ),
        values=answers | {f"line{line.number}": f"{line.number} {line.text}" for line in clues.menu},
        readings={"portal": "\n".join(_lines(clues))},
    )


def solve(clues: Clues) -> frozenset[str]:
    """Every way to fill the fields; the number must stand in the menu."""
    numbers = {line.number for line in clues.menu}
    choices = []
    for field in clues.facts.fields:
        typed = "".join(clues.facts.known[part] for part in field.parts)
        is_possible = bool(typed) and (field.key != clues.facts.menu or typed in numbers)
        choices.append((typed,) if is_possible else ())
    return frozenset(normalised("".join(row)) for row in product(*choices))


def _menu(words: Words, number: int) -> tuple[MenuLine, ...]:
    texts = (*words.menu[: number - 1], words.entry, *words.menu[number - 1 :])
    return tuple(MenuLine(number=str(place), text=text) for place, text in enumerate(texts, start=1))


def _accepted(answer: str, spellings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filled(spelling, {"answer": answer}) for spelling in spellings)


def _lines(clues: Clues) -> tuple[str, ...]:
    return (
        clues.title,
        *(f"{line.number} {line.text}" for line in clues.menu),
        *clues.labels,
        clues.band,
    )
