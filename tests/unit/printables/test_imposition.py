"""Paper chosen by a person: backs behind their fronts, piles and booklets that read on."""

from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings, strategies as st

from printables.layout.boxes import A3, A4, A5, A6, A7, LETTER, Box, Size, box_of
from printables.layout.choice import Order, PaperChoice, Sides
from printables.layout.colours import BLACK
from printables.layout.pieces import Bar, Words
from printables.layout.sheets import behind, folios, grid_for, stacked
from printables.problems import CannotPrintError, Cause
from printables.products.deck import Deck, Section, planned_sheets, write_deck
from printables.products.documents import Document, DocumentPage, document_pages
from printables.products.two_sided import TwoSided
from printables.units import mm, pt
from tests.unit.printables.samples import sample_look

BADGE = Size(mm(90), mm(55))
POKER = Size(mm(63), mm(88))
PAPERS = {"A4": A4, "A3": A3, "Letter": LETTER}
COUNTS = ((A4, 1), (A5, 2), (A6, 4), (A7, 8), (BADGE, 8), (POKER, 9), (POKER, 4), (A6, 2), (A6, 1))
MARK = mm(4)


class Square:
    """A thing with a dark square in its upper left corner, so that the page tells where it lies."""

    def __init__(self, name: str, size: Size) -> None:
        self.title, self.size = name, size

    def problems(self, look):
        return []

    def draw(self, canvas, box):
        face = canvas.faces.text.regular
        corner = Box(mm(0), mm(0), MARK, MARK)
        words = Words(mm(8), mm(12), self.title, face, pt(9), BLACK)
        canvas.draw([Bar(corner, fill=BLACK), words], box)


def cards(count, size):
    return [TwoSided(front=Square(f"F{n}", size), back=Square(f"B{n}", size)) for n in range(count)]


def deck(items, **choice):
    return Deck(
        title="", author="", sections=(Section(title="S", items=items),), choice=PaperChoice(**choice)
    )


def corners(pdf: bytes) -> list[list[tuple[float, float]]]:
    """For each page the corners of the dark squares, in mm from the upper left, in drawing order."""
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            height = page.get_height()
            found = []
            for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
                left, bottom, right, top = thing.get_bounds()
                if abs(right - left - MARK.pt) < 0.6 and abs(top - bottom - MARK.pt) < 0.6:
                    found.append((left / 72 * 25.4, (height - top) / 72 * 25.4))
            pages.append(found)
    return pages


def drawn(one: Deck) -> bytes:
    target = BytesIO()
    write_deck(one, sample_look(), target)
    return target.getvalue()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("size", "count"), COUNTS)
def test_a_sheet_holds_as_many_as_chosen_where_they_fit(paper, size, count):
    grid = grid_for(size, PaperChoice(paper=PAPERS[paper], n_up=count))
    assert grid is not None
    if paper == "Letter" and grid.count < count:
        return
    assert grid.count == count
    sheet = box_of(grid.paper)
    assert all(sheet.holds(place) for place in grid.places)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", [A5, A6, A7, BADGE, POKER])
def test_each_corner_lies_in_the_pdf_where_the_grid_says(paper, size):
    one = deck([Square(str(n), size) for n in range(11)], paper=PAPERS[paper])
    sheets = planned_sheets(one)
    for sheet, found in zip(sheets, corners(drawn(one)), strict=True):
        wanted = [(box.x / mm(1), box.y / mm(1)) for _, box in sheet.laid]
        assert len(found) == len(wanted)
        for (x, y), (there_x, there_y) in zip(wanted, found, strict=True):
            assert abs(x - there_x) < 0.1 and abs(y - there_y) < 0.1


