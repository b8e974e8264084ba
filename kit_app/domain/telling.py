"""What a text tells of an answer: its words as they stand, and a few of them run together."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit_app.domain.deal import PuzzleOnTable

SHORTEST_SECRET = 3
SHORT_WORD = 5
LONGEST_RUN = 4  # words that an answer may be parted into
_WORD, _ACCENT = re.compile(r"[A-Za-z0-9]+"), re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """An answer that players may not read: every normalised spelling of it that is long enough to be told."""

    puzzle: str
    spellings: tuple[str, ...]

    @classmethod
    def of(cls, puzzle: str, spellings: Iterable[str]) -> "Secret":
        """The secret of a puzzle, whose plainest spelling comes first.

        An answer of one or two characters is none: it stands everywhere by chance, and so do “no. 3” and the
        like that are accepted for it.
        """
        every = tuple(dict.fromkeys(spellings))
        is_told = bool(every) and len(every[0]) >= SHORTEST_SECRET
        return cls(puzzle=puzzle, spellings=every if is_told else ())


def stands_alone(spelling: str) -> bool:
    """Whether `spelling` counts only as a word of its own: a number, or a short word.

    Such a word must be in capitals, as codes are printed: “page” is no answer, “PAGE” may be one.
    """
    return spelling.isdigit() or (spelling.isalpha() and len(spelling) <= SHORT_WORD)


def secrets_of(puzzle: PuzzleOnTable) -> Iterator[Secret]:
    """The whole answer, and each field of an answer in several fields."""
    yield Secret.of(puzzle.id, puzzle.accepted)
    for one in puzzle.fields:
        yield Secret.of(puzzle.id, one.accepted)


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a text as they stand, and runs of a few words written as one, in capitals."""

    words: Counter[str]
    runs: Counter[str]

    def times(self, spelling: str) -> int:
        """How often the text tells `spelling`."""
        return self.words[spelling] if stands_alone(spelling) else self.runs[spelling]


def told(texts: Iterable[str]) -> Told:
    """What all of `texts` together tell."""
    words: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    for text in texts:
        found = _WORD.findall(_ACCENT.sub("", unicodedata.normalize("NFKD", text)))
        words.update(found)
        capitals = [word.upper() for word in found]
        for start in range(len(capitals)):
            for end in range(start + 1, min(start + LONGEST_RUN, len(capitals)) + 1):
                runs["".join(capitals[start:end])] += 1
    return Told(words, runs)
