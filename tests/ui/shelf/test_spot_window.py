"""A spot that is played: it follows the clock, keys pause it, go by scenes and close it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kit_app.domain.facility import Facility
from kit_app.services.spots import films
from kit_app.ui.shelf.spot_window import SpotWindow, screen_for
from kit_app.ui.shelf.spots_view import SpotsView
from tests.unit.content.bundled import bundled_kit


@pytest.fixture
def played(qtbot, clock):
    window = SpotWindow(films(bundled_kit(), Facility(), "en")[0], clock.steady_ms)
    window.resize(320, 200)
    window.show()
    yield window
    if isValid(window):
        window.close()


def press(window: SpotWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window, key)


def test_it_follows_the_clock_to_its_end_and_stays_there(played, clock):
    assert (played.second, played.scene) == (0, 0)
    clock.advance(13_000)
    played.follow()
    assert (played.second, played.scene) == (13, 2)
    assert played.accessibleName() == "The gossip copier. Everybody wants a selfie with the sheet."
    clock.advance(99_000)
    played.follow()
    assert (played.second, played.scene) == (35, 4)


def test_space_pauses_and_goes_on_where_it_was(played, clock):
    clock.advance(3_000)
    press(played, Qt.Key.Key_Space)
    clock.advance(60_000)
    assert (played.is_paused, played.second) == (True, 3)
    press(played, Qt.Key.Key_Space)
    clock.advance(1_000)
    assert (played.is_paused, played.second) == (False, 4)


def test_space_at_the_end_plays_it_again(played, clock):
    clock.advance(40_000)
    press(played, Qt.Key.Key_Space)
    assert (played.is_paused, played.second) == (False, 0)


def test_arrows_go_from_scene_to_scene_also_while_it_is_paused(played, clock):
    press(played, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert (played.scene, played.second) == (2, 12)
    press(played, Qt.Key.Key_Space, Qt.Key.Key_Left)
    clock.advance(9_000)
    assert (played.scene, played.second) == (1, 5)
    press(played, *[Qt.Key.Key_Right] * 9)
    assert played.scene == 4
    press(played, Qt.Key.Key_Home)
    assert (played.is_paused, played.second) == (True, 0)


def test_the_mouse_pauses_and_closes(qtbot, played):
    QTest.mouseClick(played, Qt.MouseButton.LeftButton)
    assert played.is_paused
    with qtbot.waitSignal(played.closed):
        QTest.mouseClick(played, Qt.MouseButton.RightButton)


def test_the_pause_is_seen_in_a_corner(played):
    before = played.grab().toImage()
    press(played, Qt.Key.Key_Space)
    assert played.grab().toImage() != before


def test_it_is_played_from_the_shelf_and_closed_by_escape(shelf_at, qtbot):
    shelf = shelf_at("spots")
    view = shelf.page.view
    assert isinstance(view, SpotsView)
    view.tiles.button("red-screen").click()
    shelf.click("spots-play")
    window = view.window_played
    assert window is not None
    assert window.isFullScreen()
    assert window.film.title == "Écran rouge"
    with qtbot.waitSignal(window.closed):
        press(window, Qt.Key.Key_Escape)
    assert view.window_played is None


def test_leaving_the_page_ends_the_film(shelf_at):
    shelf = shelf_at("spots")
    shelf.click("spots-play")
    shelf.page.part.button("topics").click()
    assert not any(isinstance(one, SpotWindow) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_it_is_played_where_players_would_look(shelf_at):
    page = shelf_at("spots").page
    page.view.stop()
    assert page.screen().name() != screen_for(page.window(), None).name() == "projector"
