"""A colour that cannot be read is refused, and the nearest that can be is offered."""

from functools import partial

import pytest
from hypothesis import given, strategies as st

from kit_app.domain import colours as c
from tests.legible import contrast as measured

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


@given(COLOURS, COLOURS)
def test_contrast_is_counted_as_it_is_measured(one: str, other: str) -> None:
    assert c.contrast(one, other) == pytest.approx(measured(one, other), rel=0.01)


@given(COLOURS)
def test_there_is_always_a_near_ground_that_holds(ground: str) -> None:
    assert c.holds_words(c.nearest(ground, c.holds_words))


@given(COLOURS, COLOURS)
def test_there_is_always_a_marker_for_a_ground(marker: str, wish: str) -> None:
    ground = c.nearest(wish, c.holds_words)
    can_mark = partial(c.holds_as_marker, ground=ground)
    assert can_mark(c.nearest(marker, can_mark))


def test_a_colour_that_holds_is_its_own_nearest() -> None:
    assert c.nearest("#0B1320", c.holds_words) == "#0B1320"


def test_a_common_blue_is_made_a_little_darker() -> None:
    assert not c.holds_words("#005EB8")
    found = c.nearest("#005EB8", c.holds_words)
    assert c.holds_words(found) and c.contrast(found, "#005EB8") < 1.4
