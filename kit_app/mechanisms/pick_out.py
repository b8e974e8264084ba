"""Numbered things some of which are faulty: the faulty ones' digits in rising order. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.made import Made

NAME = "pick-out"
MOST_ITEMS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing: the key of its words, whether it is a fault, and its picture, a file of the kit or none."""

    key: str
    is_fault: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The things; their digits are drawn."""

    items: tuple[Item, ...]

    def __post_init__(self) -> None:
        keys = [item.key for item in self.items]
        faults = [item for item in self.items if item.is_fault]
        if not 2 <= len(keys) <= MOST_ITEMS:
            raise ValueError(f"from 2 to {MOST_ITEMS} items have digits of their own")
        if len(set(keys)) != len(keys):
            raise ValueError("each item needs a key of its own")
        if not faults or len(faults) == len(keys):
            raise ValueError("some of the items are faults, and some are not")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What players are asked (`how`), and each thing by its key."""

    how: str
    items: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A printed thing with its digit."""

    digit: str
    text: str
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Part `sheet`: the things by digit. `faults`: texts that players know to be wrong, not printed."""

    how: str
    things: tuple[Thing, ...]
    faults: tuple[str, ...]


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """The things in a drawn order, numbered from 1.

    Values: `fault1` … and `safe1` …, the digits of both in rising order.
    """
    items = dice.shuffled("order", parameters.items)
    things = tuple(
        Thing(digit=str(place), text=words.items[item.key], picture=item.picture)
        for place, item in enumerate(items, start=1)
    )
    if len({thing.text for thing in things}) != len(things):
        raise ValueError("two items have the same text")
    faults = [thing for thing, item in zip(things, items, strict=True) if item.is_fault]
    safe = [thing for thing in things if thing not in faults]
    values = {f"fault{number}": thing.digit for number, thing in enumerate(faults, start=1)}
    values |= {f"safe{number}": thing.digit for number, thing in enumerate(safe, start=1)}
    lines = (words.how, *(f"{thing.digit} – {thing.text}" for thing in things))
    return Made(
        clues=Clues(how=words.how, things=things, faults=tuple(thing.text for thing in faults)),
        answer="".join(thing.digit for thing in faults),
        values=values,
        readings={"sheet": "\n".join(lines)},
    )


def solve(clues: Clues) -> frozenset[str]:
    """The digits of the faulty things, rising."""
    digits = sorted(thing.digit for thing in clues.things if thing.text in clues.faults)
    return frozenset({normalised("".join(digits))} if digits else ())
