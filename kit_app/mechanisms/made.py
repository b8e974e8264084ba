"""What a mechanism makes of a puzzle: the clues to print and, apart from them, the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Clues = TypeVar("Clues")


class Redraw(Exception):
    """The draws broke a constraint of the puzzle; the dealer tries again with the next draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAnswer:
    """One field of an answer in several fields; `key` names its label in the puzzle's words."""

    key: str
    answer: str
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(Generic[Clues]):
    """A puzzle with its draws.

    `values` may be used by other puzzles and by all texts as `{P1.room}`; each key is one word.
    `readings` has one entry for each part that a card can bear: its text in plain lines, for reading aloud.
    """

    clues: Clues
    answer: str
    accepted: tuple[str, ...] = ()
    fields: tuple[FieldAnswer, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
