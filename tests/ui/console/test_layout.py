"""Everything fits the smallest window in both languages, has a name, and there is one primary button."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.console.window import LEAST_SIZE
from tests.ui.console import gallery
from tests.ui.console.evening import evening


@pytest.fixture(params=["fr", "en"])
def night(request, qtbot, tmp_path):
    with evening(tmp_path / "data", language=request.param) as one:
        yield one


@pytest.mark.parametrize("state", ["idle", "pitch", "playing", "paused", "portal", "guided", "ended"])
def test_no_button_is_clipped_at_the_least_size(night, qtbot, state: str) -> None:
    getattr(gallery, state)(night)
    console = night.console
    console.showNormal()
    console.resize(*LEAST_SIZE)
    qtbot.waitUntil(lambda: (console.width(), console.height()) == LEAST_SIZE)
    QCoreApplication.processEvents()
    for button in console.findChildren(KeyButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            right = button.mapTo(console, button.rect().topRight()).x()
            assert 0 < right < console.width(), button.text()
    say = console.say.area
    assert say.widget().width() <= say.viewport().width()


@pytest.mark.parametrize("state", ["idle", "playing", "paused", "portal", "guided", "ended"])
def test_at_most_one_primary_button(night, state: str) -> None:
    getattr(gallery, state)(night)
    shown = [one for one in night.console.findChildren(KeyButton) if one.isVisible() and one.isEnabled()]
    assert len([one for one in shown if one.property("kind") == "primary"]) <= 1


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
