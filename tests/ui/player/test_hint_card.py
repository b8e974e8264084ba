"""A picture or a sound of a hint is shown with its words, which keep their least size."""

from dataclasses import replace

import numpy
import pytest

from kit_app.ui.player.panel import LEAST_TEXT
from kit_app.ui.player.wall import PlayerWall
from kit_app.ui.player.window import PlayerWindow
from tests.ui.player.ink import pixels
from tests.ui.player.views import EXTREMES, HINT, LONGEST, PICTURE, PLAY, RED_HINT, SIZES

RED = numpy.array([0xC8, 0x35, 0x2C])


@pytest.fixture
def window(qtbot) -> PlayerWindow:
    widget = PlayerWindow()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def disc(window: PlayerWindow) -> numpy.ndarray:
    """Where the red disc of the picture is."""
    return numpy.abs(pixels(window) - RED).max(axis=2) < 12


SMALL_AND_LARGE = [
    pytest.param(size, marks=() if size in (SIZES[0], SIZES[2]) else pytest.mark.long) for size in SIZES
]


@pytest.mark.parametrize("size", SMALL_AND_LARGE, ids=str)
@pytest.mark.parametrize("name", ["picture", "portal-picture", "red-picture", "listen-picture"])
def test_the_picture_is_large_and_the_words_stay_readable(window, name: str, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.show_view(EXTREMES[name])
    rows = numpy.flatnonzero(disc(window).any(axis=1))
    assert rows[-1] - rows[0] > 0.1 * size[1]
    assert window.card.text.fits()
    assert window.card.text.text_size() >= round(LEAST_TEXT * size[1])


def test_a_picture_is_sharp_on_the_largest_screen(window: PlayerWindow) -> None:
    window.resize(3840, 2160)
    window.show_view(EXTREMES["picture"])
    mask = disc(window)
    rows = numpy.flatnonzero(mask.any(axis=1))
    middle = (rows[0] + rows[-1]) // 2
    columns = numpy.flatnonzero(mask[middle])
    row = pixels(window)[middle, columns[-1] - 2 : columns[-1] + 6]
    ink = numpy.array([0x16, 0x20, 0x2C])
    between = [one for one in row if numpy.abs(one - RED).max() > 12 and numpy.abs(one - ink).max() > 12]
    assert len(between) <= 2


def test_a_picture_goes_with_its_hint(window: PlayerWindow) -> None:
    window.resize(1920, 1080)
    window.show_view(EXTREMES["picture"])
    window.show_view(HINT)
    assert not disc(window).any()


def test_a_sound_has_a_sign_and_a_word(window: PlayerWindow) -> None:
    window.resize(1920, 1080)
    window.show_view(EXTREMES["listen"])
    assert window.card.listen.isVisible() and window.card.listen.text() == "Écoutez."
    assert "Écoutez." in window.card.accessibleName()
    window.show_view(HINT)
    assert not window.card.listen.isVisible()


def test_a_source_that_is_no_drawing_leaves_the_words_alone(window: PlayerWindow) -> None:
    window.resize(1920, 1080)
    window.show_view(replace(HINT, panel=replace(HINT.panel, picture="<svg")))
    assert window.card.text.isVisible() and window.card.text.fits()


def test_a_team_of_several_sees_the_picture_too(qtbot) -> None:
    wall = PlayerWall()
    qtbot.addWidget(wall)
    wall.resize(1920, 1080)
    wall.show()
    other = replace(PLAY, team_number=2)
    wall.show_views((EXTREMES["picture"], other, replace(other, team_number=3)))
    mask = numpy.abs(pixels(wall) - RED).max(axis=2) < 12
    rows = numpy.flatnonzero(mask.any(axis=1))
    assert rows[-1] - rows[0] > 0.08 * 1080


def test_long_words_on_the_red_screen_keep_the_picture_out_of_the_frame(window: PlayerWindow) -> None:
    window.resize(1920, 1080)
    window.show_view(replace(RED_HINT, panel=replace(RED_HINT.panel, picture=PICTURE, text=LONGEST[:160])))
    columns = numpy.flatnonzero(disc(window).any(axis=0))
    assert columns[-1] < 1920 - 0.052 * 1080
