"""An alert bulletin as a PDF of one page, in the bulletin's own language."""

import re
from dataclasses import dataclass
from datetime import date, time

from kit_app.domain.bulletin import Bulletin, lines_of
from kit_app.domain.bulletin_words import LABELS, TLP_COLOURS, TLP_LABELS, TLP_MEANINGS, URGENCIES
from kit_app.domain.facility import NOBODY, Issuer
from kit_app.errors import PrintError
from kit_app.i18n import N_, Catalogue, clock_time, long_date
from kit_app.services.printing.claims import claim_of
from kit_app.services.printing.door import not_printable, proved_pdf
from kit_app.services.printing.faces import look_for
from kit_app.services.printing.judging import lacking
from kit_app.services.printing.paper_logo import logo_of
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperNeeds, PaperPdf
from printables.problems import CannotPrintError
from printables.products.bulletin import BulletinSheet, Frame, Part, Sharing
from printables.products.deck import Deck, Section

_ENDLESS = re.compile(r"(\S{28})(?=\S)")

TOO_LONG = N_("“{label}” is too long: the bulletin has one page. Take out {lines} lines.")
JUST_TOO_LONG = N_("“{label}” is too long: the bulletin has one page. Take out one line.")


class FieldError(PrintError):
    """A field of a bulletin that cannot be printed as it is; `field` is its name in the bulletin.

    The label in its sentence is that of the screen, in English: who shows the sentence translates it.
    """

    def __init__(self, field: str, message: str, **values: object) -> None:
        super().__init__(message, (), "", label=LABELS[field], **values)
        self.field = field


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a field of several lines is shown; `usual` is how many lines it may fill."""

    usual: int
    frame: Frame = "none"
    is_half: bool = False
    ticked: bool = False


_PARTS = {
    "concerned": _Shape(2),
    "happening": _Shape(4),
    "actions": _Shape(5, "note", ticked=True),
    "avoid": _Shape(4, "danger", is_half=True),
    "signs": _Shape(4, "plain", is_half=True),
    "tell": _Shape(2, "ink"),
}


def bulletin_pdf(bulletin: Bulletin, t: Catalogue, issuer: Issuer = NOBODY) -> PaperPdf:
    """The page. `t` speaks the bulletin's language.

    Raises FieldError for what is too long or cannot be written, PrintError for all else.
    """
    _check_letters(bulletin)
    sheet = _sheet(bulletin, t, issuer)
    look = look_for(t, sheet.foot, language=bulletin.language)
    surplus = sheet.surplus(look)
    if surplus is not None:
        field, lines = surplus
        raise FieldError(field, TOO_LONG if lines > 1 else JUST_TOO_LONG, lines=lines)
    section = Section(title=sheet.title, items=[sheet])
    deck = Deck(title=sheet.title, author=sheet.facility, sections=(section,))
    try:
        claim = claim_of(deck, ())
    except CannotPrintError as error:
        raise not_printable(error) from error
    pdf = proved_pdf(deck, look, claim)
    return PaperPdf(pdf=pdf, pages=1, starts={}, needs=PaperNeeds(sheets=1))


def bulletin_name(bulletin: Bulletin, t: Catalogue) -> str:
    """A file name for the PDF, safe on every system."""
    label = TLP_LABELS[bulletin.tlp].replace(":", "-")
    parts = (t("Alert bulletin"), bulletin.number.replace("/", "-"), bulletin.title, label)
    return safe_filename(" - ".join(part.strip() for part in parts if part.strip())) + ".pdf"


def _check_letters(bulletin: Bulletin) -> None:
    for field in LABELS:
        missing = lacking(getattr(bulletin, field))
        if missing:
            message = N_("“{label}” holds signs that cannot be printed: {signs}")
            raise FieldError(field, message, signs=" ".join(missing))


def _sheet(bulletin: Bulletin, t: Catalogue, issuer: Issuer) -> BulletinSheet:
    facility = issuer.facility
    kicker = " ".join(part for part in (t("Alert bulletin"), bulletin.number.strip()) if part)
    valid = long_date(date.fromisoformat(bulletin.valid_until), t.language) if bulletin.valid_until else ""
    return BulletinSheet(
        title=_breakable(bulletin.title.strip()) or t("Alert bulletin"),
        kicker=_breakable(kicker),
        moment=_moment(bulletin, t.language),
        urgency=bulletin.urgency,
        urgency_words=t(URGENCIES[bulletin.urgency]),
        parts=tuple(_parts(bulletin, t)),
        facts=(
            (t(LABELS["source"]), _breakable(bulletin.source.strip())),
            (t(LABELS["valid_until"]), valid),
            (t(LABELS["relayed_by"]), _breakable(bulletin.relayed_by.strip())),
        ),
        sharing=tuple(
            Sharing(
                label=label, colour=TLP_COLOURS[tlp], meaning=t(TLP_MEANINGS[tlp]), holds=tlp == bulletin.tlp
            )
            for tlp, label in TLP_LABELS.items()
        ),
        facility=facility.name,
        foot=" · ".join(part for part in (facility.spoken_name, kicker) if part),
        logo=logo_of(facility),
    )


def _parts(bulletin: Bulletin, t: Catalogue) -> list[Part]:
    found = []
    for field, shape in _PARTS.items():
        lines = tuple(map(_breakable, lines_of(getattr(bulletin, field))))
        if lines:
            found.append(
                Part(
                    field=field,
                    label=t(LABELS[field]),
                    lines=lines,
                    usual=shape.usual,
                    frame=shape.frame,
                    is_half=shape.is_half,
                    ticked=shape.ticked,
                )
            )
    return found


def _moment(bulletin: Bulletin, language: str) -> str:
    day = long_date(date.fromisoformat(bulletin.date), language) if bulletin.date else ""
    hour = clock_time(time.fromisoformat(bulletin.time), language) if bulletin.time else ""
    return ", ".join(part for part in (day, hour) if part)


def _breakable(text: str) -> str:
    """Endless words, such as addresses of pages, cut in pieces that fit."""
    return _ENDLESS.sub(r"\1 ", text)
