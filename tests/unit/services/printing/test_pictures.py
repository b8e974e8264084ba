"""docs/printing.md shows everything that can be printed, and nothing that is gone."""

import re
from typing import get_args

from kit_app.views.paper import Edition, PaperSize, PaperWish, SheetOrder
from tests.paper_pictures import FOLDER, PAGE, names, papers_in
from tests.paper_words import HOW, ORDERS
from tests.unit.content.bundled import bundled_kit

AGAIN = "run: python -m tests.paper_pictures"
MOST_BYTES = 4_000_000


def wanted():
    lines = {name for papers in papers_in("fr") for name in names(papers)}
    return lines | {order.name for order in ORDERS}


def shown():
    """The pictures that the page shows, each with the sentences below it."""
    found = {}
    rows = PAGE.read_text(encoding="utf-8").splitlines()
    for above, below in zip(rows, rows[1:], strict=False):
        names_of_row = re.findall(r"\(pictures/paper/([\w-]+)\.png\)", above)
        found |= dict(zip(names_of_row, below.strip("| ").split(" | "), strict=False))
    return found


def test_each_thing_that_is_printed_has_its_picture_and_no_other_is_kept():
    assert {file.stem for file in FOLDER.glob("*.png")} == wanted(), AGAIN


def test_each_picture_stands_on_the_page_with_a_sentence():
    page = shown()
    assert set(page) == wanted(), AGAIN
    assert all(re.fullmatch(r"\*\*.+\*\*<br>.{20,}", told) for told in page.values())


def test_every_paper_of_every_variant_and_sector_is_among_them():
    kit = bundled_kit()
    every = {spec.id for own in (kit, *kit.choices.values()) for spec in own.papers}
    assert every <= wanted()


def test_what_hands_do_is_said_of_every_line_of_the_set():
    papers = {spec.id for spec in bundled_kit().papers}
    assert set(names(papers_in("fr")[0])) - papers == set(HOW)


def test_each_paper_order_and_edition_that_can_be_wished_for_is_shown():
    usual = PaperWish()
    assert {order.wish.get("order", usual.order) for order in ORDERS} == set(get_args(SheetOrder))
    assert {order.wish.get("edition", usual.edition) for order in ORDERS} == set(get_args(Edition))
    assert {order.wish.get("paper", usual.paper) for order in ORDERS} == set(get_args(PaperSize))


def test_the_pictures_are_small():
    assert sum(file.stat().st_size for file in FOLDER.glob("*.png")) < MOST_BYTES
