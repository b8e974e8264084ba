"""Grounds reach over the cut by the bleed that was chosen, and only then; read back from the PDF."""

import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image, ImageChops, ImageFilter

from printables.layout.bleeding import edges
from printables.layout.boxes import A3, A4, A5, A6, A7, Box, Size, box_of
from printables.layout.choice import PaperChoice, Sides
from printables.layout.colours import BLACK, INK, PATH_FILL, PATH_TINT
from printables.layout.pieces import Bar, Picture
from printables.layout.sheets import grid_for
from printables.products.deck import Deck, Section, planned_sheets
from printables.products.poster import Poster
from printables.products.sign import Sign
from printables.products.two_sided import TwoSided
from printables.units import mm
from tests.unit.printables.recorded import pieces_of
from tests.unit.printables.samples import BADGE, CLUE, LABEL, drawn, pages, samples

DPI = 127  # five dots a millimetre
NEAR = 0.45
THIN = 2  # dots
GROUND = "#9ADFBE"
WOOD = "#7A5A46"
TABLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 170">'
    f'<rect y="120" width="210" height="50" fill="{WOOD}"/></svg>'
).encode()
POSTER = Poster(
    title="Affiche", slogan=("Un mot",), reflex="Je relis", foot="Support :", number="01 99 00 00 00",
    ground=GROUND, picture=TABLE,
)  # fmt: skip
FOLDER = Sign(title="Piste B", path="B")
BADGE_SIZE = Size(mm(90), mm(55))


class Field:
    """A thing that is one ground, edge to edge; white for none."""

    def __init__(self, colour: str, size: Size = A6) -> None:
        self.title, self.colour, self.size = colour, colour, size

    def problems(self, look):
        return []

    def draw(self, canvas, box):
        canvas.draw([Bar(box_of(self.size), fill=self.colour, bleeds=True)], box)


def deck(*items, **choice) -> Deck:
    return Deck(
        title="", author="", sections=(Section(title="S", items=items),), choice=PaperChoice(**choice)
    )


