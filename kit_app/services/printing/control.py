"""Make the control sheet that opens a PDF, from the lines that are in it."""

from collections.abc import Sequence

from kit_app.i18n import Catalogue
from kit_app.services.printing.job import Product
from printables.layout.boxes import A4, Size
from printables.products.control_sheet import ControlLine, ControlSheet, control_pages
from printables.products.item import Item
from printables.render.look import Look


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
            t("Print this page first, at 100 %, without “fit to page”."),
            t("Lay a ruler on the first drawing and a bank card on the second. They fit? Print the rest."),
            t("They do not fit? Set the printer’s dialog to 100 %, or set up this printer in the program."),
        ),
        ruler=t("This ruler measures 100 mm."),
        card=t("A bank card covers this outline exactly: 85.60 × 53.98 mm."),
        order_title=t("What follows, in cutting order"),
        heads=(t("What"), t("On"), t("Sheets")),
        lines=lines,
        total=t("{n} sheets, {card} of them on card.", n=total, card=on_card),
        foot=look.kit_line,
        size=paper,
    )
    return tuple(control_pages(sheet, look))
