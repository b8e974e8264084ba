"""F1 over a question changes nothing: the question stays, the page behind it too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.services.services import Services
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.places import HELP, HOME
from tests.ui.shell import services_in, window_of


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


def test_f1_over_a_question_waits_for_its_answer(qtbot, services: Services) -> None:
    window = window_of(services)
    qtbot.addWidget(window)
    asked = QuestionDialog("Leave?", "Nothing is lost.", [Verb("stay", "Stay", "primary")], window)
    asked.open()
    assert QTest.qWaitForWindowActive(asked)
    assert asked.isModal()
    QTest.keyClick(asked, Qt.Key.Key_F1)
    assert asked.isVisible()
    assert window.here.page == HOME
    asked.close()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.here.page == HELP
