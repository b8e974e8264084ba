"""The facility's name: from the foot of the rail to its settings, and from a session into the profile."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kit_app.domain.facility import Facility
from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.dress import speak
from kit_app.ui.places import HOME, SETTINGS, Where
from tests.ui.console.evening import Evening
from tests.ui.shell import click, named, services_in, session, window_of


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one
    speak("en")


@pytest.fixture(params=["en", "fr"])
def window(qtbot, services: Services, request) -> MainWindow:
    made = window_of(services, language=request.param)
    qtbot.addWidget(made)
    return made


def by_click(part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def by_key(part: QWidget) -> None:
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part, Qt.Key.Key_Space)


@pytest.mark.parametrize("press", [by_click, by_key])
def test_the_facility_at_the_foot_of_the_rail_opens_its_settings(
    window: MainWindow, press: Callable[[QWidget], None]
) -> None:
    window.go(Where(SETTINGS))
    window.page(SETTINGS).show_section("look")
    window.go(Where(HOME))
    press(named(window, "rail-profile", QAbstractButton))

    assert window.here == Where(SETTINGS)
    assert window.page(SETTINGS).facility.isVisible()
    assert window.page(SETTINGS).facility.hasFocus()


def test_another_language_keeps_the_section_of_the_settings(window: MainWindow, services: Services) -> None:
    window.go(Where(SETTINGS))
    page = window.page(SETTINGS)
    by_click(page.section_buttons["look"])
    before = window.t.language
    other = "en" if before == "fr" else "fr"
    page.language.set_value(other)
    page.language.changed.emit(other)
    click(window, "settings-save")

    assert window.t.language == other
    assert window.page(SETTINGS) is not page
    assert window.page(SETTINGS).language.isVisibleTo(window.page(SETTINGS))
    assert not window.page(SETTINGS).facility.isVisibleTo(window.page(SETTINGS))


def test_a_name_given_to_a_session_is_offered_to_the_profile_and_kept_by_one_click(
    window: MainWindow, services: Services
) -> None:
    session(services)
    services.profile.save(Facility())
    window.go(Where(HOME))
    banner = window.page(HOME).banners.banner("facility")
    assert banner is not None
    assert "Hôpital de Brévalon" in banner.text
    by_click(banner.buttons["keep"])

    assert services.profile.facility.name == "Hôpital de Brévalon"
    assert window.page(HOME).banners.banner("facility") is None
    assert "Hôpital de Brévalon" in named(window, "rail-profile").accessibleName()


def test_an_offer_refused_stays_away(window: MainWindow, services: Services) -> None:
    session(services)
    services.profile.save(Facility())
    window.go(Where(HOME))
    by_click(window.page(HOME).banners.banner("facility").buttons["leave"])
    window.go(Where(HOME))

    assert window.page(HOME).banners.banner("facility") is None
    assert services.profile.facility.name == ""


def test_players_see_the_colours_of_the_facility_where_they_play(qtbot, tmp_path: Path) -> None:
    one = Evening(tmp_path / "data", facility="Les Tilleuls")
    try:
        services = one.services
        services.preferences.save(replace(services.preferences.settings, player_look="facility"))
        services.profile.save(Facility(name="Les Tilleuls", screen_ground="#00403A", screen_marker="#F7D046"))
        services.profile.add(Facility(name="Clinique du Parc", screen_ground="#3A0040"))
        one.start()
        assert one.live.seen.player.colours.ground == "#00403A"
    finally:
        one.close()
