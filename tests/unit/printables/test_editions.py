"""Pages in greys, in high contrast and in large print: readable, without colour, and nothing lost."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import product

import pypdfium2
import pytest
from PIL import Image

from printables.layout import colours
from printables.layout.boxes import A3, A4, A5, A6, A7, Box, Size, box_of
from printables.layout.pieces import Bar, Picture, Words
from printables.products.enlarged import Enlarged, Half, HalfWords, halves
from printables.products.sparing import sparing
from printables.render.pictures import grey_pixels
from printables.render.tones import Tone, grey_of, ground_colour, line_colour, luminance, text_colour
from printables.units import mm
from tests.legible import colours_of, contrast, poor_words
from tests.unit.printables.recorded import bounds, pieces_of
from tests.unit.printables.samples import (
    CLUE,
    CODES,
    LOG,
    SET,
    deck_of,
    drawn,
    face,
    pages,
    read_codes,
    sample_deck,
    sample_look,
    samples,
)

GREY = replace(sample_look(), tone=Tone.GREY)
INK_SAVING = replace(sample_look(), ink_saving=True)
CONTRAST = replace(sample_look(), tone=Tone.CONTRAST, ink_saving=True)
LOOKS = {"colour": sample_look(), "ink": INK_SAVING, "grey": GREY, "contrast": CONTRAST}
HALVES = HalfWords(first="moitié 1/2", second="moitié 2/2")
LONG_LOG = replace(LOG, size=A4)


SOME = [pytest.param(name, marks=pytest.mark.long if name != "contrast" else ()) for name in LOOKS]


@cache
def usual_codes() -> list[set[str]]:
    return [read_codes(page) for page in pages(drawn(sample_deck()), 100)]


@pytest.mark.parametrize("name", SOME)
def test_all_words_of_an_edition_can_be_read_on_their_ground(name: str) -> None:
    assert list(poor_words(drawn(sample_deck(), LOOKS[name]))) == []


def test_no_colour_is_left_in_greys() -> None:
    found = colours_of(drawn(sample_deck(), GREY))
    assert len(found) > 5
    assert all(len(set(colour)) == 1 for colour in found)


def test_high_contrast_is_black_and_white_only() -> None:
    assert colours_of(drawn(sample_deck(), CONTRAST)) == {(0, 0, 0), (255, 255, 255)}


@pytest.mark.parametrize("name", SOME)
def test_every_edition_shows_the_same_codes(name: str) -> None:
    assert [read_codes(page) for page in pages(drawn(sample_deck(), LOOKS[name]), 100)] == usual_codes()


def test_a_photograph_loses_its_colour_and_keeps_what_is_clear() -> None:
    target = BytesIO()
    Image.new("RGBA", (40, 40), (200, 30, 30, 0)).save(target, "PNG")
    with Image.open(BytesIO(grey_pixels(target.getvalue()))) as image:
        assert image.mode == "LA"
        assert image.getpixel((0, 0))[1] == 0
    target = BytesIO()
    Image.new("RGB", (40, 40), (200, 30, 30)).save(target, "PNG")
    page = deck_of(_Photograph(target.getvalue()))
    red, green, blue = pages(drawn(page, GREY), 60)[0].convert("RGB").getpixel((248, 350))
    assert red == green == blue < 200


class _Photograph:
    """A page with one picture of pixels in its middle."""

    title = "photograph"
    size = A4

    def __init__(self, content: bytes) -> None:
        self._content = content

    def problems(self, look):
        return []

    def draw(self, canvas, box):
        canvas.draw([Picture(self._content, Box(mm(55), mm(100), mm(100), mm(100)))], box)


def test_the_white_letter_stands_out_of_every_path_shape_of_every_edition() -> None:
    for tone, fill in product(Tone, colours.PATH_FILL.values()):
        assert contrast(colours.WHITE, ground_colour(tone, fill)) >= 4.5


@pytest.mark.parametrize("colour", ["#0072B2", "#FFD23F", "#D9D2C3", "#A8201A", "#000000", "#FFFFFF"])
def test_a_grey_is_as_light_as_its_colour(colour: str) -> None:
    assert luminance(grey_of(colour)) == pytest.approx(luminance(colour), abs=0.004)


def test_words_are_darker_in_greys_and_faint_lines_black_in_high_contrast() -> None:
    assert text_colour(Tone.GREY, colours.INK3) == "#333333"
    assert text_colour(Tone.GREY, colours.WHITE) == text_colour(Tone.CONTRAST, colours.WHITE) == "#FFFFFF"
    assert line_colour(Tone.CONTRAST, colours.LINE) == "#000000"
    assert ground_colour(Tone.CONTRAST, colours.MARKER_TINT) == "#FFFFFF"


@pytest.mark.parametrize(
    ("size", "larger"),
    [
        (A7, A6),
        (A6, A5),
        (A5, A4),
        (A4, A3),
        (A5.turned, A4.turned),
        (Size(mm(50), mm(40)), Size(mm(70.71), mm(56.57))),
    ],
)
def test_large_print_takes_the_next_size_up(size: Size, larger: Size) -> None:
    found = Enlarged(item=replace(LOG, size=size)).size
    assert found.width / larger.width == pytest.approx(1, abs=1e-4)
    assert found.height / larger.height == pytest.approx(1, abs=1e-4)


def test_a_card_in_large_print_keeps_its_code_and_its_words() -> None:
    other = replace(CLUE, face=face(code=CODES[1]))
    (page,) = pages(drawn(deck_of(Enlarged(item=CLUE), Enlarged(item=other))), 100)
    assert read_codes(page) == sorted(CODES[:2])


def test_what_lies_side_by_side_still_lies_side_by_side_in_large_print() -> None:
    other = replace(LOG, face=face("P08-C3", "Un titre", code=CODES[1]))
    assert Enlarged(item=LOG).size == Enlarged(item=other).size


def made_halves(paper: Size = A4) -> tuple[Half, Half]:
    return halves(LONG_LOG, sample_look(), paper, mm(4.2), HALVES)


def test_a_page_becomes_two_sheets_that_cut_no_words() -> None:
    first, second = made_halves()
    assert first.size == second.size == A4.turned
    assert first.part.bottom == second.part.y
    words = [bounds(piece) for piece in pieces_of(LONG_LOG) if isinstance(piece, Words)]
    assert not [box for box in words if box.y < first.part.bottom < box.bottom]


def test_both_halves_are_as_large_and_the_code_stands_on_one() -> None:
    first, second = made_halves()
    assert first.scale == second.scale > 1.3
    code = LONG_LOG.face.code
    assert (first.codes, second.codes) == (frozenset(), frozenset((code,)))
    upper, lower = pages(drawn(deck_of(first, second)), 100)
    assert (read_codes(upper), read_codes(lower)) == ([], [code])


def test_each_half_holds_only_its_own_words() -> None:
    with pypdfium2.PdfDocument(drawn(deck_of(*made_halves()))) as document:
        upper, lower = (page.get_textpage().get_text_bounded() for page in document)
    assert SET in lower and SET not in upper
    assert "moitié 1/2" in upper and "moitié 2/2" in lower


def test_nothing_on_a_half_lies_beyond_its_sheet() -> None:
    for half in made_halves():
        part = Box(mm(0), mm(0), half.part.width * half.scale, half.part.height * half.scale)
        assert box_of(half.size).inset(half.margin).holds(part.moved(half.margin, half.margin))


def test_a_document_that_was_set_in_colour_saves_ink_too() -> None:
    usual, saving = (drawn(deck_of(samples()["answer-key"]), look) for look in (sample_look(), INK_SAVING))
    assert (0xE4, 0xEC, 0xF4) in colours_of(usual)
    assert (0xE4, 0xEC, 0xF4) not in colours_of(saving)


def test_white_words_on_a_dark_ground_become_dark_when_the_ground_is_saved() -> None:
    face = sample_look().faces.text.bold
    ground = Bar(Box(mm(10), mm(10), mm(60), mm(20)), fill=colours.INK)
    words = Words(mm(14), mm(20), "Le réflexe", face, mm(4), colours.MARKER)
    mark = Bar(Box(mm(80), mm(10), mm(5), mm(5)), fill=colours.INK)
    on_mark = Words(mm(81), mm(14), "3", face, mm(3), colours.WHITE)
    first, second, *others = sparing([ground, words, mark, on_mark])
    assert (first.fill, first.line, second.colour) == (None, colours.INK, colours.INK)
    assert others == [mark, on_mark]
