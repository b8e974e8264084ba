"""The yearly sheet of a region as a PDF of one or two A4 pages: counted, played, hard, to be asked."""

from __future__ import annotations

from dataclasses import replace

from kit_app.i18n import N_, Catalogue, duration, joined, long_date, number
from kit_app.services.charts import people_chart
from kit_app.services.printing.charts import chart_block
from kit_app.services.printing.judging import printable
from kit_app.services.printing.plain_document import document_pdf
from kit_app.services.printing.sum_tables import people_numbers
from kit_app.services.puzzle_rows import hints_a_team
from kit_app.views.paper import PaperPdf
from kit_app.views.region_shown import RegionContents
from kit_app.views.statistics import LearningLine, PeopleTable
from printables.products.blocks import Align, Block, Column, Columns, Heading, Table, Text, Together
from printables.products.documents import Document
from printables.units import pt

_TEXT, _NOTES, _CHART = pt(9), pt(8.5), pt(8)
_MOST_ROWS, _MOST_KITS, _MOST_THEMES, _MOST_SILENT = 9, 6, 5, 24
_METHOD = (
    N_(
        "Counted is what facilities sent to their region: each session once, trials and rehearsals never."
        " A session is a planned event; several teams may play in it."
    ),
    N_(
        "Under five people a number is hidden (< 5), and so are others (–) where the first could be worked"
        " out; of a puzzle that fewer than five teams met nothing is told. No name of a person is in what"
        " facilities send."
    ),
)


def sheet_title(year: int | None, t: Catalogue) -> str:
    """What the sheet is called."""
    if year is None:
        return t(N_("The region in all years"))
    return t(N_("The region in {year}"), year=year)


def region_sheet(contents: RegionContents, year: int | None, t: Catalogue) -> PaperPdf:
    """The sheet of what `contents` counts. Raises PrintError when something in it cannot be printed."""
    chosen = [words for _name, words in contents.chosen if words != str(year)]
    made = t(N_("made on {day}"), day=long_date(contents.made_on, t.language))
    document = Document(
        title=sheet_title(year, t),
        subtitle=printable(" · ".join((*chosen, made))),
        blocks=(
            _facts(contents, t),
            *_people(contents, t),
            *_kits(contents, t),
            *_hardest(contents, t),
            *_themes(contents, t),
            *_silent(contents, t),
            *_method(t),
        ),
        foot=sheet_title(year, t),
    )
    return document_pdf(document, t)


def _facts(contents: RegionContents, t: Catalogue) -> Block:
    overview, language = contents.overview, t.language
    teams = t.plural("{n} team", "{n} teams", overview.teams)
    played = t(N_("{count} of {known} that sent something"), count=overview.facilities, known=overview.known)
    rows = [
        (t(N_("Facilities that played")), played),
        (t(N_("Sessions")), f"{number(overview.sessions, language)} · {teams}"),
    ]
    if overview.people is None or overview.won_teams is None:
        rows.append((t(N_("People")), t(N_("fewer than 5: other numbers are hidden"))))
    else:
        won = t(N_("{won} of {teams}"), won=overview.won_teams, teams=overview.teams)
        share = t(N_("{percent} %"), percent=round(100 * overview.won_teams / overview.teams))
        rows += [
            (t(N_("People")), number(overview.people, language)),
            (t(N_("Finish in time")), f"{share} ({won})"),
            (t(N_("Hints a team")), number(overview.hints_per_team or 0.0, language, 1)),
        ]
    return Table(columns=(Column(share=2), Column(share=4, bold=True)), rows=tuple(rows), lines=False)


def _people(contents: RegionContents, t: Catalogue) -> tuple[Block, ...]:
    people = contents.people
    if people is None:
        return ()
    groups = [
        (people.audiences, t(N_("People by audience")), t(N_("Audience"))),
        (people.services, t(N_("People by sector")), t(N_("Sector"))),
    ]
    if len(people.years.rows) > 1:
        groups.insert(0, (people.years, t(N_("People reached by year")), t(N_("Year"))))
    return tuple(_grouped(*group, t) for group in groups)


