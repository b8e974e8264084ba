"""The entry for the register of processing, and what the program holds, as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kit_app.i18n import N_, Catalogue, long_date
from kit_app.services.printing.judging import printable
from kit_app.services.printing.plain_document import document_pdf
from kit_app.services.privacy import ABOUT_CONTACTS, ABOUT_PLAYERS, Holding
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperPdf
from printables.products.blocks import Column, Heading, Table, Text
from printables.products.documents import Document
from printables.units import pt

_SMALL, _TEXT, _LARGE = pt(9.5), pt(10.5), pt(12)
HELD_TITLE = N_("Everything this program holds of a person")


def record_pdf(record: Sequence[tuple[str, str]], held: Sequence[Holding], t: Catalogue) -> bytes:
    """The entry for the register with all that is held. Raises PrintError."""
    title = t(N_("Register of processing activities"))
    entry = Table(
        columns=(Column(share=2, bold=True), Column(share=6)),
        rows=tuple((name, printable(words)) for name, words in record),
        size=_TEXT,
    )
    document = Document(
        title=title,
        subtitle=t(N_("Entry for the program Sant'Escape Kit (GDPR, article 30)")),
        blocks=(
            entry,
            Heading(text=t(N_("What the program holds about people")), level=3),
            _table(held, t, with_now=False),
        ),
        foot="Sant'Escape Kit",
    )
    return document_pdf(document, t).pdf


def held_pdf(held: Sequence[Holding], made_on: date, t: Catalogue) -> PaperPdf:
    """What a person who asks is shown: that no player can be found, then everything. Raises PrintError."""
    document = Document(
        title=t(HELD_TITLE),
        subtitle=t(N_("On this computer, {day}"), day=long_date(made_on, t.language)),
        blocks=(
            Text(text=t(ABOUT_PLAYERS), size=_LARGE),
            Text(text=t(ABOUT_CONTACTS), size=_LARGE),
            _table(held, t, with_now=True),
        ),
        foot="Sant'Escape Kit",
    )
    return document_pdf(document, t)


def held_name(t: Catalogue) -> str:
    """A file name for that PDF, safe on every system."""
    return safe_filename(t(HELD_TITLE)) + ".pdf"


def _table(held: Sequence[Holding], t: Catalogue, *, with_now: bool) -> Table:
    columns = (
        Column(label=t(N_("What is kept")), share=2, bold=True),
        Column(label=t(N_("About people")), share=4.5),
        Column(label=t(N_("How long")), share=2.4),
        Column(label=t(N_("Now")), share=1.5),
    )
    shown = len(columns) if with_now else len(columns) - 1
    return Table(
        columns=columns[:shown],
        rows=tuple((one.what, one.about, one.stays, one.now)[:shown] for one in held),
        size=_SMALL,
    )
