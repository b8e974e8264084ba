"""Slides on the projector: never over the laptop, black when asked, back after a lost display."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from kit_app.domain.facility import Facility
from kit_app.ui.app import MainWindow
from kit_app.ui.debrief.debrief_page import DebriefPage
from kit_app.ui.debrief.slide_view import SlideWindow
from kit_app.ui.places import step
from tests.ui.debrief.evening import an_evening
from tests.ui.shell import services_in, window_of

PROJECTOR = (1366, 0, 1920, 1080)


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    with services_in(tmp_path / "data") as services:
        services.profile.save(Facility(name="Hôpital de Brévalon"))
        made = window_of(services)
        qtbot.addWidget(made)
        made.go(step("debrief", an_evening(services).id))
        yield made
        page(made).end_projection()


def page(window: MainWindow) -> DebriefPage:
    found = window.page("debrief")
    assert isinstance(found, DebriefPage)
    return found


def shown(window: MainWindow) -> SlideWindow:
    projection = page(window).projection
    assert projection is not None
    assert projection.screen is not None
    return projection.screen


def test_the_slide_fills_the_projector_and_follows(window: MainWindow) -> None:
    talk = page(window)
    QTest.mouseClick(talk.show_all, Qt.MouseButton.LeftButton)
    screen = shown(window)
    assert screen.geometry().getRect() == PROJECTOR
    assert talk.state.text() == "Projected"
    first = screen.accessibleName()
    QTest.keyClick(talk.next, Qt.Key.Key_Space)
    assert screen.accessibleName() != first
    assert screen.accessibleName() == talk.slide.accessibleName()
    assert screen.grab().toImage().pixelColor(300, 40).lightness() > 200


def test_n_makes_the_screen_black_until_the_next_slide(window: MainWindow) -> None:
    talk = page(window)
    QTest.keyClick(talk.next, Qt.Key.Key_N)
    assert not talk.black.isChecked()
    talk.project()
    QTest.keyClick(talk.next, Qt.Key.Key_N)
    assert shown(window).is_black
    assert talk.black.isChecked()
    assert shown(window).grab().toImage().pixelColor(300, 40).lightness() == 0
    QTest.mouseClick(talk.black, Qt.MouseButton.LeftButton)
    assert not shown(window).is_black
    QTest.keyClick(talk.next, Qt.Key.Key_N)
    QTest.keyClick(talk.next, Qt.Key.Key_Right)
    assert not shown(window).is_black


def test_a_lost_projector_is_told_and_the_slides_come_back(window: MainWindow, qapp) -> None:
    talk = page(window)
    talk.project()
    screen = shown(window)
    laptop = next(one for one in qapp.screens() if one.name() == "laptop")
    screen.windowHandle().setScreen(laptop)  # the system moves a window before it tells of the loss
    assert not screen.isVisible()
    assert talk.state.text() == "Unplugged"
    assert talk.banners.banner("slides") is not None
    QTest.keyClick(talk.next, Qt.Key.Key_Right)
    QTest.qWait(0)
    qapp.processEvents()
    assert screen.isVisible()
    assert screen.geometry().getRect() == PROJECTOR
    assert talk.banners.banner("slides") is None
    assert screen.accessibleName() == talk.slide.accessibleName()


def test_the_laptop_is_never_covered(window: MainWindow, qapp) -> None:
    talk = page(window)
    talk.project()
    projector = next(one for one in qapp.screens() if one.name() == "projector")
    window.setGeometry(QRect(projector.geometry().topLeft(), window.size()))
    QTest.qWait(0)
    qapp.processEvents()
    assert not shown(window).geometry().intersects(window.geometry())
    banner = talk.banners.banner("slides")
    assert banner is not None
    assert "can read the notes" in banner.text


def test_slides_stay_while_other_pages_are_looked_at_until_the_talk_ends(window: MainWindow) -> None:
    talk = page(window)
    talk.project()
    QTest.keyClick(talk.next, Qt.Key.Key_Right)
    here = window.here
    window.go(step("run-results", here.session))
    assert shown(window).isVisible()
    window.go(here)
    assert talk.step is not None
    assert talk.step.slide.number == 2
    QTest.mouseClick(talk.end, Qt.MouseButton.LeftButton)
    assert talk.projection is not None
    assert not talk.projection.is_on
    assert talk.step.slide.number == 1


def test_after_the_console_the_projector_shows_the_first_slide_at_once(window: MainWindow, qapp) -> None:
    session_id = window.here.session
    window.open_console(session_id, 1)
    assert window.live is not None
    player = window.live.player
    window.live.leave()
    assert page(window).projection is not None
    assert shown(window).isVisible()
    assert shown(window).geometry().getRect() == PROJECTOR
    assert not player.isVisible()
    assert page(window).step is not None
    assert page(window).step.slide.look == "front"


def test_slides_give_way_to_a_console(window: MainWindow) -> None:
    talk = page(window)
    talk.project()
    window.open_console(window.here.session, 1)
    assert talk.projection is not None
    assert not talk.projection.is_on
    assert window.live is not None
    window.live.leave()


def test_the_projector_is_free_when_the_program_is_closed(window: MainWindow) -> None:
    talk = page(window)
    talk.project()
    screen = shown(window)
    window.close()
    assert talk.projection is not None
    assert not talk.projection.is_on
    assert not screen.isVisible()
