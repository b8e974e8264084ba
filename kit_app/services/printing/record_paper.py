"""The entry for the register of processing, and what the program holds, as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from kit_app.i18n import N_, Catalogue
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.services.printing.judging import printable
from kit_app.services.privacy import Holding
from printables.problems import CannotPrintError
from printables.products.blocks import Column, Heading, Table
from printables.products.deck import Deck, Section, write_deck
from printables.products.documents import Document, document_pages
from printables.units import pt

_TEXT = pt(10.5)


def record_pdf(record: Sequence[tuple[str, str]], held: Sequence[Holding], t: Catalogue) -> bytes:
    """The paper. Raises PrintError."""
    title = t(N_("Register of processing activities"))
    entry = Table(
        columns=(Column(share=2, bold=True), Column(share=6)),
        rows=tuple((name, printable(words)) for name, words in record),
        size=_TEXT,
    )
    holdings = Table(
        columns=(
            Column(label=t(N_("What is kept")), share=2, bold=True),
            Column(label=t(N_("About people")), share=4),
            Column(label=t(N_("How long")), share=2),
        ),
        rows=tuple((one.what, one.about, one.stays) for one in held),
        size=_TEXT,
    )
    document = Document(
        title=title,
        subtitle=t(N_("Entry for the program Sant'Escape Kit (GDPR, article 30)")),
        blocks=(entry, Heading(text=t(N_("What the program holds about people")), level=3), holdings),
        foot="Sant'Escape Kit",
    )
    look = look_for(t, "", language=t.language)
    deck = Deck(
        title=title, author="", sections=(Section(title=title, items=document_pages(document, look)),)
    )
    target = BytesIO()
    try:
        write_deck(deck, look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return target.getvalue()
