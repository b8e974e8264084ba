"""Drawings of a kit from elsewhere: what is not a flat shape is refused in a sentence, with its line."""

import pytest

from kit_app.content.drawings import LARGEST_DRAWING, MOST_SHAPES, SHAPES, drawing_trouble
from kit_app.domain.spelling import filled
from printables.render import svg as printing
from tests.unit.printables.test_pictures import REFUSED, SQUARE, svg

LATER = {
    "half a path", "a path without a start", "a number beyond all boards", "transparency",
}  # fmt: skip
"""Harmless on a screen; the printing door refuses them when the kit is judged by its paper."""


def sentence(content: bytes) -> str:
    trouble = drawing_trouble(content)
    if trouble is None:
        return ""
    message, values = trouble
    return filled(message, {"picture": "images/a.svg", **values})


def test_flat_shapes_in_groups_are_welcome() -> None:
    assert sentence(SQUARE) == ""
    assert sentence(svg('<g transform="scale(2)"><path d="M0,0 a5 5 0 0 1 10 0z" fill="none"/></g>')) == ""


@pytest.mark.parametrize("name", sorted(REFUSED.keys() - LATER))
def test_what_the_printer_refuses_as_unsafe_the_check_refuses_too(name: str) -> None:
    assert sentence(REFUSED[name]).startswith("images/a.svg")


def test_the_check_welcomes_exactly_what_the_printer_draws() -> None:
    drawn = frozenset(printing.PLACES) - {"g"}
    assert (drawn, printing.MOST_SHAPES, printing.LARGEST_FILE) == (SHAPES, MOST_SHAPES, LARGEST_DRAWING)


def test_the_sentence_names_the_line_and_what_stands_there() -> None:
    assert sentence(svg("\n<script/>")) == (
        "images/a.svg, line 2: <script> does not belong in a drawing. Use shapes only, without text or links."
    )


def test_too_many_shapes_are_told() -> None:
    assert "more than 150 shapes" in sentence(svg('<path d="M0 0L5 5"/>' * 151))
    assert "too large" in sentence(svg(f'<path d="M0 0{"L5 5" * 60_000}"/>'))
