"""What the cards tell in words, found by what a careful reader looks for."""

import re
from collections.abc import Mapping

from tests.reading.cards import letters

Cards = Mapping[str, str]
TIME = r"\d\d:\d\d"


def secrets(cards: Cards) -> str:
    """What stands on all private cards."""
    return letters(" ".join(text for ident, text in cards.items() if ident.startswith("R")))


def posts(cards: Cards) -> list[str]:
    """The captions of the posts, below their author's name."""
    return [
        letters(text.partition("@maelle.orsenne\n")[2])
        for ident, text in cards.items()
        if ident.startswith("P05-S")
    ]


def found(pattern: str, text: str) -> str:
    """What the pattern's group says; fails with the text that does not say it."""
    match = re.search(pattern, text)
    assert match, f"{pattern!r} is not said in {text!r}"
    return match[1]


def minutes(time: str) -> int:
    hours, rest = time.split(":")
    return int(hours) * 60 + int(rest)
