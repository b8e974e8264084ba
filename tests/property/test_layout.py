"""Whatever the sizes and words: nothing overlaps, nothing leaves its sheet, no word is lost."""

from hypothesis import given, settings, strategies as st

from printables.layout.boxes import A4, A5, A6, A7, UNPRINTABLE, Size, box_of
from printables.layout.columns import column_widths
from printables.layout.pieces import Code, Words
from printables.layout.sheets import grid_for
from printables.layout.text import wrapped
from printables.products.blocks import Choice, Choices, Quote, Text
from printables.products.cards import ClueCard
from printables.units import Mm, mm
from tests.unit.printables.recorded import bounds, pieces_of
from tests.unit.printables.samples import face, sample_look

LENGTHS = st.floats(20, 330).map(mm)
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèàçŒ0123456789'-", min_size=1, max_size=14)
SENTENCE = st.lists(WORD, min_size=1, max_size=70).map(" ".join)


@given(LENGTHS, LENGTHS)
def test_places_on_a_sheet_never_overlap_and_stay_on_it(width: Mm, height: Mm) -> None:
    grid = grid_for(Size(width, height))
    if grid is None:
        assert width > A4.width or height > A4.width
        return
    paper = box_of(grid.paper)
    for index, place in enumerate(grid.places):
        assert paper.holds(place)
        assert not any(place.overlaps(other) for other in grid.places[index + 1 :])


@given(LENGTHS, LENGTHS)
def test_cut_marks_stay_outside_things_that_lie_apart(width: Mm, height: Mm) -> None:
    grid = grid_for(Size(width, height))
    if grid is None or grid.shares_cuts:
        return
    for mark in grid.marks:
        middle_x, middle_y = (mark.x1 + mark.x2) / 2, (mark.y1 + mark.y2) / 2
        for place in grid.places:
            assert not (place.x < middle_x < place.right and place.y < middle_y < place.bottom)


@given(SENTENCE, st.floats(3, 60), st.booleans())
def test_wrapping_keeps_every_word_in_order_and_within_the_width(text: str, limit: float, bold: bool) -> None:
    lines = wrapped(text, sample_look().faces.text, bold, limit)
    shown = [word for line in lines for run in line.runs for word in run.text.split(" ")]
    assert "".join(shown) == text.replace(" ", "")
    assert shown == text.split(" ") or "-" in text
    for line in lines:
        assert line.ems <= limit + 0.001 or " " not in line.runs[0].text


@given(st.lists(st.tuples(st.floats(0.2, 9), st.floats(1, 60)), min_size=1, max_size=7), st.floats(60, 200))
def test_columns_fill_the_width_and_hold_their_words(
    columns: list[tuple[float, float]], width: float
) -> None:
    shares = tuple(share for share, _ in columns)
    least = tuple(mm(needed) for _, needed in columns)
    widths = column_widths(shares, least, mm(width))
    assert abs(sum(widths, start=mm(0)) / mm(1) - width) < 0.001
    if sum(needed for _, needed in columns) < width - 0.001:
        assert all(got + mm(0.001) >= needed for got, needed in zip(widths, least, strict=True))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([A4, A5, A5.turned, A6, A7, A7.turned]),
    SENTENCE,
    st.lists(SENTENCE, max_size=3),
    st.booleans(),
)
def test_a_card_that_is_not_refused_keeps_its_words_inside_and_off_its_code(
    size: Size, speech: str, replies: list[str], coded: bool
) -> None:
    choices = Choices(rows=tuple(Choice(text=reply, letter="R") for reply in replies))
    blocks = (Quote(text=speech), Text(text=speech), choices)
    card = ClueCard(face=face(code="NPBDXF" if coded else None), blocks=blocks, size=size)
    if card.problems(sample_look()):
        return
    pieces = pieces_of(card)
    inside = box_of(size).inset(UNPRINTABLE)
    assert all(inside.holds(bounds(piece)) for piece in pieces)
    words = [bounds(piece) for piece in pieces if isinstance(piece, Words)]
    for index, box in enumerate(words):
        assert not any(box.overlaps(other) for other in words[index + 1 :])
    for code in (piece for piece in pieces if isinstance(piece, Code)):
        quiet = code.box.inset(code.box.width * -(4 / 21))
        assert not any(quiet.overlaps(box) for box in words)
