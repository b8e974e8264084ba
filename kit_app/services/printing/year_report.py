"""The report of a year as a PDF of one to three pages: counter, people, difficulty, how games were led."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from kit_app.i18n import N_, Catalogue, duration, joined, long_date, number, time_left
from kit_app.services.charts import learning_chart, people_chart, puzzle_chart
from kit_app.services.leading_rows import leading_parts
from kit_app.services.printing.charts import chart_block
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.services.printing.judging import printable
from kit_app.services.printing.sum_tables import people_numbers
from kit_app.services.result_words import of_kept
from kit_app.views.exports import Contents
from kit_app.views.statistics import PeopleTable, PuzzleLine
from printables.problems import CannotPrintError
from printables.products.blocks import Align, Block, Column, Columns, Heading, Table, Text, Together
from printables.products.deck import Deck, Section, write_deck
from printables.products.documents import Document, DocumentPage, document_pages
from printables.units import pt

_TEXT, _NOTES, _CHART = pt(9), pt(8.5), pt(8)
_SERVICES = (12, 9, 8)
"""So many lines of a group are listed, the largest first; fewer where there would be too many pages."""
_MOST_PAGES = 3
_COUNTED = N_(
    "Trials and rehearsals are not counted. A session is a planned event, a game is one team's timed play."
)
_TRIALS_TOO = N_(
    "Games that the program played itself are counted too. A session is a planned event, a game is one team's"
    " timed play."
)
_METHOD = (
    N_(
        "Under five people a number is hidden (< 5), and so are others (–) where the first could be"
        " worked out from sums."
    ),
    N_(
        "Median: half of the teams took less. 80 %: four of five teams took no more (nearest rank). Both are"
        " of teams that solved the puzzle themselves; given up: opened and not solved when the game ended."
    ),
    N_("The program keeps no names of players, on paper or on the disk."),
)


def report_title(year: int | None, t: Catalogue) -> str:
    """What the report is called."""
    if year is None:
        return t(N_("Results of all years"))
    return t(N_("Results of the year {year}"), year=year)


def year_report(contents: Contents, title: str, t: Catalogue) -> bytes:
    """The report. Raises PrintError when something in it cannot be printed."""
    look = look_for(t, "", language=t.language)
    pages: list[DocumentPage] = []
    for services in _SERVICES:
        pages = document_pages(_document(contents, title, services, t), look)
        if len(pages) <= _MOST_PAGES:
            break
    deck = Deck(title=title, author="", sections=(Section(title=title, items=pages),))
    target = BytesIO()
    try:
        write_deck(deck, look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return target.getvalue()


def _document(contents: Contents, title: str, services: int, t: Catalogue) -> Document:
    """In the order of interest, or where there is little room, so that no page stays half empty."""
    people, puzzles, learning = _people(contents, services, t), _puzzles(contents, t), _learning(contents, t)
    led, method = _leading(contents, t), _method(contents, t)
    parts = (*people, *puzzles, *learning, *led, *method)
    if services == _SERVICES[-1]:
        parts = (*people, *led, *puzzles, *method, *learning)
    return Document(
        title=title,
        subtitle=printable(_subtitle(contents, t)),
        blocks=parts,
        foot=printable(contents.facility),
    )


def _subtitle(contents: Contents, t: Catalogue) -> str:
    day = long_date(date.fromisoformat(contents.made_on), t.language)
    chosen = [words for _name, words in contents.chosen]
    return " · ".join(filter(None, (contents.facility, *chosen, t(N_("made on {day}"), day=day))))


def _people(contents: Contents, services: int, t: Catalogue) -> tuple[Block, ...]:
    """The counter, then people by each group; the last of `_SERVICES` leaves the charts out, for room."""
    facts = Table(
        columns=(Column(share=2), Column(share=4, bold=True)), rows=_facts(contents, t), lines=False
    )
    audiences = (contents.audiences, t(N_("People by audience")), t(N_("Audience")))
    years = (contents.years, t(N_("People reached by year")), t(N_("Year")))
    wards = (contents.services, t(N_("People by service")), t(N_("Service")))
    groups = [audiences, *([years] if len(contents.years.rows) > 1 else []), wards]
    if services > _SERVICES[-1]:
        return (facts, *(block for group in groups for block in _grouped(*group, t, services)))
    tables = [people_numbers(table, name, t, services) for table, _title, name in groups]
    half = -(-len(tables) // 2)
    left, right = ((block for part in parts for block in part) for parts in (tables[:half], tables[half:]))
    return (facts, Columns(left=tuple(left), right=tuple(right), share=0.5))


def _facts(contents: Contents, t: Catalogue) -> tuple[tuple[str, str], ...]:
    overview = contents.overview
    teams = t.plural("{n} team", "{n} teams", overview.teams)
    first = (t(N_("Sessions")), f"{number(overview.sessions, t.language)} · {teams}")
    if overview.people is None or overview.won_share is None:
        return (first, (t(N_("People")), t(N_("fewer than 5: other numbers are hidden"))))
    won = t(N_("{won} of {teams}"), won=overview.won_teams, teams=overview.teams)
    share = t(N_("{percent} %"), percent=round(100 * overview.won_share))
    asked = (
        t(N_("most for {puzzles}"), puzzles=joined(overview.hardest, t.language)) if overview.hardest else ""
    )
    hints, kept = number(overview.hints_per_team or 0.0, t.language, 1), of_kept(overview, t)
    asked = ", ".join(filter(None, (asked, kept))) if asked else ""
    facts = [
        first,
        (t(N_("People")), number(overview.people, t.language)),
        (t(N_("Finish in time")), f"{share} ({won})"),
        (t(N_("Hints a team")), " · ".join(filter(None, (hints, asked)))),
    ]
    if overview.left_s is not None:
        left = time_left(round(1000 * overview.left_s))
        words = ", ".join(filter(None, (left, kept)))
        facts.append((t(N_("Left at the end (median of those who won)")), words))
    return tuple(facts)


def _grouped(table: PeopleTable, title: str, name: str, t: Catalogue, most: int) -> tuple[Block, ...]:
    """A chart, and the same numbers as a table."""
    chart = replace(chart_block(people_chart(table, title, t, most=most)), size=_CHART)
    numbers = people_numbers(table, name, t, most)
    return (
        Together(blocks=(Heading(text=title, level=3), Columns(left=(chart,), right=numbers, share=0.58))),
    )


def _puzzles(contents: Contents, t: Catalogue) -> tuple[Block, ...]:
    if not contents.puzzles:
        return (Text(text=t(N_("The times of the puzzles are no longer kept.")), size=_TEXT),)
    right = Align.RIGHT
    columns = (
        Column(label=t(N_("Puzzle")), share=4),
        *(Column(label=t(label), align=right) for label in (N_("Teams"), N_("Solved"), N_("Given up"))),
        *(Column(label=t(label), align=right) for label in (N_("Median"), "80 %", N_("Target"), N_("Hints"))),
    )
    title = t(N_("Difficulty of the puzzles"))
    how = t(N_("median (bar), 80 % of the teams (dot), target (stroke)"))
    words = " · ".join(filter(None, (how, of_kept(contents.overview, t))))
    chart = puzzle_chart(contents.puzzles, title, t(N_("fewer than 5 people: not shown")), t)
    return (
        Together(
            blocks=(
                Heading(text=title, level=3),
                Text(text=words, size=_NOTES, quiet=True),
                replace(chart_block(chart), size=_CHART),
            )
        ),
        Table(
            columns=columns, rows=tuple(map(_puzzle, contents.puzzles)), size=_TEXT, grid=False, tight=True
        ),
    )


def _puzzle(line: PuzzleLine) -> tuple[str, ...]:
    one = line.count
    name, target = printable(f"{one.puzzle} {one.title}"), duration(one.target_s)
    if one.is_few:
        return (name, "< 5", "–", "–", "–", "–", target, "–")
    median = "–" if one.median_s is None else duration(round(one.median_s))
    eighty = "–" if one.p80_s is None else duration(one.p80_s)
    solved = str(one.solved + one.forced)
    return (name, str(one.met), solved, str(one.left), median, eighty, target, str(sum(one.hints)))


def _learning(contents: Contents, t: Catalogue) -> tuple[Block, ...]:
    """What was learnt by theme, where there were questionnaires."""
    right = Align.RIGHT
    columns = (
        Column(label=t(N_("Subject")), share=3),
        *(Column(label=t(label), align=right) for label in (N_("Before"), N_("After"))),
        Column(label=t(N_("Change in points (95 %)")), share=2, align=right),
        Column(label=t(N_("People")), align=right),
    )
    words = t(N_("right answers after (bar) and before (stroke)"))
    blocks: list[Block] = []
    for table in contents.learning:
        rows = tuple((one.theme, one.before, one.after, one.change, one.people) for one in table.lines)
        chart = replace(chart_block(learning_chart(table, t)), size=_CHART)
        numbers = Table(columns=columns, rows=rows, size=_NOTES, grid=False, tight=True)
        blocks.append(Together(blocks=(Heading(text=table.title, level=3), chart, numbers)))
    methods = dict.fromkeys(table.method for table in contents.learning)
    remarks = [f"{words[:1].upper()}{words[1:]}. {method}" for method in methods]
    return (*blocks, *(Text(text=remark, size=_NOTES, quiet=True) for remark in remarks))


def _leading(contents: Contents, t: Catalogue) -> tuple[Block, ...]:
    if contents.leading is None:
        return ()
    columns = (
        Column(share=4),
        Column(label=t(N_("In all")), align=Align.RIGHT),
        Column(label=t(N_("A game")), align=Align.RIGHT),
    )
    rows = tuple(row.texts(t.language) for part in leading_parts(contents.leading, t) for row in part.rows)
    half = -(-len(rows) // 2)
    left, right = (
        Table(columns=columns, rows=part, size=_NOTES, grid=False, tight=True)
        for part in (rows[:half], rows[half:])
    )
    both = Columns(left=(left,), right=(right,), share=0.5)
    kept = of_kept(contents.overview, t)
    of_which = (Text(text=kept, size=_NOTES, quiet=True),) if kept else ()
    return (Together(blocks=(Heading(text=t(N_("How the games were led")), level=3), *of_which, both)),)


def _method(contents: Contents, t: Catalogue) -> tuple[Block, ...]:
    told = (_TRIALS_TOO if contents.with_trials else _COUNTED, *_METHOD)
    notes = tuple(Text(text=t(note), size=_NOTES, quiet=True) for note in told)
    return (Together(blocks=(Heading(text=t(N_("How this was counted")), level=3), *notes)),)
