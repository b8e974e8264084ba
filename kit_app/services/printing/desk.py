"""The papers of a team or of the facilitator, as the print desk takes them: lines, one PDF of those ticked.

Everything here draws, so it is imported by jobs only.
"""

from collections.abc import Collection
from dataclasses import dataclass

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.printing.claims import claim_of, faces_of
from kit_app.services.printing.decks import PrintJob, Product, facilitator_products, team_products
from kit_app.services.printing.door import (
    Step,
    deck_name,
    facilitator_name,
    proved_pdf,
)
from kit_app.services.printing.jobs import print_job
from kit_app.views.paper import PaperLine, PaperNeeds, PaperPdf
from printables.products.deck import Deck, Section, planned_sheets


@dataclass(frozen=True, slots=True)
class _Lot:
    """A product of one team's set, with its id on the desk."""

    ident: str
    job: PrintJob
    product: Product


@dataclass(frozen=True, slots=True)
class Papers:
    """All that can be ticked for a team, or for the facilitator; `file_name` is proposed for the PDF."""

    title: str
    file_name: str
    lots: tuple[_Lot, ...]
    for_players: bool = False

    def lines(self) -> tuple[PaperLine, ...]:
        """One line a product, in cutting order."""
        sets = {lot.job.table.set_id for lot in self.lots}
        return tuple(
            PaperLine(
                ident=lot.ident,
                kind=lot.product.kind,
                title=lot.product.title,
                group=lot.job.setup.team_label if len(sets) > 1 else "",
                is_on_card=lot.product.on_card,
                sheets=lot.product.sheets,
            )
            for lot in self.lots
        )


def players_papers(kit: Kit, plan: SessionPlan, team: int, t: Catalogue) -> Papers:
    """What a team's players get; `t` speaks the language of the materials."""
    job = print_job(kit, plan, team, t)
    lots = tuple(_Lot(product.kind, job, product) for product in team_products(job))
    return Papers(job.table.game_title, deck_name(job), lots, for_players=True)


def facilitator_papers(kit: Kit, plan: SessionPlan, t: Catalogue) -> Papers:
    """What the facilitator gets for all teams of the session, one team after the other."""
    jobs = [print_job(kit, plan, team.number, t) for team in plan.teams]
    lots = tuple(
        _Lot(f"{job.table.number}-{product.kind}", job, product)
        for job in jobs
        for product in facilitator_products(job)
    )
    return Papers(t("Facilitator only"), facilitator_name(jobs[0]), lots)


def made(
    papers: Papers,
    ticked: Collection[str],
    step: Step | None = None,
    choice: PaperChoice | None = None,
) -> PaperPdf:
    """The PDF of the ticked lines on the chosen paper. Raises PrintError with all that is not as it should be."""
    lots = [lot for lot in papers.lots if lot.ident in ticked]
    choice = choice or PaperChoice()
    pdf = _drawn(papers, lots, choice, step)
    starts, page = {}, 0
    for lot in lots:
        starts[lot.ident] = page
        page += len(_planned([lot], choice))
    return PaperPdf(pdf=pdf, pages=page, starts=starts, needs=_needs(lots), for_players=papers.for_players)


def _drawn(papers: Papers, lots: list[_Lot], step: Step | None) -> bytes:
    jobs = {lot.job.table.set_id: lot.job for lot in lots}
    first = lots[0].job
    sections = tuple(Section(title=lot.product.title, items=lot.product.items) for lot in lots)
    deck = Deck(
        title=papers.title,
        author=first.table.kit_title,
        sections=sections,
        sheet_line=first.team.set_label if len(jobs) == 1 else first.plan.name,
    )
    claim = claim_of(
        deck,
        [job.table for job in jobs.values()],
        for_players=papers.for_players,
        file_name=papers.file_name,
    )
    return proved_pdf(deck, first.look, claim, step)


def _needs(lots: list[_Lot]) -> PaperNeeds:
    sections = tuple(Section(title=lot.product.title, items=lot.product.items) for lot in lots)
    cut = [
        sheet for sheet in planned_sheets(Deck(title="", author="", sections=sections)) if sheet.grid.marks
    ]
    return PaperNeeds(
        sheets=sum(lot.product.sheets for lot in lots),
        card_sheets=sum(lot.product.sheets for lot in lots if lot.product.on_card),
        cut_sheets=len(cut),
        pieces=sum(len(sheet.items) for sheet in cut),
        envelopes=sum(
            envelope.kind == "envelope"
            for lot in lots
            if lot.product.kind == "envelopes"
            for envelope in lot.job.table.envelopes
        ),
        codes=sum(
            face.code is not None for lot in lots for item in lot.product.items for face in faces_of(item)
        ),
    )
