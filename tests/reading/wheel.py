"""The cipher wheel put together: the letters of both discs by the direction in which they lie."""

from collections.abc import Mapping
from math import atan2, tau
from string import ascii_uppercase

from tests.reading.cards import Paper, glyphs, paths

LARGE, SMALL = 120 / 25.4 * 72, 90 / 25.4 * 72
LETTERS = len(ascii_uppercase)


def clear_of_cipher(paper: Paper, outer: str) -> Mapping[str, str]:
    """By each letter of the large disc, the one beside it when the small disc's A lies under `outer`."""
    large, small = _letters(paper, "P09-C1", LARGE), _letters(paper, "P09-C2", SMALL)
    turn = large.index(outer) - small.index("A")
    return {letter: small[(place - turn) % LETTERS] for place, letter in enumerate(large)}


def _letters(paper: Paper, card: str, across: float) -> list[str]:
    """The capital letters on a disc, clockwise from the top: the outermost ring, at equal angles."""
    page = paper.page_of(card)
    disc = next(one for one in paths(page) if one.is_lined and abs(one.width - across) < 3)
    x, y = disc.middle
    ring = []
    for character, right, up, _ in glyphs(page):
        radius = ((right - x) ** 2 + (up - y) ** 2) ** 0.5
        if character in ascii_uppercase and across * 0.36 < radius < across / 2:
            ring.append((atan2(right - x, up - y) % tau / tau * LETTERS, character))
    places = {round(place) % LETTERS: character for place, character in ring}
    assert len(ring) == len(places) == LETTERS, (card, sorted(ring))
    assert all(abs(place - round(place)) < 0.2 for place, _ in ring), ring
    return [places[place] for place in range(LETTERS)]
