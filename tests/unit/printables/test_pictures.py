"""Pictures: at the right place on paper, in the same bytes, as outlines to save ink, refused when unsafe."""

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import numpy
import pytest
from PIL import Image

from printables.layout.boxes import A4, Box, Size
from printables.layout.outlines import path
from printables.layout.pieces import Picture
from printables.problems import CannotPrintError, Cause, PrintProblem
from printables.products.deck import write_deck
from printables.products.face import glyph_problems
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.render.svg import PictureError, read_drawing
from printables.units import mm
from tests.unit.printables.samples import deck_of, drawn, pages, sample_look

DPI = 254  # ten pixels a millimetre
PLACE = Box(mm(20), mm(30), mm(50), mm(40))
RED = (200, 53, 44)


def svg(inside: str, board: str = "0 0 100 100") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{board}">{inside}</svg>'.encode()


SQUARE = svg('<rect x="25" y="25" width="50" height="50" fill="#C8352C"/>')


@dataclass(frozen=True)
class Plate:
    """A card with nothing on it but a picture."""

    picture: Picture

    title = "Plate"
    size: Size = A4

    def problems(self, look: Look) -> list[PrintProblem]:
        return glyph_problems(self.title, [self.picture])

    def draw(self, canvas: Canvas, box: Box) -> None:
        canvas.draw([self.picture], box)


def shown(source: bytes | Path, *, ink_saving: bool = False) -> Image.Image:
    """The sheet at ten pixels a millimetre."""
    look = replace(sample_look(), ink_saving=ink_saving)
    (page,) = pages(drawn(deck_of(Plate(Picture(source, PLACE))), look), DPI)
    return page.convert("RGB")


def darkness(page: Image.Image, below: int = 255) -> int:
    """How many pixels are darker than that."""
    return int((numpy.asarray(page.convert("L")) < below).sum())


def test_a_square_lies_where_its_box_says_to_a_tenth_of_a_millimetre() -> None:
    # a board of 100 in a box of 50 x 40 mm is 40 mm wide and begins 5 mm further right
    page = shown(SQUARE)
    left, top = 200 + 50 + 100, 300 + 100
    for x, y in ((left + 1, top + 1), (left + 198, top + 198)):
        assert page.getpixel((x, y)) == RED
    for x, y in ((left - 2, top + 9), (left + 9, top - 2), (left + 202, top + 9), (left + 9, top + 202)):
        assert page.getpixel((x, y)) == (255, 255, 255)


def test_to_save_ink_only_outlines_are_drawn() -> None:
    page = shown(SQUARE, ink_saving=True)
    assert RED not in {colour for _, colour in page.getcolors(1 << 20) or ()}
    assert 0 < darkness(page) < darkness(shown(SQUARE)) / 10


def test_a_dark_detail_stays_dark_when_ink_is_saved_and_a_large_dark_shape_does_not() -> None:
    eye = '<circle cx="50" cy="50" r="40" fill="#16202C"/><circle cx="50" cy="50" r="2" fill="#16202C"/>'
    page = shown(svg(eye), ink_saving=True)
    assert page.getpixel((450, 500))[0] < 60  # the pupil, in the middle
    assert page.getpixel((450, 560)) == (255, 255, 255)


def test_the_same_picture_gives_the_same_bytes_from_a_file_and_from_memory(tmp_path: Path) -> None:
    file = tmp_path / "square.svg"
    file.write_bytes(SQUARE)
    once = drawn(deck_of(Plate(Picture(file, PLACE))))
    assert once == drawn(deck_of(Plate(Picture(SQUARE, PLACE))))


def test_a_photograph_is_drawn_in_the_same_bytes_each_time() -> None:
    target = BytesIO()
    Image.new("RGB", (60, 60), RED).save(target, "PNG")
    item = Plate(Picture(target.getvalue(), PLACE))
    assert drawn(deck_of(item)) == drawn(deck_of(item))
    assert shown(target.getvalue()).getpixel((450, 500)) == RED


