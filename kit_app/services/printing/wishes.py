"""Turn what a person wishes of the paper into the island's choices, and say how long the scissors take."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from kit_app.i18n import Catalogue
from kit_app.views.paper import PaperWish
from printables.layout.boxes import A2, A3, A4, LETTER
from printables.layout.choice import Order, PaperChoice, Sides
from printables.products.item import Item
from printables.products.mask import MaskSheet
from printables.products.poster import Poster, TileWords, poster_tiles
from printables.products.strips import StripsSheet
from printables.render.look import Look
from printables.units import mm

PAPERS = {"A4": A4, "A3": A3, "letter": LETTER}
ORDERS = {"rows": Order.ROWS, "stack": Order.STACK, "booklet": Order.BOOKLET}
POSTERS = {"A3": A3, "A2": A2}
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
        gap=None if wish.gap_mm is None else mm(wish.gap_mm),
        bleed=mm(wish.bleed_mm),
        margin=mm(wish.margin_mm),
    )


def looked(look: Look, wish: PaperWish) -> Look:
    """`look` with the wishes that concern ink."""
    return replace(look, ink_saving=wish.saves_ink)


def as_wished(items: Sequence[Item], wish: PaperWish, t: Catalogue) -> tuple[Item, ...]:
    """`items` with posters in the size wished for, whole or as sheets to glue together."""
    wished: list[Item] = []
    for item in items:
        if not isinstance(item, Poster) or wish.posters == "A4":
            wished.append(item)
            continue
        size, _, is_glued = wish.posters.partition("-")
        poster = replace(item, size=POSTERS[size])
        wished += poster_tiles(poster, _tile_words(size, t)) if is_glued else (poster,)
    return tuple(wished)


def _tile_words(size: str, t: Catalogue) -> TileWords:
    return TileWords(
        name=t("{size} to glue", size=size),
        sheet=t("sheet {sheet} ({n}/{total})", sheet="{sheet}", n="{n}", total="{total}"),
        cut=t("cut along the marks"),
        glue=t("glue sheet {sheet} onto this strip", sheet="{sheet}"),
    )


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
