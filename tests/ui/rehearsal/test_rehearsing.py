"""Rehearsals through the real windows: begun by clicks, led by buttons, looked back on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.errors import StorageError
from kit_app.game.rehearsal.behaviours import BEHAVIOURS
from kit_app.game.rehearsal.world import FAULTS
from kit_app.ui.rehearsing import RehearsedRun
from tests.ui.fitting import misfits, settled
from tests.ui.rehearsal.trainer import Trainer, trainer


@pytest.fixture
def night(qtbot, tmp_path: Path, monkeypatch):
    with trainer(tmp_path / "data", monkeypatch) as (one, session):
        one.open_page(session)
        yield one


@pytest.mark.long
@pytest.mark.parametrize("behaviour", list(BEHAVIOURS))
def test_each_team_plays_a_whole_game_through_the_windows(night: Trainer, behaviour: str) -> None:
    night.rehearse(behaviour, FAULTS)
    folder = night.live._services.folder
    night.lead()
    assert night.live.console.isVisible()
    assert night.moments >= {"finds", "projector-out", "player-away", "broken-prop", "wrong-guess", "restart"}
    QTest.mouseClick(night.rehearsing.strip.ready, Qt.MouseButton.LeftButton)

    assert night.window.rehearsing is None
    assert night.window.isVisible()
    assert not folder.exists()
    assert night.page.review.isVisible()
    review = night.page.review
    assert review.rows
    assert not any("missed" in row.verdict.text() for row in review.rows), [
        row.accessibleName() for row in review.rows
    ]
    assert night.services.runs.interrupted() == ()


def test_a_rehearsal_is_begun_led_and_looked_back_on(night: Trainer) -> None:
    session = night.page._session
    night.rehearse("chaotic", pace=20)
    strip = night.rehearsing.strip
    assert strip.isVisible()
    assert not night.window.isVisible()
    night.press("next-step")
    night.wait(150)
    assert night.live.screens.console.played_ms == 150 * 2_000
    assert "table" in strip.now.text() or "Somebody" in strip.now.text() or "got it" in strip.now.text()

    night.live.console.showNormal()
    for size in ((683, 384), (1366, 768)):
        night.live.console.resize(*size)
        assert misfits(night.live.console) == [], size

    strip.pace.set_value("1")
    strip.pace.activated.emit(strip.pace.currentIndex())
    before = night.live.screens.console.played_ms
    night.wait(10)
    assert night.live.screens.console.played_ms == before + 1_000

    QTest.mouseClick(strip.end, Qt.MouseButton.LeftButton)
    assert night.window.isVisible()
    assert "left before the end" in night.page.review.sentences[0].text()
    settled(night.window)
    assert misfits(night.window) == []
    assert night.services.runs.row(session, 1).stage == "none"

    dialog = night.page.open_paper()
    assert dialog is not None
    for _ in range(500):
        if dialog.is_settled():
            break
        QTest.qWait(10)
    assert dialog.save.isEnabled()
    dialog.close_button.click()


def test_leaving_the_console_before_the_start_looks_back_too(night: Trainer) -> None:
    night.rehearse()
    night.press("stop")

    assert night.window.isVisible()
    assert night.page.review.none.isVisible()


def test_the_laptop_restarts_and_the_console_is_where_it_was(night: Trainer) -> None:
    night.rehearse("average", ("restart",))
    night.press("next-step")
    for _ in range(200):
        night.wait(1, 1_000)
        if "restart" in night.moments:
            break
    before = solved(night)
    assert night.answer_dark()
    after = night.live.screens.console

    assert after.gap_ms is not None
    assert after.gap_ms >= 90_000
    assert solved(night) == before
    assert night.rehearsing.strip.isVisible()


def solved(night: Trainer) -> list[str]:
    return [one.id for one in night.live.screens.console.puzzles if one.state == "solved"]


def test_the_program_may_end_in_the_middle_of_a_rehearsal(night: Trainer) -> None:
    night.rehearse()
    folder = night.live._services.folder
    night.press("next-step")
    night.wait(20)
    night.window.end()

    assert not folder.exists()


def test_what_keeps_a_rehearsal_from_beginning_is_said(night: Trainer, monkeypatch) -> None:
    def refuse(*_args: object, **_choices: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("kit_app.services.rehearsals.tempfile.TemporaryDirectory", refuse)
    night.rehearse()

    assert night.window.rehearsing is None
    assert night.window.isVisible()
    assert "a little room on the disk" in night.window.toast.label.text()


def test_a_console_that_does_not_open_again_ends_the_rehearsal(night: Trainer, monkeypatch) -> None:
    night.rehearse("average", ("restart",))
    night.press("next-step")
    while "restart" not in night.moments:
        night.wait(1, 1_000)

    def refuse(*_args: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(RehearsedRun, "start", refuse)
    folder = night.live._services.folder
    assert night.answer_dark()

    assert night.window.rehearsing is None
    assert night.window.isVisible()
    assert night.page.review.isVisible()
    assert not folder.exists()


def test_help_leads_to_a_rehearsal_with_a_usual_session(night: Trainer) -> None:
    night.window.go(type(night.window.here)("help"))
    QTest.mouseClick(night.window.page("help").rehearse, Qt.MouseButton.LeftButton)
    assert not night.page.team_field.isVisible()
    night.rehearse("fast")

    assert night.live.screens.console.session_name == "Rehearsal"
    assert night.services.sessions.count() == 1
