"""Large print: which things become larger, which become two sheets, and which are large as they are."""

from collections.abc import Iterator
from dataclasses import replace

from kit_app.i18n import Catalogue
from kit_app.views.paper import PaperWish
from printables.layout.boxes import A3, A4, A5, LETTER, Size
from printables.layout.choice import PaperChoice, Sides
from printables.layout.sheets import grid_for
from printables.products.documents import DocumentPage
from printables.products.enlarged import Enlarged, Half, HalfWords, halves
from printables.products.folder import FolderSheet
from printables.products.item import Item
from printables.products.mask import MaskSheet, PlanSheet
from printables.products.messages import MailPrintout
from printables.products.poster import Poster, Tile
from printables.products.procedure import Procedure
from printables.products.prop import PropCard
from printables.products.sign import Sign
from printables.products.strips import StripsSheet
from printables.products.two_sided import FoldOver, TwoSided
from printables.products.wheel import WheelSheet, disc_sheets
from printables.render.look import Look
from printables.units import mm, pt

INSTRUCTIONS = pt(17)


def is_large(wish: PaperWish) -> bool:
    """Whether `wish` is for large print."""
    return wish.edition in ("large", "large-contrast")


def enlarged(item: Item, choice: PaperChoice, look: Look, t: Catalogue) -> Iterator[Item]:
    """`item` in large print on the paper chosen: itself larger, or the sheets that it becomes.

    Posters, signs and folders are read from afar already; a folder grows on paper that holds larger cards.
    Strips, plan and mask keep their true size, their letters being of 20 points and more; the words above
    them grow.
    """
    match item:
        case Poster() | Tile() | Sign():
            yield item
        case StripsSheet() | PlanSheet() | MaskSheet():
            yield replace(item, how_size=INSTRUCTIONS)
        case WheelSheet():
            yield from (Enlarged(item=disc) for disc in disc_sheets(item))
        case PropCard(thing=MailPrintout() | Procedure() as thing):
            yield Enlarged(item=replace(item, thing=replace(thing, spelled=True)))
        case FolderSheet() if choice.paper != A3:
            yield item
        case TwoSided():
            yield from _two_sided(item, choice)
        case DocumentPage(size=size) if size in (A5, A5.turned) and choice.paper != A3:
            yield from _halves(item, choice, look, t)
        case DocumentPage(size=size) if size in (A5, A5.turned):
            yield Enlarged(item=Enlarged(item=item))  # its tables are of small type
        case _ if item.size in (A4, A4.turned) and choice.paper != A3:
            yield from _halves(item, choice, look, t)
        case _:
            yield Enlarged(item=item)


def _two_sided(card: TwoSided, choice: PaperChoice) -> Iterator[Item]:
    """Front and back of a card; two cards, to be glued back to back, where no sheet holds both in a row."""
    larger = TwoSided(front=Enlarged(item=card.front), back=Enlarged(item=card.back))
    if choice.sides is not Sides.FOLD or grid_for(FoldOver(card=larger).size, choice) is not None:
        yield larger
    else:
        yield from (larger.front, larger.back)


def _halves(item: Item, choice: PaperChoice, look: Look, t: Catalogue) -> tuple[Half, Half]:
    paper: Size = LETTER if choice.paper == LETTER else A4
    words = HalfWords(
        first=t("half 1/2: glue half 2 onto this edge"),
        second=t("half 2/2: cut along the marks first"),
    )
    return halves(item, look, paper, max(choice.margin, mm(4.2)), words)
