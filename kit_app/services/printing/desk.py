"""The papers of a team or of the facilitator, as the print desk takes them: lines, one PDF of those ticked.

Everything here draws, so it is imported by jobs only.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.domain.printer import PrinterReadings
from kit_app.domain.spelling import normalised
from kit_app.i18n import LANGUAGES, Catalogue
from kit_app.services.printing.calibration import corrections_of
from kit_app.services.printing.claims import bare_of, claim_of, faces_of, names_of
from kit_app.services.printing.control import with_control_sheet
from kit_app.services.printing.decks import facilitator_products, set_products, team_products
from kit_app.services.printing.door import (
    Step,
    deck_name,
    facilitator_name,
    not_printable,
    proved_pdf,
    shelf_name,
)
from kit_app.services.printing.job import NOBODY, Issuer, PrintJob, Product
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.kit_papers import session_papers, shelf_job
from kit_app.services.printing.own_words import own_words
from kit_app.services.printing.preview import pages_in_colour
from kit_app.services.printing.wishes import as_wished, choice_of, cutting_minutes, looked
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import OneCard, PaperLine, PaperNeeds, PaperPdf, PaperWish
from printables.layout.choice import PaperChoice
from printables.layout.sheets import grid_for
from printables.problems import CannotPrintError
from printables.products.deck import Deck, Section, as_printed, planned_sheets, write_deck
from printables.products.enlarged import Half
from printables.products.labels import EnvelopeLabel
from printables.products.mask import is_film
from printables.render.look import Look


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
        languages = {lot.job.table.language for lot in self.lots}
        return tuple(
            PaperLine(
                ident=lot.ident,
                kind=lot.product.kind,
                title=lot.product.title,
                group=_group(lot.job, len(sets) > 1, len(languages) > 1),
                is_on_card=lot.product.on_card,
                sheets=lot.product.sheets,
            )
            for lot in self.lots
        )

    def titles(self) -> dict[str, str]:
        """What each line is called where it stands alone: whose it is, and its title."""
        return {
            line.ident: " · ".join(part for part in (line.group, line.title) if part) for line in self.lines()
        }


def _group(job: PrintJob, has_sets: bool, has_languages: bool) -> str:
    """What tells the lines of one set from those of the others."""
    language = LANGUAGES.get(job.table.language, job.table.language)
    parts = (job.setup.team_label if has_sets else "", language if has_languages else "")
    return " · ".join(part for part in parts if part)


def players_papers(
    kit: Kit,
    plan: SessionPlan,
    team: int,
    t: Catalogue,
    issuer: Issuer = NOBODY,
    other: Catalogue | None = None,
) -> Papers:
    """What a team's players get; `t` speaks the language of the materials, `other` that of a second set."""
    job = print_job(kit, plan, team, t, issuer)
    lots = [_Lot(product.kind, job, product) for product in team_products(job)]
    if other is not None:
        second = print_job(kit, plan, team, other, issuer)
        lots += [_Lot(f"{other.language}-{one.kind}", second, one) for one in team_products(second)]
    return Papers(job.table.game_title, deck_name(job), tuple(lots), for_players=True)


def facilitator_papers(kit: Kit, plan: SessionPlan, t: Catalogue, issuer: Issuer = NOBODY) -> Papers:
    """What the facilitator gets for all teams of the session, one team after the other."""
    jobs = [print_job(kit, plan, team.number, t, issuer) for team in plan.teams]
    lots = tuple(
        _Lot(f"{job.table.number}-{product.kind}", job, product)
        for job in jobs
        for product in facilitator_products(job)
    )
    return Papers(t("Facilitator only"), facilitator_name(jobs[0]), lots)


def shelf_papers(kit: Kit, issuer: Issuer, t: Catalogue, only: str = "") -> Papers:
    """What a facility hangs up and hands out, without a session; `t` speaks its language.

    `only`: the id of the one paper that is wanted.
    """
    if only:
        kit = kit.with_papers([only])
    job = shelf_job(kit, issuer, t)
    lots = tuple(_Lot(one.kind, job, one) for one in session_papers(job, ("awareness",), set_products))
    return Papers(t("Posters and cards"), shelf_name(job), lots)


def lone_papers(job: PrintJob, product: Product, file_name: str) -> Papers:
    """One product alone."""
    return Papers(product.title, file_name, (_Lot(product.kind, job, product),))


