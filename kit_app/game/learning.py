"""What players learnt, from counts alone: each item right or not at two moments, and sums of scores. Pure.

An item left open is not right. People are compared with themselves, where at least five sheets of the two
moments bear the same number; otherwise all sheets of one moment with all of the other, as two groups.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kit_app.domain.questionnaire import GRADES, MOMENTS, THEMES, Moment, Opinion, Question, Sheet, Theme
from kit_app.game.intervals import (
    Interval,
    Scores,
    independent_change,
    mean_change,
    mean_difference,
    paired_change,
)
from kit_app.game.masking import FEWEST_PEOPLE

Pair = Literal["before-after", "before-month"]
PAIRS: Mapping[Pair, tuple[Moment, Moment]] = {
    "before-after": ("before", "after"),
    "before-month": ("before", "month"),
}
"""The moments that are compared: what was learnt, and what is still known a month later."""

OVERALL = ""
"""The theme that stands for all items together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Sheets by what they say of one item: pairs, then those that no sheet of the other moment matches."""

    both: int = 0
    lost: int = 0
    gained: int = 0
    neither: int = 0
    first_right: int = 0
    first_wrong: int = 0
    second_right: int = 0
    second_wrong: int = 0

    def __post_init__(self) -> None:
        if any(getattr(self, name) < 0 for name in self.__slots__):
            raise ValueError("nobody can be counted less than never")

    @property
    def pairs(self) -> int:
        """People who filled in both sheets."""
        return self.both + self.lost + self.gained + self.neither

    @property
    def firsts(self) -> int:
        """All sheets of the first moment."""
        return self.pairs + self.first_right + self.first_wrong

    @property
    def seconds(self) -> int:
        """All sheets of the second moment."""
        return self.pairs + self.second_right + self.second_wrong

    def plus(self, other: "Cells") -> "Cells":
        """Both groups as one."""
        return Cells(**{name: getattr(self, name) + getattr(other, name) for name in CELLS})


CELLS: tuple[str, ...] = tuple(Cells.__dataclass_fields__)
"""The names of the eight counts, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Scores of one theme as shares of its items: the changes of those who pair, and all at each moment."""

    changes: Scores = Scores()
    firsts: Scores = Scores()
    seconds: Scores = Scores()

    def each(self) -> tuple[Scores, Scores, Scores]:
        """The three in their order."""
        return self.changes, self.firsts, self.seconds

    def plus(self, other: "Sums") -> "Sums":
        """Both groups as one."""
        return Sums(
            changes=self.changes.plus(other.changes),
            firsts=self.firsts.plus(other.firsts),
            seconds=self.seconds.plus(other.seconds),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCounts:
    """Everything that is kept of two moments: counts by item, sums by theme (`OVERALL`: all items)."""

    items: Mapping[str, Cells] = field(default_factory=dict)
    themes: Mapping[str, Sums] = field(default_factory=dict)

    def plus(self, other: "PairCounts") -> "PairCounts":
        """Both groups as one; what only one of them was asked stays as it is."""
        items = {key: self.items.get(key, Cells()).plus(other.items.get(key, Cells()))
                 for key in (*self.items, *other.items)}  # fmt: skip
        themes = {key: self.themes.get(key, Sums()).plus(other.themes.get(key, Sums()))
                  for key in (*self.themes, *other.themes)}  # fmt: skip
        return PairCounts(items=items, themes=themes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is kept of sheets: the counts of each two moments that were compared, and how often each grade.

    `moments` tells how many sheets there were of each; two moments are compared where both have some.
    `themes` tells the theme of each item; `opinions` how many people gave each grade from 1 on.
    """

    moments: Mapping[Moment, int] = field(default_factory=dict)

    pairs: Mapping[Pair, PairCounts] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    opinions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def sheets(self, moment: Moment) -> int:
        """How many sheets of a moment were counted."""
        return self.moments.get(moment, 0)

    def items_of(self, theme: str) -> tuple[str, ...]:
        """The ids of the items of a theme (`OVERALL`: all)."""
        return tuple(item for item, own in self.themes.items() if theme in (OVERALL, own))

    def theme_ids(self) -> tuple[Theme, ...]:
        """The themes of its items in their order."""
        return listed(self.themes.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Shares from 0 to 1 at two moments, and the change with its interval.

    Of too few people all is None but `people`. `people` is who was compared: those who pair, or without
    pairs the smaller of the two groups.
    """

    people: int
    is_paired: bool = True
    first: float | None = None
    second: float | None = None
    interval: Interval | None = None

    @property
    def change(self) -> float | None:
        """The second share less the first."""
        return None if self.first is None or self.second is None else self.second - self.first

    @property
    def is_masked(self) -> bool:
        """Whether too few people answered for anything to be shown."""
        return self.first is None


def listed(themes: Iterable[Theme]) -> tuple[Theme, ...]:
    """Each theme once: the usual ones in their order, then those that kits name themselves."""
    found = dict.fromkeys(themes)
    return (*(one for one in THEMES if one in found), *(one for one in found if one not in THEMES))


def counted(sheets: Iterable[Sheet], questions: Sequence[Question], pair: Pair) -> PairCounts:
    """The counts of two moments. Sheets of one moment have different numbers; each is counted once."""
    first, second = PAIRS[pair]
    known = list(sheets)
    before = {one.number: one.right(questions) for one in known if one.moment == first}
    after = {one.number: one.right(questions) for one in known if one.moment == second}
    pairs = {number for number in before.keys() & after.keys() if number > 0}
    items = {one.id: _cells(one.id, before, after, pairs) for one in questions}
    themes = {}
    for theme in (OVERALL, *listed(one.theme for one in questions)):
        ids = frozenset(one.id for one in questions if theme in (OVERALL, one.theme))
        if ids:
            themes[theme] = Sums(
                changes=_scores((len(after[one] & ids) - len(before[one] & ids)) / len(ids) for one in pairs),
                firsts=_scores(len(right & ids) / len(ids) for right in before.values()),
                seconds=_scores(len(right & ids) / len(ids) for right in after.values()),
            )
    return PairCounts(items=items, themes=themes)


def counts_of(
    sheets: Sequence[Sheet], questions: Sequence[Question], opinions: Sequence[Opinion] = ()
) -> Counts:
    """All that is kept of the sheets of a session."""
    grades = {}
    for opinion in opinions:
        given = Counter(one.grades[opinion.id] for one in sheets if opinion.id in one.grades)
        grades[opinion.id] = tuple(given[grade] for grade in range(1, GRADES + 1))
    moments = Counter(one.moment for one in sheets)
    pairs = [pair for pair, both in PAIRS.items() if all(moments[one] for one in both)]
    return Counts(
        moments={moment: moments[moment] for moment in MOMENTS if moments[moment]},
        pairs={pair: counted(sheets, questions, pair) for pair in pairs},
        themes={one.id: one.theme for one in questions},
        opinions=grades,
    )


def together(many: Iterable[Counts]) -> Counts:
    """The counts of several sessions as one."""
    moments: Counter[Moment] = Counter()
    pairs: dict[Pair, PairCounts] = {}
    themes: dict[str, str] = {}
    grades: dict[str, tuple[int, ...]] = {}
    for one in many:
        moments.update(one.moments)
        themes |= one.themes
        for pair, counts in one.pairs.items():
            pairs[pair] = pairs.get(pair, PairCounts()).plus(counts)
        for opinion, given in one.opinions.items():
            known = grades.get(opinion, (0,) * len(given))
            grades[opinion] = tuple(a + b for a, b in zip(known, given, strict=True))
    return Counts(moments=dict(moments), pairs=pairs, themes=themes, opinions=grades)


def item_change(cells: Cells) -> Change:
    """How one item changed, by Newcombe's methods for pairs or for two groups."""
    if cells.pairs >= FEWEST_PEOPLE:
        return Change(
            people=cells.pairs,
            first=(cells.both + cells.lost) / cells.pairs,
            second=(cells.both + cells.gained) / cells.pairs,
            interval=paired_change(cells.both, cells.lost, cells.gained, cells.neither),
        )
    people = min(cells.firsts, cells.seconds)
    if people < FEWEST_PEOPLE:
        return Change(people=people, is_paired=False)
    first = cells.both + cells.lost + cells.first_right
    second = cells.both + cells.gained + cells.second_right
    return Change(
        people=people,
        is_paired=False,
        first=first / cells.firsts,
        second=second / cells.seconds,
        interval=independent_change(first, cells.firsts, second, cells.seconds),
    )


def theme_change(counts: PairCounts, theme: str, ids: Sequence[str]) -> Change:
    """How the items `ids` of a theme changed together; one item alone is judged as that item."""
    known = [counts.items[one] for one in ids if one in counts.items]
    if len(known) == 1:
        return item_change(known[0])
    sums = counts.themes.get(theme, Sums())
    people = sums.changes.people
    if known and people >= FEWEST_PEOPLE:
        asked = sum(cells.pairs for cells in known)
        return Change(
            people=people,
            first=sum(cells.both + cells.lost for cells in known) / asked,
            second=sum(cells.both + cells.gained for cells in known) / asked,
            interval=mean_change(sums.changes),
        )
    people = min(sums.firsts.people, sums.seconds.people)
    if people < FEWEST_PEOPLE:
        return Change(people=people, is_paired=False)
    return Change(
        people=people,
        is_paired=False,
        first=sums.firsts.mean,
        second=sums.seconds.mean,
        interval=mean_difference(sums.firsts, sums.seconds),
    )


def _cells(
    item: str, before: Mapping[int, frozenset[str]], after: Mapping[int, frozenset[str]], pairs: set[int]
) -> Cells:
    found: Counter[str] = Counter()
    names = {(True, True): "both", (True, False): "lost", (False, True): "gained", (False, False): "neither"}
    for number in pairs:
        found[names[item in before[number], item in after[number]]] += 1
    for moment, sheets in (("first", before), ("second", after)):
        for number, right in sheets.items():
            if number not in pairs:
                found[f"{moment}_{'right' if item in right else 'wrong'}"] += 1
    return Cells(**found)


def _scores(values: Iterable[float]) -> Scores:
    listed = list(values)
    return Scores(len(listed), sum(listed), sum(value * value for value in listed))
