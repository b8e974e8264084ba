"""The look back on a rehearsal as one page, in the language of the window."""

from __future__ import annotations

from io import BytesIO

from kit_app.i18n import Catalogue, duration
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.services.printing.judging import printable
from kit_app.services.rehearsal_words import point_words, summary, verdict_word
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperNeeds, PaperPdf
from kit_app.views.rehearsal import Point, PuzzleLine, Review
from printables.problems import CannotPrintError
from printables.products.blocks import Column, Span
from printables.products.deck import Deck, Section, write_deck
from printables.products.documents import DocumentPage
from printables.products.report import Report, report_pages
from printables.render.look import Look

_MINUTE_MS = 60_000


def rehearsal_pdf(review: Review, t: Catalogue) -> PaperPdf:
    """One page: with every moment, or those that went well left out. Raises PrintError."""
    title = t("Look back on a rehearsal")
    look = look_for(t, title, language=t.language)
    pages = _pages(review, look, t)
    deck = Deck(title=title, author=title, sections=(Section(title=title, items=pages),))
    target = BytesIO()
    try:
        write_deck(deck, look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    count = len(pages)
    return PaperPdf(pdf=target.getvalue(), pages=count, starts={}, needs=PaperNeeds(sheets=count))


def rehearsal_name(t: Catalogue) -> str:
    """A file name for the PDF, safe on every system."""
    return safe_filename(t("Rehearsal")) + ".pdf"


def _pages(review: Review, look: Look, t: Catalogue) -> list[DocumentPage]:
    """With all moments, with those to think about, or with as many of these as leave it one page."""
    amiss = tuple(one for one in review.points if one.verdict != "good")

    def drawn(points: tuple[Point, ...]) -> list[DocumentPage]:
        return report_pages(_report(review, points, t), look)

    def fits(pages: list[DocumentPage]) -> bool:
        return len(pages) == 1 and not any(page.problems(look) for page in pages)

    for points in (review.points, amiss):
        if fits(pages := drawn(points)):
            return pages
    most, too_many = 0, len(amiss)
    while too_many - most > 1:
        middle = (most + too_many) // 2
        most, too_many = (middle, too_many) if fits(drawn(amiss[:middle])) else (most, middle)
    return drawn(amiss[:most])


def _report(review: Review, points: tuple[Point, ...], t: Catalogue) -> Report:
    titles = {one.id: one.title for one in review.lines}
    left = len(review.points) - len(points)
    notes = (t.plural("and {n} more moment", "and {n} more moments", left),)
    return Report(
        title=t("Look back on a rehearsal"),
        subtitle=t("A made-up team played. Nothing of it is counted."),
        facts=summary(review, t),
        time_line_title=t("Time line"),
        minutes=max(1.0, review.whole_ms / _MINUTE_MS),
        spans=tuple(_span(one, review) for one in review.lines if one.opened_ms is not None),
        unit="min",
        table_title=t("Moment by moment"),
        columns=(Column(label="min:s", share=1), Column(label="", share=2.2), Column(label="", share=8)),
        rows=tuple(
            (
                duration((one.due_ms if one.done_ms is None else one.done_ms) // 1000),
                verdict_word(one.verdict, t),
                printable(point_words(one, titles.get(one.puzzle, ""), t)),
            )
            for one in points
        ),
        notes=notes if left else (),
        foot=t("Rehearsal"),
    )


def _span(line: PuzzleLine, review: Review) -> Span:
    start = line.opened_ms or 0
    end = review.whole_ms if line.solved_ms is None else line.solved_ms
    return Span(
        label=f"{line.id} {line.title}",
        path=line.path or None,
        start=start / _MINUTE_MS,
        end=None if line.solved_ms is None else max(start, line.solved_ms) / _MINUTE_MS,
        marks=tuple((at / _MINUTE_MS, str(number)) for number, at in enumerate(line.hints_ms, start=1)),
        words=duration((end - start) // 1000),
    )