@pytest.mark.parametrize("sides", [Sides.LONG, Sides.SHORT])
@pytest.mark.parametrize("order", [Order.ROWS, Order.STACK])
@pytest.mark.parametrize(("size", "count"), COUNTS[1:])
@pytest.mark.parametrize("things", [1, 5, 8, 13])
def test_every_back_lies_behind_its_front(sides, order, size, count, things):
    sheets = planned_sheets(deck(cards(things, size), n_up=count, sides=sides, order=order))
    assert len(sheets) % 2 == 0
    seen = []
    for front, back in zip(sheets[::2], sheets[1::2], strict=True):
        assert not front.is_back and back.is_back
        assert back.grid.marks == ()
        width, height = front.grid.paper.width, front.grid.paper.height
        turns_standing = (height >= width) == (sides is Sides.LONG)
        backs = {item.title: box for item, box in back.laid}
        for item, box in front.laid:
            there = backs.pop(item.title.replace("F", "B"))
            through = Box(
                width - there.right if turns_standing else there.x,
                there.y if turns_standing else height - there.bottom,
                there.width,
                there.height,
            )
            assert through.holds(box) and box.holds(through)
            seen.append(item.title)
        assert not backs
        assert back.grid.is_turned is not turns_standing
    assert sorted(seen) == sorted(f"F{n}" for n in range(things))


@pytest.mark.parametrize("sides", [Sides.LONG, Sides.SHORT])
def test_the_drawn_back_shows_its_corner_where_a_turned_card_has_it(sides):
    """Turned like a page of a book, a card has its upper left corner above on both faces."""
    front, back = corners(drawn(deck(cards(1, A6), n_up=1, sides=sides, paper=A4)))
    (x, y), (there_x, there_y) = front[0], back[0]
    if sides is Sides.LONG:
        assert abs(there_x - x) < 0.1 and abs(there_y - y) < 0.1
    else:
        right, bottom = there_x + MARK / mm(1), there_y + MARK / mm(1)
        assert abs(right - (210 - x)) < 0.1 and abs(bottom - (297 - y)) < 0.1


@pytest.mark.parametrize("sides", [Sides.LONG, Sides.SHORT])
@pytest.mark.parametrize(("size", "count"), COUNTS[1:])
@pytest.mark.parametrize("things", [1, 5, 13])
def test_every_drawn_back_lies_behind_its_drawn_front_within_a_tenth(sides, size, count, things):
    """Measured in the PDF, on whole sheets and on one that is not full, as it comes out of the printer."""
    one = deck(cards(things, size), n_up=count, sides=sides)
    sheets, found = planned_sheets(one), corners(drawn(one))
    wide, mark = size.width / mm(1), MARK / mm(1)
    seen = 0
    for sheet, fronts, backs in zip(sheets[::2], found[::2], found[1::2], strict=True):
        paper = sheet.grid.paper
        width, height = paper.width / mm(1), paper.height / mm(1)
        for (x, y), (there_x, there_y) in zip(fronts, backs, strict=True):
            if (height >= width) == (sides is Sides.LONG):
                wanted = width - x - wide, y
            else:
                wanted = x + wide - mark, height - y - mark
            assert abs(there_x - wanted[0]) < 0.1 and abs(there_y - wanted[1]) < 0.1
            seen += 1
    assert seen == things


def test_one_sided_printers_get_front_and_back_around_a_fold():
    sheets = planned_sheets(deck(cards(3, BADGE)))
    assert [item.size for sheet in sheets for item, _ in sheet.laid] == [Size(mm(180), mm(55))] * 3
    (found,) = corners(drawn(deck(cards(1, BADGE))))
    (x, y), (there_x, there_y) = found
    assert there_x - x == pytest.approx(90, abs=0.05) and there_y == pytest.approx(y, abs=0.05)


def test_wide_cards_are_folded_over_their_lower_edge():
    wide = Size(mm(160), mm(60))
    (found,) = corners(drawn(deck(cards(1, wide))))
    (x, y), (there_x, there_y) = found
    assert there_x + MARK / mm(1) - x == pytest.approx(160, abs=0.05)
    assert there_y + MARK / mm(1) - y == pytest.approx(120, abs=0.05)


