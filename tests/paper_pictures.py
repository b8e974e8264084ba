"""Makes docs/pictures/paper and its pages in docs/printing.md: python -m tests.paper_pictures [FOLDER]."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageOps
from pypdfium2 import PdfDocument, PdfPage

from kit_app.assets import resources_dir
from kit_app.domain.facility import NOBODY
from kit_app.i18n import load
from kit_app.services.printing.calibration import calibration_pdf
from kit_app.services.printing.desk import (
    Papers,
    cards_named,
    facilitator_papers,
    made,
    made_card,
    players_papers,
    shelf_papers,
)
from kit_app.services.printing.job import Product
from kit_app.views.paper import PaperWish
from printables.layout.boxes import A2, A3, A4, A5, A6, A7, Size
from printables.layout.sheets import grid_for
from printables.products.deck import Item
from printables.units import mm
from tests.paper_words import FOR_WHOM, HOW, HOW_KIND, ORDERS, SECRET, SECTIONS, Order
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import plan_of

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "printing.md"
FOLDER = ROOT / "docs" / "pictures" / "paper"
BEGIN, END = "<!-- begin: python -m tests.paper_pictures -->", "<!-- end -->"

PICTURED, DESCRIBED = "fr", "en"
"""The language of the papers in the pictures, and of the sentences below them."""

LONG_EDGE_PX, COLOURS, EDGE, GAP_PX = 640, 64, "#9A9A9A", 12
MOST_SHEETS, SHEETS_A_ROW = 4, 3  # in one picture
COLUMNS = 3
SIZES = {A2: "A2", A3: "A3", A4: "A4", A5: "A5", A6: "A6", A7: "A7"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture with what stands below it."""

    name: str
    title: str
    told: str


def papers_in(language: str) -> tuple[Papers, ...]:
    """What a session of one team of five prints, and what is printed without a session."""
    kit, plan, t = bundled_kit(), plan_of(language), load(resources_dir() / "i18n", language)
    return (
        players_papers(kit, plan, 1, t),
        facilitator_papers(kit, plan, t),
        shelf_papers(kit, NOBODY, t),
    )


def names(papers: Papers) -> list[str]:
    """The names of the pictures of `papers`, in the order of their lines."""
    return [lot.product.kind for lot in papers.lots]


def entries(papers: Papers) -> list[Entry]:
    """What is said of each line of `papers`."""
    return [Entry(lot.product.kind, lot.product.title, " ".join(_told(lot.product))) for lot in papers.lots]


def _told(product: Product) -> Iterator[str]:
    """How many of which size, for whom, on which paper, and what hands do with it."""
    paper = "card of 160 g or more" if product.on_card else "paper"
    sheets = f"{product.sheets} A4 {'sheet' if product.sheets == 1 else 'sheets'} of {paper}"
    sizes = dict.fromkeys(_size(item.size) for item in product.items)
    is_whole = set(sizes) <= {"A4", "A4 lying"} and len(product.items) == product.sheets
    what = sheets if is_whole else f"{len(product.items)} × {', '.join(sizes)} on {sheets}"
    spec = next((spec for spec in bundled_kit().papers if spec.id == product.kind), None)
    yield f"{what}, {FOR_WHOM[spec.per]}." if spec else f"{what}."
    if spec and spec.secret:
        yield SECRET
    if product.kind in HOW:
        yield HOW[product.kind]
    elif spec and spec.kind in HOW_KIND:
        yield HOW_KIND[spec.kind]
    elif any(_is_cut(item) for item in product.items):
        yield "Cut along the marks."
    elif len(product.items) > 1 and spec and spec.per != "player":
        yield "Staple, or print as a booklet."


def _is_cut(item: Item) -> bool:
    grid = grid_for(item.size)
    return grid is not None and bool(grid.marks)


def _size(size: Size) -> str:
    for known, name in SIZES.items():
        if size == known:
            return name
        if size == known.turned:
            return f"{name} lying"
    return f"{size.width / mm(1):.0f} × {size.height / mm(1):.0f} mm"


def text(every: Iterable[Papers]) -> str:
    """The part of docs/printing.md that shows all that is printed."""
    parts = [BEGIN, ""]
    for papers, (title, before) in zip(every, SECTIONS, strict=True):
        parts += [f"### {title}", "", before, "", *_table(entries(papers))]
    parts += [
        "### Ways to lay them on paper",
        "",
        *_table([Entry(one.name, one.title, one.told) for one in ORDERS]),
    ]
    return "\n".join([*parts, END])


def _table(every: list[Entry]) -> Iterator[str]:
    yield "| " * COLUMNS + "|"
    yield "| --- " * COLUMNS + "|"
    for start in range(0, len(every), COLUMNS):
        row = every[start : start + COLUMNS]
        pictures = [f"![{one.title}](pictures/paper/{one.name}.png)" for one in row]
        words = [f"**{one.title}**<br>{one.told}" for one in row]
        for cells in (pictures, words):
            yield f"| {' | '.join([*cells, *[''] * (COLUMNS - len(cells))])} |"
    yield ""


def take(pdf: bytes, name: str, folder: Path, most: int) -> None:
    """Keep a picture of the first sheets of `pdf`."""
    with PdfDocument(pdf) as document:
        pages = [_drawn(document[number]) for number in range(min(most, len(document)))]
    wide, high = (max(edge) + GAP_PX for edge in zip(*(page.size for page in pages), strict=True))
    a_row = 2 if len(pages) in (2, 4) else min(SHEETS_A_ROW, len(pages))
    whole = Image.new("RGB", (wide * a_row - GAP_PX, high * -(-len(pages) // a_row) - GAP_PX), "white")
    for number, page in enumerate(pages):
        whole.paste(page, (number % a_row * wide, number // a_row * high))
    few = whole.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(folder / f"{name}.png", optimize=True)


def _drawn(page: PdfPage) -> Image.Image:
    longer = max(page.get_size())
    return ImageOps.expand(page.render(scale=(LONG_EDGE_PX - 2) / longer).to_pil().convert("RGB"), 1, EDGE)


def take_all(folder: Path) -> None:
    """Every picture, and no other in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    every = papers_in(PICTURED)
    for papers in every:
        for lot in papers.lots:
            most = MOST_SHEETS if lot.product.kind in HOW else 1
            take(made(papers, [lot.ident]).pdf, lot.product.kind, folder, most)
    for order in ORDERS:
        take(_of_order(order, every), order.name, folder, order.sheets)


def _of_order(order: Order, every: tuple[Papers, ...]) -> bytes:
    if order.kind == "calibration":
        return calibration_pdf(load(resources_dir() / "i18n", PICTURED))
    papers = next(one for one in every if order.kind in names(one))
    ident = next(lot.ident for lot in papers.lots if lot.product.kind == order.kind)
    if order.lost:
        card = cards_named(papers, order.lost)[0]
        assert card is not None
        return made_card(papers, card, taken=1).pdf
    return made(papers, [ident], wish=replace(PaperWish(), **order.wish)).pdf


def main(arguments: list[str]) -> int:
    """Make the pictures, and write what stands below them."""
    take_all(Path(arguments[0]) if arguments else FOLDER)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(before + text(papers_in(DESCRIBED)) + after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
