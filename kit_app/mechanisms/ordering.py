"""Cards with letters to put in the one order that some sentences leave, decoys set aside. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Literal

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.made import Made

NAME = "ordering"

Kind = Literal["first", "last", "right-after", "after", "before"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """What a sentence says of a card's place, alone (first, last) or beside `other`."""

    kind: Kind
    card: str
    other: str = ""

    def __post_init__(self) -> None:
        is_alone = self.kind in ("first", "last")
        if is_alone == bool(self.other):
            raise ValueError(f"“{self.kind}” of card {self.card}: other card missing or too many")

    def holds(self, order: Sequence[str]) -> bool:
        """Whether `order`, which has every card of this constraint, obeys it."""
        place = order.index(self.card)
        if self.kind == "first":
            return place == 0
        if self.kind == "last":
            return place == len(order) - 1
        gap = place - order.index(self.other)
        if self.kind == "right-after":
            return gap == 1
        return gap > 0 if self.kind == "after" else gap < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`steps`: the letters of the good cards in their order; `decoys`: letters of cards to set aside.

    `pictures` names a file of the kit for each letter that has one.
    """

    steps: tuple[str, ...]
    decoys: tuple[str, ...]
    constraints: tuple[Constraint, ...]
    pictures: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        letters = (*self.steps, *self.decoys)
        if len(set(letters)) != len(letters):
            raise ValueError("each card needs a letter of its own")
        if strangers := set(self.pictures).difference(letters):
            raise ValueError(f"there is no card {min(strangers)} to have a picture")
        for constraint in self.constraints:
            for card in filter(None, (constraint.card, constraint.other)):
                if card not in self.steps:
                    raise ValueError(f"a constraint names card {card}, which is no step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The text of each card by its letter."""

    cards: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A printed card: its letter, its text and the file of its picture."""

    letter: str
    text: str
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What players know from elsewhere, not printed on the cards: their sentences, and what does harm."""

    constraints: tuple[Constraint, ...]
    harmful: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Cards in the order of their letters, so that their numbers say nothing; part `card-1` is the first."""

    cards: tuple[Card, ...]
    facts: Facts


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """The cards and the word that their letters give. Nothing is drawn from `dice`."""
    letters = sorted((*parameters.steps, *parameters.decoys))
    cards = tuple(
        Card(letter=letter, text=words.cards[letter], picture=parameters.pictures.get(letter, ""))
        for letter in letters
    )
    facts = Facts(constraints=parameters.constraints, harmful=tuple(sorted(parameters.decoys)))
    return Made(
        clues=Clues(cards=cards, facts=facts),
        answer="".join(parameters.steps),
        readings={
            f"card-{number}": f"{card.letter}\n{card.text}" for number, card in enumerate(cards, start=1)
        },
    )


def solve(clues: Clues) -> frozenset[str]:
    """The words that the harmless cards give, in every order that all sentences allow."""
    kept = [card.letter for card in clues.cards if card.letter not in clues.facts.harmful]
    return frozenset(
        normalised("".join(order))
        for order in permutations(kept)
        if all(constraint.holds(order) for constraint in clues.facts.constraints)
    )