def made(
    papers: Papers,
    ticked: Collection[str],
    step: Step | None = None,
    wish: PaperWish | None = None,
    printer: PrinterReadings | None = None,
) -> PaperPdf:
    """The PDF of the ticked lines on the paper wished for. Raises PrintError with all that is not right.

    `printer`: what was read off its calibration sheet; the sheets are drawn so that it prints them true.
    """
    wish = wish or PaperWish()
    choice = choice_of(wish)
    lots = [_wished(lot, wish) for lot in papers.lots if lot.ident in ticked]
    look = looked(lots[0].job.look, wish)
    try:
        deck = _deck(papers, lots, choice)
        if wish.control_sheet:
            deck = with_control_sheet(deck, [lot.product for lot in lots], lots[0].job, look)
        if printer is not None:
            deck = replace(deck, corrections=corrections_of(printer))
        tables = {(lot.job.table.set_id, lot.job.table.language): lot.job.table for lot in lots}
        claim = claim_of(
            deck, list(tables.values()), for_players=papers.for_players, file_name=papers.file_name
        )
        sides = {lot.ident: planned_sheets(_deck(papers, [lot], choice)) for lot in lots}
        page = len(claim.pages) - sum(map(len, sides.values()))  # after the control sheet
        starts, sheets = {}, {}
        for ident, own_sides in sides.items():
            starts[ident], sheets[ident] = page, sum(not side.is_back for side in own_sides)
            page += len(own_sides)
    except CannotPrintError as error:
        raise not_printable(error) from error
    own = dict.fromkeys(words for lot in lots for words in own_words(lot.job))
    pdf = proved_pdf(deck, look, claim, step, tuple(own))
    needs = _needs(papers, lots, deck, pdf)
    return PaperPdf(
        pdf=pdf, pages=page, starts=starts, needs=needs, for_players=papers.for_players, sheets=sheets
    )


def _wished(lot: _Lot, wish: PaperWish) -> _Lot:
    items = as_wished(lot.product.items, wish, lot.job.look, lot.job.t)
    return replace(lot, product=replace(lot.product, items=items))


def digests(
    papers: Papers, ticked: Collection[str] | None = None, step: Step | None = None
) -> dict[str, str]:
    """For each line, or each ticked one, a digest of how it looks on usual paper.

    The kit's version in the margin does not count: a newer version may well leave a card as it was.
    """
    found = {}
    lots = [lot for lot in papers.lots if ticked is None or lot.ident in ticked]
    for number, lot in enumerate(lots, start=1):
        target = BytesIO()
        try:
            write_deck(_deck(papers, [lot], PaperChoice()), _without_version(lot.job.look), target)
        except CannotPrintError as error:
            raise not_printable(error, own_words(lot.job)) from error
        found[lot.ident] = sha256(target.getvalue()).hexdigest()
        if step is not None:
            step(number, len(lots))
    return found


def _without_version(look: Look) -> Look:
    return replace(look, kit_line="")


def cards_named(papers: Papers, name: str, wish: PaperWish | None = None) -> tuple[OneCard, ...]:
    """The cards with this id or code, however it is typed: one a line that has it, in cutting order.

    Two languages share ids and codes, a role's badge and its private card too. The places of a card are
    those of a sheet printed as in `wish`.
    """
    wish = wish or PaperWish()
    found = (_card_in(lot, normalised(name), wish) for lot in papers.lots)
    return tuple(card for card in found if card is not None)


def _card_in(lot: _Lot, wanted: str, wish: PaperWish) -> OneCard | None:
    choice = choice_of(wish)
    for item in _wished(lot, wish).product.items:
        named = {normalised(name): ident for name, ident in names_of(item).items()}
        if wanted in named:
            grid = grid_for(as_printed(item, choice).size, choice)
            places = grid.count if grid is not None else 1
            return OneCard(line=lot.ident, card_id=named[wanted], title=item.title, places=places)
    return None


def made_card(
    papers: Papers,
    card: OneCard,
    taken: int,
    step: Step | None = None,
    wish: PaperWish | None = None,
    printer: PrinterReadings | None = None,
) -> PaperPdf:
    """One card alone, after so many places that were used before on its sheet. Raises PrintError."""
    wish = wish or PaperWish()
    lot = _wished(next(one for one in papers.lots if one.ident == card.line), wish)
    items = [item for item in lot.product.items if card.card_id in names_of(item)]
    has_two = isinstance(items[0], Half) or isinstance(bare_of(items[0]), EnvelopeLabel)
    items = items[:2] if has_two else items[:1]  # two halves, or a label and its list
    section = Section(title=lot.product.title, items=items, taken=taken)
    deck = replace(_deck(papers, [lot], choice_of(wish)), sections=(section,))
    if printer is not None:
        deck = replace(deck, corrections=corrections_of(printer))
    claim = claim_of(deck, [lot.job.table], for_players=papers.for_players, file_name=papers.file_name)
    pdf = proved_pdf(deck, looked(lot.job.look, wish), claim, step, own_words(lot.job))
    codes = sum(face.code is not None for item in items for face in faces_of(item))
    needs = replace(_needs_of(deck, pdf, on_card=lot.product.on_card), pieces=1, codes=codes)
    return PaperPdf(
        pdf=pdf, pages=len(claim.pages), starts={card.line: 0}, needs=needs, for_players=papers.for_players
    )


