"""How documents are laid over pages: what stays together, what fills a page, what a page never ends with."""

from dataclasses import replace

import pytest

from printables.layout import colours
from printables.layout.boxes import A5
from printables.layout.pieces import Bar, Rule, Words
from printables.products.blocks import (
    Block,
    Column,
    Framed,
    Heading,
    Items,
    Mono,
    Quote,
    Table,
    Text,
    Together,
)
from printables.products.documents import Document, DocumentPage, document_pages
from printables.units import mm, pt
from tests.unit.printables.samples import sample_look

LINE = Text(text="Ligne", size=pt(12))


def pages_of(*blocks: Block, **other: object) -> list[DocumentPage]:
    document = Document(title="Guide", blocks=blocks, foot="pied")
    return document_pages(replace(document, **other), sample_look())


def words_on(page: DocumentPage) -> list[str]:
    return [piece.text for piece in page.pieces if isinstance(piece, Words)]


def block_of(lines: int) -> Mono:
    """Something that no page parts, of so many lines of 12 pt."""
    return Mono(lines=("x",) * lines)


@pytest.mark.parametrize("before", range(26, 32))
def test_a_row_of_a_table_stands_alone_on_no_page(before: int) -> None:
    rows = tuple((f"rang {number}",) for number in range(6))
    table = Table(columns=(Column(label="Titre"),), rows=rows)
    pages = pages_of(*(LINE,) * before, table)
    counts = [sum(word.startswith("rang") for word in words_on(page)) for page in pages]
    assert sum(counts) == 6
    assert 1 not in counts
    assert all(("Titre" in words_on(page)) == (count > 0) for page, count in zip(pages, counts, strict=True))


@pytest.mark.parametrize("before", range(26, 32))
def test_neither_the_first_nor_the_last_line_of_a_list_stands_alone(before: int) -> None:
    items = Items(items=tuple(f"point {number}" for number in range(6)), numbered=True)
    pages = pages_of(*(LINE,) * before, items)
    counts = [sum(word.startswith("point") for word in words_on(page)) for page in pages]
    assert sum(counts) == 6 and 1 not in counts


@pytest.mark.parametrize("before", range(26, 33))
def test_a_paragraph_is_parted_between_lines_with_two_at_least_on_each_page(before: int) -> None:
    pages = pages_of(*(LINE,) * before, Text(text="mot " * 200, size=pt(12)))
    counts = [sum(word.startswith("mot mot") for word in words_on(page)) for page in pages]
    assert len(pages) == 2 and 1 not in counts
    assert [problem for page in pages for problem in page.problems(sample_look())] == []


def test_words_to_say_keep_the_heading_and_what_follows_them() -> None:
    for before in range(24, 33):
        pages = pages_of(*(LINE,) * before, Heading(text="Titre"), Quote(text="Dites"), Text(text="Suite"))
        assert (
            len({words.count("Titre") + 2 * words.count("Suite") for words in map(words_on, pages)} - {0})
            == 1
        )


def test_what_floats_leaves_its_page_to_what_follows() -> None:
    floating = Together(blocks=(block_of(30),), floats=True)
    first, second = pages_of(*(LINE,) * 20, floating, Text(text="Suite"))
    assert "Suite" in words_on(first) and "x" not in words_on(first)
    assert "x" in words_on(second)


def test_what_floats_stands_before_the_next_chapter() -> None:
    floating = Together(blocks=(block_of(30),), floats=True)
    pages = pages_of(*(LINE,) * 20, floating, LINE, Heading(text="Chapitre", level=1), LINE)
    words = [word for page in pages for word in words_on(page)]
    assert words.index("x") < words.index("Chapitre")


def test_the_room_below_a_puzzle_becomes_lines_for_notes() -> None:
    panel = Together(blocks=(block_of(30),), notes="Mes notes")
    first, second = pages_of(panel, panel)
    for page in (first, second):
        assert "Mes notes" in words_on(page)
        rules = [piece for piece in page.pieces if isinstance(piece, Rule) and piece.width == mm(0.35)]
        assert len(rules) >= 2
        assert page.problems(sample_look()) == []


def test_two_on_a_page_leave_no_lines_for_notes_but_stand_apart() -> None:
    panel = Together(blocks=(block_of(19),), notes="Mes notes")
    (page,) = pages_of(panel, panel)
    assert "Mes notes" not in words_on(page)
    tops = sorted(
        {piece.y / mm(1) for piece in page.pieces if isinstance(piece, Words) and piece.text == "x"}
    )
    assert max(b - a for a, b in zip(tops, tops[1:], strict=False)) > 7


def test_a_last_page_with_hardly_anything_is_drawn_onto_the_page_before() -> None:
    for count in range(30, 60):
        pages = pages_of(*(LINE,) * count)
        lines = [words_on(page).count("Ligne") for page in pages]
        assert sum(lines) == count
        assert len(pages) == 1 or lines[-1] >= 4, count


def test_the_small_print_never_stands_alone() -> None:
    for count in range(20, 60):
        *_, last = pages_of(*(LINE,) * count, end=("Licence",))
        words = words_on(last)
        assert "Licence" in words and "Ligne" in words


def test_words_to_say_have_a_bar_at_their_left() -> None:
    (page,) = pages_of(Quote(text="Dites ceci", barred=True))
    bar = next(p for p in page.pieces if isinstance(p, Bar) and p.fill == colours.MARKER)
    said = next(p for p in page.pieces if isinstance(p, Words) and p.text == "Dites ceci")
    assert bar.box.right < said.x
    assert bar.box.y < said.y < bar.box.bottom


def test_pages_to_be_bound_have_a_wider_margin_at_the_left() -> None:
    (usual,), (bound,) = pages_of(LINE), pages_of(LINE, is_bound=True)
    lefts = [min(p.x for p in page.pieces if isinstance(p, Words)) for page in (usual, bound)]
    assert (lefts[0] / mm(1), lefts[1] / mm(1)) == pytest.approx((15, 20))


def test_small_pages_have_small_margins() -> None:
    (page,) = pages_of(LINE, size=A5)
    assert min(p.x for p in page.pieces if isinstance(p, Words)) / mm(1) == pytest.approx(10)


def test_a_frame_larger_than_a_page_is_told() -> None:
    (*_, page) = pages_of(LINE, Framed(blocks=(block_of(60),), title="Trop"))
    assert [problem.why for problem in page.problems(sample_look())] == ["Framed"]
