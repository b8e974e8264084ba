"""Hide counts of people under five, and as many others as it takes that nobody works them out. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

FEWEST_PEOPLE = 5
"""Under five people a number could be traced to somebody: it is not shown."""


def is_few(people: int) -> bool:
    """Whether this count must not be told; none at all is no secret."""
    return 0 < people < FEWEST_PEOPLE


def size_text(people: int) -> str:
    """The size of one team where it stands among others and is handed on: on which side of five it is.

    Never the number: from a sum of people and the exact sizes of all teams but one that one would follow.
    """
    return f"< {FEWEST_PEOPLE}" if people < FEWEST_PEOPLE else f"≥ {FEWEST_PEOPLE}"


class Masked(NamedTuple):
    """A count as it may be told: None where it is hidden, `is_few` when it is under five itself."""

    people: int | None
    is_few: bool = False


class Reached(NamedTuple):
    """Whom people belong to who were reached together; one of several groups may be the empty text."""

    year: str
    audience: str
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedReach:
    """People by year, audience, service, by year and audience (where there are any), and all together."""

    years: Mapping[str, Masked]
    audiences: Mapping[str, Masked]
    services: Mapping[str, Masked]
    crossed: Mapping[tuple[str, str], Masked]
    total: Masked


_Unknown = tuple[str, ...]
_Vector = dict[_Unknown, Fraction]


class _Count(NamedTuple):
    """A count of a table as a sum of unknowns: people of a year and audience, people of a service."""

    table: str
    key: _Unknown
    people: int
    vector: _Vector


def masked_reach(reached: Mapping[Reached, int]) -> MaskedReach:
    """Tables of the same people, masked together: no count under five follows from all that is shown.

    What is shown are equations. They are allowed one after the other, sums first and large counts before
    small ones; one that would leave a count under five with a single solution is hidden. Years and audiences
    are sums of the people of a year and audience; services share no more with these than that the people
    of services and years and audiences that hang together are the same.
    """
    known = {who: people for who, people in reached.items() if people}
    counts = _counts(known)
    span = _Span(_ties(known))
    secrets = [span.rest(one.vector) for one in counts if is_few(one.people)]
    secrets += [span.rest(vector) for vector in _pinned(counts)]
    told: dict[tuple[str, _Unknown], Masked] = {}
    for one in counts:
        rest = span.rest(one.vector)
        is_of_all = one.table == "total"  # stands above every page: nothing under it may need it hidden
        betrays = is_few(one.people) or (
            not is_of_all and any(_is_multiple(rest, secret) for secret in secrets)
        )
        told[one.table, one.key] = Masked(None, is_few(one.people)) if betrays else Masked(one.people)
        if rest and not betrays:
            span.add(rest)
            secrets = [span.rest(secret) for secret in secrets]
    return MaskedReach(
        years={key[0]: count for (table, key), count in told.items() if table == "year"},
        audiences={key[0]: count for (table, key), count in told.items() if table == "audience"},
        services={key[0]: count for (table, key), count in told.items() if table == "service"},
        crossed={(key[0], key[1]): count for (table, key), count in told.items() if table == "crossed"},
        total=told.get(("total", ()), Masked(0)),
    )


def _counts(reached: Mapping[Reached, int]) -> list[_Count]:
    """All counts of all tables, in the order in which they may be shown."""
    groups: dict[tuple[str, _Unknown], Counter[_Unknown]] = {}
    for who, people in reached.items():
        cell, service = ("cell", who.year, who.audience), ("service", who.service)
        for table, key, unknown in (
            ("total", (), cell),
            ("year", (who.year,), cell),
            ("audience", (who.audience,), cell),
            ("service", (who.service,), service),
            ("crossed", (who.year, who.audience), cell),
        ):
            groups.setdefault((table, key), Counter())[unknown] += people
    tables = ("total", "year", "audience", "service", "crossed")
    counts = [
        _Count(table, key, sum(parts.values()), dict.fromkeys(parts, Fraction(1)))
        for (table, key), parts in groups.items()
    ]
    return sorted(counts, key=lambda one: (tables.index(one.table), -one.people, one.key))


def _ties(reached: Iterable[Reached]) -> list[_Vector]:
    """What is zero: of services, years and audiences that hang together the people are the same."""
    parts: list[set[_Unknown]] = []
    for who in reached:
        ends: set[_Unknown] = {("cell", who.year, who.audience), ("service", who.service)}
        touching = [part for part in parts if part & ends]
        parts = [part for part in parts if not part & ends] + [ends.union(*touching)]
    return [{one: Fraction(1 if one[0] == "cell" else -1) for one in part} for part in parts]


def _pinned(counts: Iterable[_Count]) -> list[_Vector]:
    """Sums of counts under five of one line that leave no choice: all of them are one, or all are four."""
    lines: dict[tuple[str, ...], list[_Count]] = {}
    for one in counts:
        if is_few(one.people):
            is_crossed = one.table == "crossed"
            for name in zip(("row", "column"), one.key, strict=True) if is_crossed else [(one.table,)]:
                lines.setdefault(name, []).append(one)
    found = [line for line in lines.values() if {one.people for one in line} in ({1}, {FEWEST_PEOPLE - 1})]
    return [_sum(one.vector for one in line) for line in found if len(line) > 1]


def _sum(vectors: Iterable[_Vector]) -> _Vector:
    found: _Vector = {}
    for vector in vectors:
        for unknown, factor in vector.items():
            found[unknown] = found.get(unknown, Fraction(0)) + factor
    return found


def _is_multiple(one: _Vector, other: _Vector) -> bool:
    """Whether the one is the other times a number; nothing is no multiple."""
    if not one or one.keys() != other.keys():
        return False
    return len({factor / other[unknown] for unknown, factor in one.items()}) == 1


class _Span:
    """What follows from some equations: rows in echelon form, in the order in which they came."""

    def __init__(self, vectors: Iterable[_Vector]) -> None:
        self._rows: list[tuple[_Unknown, _Vector]] = []
        for vector in vectors:
            self.add(self.rest(vector))

    def add(self, rest: _Vector) -> None:
        """Let one more be known; `rest` is what earlier ones leave of it."""
        self._rows.append((next(iter(rest)), rest))

    def rest(self, vector: _Vector) -> _Vector:
        """What is left of a sum when all that is known of it is taken away; empty: it follows."""
        left = dict(vector)
        for pivot, row in self._rows:
            if pivot not in left:
                continue
            times = left[pivot] / row[pivot]
            for unknown, factor in row.items():
                value = left.get(unknown, Fraction(0)) - times * factor
                if value:
                    left[unknown] = value
                else:
                    left.pop(unknown, None)
        return left
