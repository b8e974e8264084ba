"""Make PDFs of a session's products: checked first, then drawn. Also how the files are called."""

from collections.abc import Callable, Sequence
from io import BytesIO

from kit_app.domain.problems import KitProblem
from kit_app.errors import PrintError
from kit_app.i18n import N_
from kit_app.services.printing.decks import PrintJob, Product, deck_of
from kit_app.system.filenames import safe_filename
from printables.problems import CannotPrintError, Cause, PrintProblem
from printables.products.deck import write_deck

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


def pdf_of(job: PrintJob, title: str, products: Sequence[Product], step: Step | None = None) -> bytes:
    """The PDF of some products. Raises PrintError with everything that cannot be printed."""
    target = BytesIO()
    try:
        write_deck(deck_of(job, title, tuple(products)), job.look, target, step)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return target.getvalue()


def not_printable(error: CannotPrintError) -> PrintError:
    """All that the island cannot print, as one error of the program."""
    return PrintError(N_("Some cards cannot be printed as they are."), tuple(map(_worded, error.problems)))


def deck_name(job: PrintJob) -> str:
    """A file name for the players' PDF of a team, safe on every system."""
    return _file_name(job, job.t("players"))


def facilitator_name(job: PrintJob) -> str:
    """A file name for the facilitator's PDF of a team."""
    return _file_name(job, job.t("facilitator"))


def _file_name(job: PrintJob, whose: str) -> str:
    return safe_filename(f"{job.plan.name} - {job.setup.team_label} - {job.table.set_id} - {whose}") + ".pdf"


def _worded(problem: PrintProblem) -> KitProblem:
    """A problem of the island as a sentence of the program."""
    values = {"card": problem.where, "why": problem.why}
    return KitProblem(file="", line=0, key=problem.where, message=SENTENCES[problem.cause], values=values)
