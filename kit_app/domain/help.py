"""What a kit says of the help for a puzzle: what goes with its hints, and questions where to search."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class HintSpec:
    """What goes with the hint of a level: a drawing in `images/`, a WAV file in `sounds/`.

    A hint that does not count costs nothing, and is neither of the stock nor of the statistics.
    """

    level: Literal[1, 2, 3]
    picture: str = ""
    sound: str = ""
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSpec:
    """A question "have you searched …?" about these cards, or about a prop without a card of its own.

    `puzzle`, if any, is the one whose paper it is about: it is not asked when that one is not played.
    """

    id: str
    cards: tuple[str, ...] = ()
    puzzle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """The question in one language, what it is about, and where that lies.

    Empty: the title of the first card, and the place where that card lies.
    """

    say: str
    name: str = ""
    where: str = ""
