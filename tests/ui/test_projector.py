"""Where the player windows are when the console moves, displays go, and several teams have a window each."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest

from kit_app.ui.player.window import PlayerWindow
from tests.ui.console.evening import Evening, evening

LAPTOP, PROJECTOR = (0, 0, 1366, 768), (1366, 0, 1920, 1080)


@pytest.fixture
def night(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield one


def screen(qapp, name: str) -> QScreen:
    return next(one for one in qapp.screens() if one.name() == name)


def drag_console(one: Evening, qapp, name: str) -> None:
    """What a person does with the mouse: the window is elsewhere, and a moment passes."""
    target = screen(qapp, name)
    one.console.showNormal()
    one.console.setGeometry(QRect(target.geometry().topLeft(), one.console.size()))
    QTest.qWait(0)
    qapp.processEvents()


def area(window) -> tuple[int, int, int, int]:
    return window.geometry().getRect()


def press(one: Evening, action: str) -> None:
    QTest.mouseClick(one.console.banners.banner("screen").buttons[action], Qt.MouseButton.LeftButton)


def test_a_console_dragged_onto_the_projector_is_told_and_swapped_back(night: Evening, qapp) -> None:
    drag_console(night, qapp, "projector")

    assert night.live.projector.place == "swapped"
    assert area(night.live.player) == LAPTOP
    assert night.console.screen().name() == "projector"
    banner = night.console.banners.banner("screen")
    assert "they can read the answers" in banner.text
    assert night.console.now.screen_state.text() == "Swapped"

    press(night, "swap")
    qapp.processEvents()
    assert night.console.screen().name() == "laptop"
    assert area(night.live.player) == PROJECTOR
    assert night.console.banners.banner("screen") is None


def test_a_console_dragged_back_gives_the_projector_back_by_itself(night: Evening, qapp) -> None:
    drag_console(night, qapp, "projector")
    drag_console(night, qapp, "laptop")

    assert night.live.projector.place == "projected"
    assert area(night.live.player) == PROJECTOR
    assert night.services.preferences.settings.projector.name == "projector"


def test_screens_that_were_swapped_on_purpose_stay_so(night: Evening, qapp) -> None:
    drag_console(night, qapp, "projector")
    press(night, "keep")

    assert night.live.projector.place == "projected"
    assert night.console.banners.banner("screen") is None
    assert area(night.live.player) == LAPTOP
    assert night.services.preferences.settings.projector.name == "laptop"


def test_a_window_that_the_system_moves_onto_the_console_hides_at_once(night: Evening, qapp) -> None:
    player = night.live.player
    player.windowHandle().setScreen(screen(qapp, "laptop"))

    assert not player.isVisible()
    qapp.processEvents()
    assert area(player) == PROJECTOR
    assert player.isVisible()


def test_a_picture_that_the_system_doubles_is_told_as_such(night: Evening, qapp) -> None:
    night.live.projector.is_mirroring = lambda: True
    night.live.projector.add(1, PlayerWindow(night.console), None, "Owls")

    assert night.live.projector.windows[1].place == "mirrored"
    assert "Extend" in night.console.banners.banner("screen-1").text
    night.live.projector.remove(1)
    assert night.console.banners.banner("screen-1") is None


def test_two_teams_never_share_a_display(night: Evening, qapp) -> None:
    projector = night.live.projector
    other = PlayerWindow(night.console)
    projector.add(1, other, None, "Owls")
    assert projector.windows[1].place == "alone"
    assert not other.isVisible()

    projector.put_away(0)
    assert area(other) == PROJECTOR
    assert not night.live.player.isVisible()

    projector.use(projector.displays()[0].identity, 0)
    assert area(night.live.player) == PROJECTOR
    assert not other.isVisible()


def test_a_lost_display_of_a_team_is_told_by_the_teams_name(night: Evening, qapp) -> None:
    projector = night.live.projector
    projector.put_away(0)
    projector.add(1, PlayerWindow(night.console), None, "Owls")
    qapp.screenRemoved.emit(screen(qapp, "projector"))

    banner = night.console.banners.banner("screen-1")
    assert "screen of Owls is unplugged" in banner.text
    qapp.processEvents()
    assert night.console.banners.banner("screen-1") is None
    assert projector.windows[1].place == "projected"