def _grouped(table: PeopleTable, title: str, name: str, t: Catalogue) -> Block:
    """A chart, and the same numbers as a table."""
    chart = replace(chart_block(people_chart(table, title, t, most=_MOST_ROWS)), size=_CHART)
    numbers = people_numbers(table, name, t, _MOST_ROWS)
    beside = Columns(left=(chart,), right=numbers, share=0.58)
    return Together(blocks=(Heading(text=title, level=3), beside))


def _kits(contents: RegionContents, t: Catalogue) -> tuple[Block, ...]:
    columns = (
        Column(label=t(N_("Kit")), share=4),
        *(
            Column(label=t(label), align=Align.RIGHT)
            for label in (N_("Version"), N_("Facilities"), N_("Sessions"), N_("People"))
        ),
    )
    rows = tuple(
        (
            printable(one.kit),
            printable(one.version),
            number(one.facilities, t.language),
            number(one.sessions, t.language),
            one.people,
        )
        for one in contents.kits[:_MOST_KITS]
    )
    return _titled(t(N_("Kits in use")), _small(columns, rows)) if rows else ()


def _hardest(contents: RegionContents, t: Catalogue) -> tuple[Block, ...]:
    """The puzzles that needed most hints a team."""
    labels = (N_("Teams"), N_("Hints a team"), N_("Given up"), N_("Median"), N_("Target"))
    columns = (
        Column(label=t(N_("Puzzle")), share=4),
        *(Column(label=t(label), align=Align.RIGHT) for label in labels),
    )
    has_kits = len({kit for kit, _line in contents.hardest}) > 1
    rows = []
    for kit, line in contents.hardest:
        one = line.count
        name = " · ".join(filter(None, (f"{one.puzzle} {one.title}".strip(), kit if has_kits else "")))
        median = "–" if one.median_s is None else duration(round(one.median_s))
        hints = number(hints_a_team(line), t.language, 1)
        rows.append(
            (
                printable(name),
                number(one.met, t.language),
                hints,
                str(one.left),
                median,
                duration(one.target_s),
            )
        )
    title = t(N_("Puzzles that needed most help"))
    return _titled(title, _small(columns, tuple(rows))) if rows else ()


def _themes(contents: RegionContents, t: Catalogue) -> tuple[Block, ...]:
    """The themes with fewest right answers, of the latest moment that was asked about."""
    if not contents.learning:
        return ()
    told = [line for line in contents.learning[-1].lines[1:] if line.second is not None]
    themes = sorted(told, key=_right)[:_MOST_THEMES]
    columns = (
        Column(label=t(N_("Subject")), share=3),
        *(Column(label=t(label), align=Align.RIGHT) for label in (N_("Before"), N_("After"))),
        Column(label=t(N_("Change in points (95 %)")), share=2, align=Align.RIGHT),
        Column(label=t(N_("People")), align=Align.RIGHT),
    )
    rows = tuple((printable(one.theme), one.before, one.after, one.change, one.people) for one in themes)
    if not rows:
        return ()
    what = Text(text=contents.learning[-1].title, size=_NOTES, quiet=True)
    return _titled(t(N_("Themes to work on")), what, _small(columns, rows))


def _right(line: LearningLine) -> float:
    return line.second or 0.0


def _silent(contents: RegionContents, t: Catalogue) -> tuple[Block, ...]:
    """Whom to ask."""
    names = [one.name for one in contents.facilities if one.is_silent]
    if not names:
        return ()
    shown = joined(names[:_MOST_SILENT], t.language)
    left = len(names) - _MOST_SILENT
    if left > 0:
        more = t.plural("and {n} more, in the program", "and {n} more, in the program", left)
        shown = f"{', '.join(names[:_MOST_SILENT])} {more}"
    return _titled(t(N_("Facilities that sent nothing for a year")), Text(text=printable(shown), size=_TEXT))


def _method(t: Catalogue) -> tuple[Block, ...]:
    notes = (Text(text=t(note), size=_NOTES, quiet=True) for note in _METHOD)
    return _titled(t(N_("How this was counted")), *notes)


def _titled(title: str, *blocks: Block) -> tuple[Block, ...]:
    return (Together(blocks=(Heading(text=title, level=3), *blocks)),)


def _small(columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(columns=columns, rows=rows, size=_TEXT, grid=False, tight=True)
