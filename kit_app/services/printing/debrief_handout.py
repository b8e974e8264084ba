"""The sheet that participants take home: the reflexes in the order of this game, own rules, whom to call."""

from __future__ import annotations

from io import BytesIO

from kit_app.assets import resources_dir
from kit_app.i18n import Catalogue, load
from kit_app.services.printing.debrief_slides import look_of, typed
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.paper_places import DOTS
from kit_app.system.filenames import safe_filename
from kit_app.views.slides import Debrief
from printables.problems import CannotPrintError, Cause
from printables.products.blocks import Block, Column, Field, Fields, Heading, Table, Text
from printables.products.deck import Deck, Section, write_deck
from printables.products.documents import Document, DocumentPage, document_pages
from printables.render.look import Look
from printables.units import Mm, pt

SIZES = (pt(12), pt(11), pt(10), pt(9.5), pt(9))
_LONGEST_RULE = 220


def handout_pdf(debrief: Debrief, *, copies: int = 1) -> bytes:
    """One A4 page, so many times. Raises PrintError."""
    look = look_of(debrief)
    words = load(resources_dir() / "i18n", debrief.language)
    pages = _one_page(debrief, words, look)
    title = words("The reflexes to take home")
    deck = Deck(title=title, author=debrief.kit_line, sections=(Section(title=title, items=pages * copies),))
    target = BytesIO()
    try:
        write_deck(deck, look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return target.getvalue()


def handout_name(debrief: Debrief, t: Catalogue) -> str:
    """A file name for the sheet, safe on every system."""
    return safe_filename(f"{debrief.session} - {t('hand-out')}") + ".pdf"


def _one_page(debrief: Debrief, t: Catalogue, look: Look) -> list[DocumentPage]:
    """As large as one page allows; own rules are shortened only when nothing else helps."""
    pages: list[DocumentPage] = []
    for longest in (10_000, _LONGEST_RULE, _LONGEST_RULE // 2):
        for size in SIZES:
            pages = document_pages(_document(debrief, t, look, (size, longest)), look)
            if len(pages) == 1 and not any(cause is Cause.OVERFLOW for cause, _ in pages[0].trouble):
                return pages
    return pages[:1]


def _document(debrief: Debrief, t: Catalogue, look: Look, fit: tuple[Mm, int]) -> Document:
    size, longest = fit
    shown = typed(look)
    has_rules = any(one.rule for one in debrief.reflexes)
    columns: tuple[Column, ...] = (
        Column(share=0.5, bold=True),
        Column(label=t("The reflex"), share=6, bold=not has_rules),
    )
    if has_rules:
        columns = (*columns, Column(label=t("Here"), share=5))
    rows = tuple(
        (str(number), shown(one.reflex), *((_shortened(shown(one.rule), longest),) if has_rules else ()))
        for number, one in enumerate(debrief.reflexes, start=1)
    )
    contacts = tuple((name, shown(line) or DOTS) for name, line in debrief.contacts)
    blocks: list[Block] = [
        Text(text=t("What cost your team most comes first. One reflex a week is a good pace."), size=size),
        Table(columns=columns, rows=rows, size=size, grid=False, tight=True),
        Heading(text=t("My three gestures: from tomorrow, I…"), level=3),
        Fields(fields=tuple(Field(label=str(number), inline=True) for number in (1, 2, 3))),
    ]
    if contacts:
        blocks += [
            Heading(text=t("In doubt, I call"), level=3),
            Table(
                columns=(Column(share=2), Column(share=3, bold=True)), rows=contacts, size=size, grid=False,
                tight=True,
            ),
        ]  # fmt: skip
    return Document(
        title=t("The reflexes to take home"),
        subtitle=shown(" · ".join((debrief.session, debrief.teams))),
        blocks=tuple(blocks),
        foot=debrief.kit_line,
    )


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
