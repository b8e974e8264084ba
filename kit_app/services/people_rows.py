"""People reached as masked tables of words and numbers: of a facility’s games or of a whole region’s."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from kit_app.game.masking import Masked, Reached, masked_reach
from kit_app.i18n import number
from kit_app.views.facts import PeopleCell
from kit_app.views.statistics import PeopleRow, PeopleTable, PeopleTables

FEW, HIDDEN = "< 5", "–"
_TABLES = ("year", "audience", "service")


def told(count: Masked, language: str) -> str:
    """A masked count as it is shown."""
    if count.people is not None:
        return number(count.people, language)
    return FEW if count.is_few else HIDDEN


def people_tables(
    cells: Sequence[PeopleCell], name: Callable[[str, str], str], language: str
) -> PeopleTables:
    """Cells as masked tables with their sums; `name` gives words to a value of a group.

    The largest first, but years in their order.
    """
    people, sessions = Counter[Reached](), Counter[tuple[str, str]]()
    sizes = Counter[tuple[str, str]]()
    for cell in cells:
        people[Reached(cell.year, cell.audience, cell.service)] += cell.people
        for group in _TABLES:
            sessions[group, getattr(cell, group)] += cell.sessions
            sizes[group, getattr(cell, group)] += cell.people
    masked = masked_reach(people)
    total = told(masked.total, language)
    audiences = sorted(value for group, value in sizes if group == "audience")

    def row(group: str, value: str, count: Masked, beside: Sequence[Masked] = ()) -> PeopleRow:
        return PeopleRow(
            name=name(group, value),
            sessions=sessions[group, value],
            cells=tuple(told(one, language) for one in beside),
            total=told(count, language),
            people=count.people,
            is_few=count.is_few,
        )

    def table(group: str, counts: Mapping[str, Masked]) -> PeopleTable:
        values = [value for of, value in sizes if of == group]
        values.sort(key=lambda value: (0 if group == "year" else -sizes[group, value], value))
        rows = tuple(row(group, value, counts.get(value, Masked(0))) for value in values)
        return PeopleTable(columns=(), rows=rows, sums=(), total=total)

    years = sorted(value for group, value in sizes if group == "year")
    crossed = PeopleTable(
        columns=tuple(name("audience", value) for value in audiences),
        rows=tuple(
            row(
                "year",
                year,
                masked.years.get(year, Masked(0)),
                [masked.crossed.get((year, audience), Masked(0)) for audience in audiences],
            )
            for year in years
        ),
        sums=tuple(told(masked.audiences.get(value, Masked(0)), language) for value in audiences),
        total=total,
    )
    return PeopleTables(
        years=table("year", masked.years),
        audiences=table("audience", masked.audiences),
        crossed=crossed,
        services=table("service", masked.services),
    )


def masked_parts(people: Mapping[str, int]) -> dict[str, Masked]:
    """The parts of one sum, masked together: none under five follows from the others and the sum."""
    masked = masked_reach({Reached("", "", part): count for part, count in people.items()})
    return {part: masked.services.get(part, Masked(0)) for part in people}
