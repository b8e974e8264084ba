"""Posts that give names away, a crossword of those names, and shaded cells that make a word. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.interlock import Place, Slot, interlocked
from kit_app.mechanisms.made import Made, Redraw

NAME = "crossword"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word of the grid: fixed (`word`) or drawn from `options`; `subject` is what a clue asks for.

    `letter` is its shaded letter: its first place in the word, or its last with `shades_last`.
    `slot` is where it stands in the preferred grid.
    """

    subject: str
    letter: str
    slot: Slot
    word: str = ""
    options: tuple[str, ...] = ()
    shades_last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The words in the order of their clues; `shaded` are subjects in the order of the word to find.

    The preferred grid is used when the drawn words interlock in it; otherwise another of at most
    `most_rows` by `most_columns` cells is found. `first_year` to `last_year`: a year that a post tells.
    `pictures` names a file of the kit for each post that has one.
    """

    entries: tuple[Entry, ...]
    shaded: tuple[str, ...]
    most_rows: int
    most_columns: int
    first_year: int
    last_year: int
    posts: tuple[str, ...]
    pictures: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostWords:
    """A post: its caption with {subject} and {year} places, and which subjects' names it tells."""

    caption: str
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The author's handle, the posts by their part, the clues by subject."""

    author: str
    network: str
    posts: Mapping[str, PostWords]
    clues: Mapping[str, str]
    across: str
    down: str
    prompt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A printed post. `names` pairs each name that the caption tells with what it is the name of."""

    part: str
    author: str
    caption: str
    picture: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A printed clue: its number, words, direction, first cell, length, and what it asks for."""

    number: int
    text: str
    slot: Slot
    length: int
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The posts (parts `post-1` …) and the crossword (part `grid`); no word stands in the grid."""

    network: str
    posts: tuple[Post, ...]
    rows: int
    columns: int
    clues: tuple[Clue, ...]
    shaded: tuple[Place, ...]
    across: str
    down: str
    prompt: str

    def lines(self) -> tuple[str, ...]:
        """The clues as printed."""
        arrows = {True: self.across, False: self.down}
        return tuple(
            f"{clue.number} {arrows[clue.slot.across]} {clue.text} ({clue.length})" for clue in self.clues
        )


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw the words and lay the grid. Raises Redraw unless one word can stand in the shaded cells."""
    shown = {
        entry.subject: entry.word or dice.pick(entry.subject, entry.options) for entry in parameters.entries
    }
    year = str(dice.number("year", parameters.first_year, parameters.last_year))
    spelled = {subject: normalised(word) for subject, word in shown.items()}
    preferred = [entry.slot for entry in parameters.entries]
    most = parameters.most_rows, parameters.most_columns
    slots = interlocked(
        list(spelled.values()), preferred, most, lambda tried: _is_clear(parameters, spelled, tried)
    )
    if slots is None:
        raise Redraw
    placed = dict(zip(spelled, slots, strict=True))
    clues = Clues(
        network=words.network,
        posts=_posts(parameters, words, shown, year),
        rows=max(place[0] for slot, word in _pairs(placed, spelled) for place in slot.places(len(word))),
        columns=max(place[1] for slot, word in _pairs(placed, spelled) for place in slot.places(len(word))),
        clues=tuple(
            Clue(
                number=number,
                text=words.clues[entry.subject],
                slot=placed[entry.subject],
                length=len(spelled[entry.subject]),
                subject=entry.subject,
            )
            for number, entry in enumerate(parameters.entries, start=1)
        ),
        shaded=tuple(_shaded(parameters, subject, spelled, placed) for subject in parameters.shaded),
        across=words.across,
        down=words.down,
        prompt=words.prompt,
    )
    found = solve(clues)
    if len(found) != 1:
        raise Redraw
    return Made(clues=clues, answer=next(iter(found)), values=_values(shown, year), readings=_readings(clues))


def solve(clues: Clues) -> frozenset[str]:
    """Fill the grid with names told for each clue's subject, in every way, and read the shaded cells."""
    told = [
        {normalised(name) for post in clues.posts for name, subject in post.names if subject == clue.subject}
        for clue in clues.clues
    ]
    return frozenset(
        "".join(cells[place] for place in clues.shaded) for cells in _fillings(clues.clues, told, {})
    )


def _fillings(
    clues: Sequence[Clue], told: Sequence[set[str]], cells: Mapping[Place, str]
) -> Iterator[Mapping[Place, str]]:
    if not clues:
        yield cells
        return
    clue = clues[0]
    for word in sorted(told[0]):
        places = clue.slot.places(clue.length)
        if len(word) == clue.length and all(cells.get(p, c) == c for p, c in zip(places, word, strict=True)):
            yield from _fillings(clues[1:], told[1:], {**cells, **dict(zip(places, word, strict=True))})


def _pairs(placed: Mapping[str, Slot], spelled: Mapping[str, str]) -> list[tuple[Slot, str]]:
    return [(slot, spelled[subject]) for subject, slot in placed.items()]


def _is_clear(parameters: Parameters, spelled: Mapping[str, str], slots: Sequence[Slot]) -> bool:
    """Whether no cell begins two words and none is shaded twice, so that each bears one number of a kind."""
    placed = dict(zip(spelled, slots, strict=True))
    shaded = {_shaded(parameters, subject, spelled, placed) for subject in parameters.shaded}
    starts = {(slot.row, slot.column) for slot in slots}
    return len(shaded) == len(parameters.shaded) and len(starts) == len(slots)


def _shaded(
    parameters: Parameters, subject: str, spelled: Mapping[str, str], placed: Mapping[str, Slot]
) -> Place:
    """The cell of a word's shaded letter."""
    entry = next(one for one in parameters.entries if one.subject == subject)
    word = spelled[subject]
    index = word.rfind(entry.letter) if entry.shades_last else word.find(entry.letter)
    if index < 0:
        raise ValueError(f"{word} has no {entry.letter}")
    return placed[subject].places(len(word))[index]


def _posts(parameters: Parameters, words: Words, shown: Mapping[str, str], year: str) -> tuple[Post, ...]:
    texts = {**shown, "year": year}
    return tuple(
        Post(
            part=key,
            author=words.author,
            caption=filled(words.posts[key].caption, texts),
            picture=parameters.pictures.get(key, ""),
            names=tuple((shown[subject], subject) for subject in words.posts[key].tells),
        )
        for key in parameters.posts
    )


def _values(shown: Mapping[str, str], year: str) -> dict[str, str]:
    values = {"year": year, "year_before": str(int(year) - 2), "year_after": str(int(year) + 2)}
    for subject, word in shown.items():
        values |= {subject: word, f"{subject}_upper": normalised(word)}
    return values


def _readings(clues: Clues) -> dict[str, str]:
    readings = {post.part: f"{post.author}\n{post.caption.replace('**', '')}" for post in clues.posts}
    return readings | {"grid": "\n".join((*clues.lines(), clues.prompt))}
