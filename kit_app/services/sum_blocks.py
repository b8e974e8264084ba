"""Sums as the small tables of a spreadsheet: people, puzzles, what was learnt."""

from __future__ import annotations

from typing import Any

from kit_app.i18n import N_, Catalogue
from kit_app.services.book import write_block
from kit_app.views.statistics import LearningTable, PeopleTable, PeopleTables, PuzzleLine

_MINUTE_S = 60


def people_blocks(
    sheet: Any, row: int, people: PeopleTables, places: str, looks: dict[str, Any], t: Catalogue
) -> int:
    """By year, audience and place (`places` names that group), then by year and audience; the next row."""
    for name, table in (
        (t(N_("Year")), people.years),
        (t(N_("Audience")), people.audiences),
        (places, people.services),
    ):
        heads = (name, t(N_("Sessions")), t(N_("People")))
        rows = [
            (one.name, one.sessions, one.total if one.people is None else one.people) for one in table.rows
        ]
        row = write_block(sheet, row, heads, rows, looks)
    columns = (t(N_("Year")), *people.crossed.columns)
    return write_block(sheet, row, columns, _crossed(people.crossed), looks)


def puzzle_heads(t: Catalogue) -> tuple[str, ...]:
    """What stands above the columns of puzzles."""
    return (
        *(t(N_("Puzzle")), t(N_("Teams")), t(N_("Solved")), t(N_("Given up"))),
        *(t(N_("Median, minutes")), t(N_("80 % within, minutes")), t(N_("Target, minutes"))),
        *(t(N_("Hint 1")), t(N_("Hint 2")), t(N_("Hint 3"))),
    )


def puzzle_values(line: PuzzleLine) -> tuple[str | int | float, ...]:
    """A puzzle below `puzzle_heads`; of few nothing but its target is told."""
    one = line.count
    name, target = f"{one.puzzle} {one.title}", one.target_s / _MINUTE_S
    if one.is_few:
        return (name, "< 5", *("–",) * 4, target, *("–",) * 3)
    median = "–" if one.median_s is None else one.median_s / _MINUTE_S
    eighty = "–" if one.p80_s is None else one.p80_s / _MINUTE_S
    return (name, one.met, one.solved + one.forced, one.left, median, eighty, target, *one.hints)


def learnt_block(sheet: Any, row: int, learnt: LearningTable, looks: dict[str, Any], t: Catalogue) -> int:
    """What was learnt between two moments; the next row."""
    heads = (
        *(learnt.title, t(N_("Before")), t(N_("After"))),
        *(t(N_("Change in points (95 %)")), t(N_("People"))),
    )
    lines = [(one.theme, one.before, one.after, one.change, one.people) for one in learnt.lines]
    return write_block(sheet, row, heads, lines, looks)


def _crossed(table: PeopleTable) -> list[tuple[str, ...]]:
    return [(row.name, *row.cells) for row in table.rows]
