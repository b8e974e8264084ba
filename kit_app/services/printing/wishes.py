"""Turn what a person wishes of the paper into the island's choices, and say how long the scissors take."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from kit_app.i18n import Catalogue
from kit_app.services.printing.large_print import enlarged, is_large
from kit_app.views.paper import PaperWish
from printables.layout.boxes import A2, A3, A4, LETTER
from printables.layout.choice import Order, PaperChoice, Sides
from printables.products.enlarged import Half
from printables.products.item import Item
from printables.products.mask import MaskSheet
from printables.products.poster import Poster, TileWords, poster_tiles
from printables.products.strips import StripsSheet
from printables.render.look import Look
from printables.render.tones import Tone
from printables.units import mm

PAPERS = {"A4": A4, "A3": A3, "letter": LETTER}
ORDERS = {"rows": Order.ROWS, "stack": Order.STACK, "booklet": Order.BOOKLET}
POSTERS = {"A3": A3, "A2": A2}
SIDES = {"one": Sides.FOLD, "long": Sides.LONG, "short": Sides.SHORT}
TONES = {
    "colour": Tone.COLOUR,
    "grey": Tone.GREY,
    "contrast": Tone.CONTRAST,
    "large": Tone.COLOUR,
    "large-contrast": Tone.CONTRAST,
}

PIECE_S, SHEET_S, STRIP_S, WINDOW_S, HALF_S = 12, 10, 8, 20, 20
"""Seconds with scissors or a knife: for each piece, sheet, strip, window and half to glue. Our estimate."""


def choice_of(wish: PaperWish) -> PaperChoice:
    """The island's choice for `wish`. Large print is no booklet: its pages would shrink again."""
    order = "rows" if is_large(wish) and wish.order == "booklet" else wish.order
    return PaperChoice(
        paper=PAPERS[wish.paper],
        n_up=wish.per_sheet,
        sides=SIDES[wish.sides],
        order=ORDERS[order],
        gap=None if wish.gap_mm is None else mm(wish.gap_mm),
        bleed=mm(wish.bleed_mm),
        margin=mm(wish.margin_mm),
    )


def looked(look: Look, wish: PaperWish) -> Look:
    """`look` with the wishes that concern ink. In high contrast no ground stays grey: it becomes a line."""
    tone = TONES[wish.edition]
    return replace(look, ink_saving=wish.saves_ink or tone is Tone.CONTRAST, tone=tone)


def as_wished(items: Sequence[Item], wish: PaperWish, look: Look, t: Catalogue) -> tuple[Item, ...]:
    """`items` with masks on film, posters in the size wished for, and all in large print if so wished."""
    wished: list[Item] = []
    for item in items:
        if isinstance(item, MaskSheet) and wish.on_film:
            how = t("On a transparency: cut the square out. The windows stay clear.")
            item = replace(item, film=True, how=how)
        wished += _posters(item, wish, t) if isinstance(item, Poster) else (item,)
    if not is_large(wish):
        return tuple(wished)
    choice = choice_of(wish)
    return tuple(larger for item in wished for larger in enlarged(item, choice, look, t))


def _posters(poster: Poster, wish: PaperWish, t: Catalogue) -> tuple[Item, ...]:
    """A poster in the size wished for, whole or as sheets to glue together."""
    if wish.posters == "A4":
        return (poster,)
    size, _, is_glued = wish.posters.partition("-")
    poster = replace(poster, size=POSTERS[size])
    return poster_tiles(poster, _tile_words(size, t)) if is_glued else (poster,)


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
            seconds += 0 if item.film else len(item.windows) * WINDOW_S
        elif isinstance(item, Half):
            seconds += HALF_S
        elif cut_sheets:
            seconds += PIECE_S
    return ceil(seconds / 60)
