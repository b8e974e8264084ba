"""The crossword filled in: the squares where they lie on the card, the words out of the posts' captions."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from kit_app.domain.spelling import normalised
from tests.reading.cards import Paper, Path, glyphs, letters, paths
from tests.reading.told import posts

CLUE = re.compile(r"^(\d) (↓|→) (.+) \((\d+)\)$", re.MULTILINE)
SPOKEN_OF = {
    r"\bfils|\bson\b": r"bougies|candles",
    r"poney|pony": r"poney|pony",
    r"chat|cat": r"\bchat\b|\bcat\b",
    r"île|island": r"samedi|Saturday",
    r"danse|dance": r"Jeudi|Thursday",
    r"équipe|team": r"Gagné|gagné|[Ww]on\b",
    r"sœur|sister": r"sœur|sister",
}
"""By what a clue asks for: what the post that answers it speaks of."""
DANCES = {"TANGO", "VALSE", "SALSA", "POLKA", "SAMBA", "RUMBA"}
Square = tuple[int, int]


class Clue(NamedTuple):
    number: int
    is_down: bool
    asks: str
    length: int


class Grid(NamedTuple):
    """Squares by row and column from the upper left; where words begin; the grey squares by number."""

    squares: set[Square]
    starts: Mapping[int, Square]
    greys: Mapping[int, Square]


def filled_in(paper: Paper) -> tuple[str, Mapping[str, str]]:
    """The word of the grey squares, and the word for what each clue asks; both the only ones that fit."""
    grid = read_grid(paper)
    clues = [
        Clue(int(number), arrow == "↓", asks, int(length))
        for number, arrow, asks, length in CLUE.findall(paper.cards["P05-C9"])
    ]
    assert len(clues) == len(grid.greys) == len(grid.starts)
    fillings = list(_fillings(paper, grid, clues))
    assert len(fillings) == 1, fillings
    words = fillings[0]
    written: dict[Square, str] = {}
    for clue, word in zip(clues, words, strict=True):
        written.update(zip(_run(grid, clue), word, strict=True))
    shaded = "".join(written[grid.greys[number]] for number in sorted(grid.greys))
    return shaded, {clue.asks: word for clue, word in zip(clues, words, strict=True)}


def _fillings(paper: Paper, grid: Grid, clues: list[Clue]) -> Iterator[tuple[str, ...]]:
    """Every way to fill all squares with words that the posts offer."""
    runs = [_run(grid, clue) for clue in clues]
    assert {square for run in runs for square in run} == grid.squares
    for words in product(*(_offered(paper, clue) for clue in clues)):
        written: dict[Square, str] = {}
        if all(
            written.setdefault(square, letter) == letter
            for run, word in zip(runs, words, strict=True)
            for square, letter in zip(run, word, strict=True)
        ):
            yield words


def _run(grid: Grid, clue: Clue) -> list[Square]:
    """The squares from a word's first to the end of its row or column: as many as the clue says."""
    row, column = grid.starts[clue.number]
    down, right = (1, 0) if clue.is_down else (0, 1)
    assert (row - down, column - right) not in grid.squares, f"{clue.number} begins in the middle"
    run = []
    while (row, column) in grid.squares:
        run.append((row, column))
        row, column = row + down, column + right
    assert len(run) == clue.length, clue
    return run


def _offered(paper: Paper, clue: Clue) -> list[str]:
    """Names in the posts that speak of it, and dances, of the length that is asked for."""
    about = next(post for asked, post in SPOKEN_OF.items() if re.search(asked, clue.asks))
    is_dance = "dan" in clue.asks
    found = set()
    for post in posts(paper.cards):
        for word in re.findall(r"[\w-]+", letters(post)) if re.search(about, post) else ():
            plain = normalised(word)
            if len(plain) == clue.length and (plain in DANCES if is_dance else word[0].isupper()):
                found.add(plain)
    assert found, clue
    return sorted(found)


def read_grid(paper: Paper) -> Grid:
    """Squares with a line of their own; those of the word to find are larger and lie below."""
    page = paper.page_of("P05-C9")
    boxes = [one for one in paths(page) if one.is_lined and abs(one.width - one.height) < 0.1]
    side = min(one.width for one in boxes)
    boxes = [one for one in boxes if one.width - side < 0.2]
    left, top = min(one.middle[0] for one in boxes), max(one.middle[1] for one in boxes)
    step = min(abs(one.middle[0] - left) for one in boxes if abs(one.middle[0] - left) > 1)

    def square(one: Path) -> Square:
        return round((top - one.middle[1]) / step), round((one.middle[0] - left) / step)

    starts, greys = {}, {}
    for character, x, y, _ in glyphs(page):
        # two squares share their line: the number lies well inside of one
        box = next((one for one in boxes if one.holds(x, y) and one.width - 3 > x - one.bounds[0] > 3), None)
        if character.isdigit() and box is not None:
            is_start = x < box.middle[0] and y > box.middle[1]
            (starts if is_start else greys)[int(character)] = square(box)
            assert is_start or box.fill != (255, 255, 255)
    return Grid({square(one) for one in boxes}, starts, greys)
