"""The report of a session on one page, for the management: done, learnt, to decide; no name, no blame."""

from collections.abc import Iterator
from datetime import date
from math import floor

from kit_app.errors import PrintError
from kit_app.game.learning import OVERALL, theme_change
from kit_app.game.masking import is_few
from kit_app.i18n import N_, Catalogue, long_date
from kit_app.services.aftermath import Aftermath
from kit_app.services.debrief_notes import note_of
from kit_app.services.learning_words import theme_name
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.job import NOBODY, Issuer, PrintJob, product
from kit_app.services.printing.judging import printable
from kit_app.services.printing.nudge_sheet import job_after, nudge_words
from kit_app.services.printing.paper_logo import logo_of
from kit_app.services.result_words import correction_lines
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperNeeds, PaperPdf
from kit_app.views.results import RunResult
from printables.layout import colours
from printables.products.blocks import Block, Column, Heading, Items, Table, Text
from printables.products.documents import Document, document_pages
from printables.products.item import Item
from printables.units import pt

KIND = "session-report"
_BODY, _SMALL = pt(12), pt(10)
_MOST_CORRECTIONS = 4
_LEAST_PART = 0.1
"""A theme that was missed less than this was no trouble."""


def session_report_pdf(after: Aftermath, t: Catalogue, issuer: Issuer = NOBODY) -> PaperPdf:
    """One A4 page, two with a long note. `t` speaks its language, one of the kit's. Raises PrintError."""
    if not after.results:
        raise PrintError(N_("No team of this session has finished its game yet."), ())
    job = job_after(after, t, issuer)
    title = t("Report of a session")
    pages = _pages(after, job)
    pdf = pdf_of(job, title, [product(KIND, title, pages)])
    return PaperPdf(pdf=pdf, pages=len(pages), starts={}, needs=PaperNeeds(sheets=len(pages)))


def session_report_name(after: Aftermath, t: Catalogue) -> str:
    """A file name for the PDF, safe on every system."""
    return safe_filename(f"{after.plan.name} - {t('report')}") + ".pdf"


def _pages(after: Aftermath, job: PrintJob) -> tuple[Item, ...]:
    """With as many corrections as leave it one page."""
    lines = [line for result in after.results for line in correction_lines(result, job.t)]
    for count in range(min(len(lines), _MOST_CORRECTIONS), -1, -1):
        pages = tuple(document_pages(_document(after, job, lines[:count], len(lines)), job.look))
        if len(pages) == 1:
            break
    return pages


def _document(after: Aftermath, job: PrintJob, corrections: list[str], total: int) -> Document:
    t = job.t
    blocks: list[Block] = [
        Heading(text=t("What was done"), level=2),
        _facts(after, job),
        Heading(text=t("What was learnt"), level=2),
        *_learnt(after, job),
        Heading(text=t("What to decide"), level=2),
        *_decisions(after, job),
        *_note(after, t),
    ]
    if total:
        words = t.plural(
            "{n} figure was corrected after the game.", "{n} figures were corrected after the game.", total
        )
        lines = [Text(text=printable(line), size=_SMALL, quiet=True) for line in corrections]
        blocks += [Text(text=words, size=_SMALL, quiet=True), *lines]
    facility = job.facility
    return Document(
        title=t("Report of a session"),
        subtitle=printable(after.plan.name),
        blocks=tuple(blocks),
        foot=f"{job.table.kit_title} {job.table.kit_version}",
        accent=facility.colours[0] or colours.INK,
        logo=logo_of(facility),
        end=(t("No name of a participant is kept. Teams are told of together; nobody is judged."),),
    )


