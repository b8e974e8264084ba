"""Numbered cards with letters to sort into phases: the lower number first, they make a word. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.made import Made, Redraw

NAME = "phases"
STARTS = 4
"""So many beginnings of the word may be given away: `start1` … `start4`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase and the cards that belong to it, in the order of their letters in the word."""

    key: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The phases in their order; the numbers of the cards are drawn."""

    phases: tuple[Phase, ...]

    def __post_init__(self) -> None:
        phases = [phase.key for phase in self.phases]
        cards = [card for phase in self.phases for card in phase.cards]
        if len(phases) < 2 or not all(phase.cards for phase in self.phases):
            raise ValueError("two phases are needed, and cards for each")
        if len(set(phases)) != len(phases) or len(set(cards)) != len(cards):
            raise ValueError("each phase and each card needs a key of its own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The word with one letter a card, what the board asks (`how`), and phases and cards by their keys."""

    word: str
    how: str
    phases: Mapping[str, str]
    cards: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A printed card."""

    number: int
    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A phase on the board: its name and how many cards it takes."""

    name: str
    slots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Parts `board` and `card-1` …, by number, so that their order says nothing.

    `phase_of` tells by text where each card belongs; players know that, it is not printed.
    """

    how: str
    columns: tuple[Column, ...]
    cards: tuple[Card, ...]
    phase_of: Mapping[str, str]


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Numbers for the cards that rise within each phase, and letters that then make the word."""
    keys = [card for phase in parameters.phases for card in phase.cards]
    if len(words.word) != len(keys):
        raise ValueError(f"“{words.word}” needs one letter for each of the {len(keys)} cards")
    texts = [words.cards[key] for key in keys]
    if len(set(texts)) != len(texts):
        raise ValueError("two cards have the same text")
    numbers = _numbers(parameters, dice)
    cards = sorted(
        (
            Card(number=number, letter=letter, text=text)
            for number, letter, text in zip(numbers, words.word, texts, strict=True)
        ),
        key=lambda card: card.number,
    )
    columns = tuple(
        Column(name=words.phases[phase.key], slots=len(phase.cards)) for phase in parameters.phases
    )
    phase_of = {
        words.cards[card]: words.phases[phase.key] for phase in parameters.phases for card in phase.cards
    }
    board = (words.how, *(f"{column.name}: {column.slots}" for column in columns))
    readings = {f"card-{card.number}": f"{card.number} – {card.letter}\n{card.text}" for card in cards}
    return Made(
        clues=Clues(how=words.how, columns=columns, cards=tuple(cards), phase_of=phase_of),
        answer=words.word,
        values={f"start{count}": words.word[:count] for count in range(1, STARTS + 1)},
        readings={"board": "\n".join(board), **readings},
    )


def _numbers(parameters: Parameters, dice: Dice) -> list[int]:
    """A number for each card, phase by phase. Raises Redraw when the numbers alone give the word away."""
    count = sum(len(phase.cards) for phase in parameters.phases)
    drawn = list(dice.shuffled("numbers", range(1, count + 1)))
    numbers: list[int] = []
    for phase in parameters.phases:
        part, drawn = drawn[: len(phase.cards)], drawn[len(phase.cards) :]
        numbers += sorted(part)
    if numbers == sorted(numbers):
        raise Redraw
    return numbers


def solve(clues: Clues) -> frozenset[str]:
    """The word that the cards make, phase by phase, the lower number first."""
    names = [column.name for column in clues.columns]
    cards = sorted(clues.cards, key=lambda card: (names.index(clues.phase_of[card.text]), card.number))
    return frozenset({normalised("".join(card.letter for card in cards))})
