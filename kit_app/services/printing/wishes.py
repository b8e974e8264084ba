"""Turn what a person wishes of the paper into the island's choices, and say how long the scissors take."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from kit_app.views.paper import PaperWish
from printables.layout.boxes import A3, A4, LETTER
from printables.layout.choice import Order, PaperChoice, Sides
from printables.products.item import Item
from printables.products.mask import MaskSheet
from printables.products.strips import StripsSheet
from printables.render.look import Look
from printables.units import mm

PAPERS = {"A4": A4, "A3": A3, "letter": LETTER}
ORDERS = {"rows": Order.ROWS, "stack": Order.STACK, "booklet": Order.BOOKLET}
SIDES = {"one": Sides.FOLD, "long": Sides.LONG, "short": Sides.SHORT}

PIECE_S, SHEET_S, STRIP_S, WINDOW_S = 12, 10, 8, 20
"""Seconds with scissors or a knife: for each piece, each sheet, each strip and each window. Our estimate."""


def choice_of(wish: PaperWish) -> PaperChoice:
    """The island's choice for `wish`."""
    return PaperChoice(
        paper=PAPERS[wish.paper],
        n_up=wish.per_sheet,
        sides=SIDES[wish.sides],
        order=ORDERS[wish.order],
        margin=mm(wish.margin_mm),
    )


def looked(look: Look, wish: PaperWish) -> Look:
    """`look` with the wishes that concern ink."""
    return replace(look, ink_saving=wish.saves_ink)


def cutting_minutes(items: Sequence[Item], cut_sheets: int) -> int:
    """Whole minutes with scissors for things on so many sheets that have cut marks."""
    seconds = cut_sheets * SHEET_S
    for item in items:
        if isinstance(item, StripsSheet):
            seconds += len(item.foot_letters) * STRIP_S
        elif isinstance(item, MaskSheet):
            seconds += len(item.windows) * WINDOW_S
        elif cut_sheets:
            seconds += PIECE_S
    return ceil(seconds / 60)
