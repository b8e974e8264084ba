"""Tables of people for the reports of a year, of a facility and of a region."""

from kit_app.i18n import N_, Catalogue, number
from kit_app.services.printing.judging import printable
from kit_app.views.statistics import PeopleTable
from printables.products.blocks import Align, Block, Column, Table, Text
from printables.units import pt

_TEXT, _NOTES = pt(9), pt(8.5)


def people_numbers(table: PeopleTable, name: str, t: Catalogue, most: int) -> tuple[Block, ...]:
    """The numbers of a group, of which `most` are listed."""
    shown = table.rows[:most]
    rows = [(printable(row.name), number(row.sessions, t.language), row.total) for row in shown]
    left = len(table.rows) - len(rows)
    columns = (
        Column(label=name, share=4),
        Column(label=t(N_("Sessions")), align=Align.RIGHT),
        Column(label=t(N_("People")), align=Align.RIGHT),
    )
    total = (t(N_("Together")), number(sum(row.sessions for row in table.rows), t.language), table.total)
    numbers = Table(columns=columns, rows=(*rows, total), size=_TEXT, grid=False, tight=True)
    if left <= 0:
        return (numbers,)
    words = t.plural("and {n} more, in the program", "and {n} more, in the program", left)
    return (numbers, Text(text=words, size=_NOTES, quiet=True))
