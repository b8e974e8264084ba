"""Everything fits every window in both languages, has a name, and there is one primary button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from tests.ui.console import gallery
from tests.ui.console.evening import Evening, evening
from tests.ui.fitting import misfits, settled

LONG_TEAM = "Les Indiscrets de l'accueil bis"[:30]
SMALL = (683, 384)
SIZES = [SMALL, (1024, 768), (1280, 680), (1366, 768), (1920, 1080), (3840, 2160)]
USUAL = [SMALL, (1366, 768)]
STATES = ["idle", "pitch", "playing", "noted", "portal", "gap", "guided", "ended"]


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def night(request, qtbot, tmp_path):
    with evening(tmp_path / "data", language=request.param, labels=(LONG_TEAM,)) as one:
        yield one


@pytest.fixture
def french(qtbot, tmp_path):
    """For what does not depend on the length of words."""
    with evening(tmp_path / "data", language="fr", labels=(LONG_TEAM,)) as one:
        yield one


def resized(one: Evening, size: tuple[int, int]) -> None:
    one.console.showNormal()
    one.console.resize(*size)
    settled(one.console)
    assert one.console.size().toTuple() == size


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_in_the_usual_windows(night: Evening, state: str) -> None:
    getattr(gallery, state)(night)
    for size in USUAL:
        resized(night, size)
        assert misfits(night.console) == [], size


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_at_any_size(night: Evening, state: str) -> None:
    getattr(gallery, state)(night)
    for size in SIZES:
        resized(night, size)
        assert misfits(night.console) == [], size


@pytest.mark.parametrize("state", ["playing", "noted"])
def test_in_a_small_window_each_part_fits_and_the_rest_stays_in_view(night: Evening, state: str) -> None:
    getattr(gallery, state)(night)
    resized(night, SMALL)
    console = night.console
    arrangement = console.page.arrangement
    for ident, zone in arrangement.zones.items():
        QTest.mouseClick(arrangement.tabs.button(ident), Qt.MouseButton.LeftButton)
        settled(console)
        assert [each.isVisible() for each in arrangement.zones.values()].count(True) == 1
        assert zone.isVisible()
        assert misfits(console) == [], ident
        for part in (console.now.clock, arrangement.strip.act, console.puzzles.desk.edit):
            corner = part.mapTo(console, part.rect().bottomRight())
            assert part.isVisible() and console.rect().contains(corner), ident
    assert "P5" in arrangement.strip.title.text()


def test_a_small_window_gives_the_hint_from_its_strip(night: Evening) -> None:
    gallery.playing(night)
    resized(night, SMALL)
    night.click("strip-act")
    assert night.view.shown_hint == ("P5", 1)


def test_a_window_that_grows_again_has_its_three_zones(french: Evening) -> None:
    gallery.playing(french)
    resized(french, SMALL)
    resized(french, (1366, 768))
    console = french.console
    assert all(zone.isVisible() for zone in console.page.arrangement.zones.values())
    assert console.now.isAncestorOf(console.now.clock)
    assert console.puzzles.isAncestorOf(console.puzzles.desk)


def test_a_large_window_has_a_large_clock_and_a_wide_say(french: Evening) -> None:
    gallery.playing(french)
    resized(french, (1366, 768))
    before = french.console.say.width(), french.console.now.clock.height()
    resized(french, (1920, 1080))
    assert french.console.say.width() > before[0]
    assert french.console.now.clock.height() > before[1]


@pytest.mark.parametrize("size", [pytest.param((1280, 680), marks=pytest.mark.long), *USUAL, (1366, 640)])
def test_any_number_of_banners_leaves_the_page_its_arrangement(night: Evening, size: tuple[int, int]) -> None:
    gallery.playing(night)
    resized(night, size)
    before = night.console.page.arrangement.is_narrow
    banners = night.console.banners
    words = "Le disque est plein : ce geste n'est pas gardé. Libérez 50 Mo, ou continuez sans garder."
    for number, kind in enumerate(("warn", "warn", "danger", "warn")):
        banners.show_banner(f"test-{number}", kind, words, [("again", "Réessayer")])
        resized(night, size)
        assert night.console.page.arrangement.is_narrow == before
    assert banners.banner("test-2").isVisible(), "what is dangerous is in sight"
    for number in (2, 1):
        banners.remove(f"test-{number}")
    assert banners.banner("test-0").isVisible()


@pytest.mark.parametrize("state", ["idle", "playing", "paused", "portal", "guided", "ended"])
def test_at_most_one_primary_button(french, state: str) -> None:
    getattr(gallery, state)(french)
    shown = [one for one in french.console.findChildren(KeyButton) if one.isVisible() and one.isEnabled()]
    assert len([one for one in shown if one.property("kind") == "primary"]) <= 1


@pytest.mark.parametrize("state", ["noted", "portal"])
def test_every_control_is_at_least_32_high_and_wide(french, state: str) -> None:
    getattr(gallery, state)(french)
    for size in (SMALL, (1366, 768)):
        resized(french, size)
        for kind in (QAbstractButton, QLineEdit):
            for control in french.console.findChildren(kind):
                if control.isVisible() and control.isEnabled():
                    assert min(control.width(), control.height()) >= 32, control.objectName()


def test_what_is_spoken_can_be_read_from_afar(french) -> None:
    gallery.playing(french)
    spoken = [label for label in french.console.findChildren(Label, "say") if label.isVisible()]
    assert spoken
    for label in spoken:
        assert label.font().pixelSize() >= 21 and label.font().bold()


def test_every_control_has_a_name(night) -> None:
    gallery.portal(night)
    for kind in (QAbstractButton, QLineEdit):
        for control in night.console.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName(), control.objectName()


def test_nothing_stays_in_english_on_a_french_console(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data", language="fr") as one:
        gallery.portal(one)
        words = {label.text() for label in one.console.findChildren(QLabel)}
        assert {"Maintenant", "Énigmes"} <= words
        assert not {"Now", "Puzzles", "What to say", "Answer or card code"} & words
