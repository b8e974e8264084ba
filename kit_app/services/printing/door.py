"""Make PDFs of a session's products: checked, drawn, then proved. Also how the files are called."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO

from kit_app.domain.problems import KitProblem
from kit_app.errors import PrintError
from kit_app.i18n import N_
from kit_app.services.printing.claims import claim_of
from kit_app.services.printing.control import with_control_sheet
from kit_app.services.printing.decks import PrintJob, Product, deck_of
from kit_app.services.printing.own_words import OwnWords, blamed, own_words
from kit_app.services.printing.proof import Claim, prove
from kit_app.services.printing.wishes import as_wished, choice_of, looked
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperWish
from printables.problems import CannotPrintError, Cause, PrintProblem
from printables.products.deck import Deck, write_deck
from printables.render.look import Look

Step = Callable[[int, int], None]

SENTENCES = {
    Cause.OVERFLOW: N_("{card}: the text does not fit: {why}"),
    Cause.WIDE_WORD: N_("{card}: a word is too long for its place: {why}"),
    Cause.MISSING_GLYPH: N_("{card}: the font lacks a character: {why}"),
    Cause.WRONG_CODE: N_("{card}: this is no card code: {why}"),
    Cause.WRONG_COUNT: N_("{card}: a part has the wrong number of elements: {why}"),
    Cause.TOO_LARGE: N_("{card}: it is larger than the paper: {why}"),
    Cause.UNREADABLE_PICTURE: N_("{card}: this picture cannot be drawn: {why}"),
    Cause.COMPLEX_PICTURE: N_("{card}: this picture has too many shapes: {why}"),
}


def pdf_of(
    job: PrintJob,
    title: str,
    products: Sequence[Product],
    step: Step | None = None,
    *,
    players_file: str = "",
    wish: PaperWish | None = None,
) -> bytes:
    """The PDF of some products of one team; `players_file` names it when players get it.

    On usual paper, or as wished.

    Raises PrintError with everything that cannot be printed, or that did not come out as it should.
    """
    wish = wish or PaperWish()
    shown = tuple(replace(one, items=as_wished(one.items, wish, job.look, job.t)) for one in products)
    look = looked(job.look, wish)
    deck = replace(deck_of(job, title, shown), choice=choice_of(wish))
    try:
        if wish.control_sheet:
            deck = with_control_sheet(deck, shown, job, look)
        claim = claim_of(deck, (job.table,), for_players=bool(players_file), file_name=players_file)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return proved_pdf(deck, look, claim, step, own_words(job))


def proved_pdf(
    deck: Deck, look: Look, claim: Claim, step: Step | None = None, own: Sequence[OwnWords] = ()
) -> bytes:
    """The PDF of a deck that is what `claim` says. Drawing and proof each count one step a sheet.

    Raises PrintError.
    """
    target = BytesIO()
    total = 2 * len(claim.pages)

    def drawn(done: int, _sheets: int) -> None:
        if step is not None:
            step(done, total)

    def proved(done: int, sheets: int) -> None:
        if step is not None:
            step(sheets + done, total)

    try:
        write_deck(deck, look, target, drawn)
    except CannotPrintError as error:
        raise not_printable(error, own) from error
    pdf = target.getvalue()
    prove(pdf, claim, proved)
    return pdf


def not_printable(error: CannotPrintError, own: Sequence[OwnWords] = ()) -> PrintError:
    """All that the island cannot print, as one error; first what `own` words are to blame for."""
    sentences, others = blamed(error.problems, own)
    found = tuple(dict.fromkeys((*sentences, *map(_worded, others))))
    return PrintError(N_("Some cards cannot be printed as they are."), found)


def deck_name(job: PrintJob) -> str:
    """A file name for the players' PDF of a team, safe on every system."""
    return _file_name(job, job.t("players"))


def facilitator_name(job: PrintJob) -> str:
    """A file name for the facilitator's PDF of a team."""
    return _file_name(job, job.t("facilitator"))


def shelf_name(job: PrintJob) -> str:
    """A file name for the PDF of papers to hang up."""
    return safe_filename(f"{job.table.kit_title} - {job.t('Posters and cards')}") + ".pdf"


def _file_name(job: PrintJob, whose: str) -> str:
    return safe_filename(f"{job.plan.name} - {job.setup.team_label} - {job.table.set_id} - {whose}") + ".pdf"


def _worded(problem: PrintProblem) -> KitProblem:
    """A problem of the island as a sentence of the program."""
    values = {"card": problem.where, "why": problem.why}
    return KitProblem(file="", line=0, key=problem.where, message=SENTENCES[problem.cause], values=values)
