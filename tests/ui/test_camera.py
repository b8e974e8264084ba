"""The camera is off until it is asked for, reads real cards, and turns itself off again."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kit_app.ui.camera import ALONE_MS, FORGET_AFTER
from kit_app.ui.room_camera import RoomCamera
from tests.camera_frames import empty, frame
from tests.fakes import FakeCamera
from tests.ui.console.evening import Evening, evening
from tests.ui.console.evening_of_teams import evening_of_teams
from tests.ui.fitting import misfits, settled

ALT = Qt.KeyboardModifier.AltModifier
GREY = QImage.Format.Format_Grayscale8


@pytest.fixture
def playing(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        one.click("next-step")
        one.solve("P1")
        yield one


def with_camera(one: Evening, camera: FakeCamera) -> RoomCamera:
    """The console of an evening, with another camera than this computer's."""
    one.console.camera_asked.disconnect()
    one.live.media.camera.view.deleteLater()
    one.live.media.camera.deleteLater()
    one.live.media.camera = RoomCamera(one.t, one.console, one.live, camera)
    return one.live.media.camera


def seen(picture: Image.Image) -> QImage:
    return QImage(picture.tobytes(), picture.width, picture.height, picture.width, GREY).copy()


def turn(one: Evening) -> None:
    QTest.keyClick(one.console.focusWidget(), Qt.Key.Key_V, ALT)


def test_it_is_off_until_it_is_asked_for_and_says_that_it_is_on(playing: Evening) -> None:
    camera = FakeCamera()
    view = with_camera(playing, camera).view
    assert not camera.is_on
    turn(playing)
    assert camera.is_on
    assert view.isVisible()
    assert view.title.text() == "Camera on"
    assert playing.button("camera-turn").isChecked()
    turn(playing)

    assert not camera.is_on
    assert not view.isVisible()


def test_a_card_that_is_held_before_it_is_read_once(qtbot, playing: Evening) -> None:
    camera = FakeCamera()
    view = with_camera(playing, camera).view
    playing.console.puzzles.desk.edit.setText("half")
    turn(playing)
    camera.seen = seen(frame(cm=30, degrees=33, light=0.4))
    with qtbot.waitSignal(view.read):
        pass
    for _ in range(3):
        with qtbot.waitSignal(view._beat.timeout):
            pass
    assert "another set" in playing.echo or "not known here" in playing.echo
    assert playing.console.puzzles.desk.edit.text() == "half"


def test_a_card_that_comes_again_is_read_again(qtbot, playing: Evening) -> None:
    camera = FakeCamera()
    view = with_camera(playing, camera).view
    turn(playing)
    view._beat.setInterval(5)
    camera.seen = seen(frame())
    with qtbot.waitSignal(view.read):
        pass
    camera.seen = seen(empty())
    qtbot.waitUntil(lambda: view._missed >= FORGET_AFTER)
    with qtbot.waitSignal(view.read):
        camera.seen = seen(frame())


def test_it_turns_itself_off_after_a_minute_without_a_card(qtbot, playing: Evening) -> None:
    camera = FakeCamera()
    view = with_camera(playing, camera).view
    turn(playing)
    assert (view.alone.interval(), ALONE_MS) == (ALONE_MS, 60_000)
    view.alone.start(1)
    with qtbot.waitSignal(view.turned) as turned:
        pass

    assert turned.args == [False]
    assert not camera.is_on


def test_it_is_off_when_the_game_is_over(playing: Evening) -> None:
    camera = FakeCamera()
    with_camera(playing, camera)
    turn(playing)
    playing.click("stop")
    QTest.mouseClick(playing.live.question.buttons["at-once"], Qt.MouseButton.LeftButton)

    assert not camera.is_on


def test_a_camera_that_stops_by_itself_is_told(playing: Evening) -> None:
    camera = FakeCamera()
    with_camera(playing, camera)
    turn(playing)
    camera.failed.emit()

    assert not camera.is_on
    assert "The camera stopped" in playing.console.toast.label.text()


@pytest.mark.parametrize(
    ("camera", "words"),
    [
        (FakeCamera(is_plugged=False), "No camera is plugged in"),
        (FakeCamera("missing"), "main.py media"),
        (FakeCamera("broken"), "does not start"),
    ],
)
def test_no_camera_is_said_in_words(playing: Evening, camera: FakeCamera, words: str) -> None:
    with_camera(playing, camera)
    turn(playing)

    assert words in playing.console.toast.label.text()
    assert not playing.button("camera-turn").isChecked()


@pytest.fixture
def room(qtbot, tmp_path):
    with evening_of_teams(tmp_path / "data") as one:
        one.click("start-all")
        yield one


@pytest.mark.parametrize("size", [(512, 384), (683, 384), (1366, 768)])
def test_several_teams_hold_cards_before_it_and_no_card_of_the_grid_is_covered(qtbot, room, size) -> None:
    camera = FakeCamera()
    view = with_camera(room, camera).view
    room.console.showNormal()
    room.console.resize(*size)
    room.click("camera-turn")
    settled(room.console)
    assert camera.is_on and view.isVisible() and room.button("camera-turn").isChecked()
    assert room.console.size().toTuple() == size
    assert misfits(room.console) == []
    seen_there = view.rect().translated(view.mapTo(room.console, view.rect().topLeft()))
    area = room.grid.area
    assert not seen_there.intersects(area.rect().translated(area.mapTo(room.console, area.rect().topLeft())))
    camera.seen = seen(frame(cm=30, degrees=33, light=0.4))
    with qtbot.waitSignal(view.read):
        pass
    assert "another set" in room.news or "not known here" in room.news or "another session" in room.news
    turn(room)
    assert not camera.is_on and not room.button("camera-turn").isChecked()


def test_it_ends_with_the_page_it_was_on_and_begins_again_on_the_other(room) -> None:
    camera = FakeCamera()
    view = with_camera(room, camera).view
    turn(room)
    room.press("F2")
    assert not camera.is_on
    turn(room)
    assert camera.is_on and room.console.page.isAncestorOf(view)
    room.press("Esc")
    room.press("Esc")
    assert room.console.is_grid_up and not camera.is_on
    turn(room)
    assert camera.is_on and room.grid.isAncestorOf(view)