def _facts(after: Aftermath, job: PrintJob) -> Table:
    t, plan = job.t, after.plan
    day = long_date(date.fromisoformat(plan.date), t.language) if plan.date else ""
    where = ", ".join(filter(None, (printable(plan.facility), printable(plan.room), day)))
    few = t("fewer than 5 people")
    people = few if is_few(after.people) else t.plural("{n} person", "{n} people", after.people)
    teams = t.plural("{n} team", "{n} teams", len(after.results))
    longest = max(result.played_ms for result in after.results)
    rows = (
        (t("Where and when"), where),
        (t("Activity"), job.table.game_title),
        (t("Who"), f"{teams} · {people}"),
        (t("Duration"), _minutes(longest, t)),
        (t("Outcome"), _outcome(after.results, t)),
    )
    return Table(
        columns=(Column(share=1.2, bold=True), Column(share=5)),
        rows=tuple(row for row in rows if row[1]),
        size=_BODY,
        grid=False,
        tight=True,
    )


def _note(after: Aftermath, t: Catalogue) -> Iterator[Block]:
    """What the facilitator wrote after the talk, where the management may read it."""
    note = note_of(after.results)
    if note.in_report:
        yield Heading(text=t("After the debrief"), level=2)
        for line in note.text.splitlines():
            if line.strip():
                yield Text(text=printable(line), size=_BODY)


def _minutes(ms: int, t: Catalogue) -> str:
    minutes = max(1, round(ms / 60_000))
    return t.plural("{n} minute of play, then the debrief", "{n} minutes of play, then the debrief", minutes)


def _outcome(results: tuple[RunResult, ...], t: Catalogue) -> str:
    won, lost, stopped = (
        sum(result.outcome == one for result in results) for one in ("won", "lost", "stopped")
    )
    parts = []
    if won:
        parts.append(t.plural("{n} team finished in time", "{n} teams finished in time", won))
    if lost:
        parts.append(t.plural("{n} team was guided to the end", "{n} teams were guided to the end", lost))
    if stopped:
        words = t.plural("{n} team stopped before the end", "{n} teams stopped before the end", stopped)
        parts.append(words)
    return ", ".join(parts)


def _learnt(after: Aftermath, job: PrintJob) -> Iterator[Block]:
    t, words = job.t, nudge_words(job)
    met = {row.id for result in after.results for row in result.puzzles if row.opened_ms is not None}
    themes = {puzzle.theme for puzzle in after.kit.puzzles if puzzle.id in met}
    yield Text(text=t("Reflexes that were worked on:"), size=_BODY)
    lines = [
        f"**{_named(after, theme, t)}** – {words[theme].title}"
        for theme in after.kit.theme_ids
        if theme in themes and theme in words
    ]
    yield Items(items=tuple(lines), size=_BODY)
    yield Text(text=_struggled(after, t), size=_BODY)
    answers = _answers(after, t)
    if answers:
        yield Text(text=answers, size=_BODY)


def _named(after: Aftermath, theme: str, t: Catalogue) -> str:
    return theme_name(theme, after.kit.words[after.plan.language].themes, t)


def _struggled(after: Aftermath, t: Catalogue) -> str:
    if not after.missed:
        return t("Fewer than five people played: where it was hard is not told.")
    hard = [_named(after, one.theme, t) for one in after.missed[:2] if one.part >= _LEAST_PART]
    if not hard:
        return t("Nothing gave the teams much trouble.")
    return t("What needs most practice: {themes}.", themes=", ".join(hard))


def _answers(after: Aftermath, t: Catalogue) -> str:
    """Right answers before and after, where enough people answered."""
    pair = after.counts.pairs.get("before-after")
    change = theme_change(pair, OVERALL, after.counts.items_of(OVERALL)) if pair is not None else None
    if change is None or change.first is None or change.second is None:
        return ""
    return t(
        "Right answers to the questionnaire: {before} % before, {after} % after ({n} people).",
        before=floor(100 * change.first + 0.5), after=floor(100 * change.second + 0.5), n=change.people,
    )  # fmt: skip


def _decisions(after: Aftermath, job: PrintJob) -> Iterator[Block]:
    t, words = job.t, nudge_words(job)
    lines = tuple(words[theme].decide for theme in after.themes if theme in words)
    yield Items(items=lines, numbered=True, size=_BODY)
    lead = job.facility.contact("security_lead").line or job.facility.contact("helpdesk").line
    if lead:
        yield Text(text=t("To talk about it: **{contact}**", contact=printable(lead)), size=_BODY)
