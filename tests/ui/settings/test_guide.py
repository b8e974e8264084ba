"""F1 opens the guide at the page at hand; it is searched and read, and nothing of it comes from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.places import HELP, HOME, SETTINGS, SHELF, Where, step
from kit_app.ui.settings.guide_view import AT_HAND
from kit_app.ui.settings.help_page import HelpPage
from tests.ui.console.evening import evening
from tests.ui.shell import press, services_in, session, typed, window_of


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as made:
        yield made


@pytest.fixture
def window(qtbot, services: Services) -> MainWindow:
    made = window_of(services)
    qtbot.addWidget(made)
    return made


def help_of(window: MainWindow) -> HelpPage:
    assert window.here.page == HELP
    page = window.page(HELP)
    assert isinstance(page, HelpPage)
    return page


def test_f1_opens_the_chapter_of_the_page_and_alt_left_leads_back(
    window: MainWindow, services: Services
) -> None:
    plan = session(services)
    for where, chapter in (
        (Where(HOME), "evening"),
        (Where(SHELF), "shelf"),
        (Where(SETTINGS), "facility"),
        (step("prepare", plan.id), "prepare"),
    ):
        window.go(where)
        press("F1")
        assert help_of(window).guide.shown == chapter
        press("Alt+Left")
        assert window.here == where


def test_f1_on_help_stays_there(window: MainWindow) -> None:
    press("F1")
    shown = help_of(window).guide.shown
    press("F1")
    assert help_of(window).guide.shown == shown
    press("Alt+Left")
    assert window.here.page == HOME


def test_a_search_by_keys_leads_to_what_was_found(window: MainWindow) -> None:
    press("F1")
    guide = help_of(window).guide
    typed("lost card")
    assert guide.list.rows.rowCount() >= 1
    press("Return")
    assert guide.shown == "print"
    marked = {mark.cursor.selectedText().casefold() for mark in guide.text.extraSelections()}
    assert marked == {"lost", "card"}
    typed(" zzz")
    assert guide.nothing.isVisible() and not guide.list.isVisible()
    press("Escape")
    assert guide.list.isVisible() and guide.shown == "print"


def test_the_chapters_are_read_one_after_the_other(window: MainWindow) -> None:
    press("F1")
    guide = help_of(window).guide
    guide.list.setFocus()
    guide.list.choose(AT_HAND)
    assert guide.shown == AT_HAND
    QTest.keyClick(guide.list, Qt.Key.Key_Down)
    QTest.keyClick(guide.list, Qt.Key.Key_Down)
    assert guide.shown == "training"


def test_links_lead_to_chapters_and_nowhere_else(window: MainWindow) -> None:
    press("F1")
    guide = help_of(window).guide
    guide.text.anchorClicked.emit(QUrl("#rehearsal"))
    assert guide.shown == guide.list.chosen() == "rehearsal"
    guide.text.anchorClicked.emit(QUrl("https://example.org/#play"))
    assert guide.shown == "rehearsal"


def test_pictures_are_no_wider_than_the_text(window: MainWindow, qtbot) -> None:
    window.go(Where(HELP, "print"))
    text = help_of(window).guide.text
    qtbot.waitUntil(lambda: text.document().idealWidth() <= text.viewport().width())
    assert text.document().size().width() <= text.viewport().width()


def test_the_console_shows_its_keys_first_and_the_chapter_beside_the_game(qtbot, tmp_path: Path) -> None:
    with evening(tmp_path / "data") as night:
        night.click("next-step")
        QTest.keyClick(night.console, Qt.Key.Key_F1)
        assert night.console.key_sheet.isVisible()
        night.click("key-sheet-guide")
        guide = night.console.guide_window
        assert guide is not None and guide.isVisible() and not guide.isModal()
        assert guide.text.chapter == "lead"
        assert not night.console.key_sheet.isVisible()
        before = night.view.remaining_ms
        night.wait(5)
        assert night.view.remaining_ms < before
        QTest.keyClick(guide, Qt.Key.Key_Escape)
        assert not guide.isVisible()
        assert QTest.qWaitForWindowActive(night.console)
        QTest.keyClick(night.console, Qt.Key.Key_F1)
        night.click("key-sheet-guide")
        assert night.console.guide_window is guide and guide.isVisible()
