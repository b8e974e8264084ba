"""The one-page report of a run as a PDF, in the language of the window."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from kit_app.game.masking import is_few
from kit_app.i18n import Catalogue, duration, long_date, time_left
from kit_app.services.overview import standing_hints
from kit_app.services.preflight_lines import started_despite
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.services.printing.judging import printable
from kit_app.services.result_words import OUTCOMES, correction_line, on_paper
from kit_app.services.troubles import met_troubles
from kit_app.system.filenames import safe_filename
from kit_app.views.results import PuzzleResult, RunResult
from printables.problems import CannotPrintError
from printables.products.blocks import Align, Column, Span
from printables.products.deck import Deck, Section, write_deck
from printables.products.documents import DocumentPage
from printables.products.report import Report, report_pages
from printables.render.look import Look

_MINUTE_MS = 60_000
_MOST_NOTES = 12
_LONGEST_NOTE = 160


def report_pdf(result: RunResult, t: Catalogue) -> bytes:
    """The report of a run. Raises PrintError when something in it cannot be printed."""
    look = look_for(t, f"{result.kit_id} {result.kit_version}", language=t.language)
    title = t("Report of a game")
    pages: list[DocumentPage] = []
    for corrections in _corrections(result, t):
        pages = _one_page(_report(result, corrections, t), look, t)
        if not any(page.problems(look) for page in pages):
            break
    deck = Deck(title=title, author=result.kit_id, sections=(Section(title=title, items=pages),))
    target = BytesIO()
    try:
        write_deck(deck, look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return target.getvalue()


def report_name(result: RunResult, t: Catalogue) -> str:
    """A file name for the report, safe on every system."""
    return safe_filename(f"{result.session_name} - {result.team_label} - {t('report')}") + ".pdf"


def _corrections(result: RunResult, t: Catalogue) -> list[list[str]]:
    """What is said of the corrections: each of them, or where the page is full only how many there are."""
    if not result.corrections:
        return [[]]
    lines = [printable(correction_line(one, t)) for one in result.corrections]
    count = t.plural(
        "{n} figure was corrected after the game.",
        "{n} figures were corrected after the game.",
        len(lines),
    )
    return [lines, [count]]


def _report(result: RunResult, corrections: list[str], t: Catalogue) -> Report:
    return Report(
        title=t("Report of a game"),
        subtitle=printable(" · ".join(filter(None, (result.session_name, result.team_label)))),
        facts=_facts(result, corrections, t),
        time_line_title=t("Time line"),
        minutes=max(1.0, result.played_ms / _MINUTE_MS),
        spans=tuple(_span(puzzle, result) for puzzle in result.puzzles if puzzle.opened_ms is not None),
        unit="min",
        table_title=t("Puzzles"),
        columns=_columns(t),
        rows=tuple(_row(puzzle, t) for puzzle in result.puzzles),
        notes_title=t("Notes") if result.notes else "",
        notes=tuple(
            f"{duration(note.at_ms // 1000)}  {printable(note.text[:_LONGEST_NOTE])}"
            for note in result.notes[:_MOST_NOTES]
        ),
        foot=" · ".join((t("set {set_id}", set_id=result.set_id), f"{result.kit_id} {result.kit_version}")),
    )


def _one_page(report: Report, look: Look, t: Catalogue) -> list[DocumentPage]:
    """The report on one page, with as many notes as fit."""
    for count in range(len(report.notes), 0, -1):
        left = len(report.notes) - count
        more = t.plural("and {n} more note, in the program", "and {n} more notes, in the program", left)
        notes = (*report.notes[:count], more) if left else report.notes
        pages = report_pages(replace(report, notes=notes), look)
        if len(pages) == 1:
            return pages
    return report_pages(replace(report, notes=(), notes_title=""), look)


def _facts(result: RunResult, corrections: list[str], t: Catalogue) -> tuple[tuple[str, str], ...]:
    day = long_date(date.fromisoformat(result.date), t.language) if result.date else ""
    where = ", ".join(filter(None, (printable(result.facility), day)))
    size = result.team_size
    team = [t("fewer than 5 players") if is_few(size) else t.plural("{n} player", "{n} players", size)]
    team.append(t.plural("{n} hint", "{n} hints", result.hints))
    if result.jokers:
        team.append(t.plural("{n} joker", "{n} jokers", result.jokers))
    time = t(
        "{outcome}: {played} played of {planned}, {left} left",
        outcome=t(OUTCOMES[result.outcome]),
        played=duration(result.played_ms // 1000),
        planned=duration((result.duration_ms + result.adjusted_ms) // 1000),
        left=time_left(result.left_ms),
    )
    remarks = [t("Part of this game could not be stored on the disk.")] if result.went_unsaved else []
    remarks += filter(None, (on_paper(result, t), started_despite(result, t), met_troubles(result, t)))
    remarks += corrections
    facts = (
        (t("Where and when"), where),
        (t("Outcome"), time),
        (t("Team"), " · ".join(team)),
        (t("Remark"), " ".join(remarks)),
    )
    return tuple(fact for fact in facts if fact[1])


def _columns(t: Catalogue) -> tuple[Column, ...]:
    right = Align.RIGHT
    return (
        Column(label=t("Puzzle"), share=3.6),
        Column(label=t("Time spent"), share=1.3, align=right),
        Column(label=t("Target"), share=1.0, align=right),
        Column(label=t("Hints"), share=1.1, align=right),
        Column(label=t("Misses"), share=1.0, align=right),
        Column(label=t("Solved"), share=1.7),
    )


def _row(puzzle: PuzzleResult, t: Catalogue) -> tuple[str, ...]:
    is_open = puzzle.opened_ms is not None
    return (
        f"{puzzle.id} {puzzle.title}",
        duration(puzzle.spent_ms // 1000) if is_open else "",
        duration(puzzle.target_ms // 1000),
        str(len(puzzle.hints) or ""),
        str(puzzle.wrong_tries) if puzzle.wrong_tries else "",
        _ending(puzzle, t),
    )


def _ending(puzzle: PuzzleResult, t: Catalogue) -> str:
    if puzzle.opened_ms is None:
        return t("never opened")
    if puzzle.solved_ms is None:
        return t("no")
    if puzzle.was_broken:
        return t("a prop was damaged")
    return t("by the facilitator") if puzzle.was_forced else t("yes")


def _span(puzzle: PuzzleResult, result: RunResult) -> Span:
    start = puzzle.opened_ms or 0
    return Span(
        label=f"{puzzle.id} {puzzle.title}",
        path=puzzle.path,
        start=start / _MINUTE_MS,
        end=None if puzzle.solved_ms is None else max(start, puzzle.solved_ms) / _MINUTE_MS,
        marks=tuple((at / _MINUTE_MS, str(level)) for at, level in standing_hints(result, puzzle.id)),
        words=duration(puzzle.spent_ms // 1000),
    )