@given(st.integers(1, 90), st.sampled_from([1, 2, 4, 8, 9]))
def test_the_piles_of_a_cut_stack_read_on(count, places):
    order = stacked(count, places)
    assert len(order) % places == 0
    sheets = [order[start : start + places] for start in range(0, len(order), places)]
    piles = [index for place in range(places) for index in (sheet[place] for sheet in sheets)]
    assert [index for index in piles if index is not None] == list(range(count))


def test_stacked_cards_lie_in_piles_that_read_on():
    sheets = planned_sheets(deck([Square(str(n), A6) for n in range(10)], order=Order.STACK))
    piles = [[sheet.items[place] for sheet in sheets] for place in range(4)]
    assert [item.title for pile in piles for item in pile if item is not None] == [str(n) for n in range(10)]


@given(st.integers(1, 40))
def test_a_folded_booklet_reads_in_order(count):
    sides = folios(range(count))
    assert len(sides) % 2 == 0
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first_half = [page for front, back in sheets for page in (front[1], back[0])]
    second_half = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    assert [page for page in first_half + second_half if page is not None] == list(range(count))


def test_a_booklet_lays_the_pages_of_a_document_two_by_two():
    from printables.products.blocks import Text

    document = Document(title="Guide", blocks=(Text(text="Une phrase. " * 900),), foot="jeu")
    pages = document_pages(document, sample_look())
    sheets = planned_sheets(deck(pages, order=Order.BOOKLET))
    assert len(sheets) == -(-len(pages) // 4) * 2
    assert [sheet.is_back for sheet in sheets] == [False, True] * (len(sheets) // 2)
    assert sheets[0].grid.paper == A4.turned and 0.7 < sheets[0].grid.scale < 0.71
    on_a3 = planned_sheets(deck(pages, order=Order.BOOKLET, paper=A3))
    assert on_a3[0].grid.scale == 1.0


@pytest.mark.parametrize("paper", [A4, A3])
def test_the_pages_of_a_booklet_meet_at_the_fold(paper):
    corner = Bar(Box(mm(0), mm(0), MARK, MARK), fill=BLACK)
    pages = [DocumentPage(title=str(n), size=A4, pieces=(corner,), trouble=()) for n in range(4)]
    one = deck(pages, order=Order.BOOKLET, paper=paper)
    for sheet, found in zip(planned_sheets(one), corners(drawn(one)), strict=True):
        fold, height = sheet.grid.paper.width / 2 / mm(1), sheet.grid.paper.height / mm(1)
        left, right = sheet.grid.places
        assert (left.right / mm(1), right.x / mm(1)) == pytest.approx((fold, fold), abs=0.01)
        assert left.y == right.y and left.y / mm(1) == pytest.approx(height - left.bottom / mm(1), abs=0.01)
        if paper == A3:
            assert found == [pytest.approx((0, 0), abs=0.1), pytest.approx((fold, 0), abs=0.1)]


def test_documents_printed_on_both_sides_keep_their_pages_in_order():
    from printables.products.blocks import Text

    document = Document(title="Guide", blocks=(Text(text="Une phrase. " * 700),), foot="jeu")
    pages = document_pages(document, sample_look())
    sheets = planned_sheets(deck([*pages, Square("1", A6)], sides=Sides.LONG))
    assert [item for sheet in sheets for item, _ in sheet.laid][: len(pages)] == pages
    assert len(sheets) % 2 == 0
    assert not sheets[-2].is_back and sheets[-1].items == (None,)


@settings(max_examples=40)
@given(
    st.floats(0, 3), st.floats(0, 12), st.sampled_from([A6, A7, BADGE, POKER]), st.sampled_from([4.2, 6.0])
)
def test_marks_lie_outside_what_bleeds_over_the_cut_and_within_reach(bleed, gap, size, margin):
    grid = grid_for(size, PaperChoice(bleed=mm(bleed), gap=mm(gap), margin=mm(margin)))
    assert grid is not None
    reach = box_of(grid.paper).inset(mm(margin))
    for mark in grid.marks:
        left, right = min(mark.x1, mark.x2), max(mark.x1, mark.x2)
        top, bottom = min(mark.y1, mark.y2), max(mark.y1, mark.y2)
        assert reach.holds(Box(left, top, right - left, bottom - top))
        if gap > 0:
            middle = Box((left + right) / 2, (top + bottom) / 2, mm(0), mm(0))
            for place in grid.places:
                inked = place.inset(mm(-bleed + 0.01))
                assert not inked.overlaps(Box(middle.x - mm(0.005), middle.y - mm(0.005), mm(0.01), mm(0.01)))


def test_an_a4_page_on_letter_paper_is_drawn_a_little_smaller():
    one = deck([Square("1", A4)], paper=LETTER)
    (sheet,) = planned_sheets(one)
    assert 0.94 < sheet.grid.scale < 0.95
    with pypdfium2.PdfDocument(drawn(one)) as document:
        assert [round(length) for length in document[0].get_size()] == [612, 792]


def test_what_is_larger_than_the_paper_is_named():
    with pytest.raises(CannotPrintError) as caught:
        planned_sheets(deck([Square("Affiche", Size(mm(300), mm(300)))], paper=A4))
    assert [(one.where, one.cause) for one in caught.value.problems] == [("Affiche", Cause.TOO_LARGE)]


def test_a_lost_card_goes_into_the_free_places_of_a_started_sheet():
    section = Section(title="S", items=[Square("1", A6)], taken=3)
    (sheet,) = planned_sheets(Deck(title="", author="", sections=(section,)))
    assert sheet.items[:3] == (None, None, None)
    ((item, box),) = sheet.laid
    assert item.title == "1" and box == sheet.grid.places[3]


def test_of_the_places_taken_only_those_of_the_last_started_sheet_count():
    section = Section(title="S", items=[Square("1", A6)], taken=9)
    (sheet,) = planned_sheets(Deck(title="", author="", sections=(section,)))
    assert sheet.items == (None, sheet.items[1])


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("size", "count"), COUNTS[1:])
def test_each_mark_points_along_an_edge_and_each_edge_within_reach_has_its_marks(paper, size, count):
    grid = grid_for(size, PaperChoice(paper=PAPERS[paper], n_up=count))
    assert grid is not None
    reach = box_of(grid.paper).inset(mm(4.2))
    down = {round(edge / mm(1), 2) for box in grid.places for edge in (box.x, box.right)}
    across = {round(edge / mm(1), 2) for box in grid.places for edge in (box.y, box.bottom)}
    marked_down = {round(mark.x1 / mm(1), 2) for mark in grid.marks if mark.x1 == mark.x2}
    marked_across = {round(mark.y1 / mm(1), 2) for mark in grid.marks if mark.y1 == mark.y2}
    assert marked_down == {x for x in down if reach.x < mm(x) < reach.right}
    assert marked_across == {y for y in across if reach.y < mm(y) < reach.bottom}


@pytest.mark.parametrize(
    "wrong", [{"n_up": 3}, {"bleed": mm(4)}, {"gap": mm(-1)}, {"margin": mm(2)}, {"bleed": mm(-1)}]
)
def test_a_choice_that_no_sheet_can_have_is_refused(wrong):
    with pytest.raises(ValueError):
        PaperChoice(**wrong)


def test_backs_of_lying_sheets_lie_behind_too():
    grid = grid_for(A5, PaperChoice(sides=Sides.LONG))
    assert grid is not None and grid.paper == A4.turned
    assert behind(grid, Sides.LONG).is_turned
    assert not behind(grid, Sides.SHORT).is_turned
