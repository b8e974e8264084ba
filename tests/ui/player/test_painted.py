"""What people in the room read, measured from painted pixels: sizes, contrast, margins, nothing cut."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from kit_app.domain.facility import Facility
from kit_app.services.player_look import player_colours
from kit_app.ui.player.sheet import LEAST_CLOCK
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import HIGH_CONTRAST, PlayerView
from tests.architecture.tree import ROOT
from tests.ui.player.measure import CAPITAL, Painted, found_on
from tests.ui.player.pages import pages
from tests.ui.player.views import EXTREMES, HINT, LONGEST, PLAY, SIZES, STATES

SEEN = {name: view for name, view in STATES.items() if name != "black"}
SIXTY = "Regardez les légendes des images une par une, puis l'heure."


def painted(view: PlayerView, size: tuple[int, int]) -> Painted:
    window = PlayerWindow()
    window.resize(*size)
    window.show()
    return Painted(window, view)


SMALL_AND_LARGE = [
    pytest.param(size, marks=() if size in (SIZES[0], SIZES[2]) else pytest.mark.long) for size in SIZES
]


@pytest.mark.parametrize("size", SMALL_AND_LARGE, ids=str)
def test_every_state_is_whole_large_and_clear(qtbot, size: tuple[int, int]) -> None:
    assert found_on(size, SEEN) == []


@pytest.mark.parametrize("size", SMALL_AND_LARGE, ids=str)
def test_long_words_are_whole_too(qtbot, size: tuple[int, int]) -> None:
    assert found_on(size, EXTREMES) == []


@pytest.mark.parametrize("size", SMALL_AND_LARGE[:3:2], ids=str)
def test_black_white_and_yellow_are_clear(qtbot, size: tuple[int, int]) -> None:
    assert found_on(size, SEEN, HIGH_CONTRAST) == []


@pytest.mark.parametrize(
    ("ground", "marker"), [("#00403A", "#F7D046"), ("#F4F7FB", "#00539F")], ids=["dark", "light"]
)
def test_a_facilitys_colours_are_clear(qtbot, ground: str, marker: str) -> None:
    colours = player_colours("facility", Facility(screen_ground=ground, screen_marker=marker))
    assert colours.ground == ground
    assert found_on(SIZES[1], SEEN, colours) == []


@pytest.mark.parametrize(
    ("language", "size"),
    [("fr", SIZES[2]), pytest.param("en", SIZES[0], marks=pytest.mark.long)],
    ids=["fr", "en"],
)
def test_the_bundled_game_is_whole_from_the_first_page_to_the_last(
    qtbot, language: str, size: tuple[int, int]
) -> None:
    views = pages(language)
    assert {view.scene.look for view in views.values() if view.scene} >= {
        "pitch",
        "portal",
        "alert",
        "debrief",
    }
    assert found_on(size, views) == []


@pytest.mark.long
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_bundled_game_is_whole_on_every_screen(qtbot, language: str) -> None:
    views = pages(language)
    assert [one for size in SIZES for one in found_on(size, views)] == []


@pytest.mark.long
def test_two_pixels_for_one_are_as_good_as_one() -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.ui.player.measure"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=600, check=False
    )
    assert done.stdout == "ratio 2\n", done.stdout + done.stderr


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_clock_alone_takes_nearly_half_the_height(qtbot, size: tuple[int, int]) -> None:
    part = painted(replace(PLAY, notice=""), size).clock_part()
    assert part >= (0.45 if size[0] > 1.5 * size[1] else 0.39)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_beside_a_hint_the_clock_keeps_its_size(qtbot, size: tuple[int, int]) -> None:
    part = painted(HINT, size).clock_part()
    assert part >= (0.30 if size[0] > 1.5 * size[1] else LEAST_CLOCK)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_sixty_characters_of_a_hint_take_eight_per_cent(qtbot, size: tuple[int, int]) -> None:
    assert len(SIXTY) <= 60
    page = painted(replace(HINT, panel=replace(HINT.panel, text=SIXTY)), size)
    line = page.ink(page.window.card.text).line
    assert line >= CAPITAL * 0.08 * size[1] - 1.5


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_longest_hint_never_falls_below_five_and_a_half(qtbot, size: tuple[int, int]) -> None:
    page = painted(replace(HINT, panel=replace(HINT.panel, text=LONGEST)), size)
    line = page.ink(page.window.card.text).line
    assert line >= CAPITAL * 0.055 * size[1] - 1.5