REFUSED = {
    "an entity bomb": b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
    "an entity from a file": b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg>&a;</svg>',
    "a link": svg('<image href="https://example.example/a.png" width="5" height="5"/>'),
    "a link on a shape": svg('<path d="M0 0L5 5" href="other.svg"/>'),
    "a use of another file": svg('<use href="other.svg#a"/>'),
    "a script": svg("<script>alert(1)</script>"),
    "something to run": svg('<rect width="5" height="5" onclick="alert(1)"/>'),
    "text": svg('<text x="5" y="5">Bonjour</text>'),
    "loose words": svg("Bonjour"),
    "a style sheet": svg("<style>rect{fill:url(http://example.example)}</style>"),
    "a style": svg('<rect width="5" height="5" style="fill:red"/>'),
    "a gradient": svg("<defs><linearGradient/></defs>"),
    "a fill from elsewhere": svg('<rect width="5" height="5" fill="url(#a)"/>'),
    "an instruction": b'<?xml-stylesheet href="a.css"?>' + SQUARE,
    "no picture": b"GIF89a",
    "nothing": b"",
    "no board": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "another language": b"<html></html>",
    "half a path": svg('<path d="M0 0L5"/>'),
    "a path without a start": svg('<path d="L5 5"/>'),
    "a number beyond all boards": svg('<rect width="1e99" height="5"/>'),
    "transparency": svg('<rect width="5" height="5" opacity="0.5"/>'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_flat_drawing_is_a_problem_before_anything_is_drawn(name: str) -> None:
    plate = Plate(Picture(REFUSED[name], PLACE, "a.svg"))
    (problem,) = plate.problems(sample_look())
    assert (problem.cause, problem.where) == (Cause.UNREADABLE_PICTURE, "Plate")
    assert problem.why.startswith("a.svg ")
    with pytest.raises(CannotPrintError):
        write_deck(deck_of(plate), sample_look(), BytesIO())


def test_the_line_of_what_is_refused_is_told() -> None:
    with pytest.raises(PictureError, match="3: <text>"):
        read_drawing(svg("\n\n<text/>"))


def test_more_shapes_than_a_printer_likes_are_too_complex() -> None:
    line = '<path d="M0 0L5 5"/>'
    assert len(read_drawing(svg(line * 150)).shapes) == 150
    with pytest.raises(PictureError) as caught:
        read_drawing(svg(line * 151))
    assert caught.value.cause is Cause.COMPLEX_PICTURE
    with pytest.raises(PictureError) as caught:
        read_drawing(svg(f'<path d="M0 0{"L5 5" * 60_000}"/>'))
    assert caught.value.cause is Cause.COMPLEX_PICTURE


def test_a_missing_file_and_a_broken_photograph_are_problems(tmp_path: Path) -> None:
    for source in (tmp_path / "none.svg", b"\x89PNG\r\n\x1a\n broken"):
        (problem,) = Plate(Picture(source, PLACE)).problems(sample_look())
        assert problem.cause is Cause.UNREADABLE_PICTURE


@pytest.mark.parametrize(
    ("data", "end"),
    [
        ("M1 2l3 4", (4, 6)),
        ("M1 2h3v-2", (4, 0)),
        ("m1,2 3,4 5-1", (9, 5)),
        ("M0 0c1 1 2 2 3 3s2 2 3 3", (6, 6)),
        ("M0 0q1 1 2 0t2 0", (4, 0)),
        ("M0 0a5 5 0 0110 0", (10, 0)),
        ("M.5.5L1e1 2", (10, 2)),
    ],
)
def test_path_data_ends_where_it_says(data: str, end: tuple[float, float]) -> None:
    assert path(data)[-1][1][-2:] == pytest.approx(end)


@pytest.mark.parametrize(
    ("flags", "middle"),
    [("0 1", (5, -5)), ("0 0", (5, 5)), ("1 1", (5, -5)), ("1 0", (5, 5))],
)
def test_an_arc_bulges_to_the_side_that_its_flags_say(flags: str, middle: tuple[float, float]) -> None:
    first = path(f"M0 0A5 5 0 {flags} 10 0")[1]
    assert first[1][-2:] == pytest.approx(middle, abs=0.01)


def test_a_large_arc_takes_the_long_way() -> None:
    steps = path("M0 0A5 5 0 1 1 5 5")  # three quarters of a circle
    assert len(steps) == 4
    assert steps[1][1][-2:] == pytest.approx((5, -5), abs=0.01)


def test_groups_place_turn_and_scale_what_lies_inside() -> None:
    inside = (
        '<g transform="translate(10 20) scale(2)"><rect x="1" width="3" height="3" stroke-width="2"/></g>'
    )
    (shape,) = read_drawing(svg(inside)).shapes
    assert shape.steps[0] == ("m", (12.0, 20.0))
    assert shape.paint.width == 4
    turned = '<g transform="rotate(90 5 5)"><rect width="1" height="1"/></g>'
    (shape,) = read_drawing(svg(turned)).shapes
    assert shape.steps[0][1] == pytest.approx((10, 0))
