"""Tables of numbers that stand beside charts, as high as their rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue, number
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.views.statistics import PeopleTable

HEAD = 36
_SUMS = "sums"


def number_table(
    headings: Sequence[str], name: str, parent: QWidget, giving_way: Sequence[int] = ()
) -> ListTable:
    """A table whose first column stretches and whose page scrolls, not itself."""
    table = ListTable(headings, parent, stretch=0)
    table.setAccessibleName(name)
    table.set_giving_way(giving_way)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def show_rows(table: ListTable, rows: Sequence[tuple[str, ...]], *, last_is_sum: bool = False) -> None:
    """Show rows of texts, the first of each a name, the others numbers."""
    made = []
    for place, row in enumerate(rows):
        is_sum = last_is_sum and place == len(rows) - 1
        numbers = (Cell(text=text, is_number=True, is_bold=is_sum) for text in row[1:])
        made.append(Row(ident=f"{place}", cells=(Cell(text=row[0], is_bold=True), *numbers)))
    table.set_rows(made)
    table.setFixedHeight(ListTable.ROW * len(rows) + HEAD)


def people_table(name: str, t: Catalogue, parent: QWidget) -> ListTable:
    """People by one group: sessions and people."""
    return number_table((name, t("Sessions"), t("People")), name, parent)


def people_rows(table: ListTable, shown: PeopleTable, t: Catalogue) -> None:
    """Fill such a table; the last row is the sum."""
    rows = [(row.name, number(row.sessions, t.language), row.total) for row in shown.rows]
    sessions = number(sum(row.sessions for row in shown.rows), t.language)
    show_rows(table, [*rows, (t("Together"), sessions, shown.total)], last_is_sum=True)