def seen(page: Image.Image, colour: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in millimetres of all that has this very colour.

    What is as thin as a mark does not count.
    """
    plain = Image.new("RGB", page.size, colour)
    off = ImageChops.difference(page.convert("RGB"), plain).convert("L")
    same = off.point([255] * 4 + [0] * 252)
    box = same.filter(ImageFilter.MinFilter(2 * THIN + 1)).getbbox()
    assert box is not None
    left, top, right, bottom = box
    return tuple(value * 25.4 / DPI for value in (left - THIN, top - THIN, right + THIN, bottom + THIN))


def sides_of(box: Box) -> tuple[float, float, float, float]:
    return box.x / mm(1), box.y / mm(1), box.right / mm(1), box.bottom / mm(1)


@pytest.mark.parametrize(
    ("thing", "colour", "sides", "paper"),
    [
        (BADGE, INK, "left top right", A4),
        (LABEL, PATH_FILL["B"], "left top bottom", A4),
        (CLUE, PATH_TINT["B"], "left top right", A4),
        (POSTER, GROUND, "left top right", A3),
        (POSTER, WOOD, "left right", A3),
        (FOLDER, PATH_TINT["B"], "left top right bottom", A3),
    ],
)
@pytest.mark.parametrize("bleed", [1, 3])
def test_a_ground_reaches_over_the_cut_by_the_bleed(thing, colour, sides, paper, bleed):
    one = deck(thing, bleed=mm(bleed), paper=paper, n_up=1)
    ((_, trim),) = planned_sheets(one)[0].laid
    page = pages(drawn(one), DPI)[0]
    there = dict(zip(("left", "top", "right", "bottom"), seen(page, colour), strict=True))
    cut = dict(zip(("left", "top", "right", "bottom"), sides_of(trim), strict=True))
    for side in sides.split():
        over = cut[side] - there[side] if side in ("left", "top") else there[side] - cut[side]
        assert over == pytest.approx(bleed, abs=NEAR), side


def test_without_a_bleed_the_file_is_the_same_as_ever():
    things = [BADGE, LABEL, CLUE]
    assert drawn(deck(*things, bleed=mm(0))) == drawn(deck(*things))
    grid = grid_for(A6, PaperChoice())
    assert grid is not None
    assert edges(grid) == (None,) * 4


@pytest.mark.parametrize("gap", [None, mm(0), mm(2)])
def test_marks_begin_outside_the_bleed(gap):
    one = deck(*[Field("#FFFFFF", A7)] * 6, bleed=mm(3), gap=gap)
    page = pages(drawn(one), DPI)[0]
    assert page.convert("L").getextrema()[0] < 128
    for edge in edges(planned_sheets(one)[0].grid):
        assert edge is not None
        box = tuple(round(value * DPI / 25.4) for value in sides_of(edge.reach.inset(mm(0.15))))
        assert page.crop(box).convert("L").getextrema() == (255, 255)


@pytest.mark.parametrize("sides", [Sides.LONG, Sides.SHORT])
@pytest.mark.parametrize("gap", [None, mm(2)])
def test_backs_bleed_like_their_fronts_and_bear_no_marks(sides, gap):
    cards = [TwoSided(front=Field(GROUND, A7), back=Field(BLACK, A7)) for _ in range(4)]
    one = deck(*cards, bleed=mm(3), gap=gap, sides=sides)
    front, back = pages(drawn(one), DPI)
    behind = planned_sheets(one)[1]
    places = [box for _, box in behind.laid]
    wanted = (
        min(box.x / mm(1) for box in places) - 3,
        min(box.y / mm(1) for box in places) - 3,
        max(box.right / mm(1) for box in places) + 3,
        max(box.bottom / mm(1) for box in places) + 3,
    )
    assert seen(back, BLACK) == pytest.approx(wanted, abs=NEAR)
    box = tuple(round(value * DPI / 25.4) for value in wanted)
    outside = back.convert("L")
    outside.paste(255, (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1))
    assert outside.getextrema() == (255, 255)
    assert front.convert("L").crop((0, 0, front.width, box[1] - 1)).getextrema()[0] < 200  # marks


def test_a_ground_does_not_reach_over_a_fold():
    card = TwoSided(front=Field(GROUND, BADGE_SIZE), back=Field("#C8352C", BADGE_SIZE))
    one = deck(card, bleed=mm(3))
    ((_, trim),) = planned_sheets(one)[0].laid
    page = pages(drawn(one), DPI)[0]
    left, top, right, bottom = sides_of(trim)
    assert seen(page, GROUND) == pytest.approx((left - 3, top - 3, left + 90, bottom + 3), abs=NEAR)
    assert seen(page, "#C8352C") == pytest.approx((left + 90, top - 3, right + 3, bottom + 3), abs=NEAR)


def test_a_lower_half_that_is_folded_up_bleeds_at_its_outer_edges():
    wide = Size(mm(160), mm(60))
    one = deck(TwoSided(front=Field(GROUND, wide), back=Field("#C8352C", wide)), bleed=mm(3))
    ((_, trim),) = planned_sheets(one)[0].laid
    page = pages(drawn(one), DPI)[0]
    left, top, right, bottom = sides_of(trim)
    assert seen(page, GROUND) == pytest.approx((left - 3, top - 3, right + 3, top + 60), abs=NEAR)
    assert seen(page, "#C8352C") == pytest.approx((left - 3, top + 60, right + 3, bottom + 3), abs=NEAR)


def test_a_whole_page_keeps_its_white_margin_where_nothing_is_cut():
    assert drawn(deck(POSTER, bleed=mm(3))) == drawn(deck(POSTER))


def test_what_fits_only_without_a_bleed_is_laid_without():
    flyer = TwoSided(front=Field(GROUND, A5), back=Field(BLACK, A5))
    assert drawn(deck(flyer, bleed=mm(3))) == drawn(deck(flyer))
    assert drawn(deck(flyer, gap=mm(8))) == drawn(deck(flyer))


@settings(max_examples=60)
@given(st.floats(0.1, 3), st.floats(0, 12), st.sampled_from([A6, A7, BADGE_SIZE]), st.sampled_from([A4, A3]))
def test_no_ground_reaches_its_neighbour_or_the_printers_margin(bleed, gap, size, paper):
    choice = PaperChoice(bleed=mm(bleed), gap=mm(gap), paper=paper)
    grid = grid_for(size, choice)
    assert grid is not None
    found = [edge for edge in edges(grid) if edge is not None]
    assert len(found) == grid.count
    for edge in found:
        assert edge.reach.holds(edge.trim)
        assert box_of(grid.paper).inset(choice.margin).holds(edge.reach)
        assert edge.turned.turned.reach.holds(edge.reach) and edge.reach.holds(edge.turned.turned.reach)
        assert not any(edge.reach.overlaps(other.reach) for other in found if other is not edge)


@pytest.mark.parametrize("name", sorted(samples()))
def test_every_ground_that_ends_at_the_cut_bleeds(name):
    thing = samples()[name]
    if thing.size in (A4, A4.turned):
        return
    for piece in pieces_of(thing):
        if isinstance(piece, Bar) and piece.fill is not None and not piece.bleeds:
            assert box_of(thing.size).inset(mm(0.05)).holds(piece.box), piece
        if isinstance(piece, Picture):
            assert box_of(thing.size).inset(mm(0.05)).holds(piece.box), piece
