"""What a text tells of an answer: its words as they stand, and a few of them run together."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

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
    """The words of some texts as they stand, and of each text the run of them, written as one."""

    words: Counter[str]
    runs: tuple["_Run", ...]

    def times(self, spelling: str) -> int:
        """How often the texts tell `spelling`."""
        if stands_alone(spelling):
            return self.words[spelling]
        return sum(run.times(spelling) for run in self.runs)

    def spellings(self) -> Set[str]:
        """Every answer that the texts could tell."""
        together = {one for run in self.runs for one in run.spellings() if not stands_alone(one)}
        return together.union(filter(stands_alone, self.words))


@dataclass(frozen=True, slots=True)
class _Run:
    """The words of a text written as one, in capitals, and at which places words begin."""

    capitals: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> "_Run":
        return cls("".join(words).upper(), tuple(accumulate(map(len, words), initial=0)))

    def times(self, spelling: str) -> int:
        """How often a few whole words, one behind the other, make `spelling`."""
        count, place = 0, self.capitals.find(spelling)
        while place >= 0:
            first = bisect_left(self.starts, place)
            last = bisect_left(self.starts, place + len(spelling))
            is_whole = self.starts[first] == place and self.starts[last] == place + len(spelling)
            count += is_whole and last - first <= LONGEST_RUN
            place = self.capitals.find(spelling, place + 1)
        return count

    def spellings(self) -> Iterator[str]:
        """Each few whole words, one behind the other, written as one."""
        for first, start in enumerate(self.starts):
            for end in self.starts[first + 1 : first + 1 + LONGEST_RUN]:
                yield self.capitals[start:end]


def told(texts: Iterable[str]) -> Told:
    """What all of `texts` together tell."""
    words: Counter[str] = Counter()
    runs = []
    for text in texts:
        plain = text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))
        found = _WORD.findall(plain)
        words.update(found)
        runs.append(_Run.of(found))
    return Told(words, tuple(runs))
