"""Sheets of a kit that is still being written, to look at: drawn as they are printed, not proved."""

from collections.abc import Callable, Mapping
from io import BytesIO

from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Kit
from kit_app.i18n import Catalogue
from kit_app.services.printing import papers
from kit_app.services.printing.clues import items_of
from kit_app.services.printing.decks import set_products
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import TeamSet
from kit_app.services.printing.job import NOBODY
from kit_app.services.printing.kit_papers import paper_items, shelf_job
from kit_app.services.printing.preview import page_count
from kit_app.views.paper import PaperNeeds, PaperPdf
from printables.problems import CannotPrintError
from printables.products.deck import Deck, Section, write_deck
from printables.products.item import Item

OF_THE_SET: Mapping[str, Callable[[TeamSet], tuple[Item, ...]]] = {
    "roles": papers.role_cards,
    "badges": papers.badges,
    "envelopes": papers.envelope_labels,
    "papers": lambda team: (*papers.pitch_card(team), *papers.answer_sheet(team)),
    "souvenir": papers.front_page,
}
"""What players get beside clues, by its kind."""


def sheets(kit: Kit, table: TeamTable, t: Catalogue, *, puzzle: str = "", kind: str = "") -> PaperPdf | None:
    """The sheets of a puzzle, of a kind of `OF_THE_SET` or of a paper (`kind` its id); None without any.

    Raises PrintError with what does not fit.
    """
    job = shelf_job(kit, NOBODY, t, table)
    if puzzle:
        items = items_of(next(one for one in table.puzzles if one.id == puzzle), job.team)
    elif kind in OF_THE_SET:
        items = OF_THE_SET[kind](job.team)
    else:
        items = paper_items(job, next(one for one in kit.papers if one.id == kind), set_products)
    if not items:
        return None
    deck = Deck(title="", author="", sections=(Section(title=" ", items=items),))
    target = BytesIO()
    try:
        write_deck(deck, job.look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    pdf = target.getvalue()
    return PaperPdf(pdf=pdf, pages=page_count(pdf), starts={}, needs=PaperNeeds())
