"""A document of the program itself, of no session, as a PDF."""

from io import BytesIO

from kit_app.i18n import Catalogue
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.views.paper import PaperNeeds, PaperPdf
from printables.problems import CannotPrintError
from printables.products.deck import Deck, Section, write_deck
from printables.products.documents import Document, document_pages


def document_pdf(document: Document, t: Catalogue) -> PaperPdf:
    """The PDF of a document. Raises PrintError."""
    look = look_for(t, "", language=t.language)
    items = document_pages(document, look)
    title = document.title
    target = BytesIO()
    try:
        write_deck(Deck(title=title, author="", sections=(Section(title=title, items=items),)), look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    count = len(items)
    return PaperPdf(pdf=target.getvalue(), pages=count, starts={}, needs=PaperNeeds(sheets=count))
