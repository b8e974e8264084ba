"""A facilitator's evening in both windows: by clicks, by keys only, with refusals, trouble and time away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.console.evening import Evening, evening


@pytest.fixture
def night(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield one


def test_a_whole_game_by_clicks_start_answer_hint_end(night: Evening) -> None:
    night.click("next-step")
    assert night.kinds() == ["RunStarted"]
    night.wait(60)
    night.solve("P1")
    assert night.state("P1") == "solved"
    assert "A1" in night.echo
    night.click("give-hint")
    assert night.live.player.view.panel is not None
    QTest.keyClick(night.console, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseClick(night.live.question.buttons["end"], Qt.MouseButton.LeftButton)
    assert night.view.phase == "guided"
    night.solve("P12")
    assert night.view.phase == "closing"
    night.click("next-step")
    assert night.view.phase == "ended"
    assert night.view.outcome == "stopped"
