"""Set up a printer: its sheet with words, and what the numbers read on it mean."""

from io import BytesIO

from kit_app.domain.printer import PrinterReadings
from kit_app.errors import PrintError
from kit_app.i18n import N_, Catalogue, number
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.system.filenames import safe_filename
from printables.layout.boxes import A4, Size
from printables.layout.calibration import AbsurdReadingsError, Correction, Doubt, Readings, solved
from printables.layout.choice import PaperChoice, Sides
from printables.problems import CannotPrintError
from printables.products.calibration import CalibrationSide, calibration_sheet
from printables.products.deck import Deck, Section, write_deck
from printables.units import mm

Corrections = tuple[Correction, Correction]

SENTENCES = {
    Doubt.OUTSIDE: N_("Number {scale}: type what stands on the scale, from 5 to 15, such as 10.3."),
    Doubt.SCALE: N_(
        "These numbers mean that the page was fitted to the paper. "
        "Print the sheet again at 100 %, without “fit to page”, and read it anew."
    ),
    Doubt.PLACE: N_("These numbers mean a shift of more than 4 mm. Fold the sheet again and read it anew."),
    Doubt.TURN: N_("Numbers 1 and 2 do not fit together. Fold edge on edge again and read them anew."),
}
SAME_PERCENT = 0.05  # below this, two scales are told as one
LEAST_TURN = 0.05


def calibration_pdf(t: Catalogue, paper: Size = A4) -> bytes:
    """The sheet, front and back, in the language of the window. Raises PrintError."""
    title = t("Set up this printer")
    deck = Deck(
        title=title,
        author=title,
        sections=(Section(title=title, items=(calibration_sheet(*_sides(t, paper)),)),),
        choice=PaperChoice(paper=paper, sides=Sides.LONG),
    )
    target = BytesIO()
    try:
        write_deck(deck, look_for(t, title, language=t.language), target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return target.getvalue()


def calibration_name(t: Catalogue) -> str:
    """A file name for the sheet, safe on every system."""
    return safe_filename(t("Set up this printer")) + ".pdf"


def _sides(t: Catalogue, paper: Size) -> tuple[CalibrationSide, CalibrationSide]:
    title, foot = t("Set up this printer"), t("Print at 100 %, on both sides, without “fit to page”.")
    crease = (
        t(
            "Fold the sheet edge on edge, left on right. "
            "Read **1** and **2** where the crease crosses the line."
        ),
        t("Unfold. Fold it top on bottom. Read **3** in the same way."),
    )
    front = CalibrationSide(
        title=title,
        side=t("Front"),
        steps=(
            *crease,
            t(
                "Lay a second sheet, lengthwise across, into the corner. "
                "Read **4** where its lower edge crosses the line."
            ),
        ),
        lay=t("Corner of the second sheet"),
        foot=foot,
        size=paper,
    )
    back = CalibrationSide(
        title=title,
        side=t("Back"),
        steps=(
            t("The same creases: read **1**, **2** and **3**."),
            t(
                "Fold the second sheet in half, top on bottom. Lay it upright into the corner. "
                "Read **4** where its right edge crosses the line."
            ),
        ),
        lay=t("Corner of the folded sheet"),
        foot=foot,
        is_back=True,
        size=paper,
    )
    return front, back


def corrections_of(readings: PrinterReadings) -> Corrections:
    """What a deck takes to undo the errors of this printer. Raises PrintError with a sentence."""
    try:
        back = None if readings.back is None else Readings(*readings.back)
        return solved(Readings(*readings.front), back)
    except AbsurdReadingsError as error:
        raise PrintError(SENTENCES[error.doubt], (), scale=error.scale) from error


def told(readings: PrinterReadings, t: Catalogue) -> str:
    """What the printer does, in words. Raises PrintError."""
    front, back = corrections_of(readings)
    sentences = [_size_and_place(front, t)]
    if abs(front.turn) >= LEAST_TURN:
        degrees = number(abs(front.turn), t.language, 1)
        sentences.append(t("It turns the sheet by {degrees}°: corrected.", degrees=degrees))
    if readings.back is not None:
        shift = _shift(back, t)
        sentences.append(t("On the back it shifts by {shift} mm: corrected.", shift=shift))
    return " ".join(sentences)


def _size_and_place(error: Correction, t: Catalogue) -> str:
    across, down = (100 * (scale - 1) for scale in (error.scale_x, error.scale_y))
    shift = _shift(error, t)
    if abs(across - down) >= SAME_PERCENT:
        return t(
            "This printer prints {across} % wide and {down} % high instead of 100 %, "
            "and shifts by {shift} mm: corrected.",
            across=number(100 + across, t.language, 1),
            down=number(100 + down, t.language, 1),
            shift=shift,
        )
    percent = number(abs(across), t.language, 1)
    if abs(across) < SAME_PERCENT:
        return t("This printer prints true to size and shifts by {shift} mm: corrected.", shift=shift)
    if across > 0:
        return t(
            "This printer enlarges by {percent} % and shifts by {shift} mm: corrected.",
            percent=percent,
            shift=shift,
        )
    return t(
        "This printer shrinks by {percent} % and shifts by {shift} mm: corrected.",
        percent=percent,
        shift=shift,
    )


def _shift(error: Correction, t: Catalogue) -> str:
    length = ((error.right / mm(1)) ** 2 + (error.down / mm(1)) ** 2) ** 0.5
    return number(length, t.language, 1)
