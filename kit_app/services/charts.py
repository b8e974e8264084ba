"""Which charts there are: the same values for the window and for the report of a year."""

from __future__ import annotations

from collections.abc import Sequence

from kit_app.i18n import Catalogue, number
from kit_app.views.charts import Chart, ChartRow
from kit_app.views.statistics import LearningTable, PeopleRow, PeopleTable, PuzzleLine

_MINUTE_S = 60
_SCALE = 5.0


def people_chart(table: PeopleTable, title: str, t: Catalogue, most: int = 12) -> Chart:
    """People by one group; masked rows have no bar. Beyond `most` rows the table alone tells the rest."""
    rows = tuple(
        ChartRow(
            label=row.name,
            value=None if row.people is None else float(row.people),
            words=row.total,
            said=row.total if row.people is not None else _why_hidden(row, t),
        )
        for row in table.rows[:most]
    )
    return Chart(title=title, rows=rows, least=_SCALE)


def _why_hidden(row: PeopleRow, t: Catalogue) -> str:
    if row.is_few:
        return t("fewer than 5 people: not shown")
    return t("not shown, so that others cannot be worked out")


def puzzle_chart(lines: Sequence[PuzzleLine], title: str, few: str, t: Catalogue) -> Chart:
    """Median (bar), 80 % of teams (dot) and target (stroke) of each puzzle, in minutes.

    `few`: why a puzzle that few met has no bar.
    """
    return Chart(title=title, rows=tuple(_puzzle(line, few, t) for line in lines), unit="min")


def _puzzle(line: PuzzleLine, words: str, t: Catalogue) -> ChartRow:
    one = line.count
    if one.is_few:
        return ChartRow(label=one.puzzle, value=None, words=words, path=one.path)
    target = one.target_s / _MINUTE_S
    if one.median_s is None or one.p80_s is None:
        words = t("solved by fewer than 5 teams alone") if one.solved else t("solved by no team alone")
        return ChartRow(label=one.puzzle, value=None, words=words, path=one.path, target=target)
    minutes = number(one.median_s / _MINUTE_S, t.language, 1)
    words = (
        t("{minutes} min · too long", minutes=minutes)
        if line.is_long
        else t("{minutes} min", minutes=minutes)
    )
    return ChartRow(
        label=one.puzzle,
        value=one.median_s / _MINUTE_S,
        words=words,
        path=one.path,
        dot=one.p80_s / _MINUTE_S,
        target=target,
        is_marked=line.is_long,
    )


def sessions_chart(rows: Sequence[tuple[str, int]], title: str, t: Catalogue, most: int = 12) -> Chart:
    """Sessions by name; beyond `most` rows the table alone tells the rest."""
    bars = (
        ChartRow(label=name, value=float(count), words=number(count, t.language))
        for name, count in rows[:most]
    )
    return Chart(title=title, rows=tuple(bars), least=_SCALE)


def learning_chart(table: LearningTable, t: Catalogue) -> Chart:
    """Share of right answers after (bar) and before (stroke), with the change in points."""
    rows = tuple(
        ChartRow(
            label=line.theme,
            value=line.second,
            words=t("fewer than 5 people: not shown") if line.second is None else line.change,
            target=line.first,
        )
        for line in table.lines
    )
    return Chart(title=table.title, rows=rows, unit="%", least=100.0)


def described(chart: Chart) -> str:
    """The chart in words, for those who do not see it."""
    return ". ".join(f"{row.label}: {row.said or row.words}" for row in chart.rows)
