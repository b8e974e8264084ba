"""Rehearsals through the real windows: begun by clicks, led by buttons, looked back on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.errors import StorageError
from kit_app.game.rehearsal.behaviours import BEHAVIOURS
from kit_app.game.rehearsal.world import FAULTS
from kit_app.ui.places import REHEARSAL, Where
from kit_app.ui.rehearsing import RehearsedRun
from kit_app.views.rehearsal import Review
from tests.ui.fitting import misfits, settled
from tests.ui.rehearsal.trainer import Trainer, trainer


@pytest.fixture(scope="module")
def evening(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Trainer, str]]:
    """The program is opened once: rehearsals leave nothing behind."""
    with pytest.MonkeyPatch.context() as patch, trainer(tmp_path_factory.mktemp("data"), patch) as opened:
        yield opened


@pytest.fixture
def night(evening: tuple[Trainer, str]) -> Iterator[Trainer]:
    one, session = evening
    one.window.show()
    one.window.go(Where(REHEARSAL, session))
    yield one
    if one.window.rehearsing is not None:
        one.window.rehearsing.finish()


@pytest.mark.long
@pytest.mark.parametrize("behaviour", list(BEHAVIOURS))
def test_each_team_plays_a_whole_game_through_the_windows(night: Trainer, behaviour: str) -> None:
    night.rehearse(behaviour, FAULTS)
    folder = night.live._services.folder
    told: list[Review] = []
    night.rehearsing.ended.connect(told.append)
    night.lead()
    assert night.live.console.isVisible()
    assert night.moments >= {"finds", "projector-out", "player-away", "broken-prop", "wrong-guess", "restart"}
    QTest.mouseClick(night.rehearsing.strip.ready, Qt.MouseButton.LeftButton)

    assert night.window.rehearsing is None
    assert night.window.isVisible()
    assert not folder.exists()
    assert night.page.review.isVisible()
    (review,) = told
    assert len(night.page.review.rows) == len(review.points)
    faults = {one.kind: one.verdict for one in review.points if one.kind not in ("hint", "no-hint")}
    assert set(faults) == {*FAULTS, "player-back"}
    assert set(faults.values()) == {"good"}, faults
    assert review.ending in ("won", "guided")
    assert night.services.runs.interrupted() == ()


def test_a_rehearsal_is_begun_led_and_looked_back_on(night: Trainer) -> None:
    session = night.page._session
    night.open_page(session)
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


@pytest.mark.long
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


@pytest.mark.long
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