def line_files(
    papers: Papers,
    ticked: Collection[str],
    wish: PaperWish,
    step: Step | None = None,
    printer: PrinterReadings | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Each ticked line as a PDF of its own, its name sorting in cutting order. Raises PrintError.

    A control sheet, when it is wished for, is the first file.
    """
    lots = [lot for lot in papers.lots if lot.ident in ticked]
    if wish.control_sheet and lots:
        yield (
            _file_name(0, lots[0].job.t("Control sheet"), lots[0]),
            _control_pdf(papers, lots, wish, printer),
        )
    for number, lot in enumerate(lots, start=1):
        only = replace(wish, control_sheet=False)
        yield _file_name(number, lot.product.title, lot), made(papers, [lot.ident], None, only, printer).pdf
        if step is not None:
            step(number, len(lots))


def _file_name(number: int, title: str, lot: _Lot) -> str:
    words = title.rstrip("?!… \u00a0")  # no file name may end in such a sign
    return safe_filename(f"{number:02d} - {words} - {lot.job.table.set_id}") + ".pdf"


def _control_pdf(papers: Papers, lots: list[_Lot], wish: PaperWish, printer: PrinterReadings | None) -> bytes:
    """The control sheet alone."""
    look = looked(lots[0].job.look, wish)
    nothing = replace(_deck(papers, lots, choice_of(wish)), sections=())
    try:
        products = [_wished(lot, wish).product for lot in lots]
        deck = with_control_sheet(nothing, products, lots[0].job, look)
        if printer is not None:
            deck = replace(deck, corrections=corrections_of(printer))
        return proved_pdf(deck, look, claim_of(deck, ()))
    except CannotPrintError as error:
        raise not_printable(error) from error


def _deck(papers: Papers, lots: list[_Lot], choice: PaperChoice) -> Deck:
    jobs = {lot.job.table.set_id: lot.job for lot in lots}
    first = lots[0].job
    return Deck(
        title=papers.title,
        author=first.table.kit_title,
        sections=tuple(Section(title=lot.product.title, items=lot.product.items) for lot in lots),
        sheet_line=_sheet_line(first, len(jobs)),
        choice=choice,
    )


def _sheet_line(job: PrintJob, sets: int) -> str:
    """Whose the sheets are; papers to hang up are nobody's."""
    if not job.is_of_session:
        return ""
    return job.team.set_label if sets == 1 else job.plan.name


def _needs_of(deck: Deck, pdf: bytes, *, on_card: bool) -> PaperNeeds:
    """What a deck needs that is all on card, or all on paper."""
    fronts = [sheet for sheet in planned_sheets(deck) if not sheet.is_back]
    cut = [sheet for sheet in fronts if sheet.grid.marks]
    films = sum(any(is_film(item) for item, _ in sheet.laid) for sheet in fronts)
    return PaperNeeds(
        sheets=len(fronts),
        card_sheets=len(fronts) - films if on_card else 0,
        film_sheets=films,
        colour_pages=len(pages_in_colour(pdf)),
        cut_sheets=len(cut),
        cutting_min=cutting_minutes([item for sheet in fronts for item, _ in sheet.laid], len(cut)),
    )


def _needs(papers: Papers, lots: list[_Lot], deck: Deck, pdf: bytes) -> PaperNeeds:
    fronts = [sheet for sheet in planned_sheets(deck) if not sheet.is_back]
    on_card = [lot for lot in lots if lot.product.on_card]
    card_sheets = planned_sheets(_deck(papers, on_card, deck.choice)) if on_card else ()
    cut = [sheet for sheet in fronts if sheet.grid.marks]
    whole = _needs_of(deck, pdf, on_card=False)
    return replace(
        whole,
        card_sheets=sum(not sheet.is_back for sheet in card_sheets) - whole.film_sheets,
        pieces=sum(item is not None for sheet in cut for item in sheet.items),
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
