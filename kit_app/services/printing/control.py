"""Make the control sheet that opens a PDF, from the lines that are in it."""

from collections.abc import Sequence
from dataclasses import replace

from kit_app.i18n import Catalogue
from kit_app.services.printing.job import PrintJob, Product
from printables.layout.boxes import A4, Size
from printables.products.control_sheet import ControlLine, ControlSheet, control_pages
from printables.products.deck import Deck, Section, planned_sheets
from printables.products.item import Item
from printables.render.look import Look


def with_control_sheet(deck: Deck, products: Sequence[Product], job: PrintJob, look: Look) -> Deck:
    """`deck`, opened by the control sheet of its `products`. Raises CannotPrintError."""
    counted = [replace(one, sheets=_fronts(deck, one)) for one in products]
    whose = job.team.set_label if job.is_of_session else job.table.kit_title
    items = control_items(counted, whose, job.t, look, deck.choice.paper)
    first = Section(title=job.t("Control sheet"), items=items, keeps_size=True)
    return replace(deck, sections=(first, *deck.sections))


def _fronts(deck: Deck, product: Product) -> int:
    """How many sheets of paper a product takes as it is wished for."""
    alone = replace(deck, sections=(Section(title=product.title, items=product.items),))
    return sum(not sheet.is_back for sheet in planned_sheets(alone))


def control_items(
    products: Sequence[Product], whose: str, t: Catalogue, look: Look, paper: Size = A4
) -> tuple[Item, ...]:
    """The pages of the control sheet for these products, in cutting order.

    `whose` names the team or the session; `t` speaks the language of the materials.
    """
    lines = tuple(
        ControlLine(title=one.title, paper=t("card") if one.on_card else t("paper"), sheets=str(one.sheets))
        for one in products
    )
    total = sum(one.sheets for one in products)
    on_card = sum(one.sheets for one in products if one.on_card)
    sheet = ControlSheet(
        title=t("Control sheet"),
        subtitle=whose,
        how_title=t("How to print"),
        how=(
            t("Print this page alone first, then hold a ruler and a bank card to it."),
            t("The line is 100 mm long and the card fills its outline? Print the rest in the same way."),
            t(
                "If not: choose “Actual size” or “100 %” in the printer’s dialog, "
                "not “Fit to page”, and print this page again."
            ),
        ),
        ruler=t("Measure this line: is it 100 mm long?"),
        card=t("Lay a bank card here: does it fill the outline exactly?"),
        order_title=t("What follows, in cutting order"),
        heads=(t("What"), t("On"), t("Sheets")),
        lines=lines,
        total=_total(total, on_card, t),
        foot=look.kit_line,
        size=paper,
    )
    return tuple(control_pages(sheet, look))


def _total(sheets: int, on_card: int, t: Catalogue) -> str:
    if not on_card:
        return t.plural("{n} sheet.", "{n} sheets.", sheets)
    return t("{n} sheets, {card} of them on card.", n=sheets, card=on_card)
