"""Papers left in a tray: a slip that names a minute, and labels of which one alone fits it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Literal

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.made import Made, Redraw

NAME = "matching-slip"

Sex = Literal["F", "M"]
PaperLook = Literal["memo", "menu", "form", "recipe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label before its draws: sex, year of birth and the time it was printed."""

    sex: Sex
    year: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The labels in their order; `slip_label` (from 1) is the one that the slip belongs to.

    Numbers begin with three drawn digits from `first_prefix` to `last_prefix`. The labels named by `alike`
    end in the six orders of three drawn digits, the others in two orders of two: each looks like another.
    All times move by at most `most_shift` minutes. `looks` says by its part what another paper looks like:
    a memo when it is not named.
    """

    labels: tuple[Label, ...]
    slip_label: int
    alike: tuple[int, ...]
    first_prefix: int
    last_prefix: int
    most_shift: int
    looks: Mapping[str, PaperLook] | None = None

    def __post_init__(self) -> None:
        if len(self.alike) != 6 or len(self.labels) != 8:
            raise ValueError("there are eight labels, six of them alike")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper with a title and lines that has nothing to do with the matter."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The folder's cover and inside, the label sheet, the slip (with {time}), other papers by their part."""

    cover: str
    inside: str
    labels_title: str
    columns: tuple[str, str, str, str, str]
    slip_title: str
    slip_lines: tuple[str, ...]
    sheets: Mapping[str, Sheet]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A printed label."""

    place: str
    number: str
    sex: Sex
    year: str
    time: str

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """The five columns in their order."""
        return (self.place, self.number, self.sex, self.year, self.time)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The slip: its words, and what it says of the person: a time, and by the form of address a sex."""

    title: str
    lines: tuple[str, ...]
    time: str
    sex: Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Parts `labels`, `slip`, `folder` and each key of `sheets`."""

    cover: str
    inside: str
    labels_title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    slip: Slip
    sheets: Mapping[str, Sheet]
    looks: Mapping[str, PaperLook]


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw numbers and times. Raises Redraw unless only time and sex together leave one label."""
    shift = dice.number("shift", -parameters.most_shift, parameters.most_shift)
    rows = tuple(
        Row(place=str(place), number=number, sex=label.sex, year=label.year, time=_shifted(label.time, shift))
        for place, (label, number) in enumerate(
            zip(parameters.labels, _numbers(parameters, dice), strict=True), start=1
        )
    )
    meant = rows[parameters.slip_label - 1]
    clues = Clues(
        cover=words.cover,
        inside=words.inside,
        labels_title=words.labels_title,
        columns=words.columns,
        rows=rows,
        slip=Slip(
            title=words.slip_title,
            lines=tuple(line.replace("{time}", meant.time) for line in words.slip_lines),
            time=meant.time,
            sex=meant.sex,
        ),
        sheets=words.sheets,
        looks={part: (parameters.looks or {}).get(part, "memo") for part in words.sheets},
    )
    same_time = [row for row in rows if row.time == meant.time]
    if solve(clues) != {meant.number} or sorted(row.sex for row in same_time) != ["F", "M"]:
        raise Redraw
    values = {"time": meant.time, "label": meant.place}
    for row in rows:
        values |= {f"number{row.place}": row.number, f"sex{row.place}": row.sex, f"year{row.place}": row.year}
    return Made(clues=clues, answer=meant.number, values=values, readings=_readings(clues))


def solve(clues: Clues) -> frozenset[str]:
    """The numbers of all labels printed in the slip's minute for a person of the slip's sex."""
    slip = clues.slip
    return frozenset(
        normalised(row.number) for row in clues.rows if (row.time, row.sex) == (slip.time, slip.sex)
    )


def _numbers(parameters: Parameters, dice: Dice) -> tuple[str, ...]:
    """Eight different numbers, each a near look-alike of others."""
    prefix = str(dice.number("prefix", parameters.first_prefix, parameters.last_prefix))
    trio = dice.pick("trio", ["".join(digits) for digits in combinations("123456789", 3)])
    pair = dice.pick(
        "pair", ["".join(pair) for pair in combinations("0123456789", 2) if not set(pair) & set(trio)]
    )
    alike = list(dice.shuffled("orders", ["".join(order) for order in permutations(trio)]))
    first, second = pair[0], pair[1]
    others = list(dice.shuffled("others", [first + first + second, first + second + second]))
    return tuple(
        prefix + (alike if place in parameters.alike else others).pop(0)
        for place in range(1, len(parameters.labels) + 1)
    )


def _readings(clues: Clues) -> dict[str, str]:
    readings = {
        "labels": "\n".join((clues.labels_title, *(" · ".join(row.cells) for row in clues.rows))),
        "slip": "\n".join((clues.slip.title, *clues.slip.lines)),
        "folder": "\n".join((clues.cover, clues.inside)),
    }
    return readings | {part: "\n".join((sheet.title, *sheet.lines)) for part, sheet in clues.sheets.items()}


def _shifted(time: str, shift: int) -> str:
    hours, minutes = time.split(":")
    total = int(hours) * 60 + int(minutes) + shift
    return f"{total // 60:02}:{total % 60:02}"
