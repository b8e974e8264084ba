"""The list "ready to facilitate" on one page, with the one thing to retain of each lesson."""

from collections.abc import Collection

from kit_app.i18n import Catalogue
from kit_app.services.printing.judging import printable
from kit_app.services.printing.plain_document import document_pdf
from kit_app.services.training import Course
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperPdf
from printables.products.blocks import Block, CheckList, Column, Heading, Items, Table, Text
from printables.products.documents import Document
from printables.units import pt

_TEXT = pt(11)


def ready_pdf(course: Course, done: Collection[str], t: Catalogue) -> PaperPdf:
    """What is done, what is still to do, what to retain. No name stands there. Raises PrintError."""
    title = t("Ready to facilitate")
    words = {one.id: printable(course.ready.get(one.id, one.id)) for one in course.checks}
    behind = tuple(words[one.id] for one in course.checks if one.id in done)
    ahead = tuple(words[one.id] for one in course.checks if one.id not in done)
    blocks: list[Block] = []
    if ahead:
        blocks += [Heading(text=t("Still to do"), level=3), CheckList(items=ahead, size=_TEXT)]
    if behind:
        blocks += [Heading(text=t("Done"), level=3), Items(items=behind, size=_TEXT)]
    if not ahead:
        blocks.append(Text(text=t("All is done. You can lead a session."), bold=True, size=_TEXT))
    keep = tuple((course.words[one.id].title, printable(course.words[one.id].keep)) for one in course.lessons)
    columns = (Column(share=2, bold=True), Column(share=6))
    blocks += [Heading(text=t("What to retain"), level=3), Table(columns=columns, rows=keep, size=_TEXT)]
    document = Document(
        title=title,
        subtitle=t("Before the first session. No name stands here, none is kept."),
        blocks=tuple(blocks),
        foot="Sant'Escape Kit",
    )
    return document_pdf(document, t)


def ready_name(t: Catalogue) -> str:
    """A file name for the PDF, safe on every system."""
    return safe_filename(t("Ready to facilitate")) + ".pdf"
