"""Both windows when the disk refuses, the computer sleeps, a second passes, or a display is chosen."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.console.evening import Evening, evening, take


@pytest.fixture
def night(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield one


@pytest.fixture
def playing(night: Evening) -> Evening:
    night.click("next-step")
    night.wait(60)
    night.solve("P1")
    return night


def test_what_the_disk_refuses_stands_on_a_banner_and_is_done_on_retry(playing: Evening) -> None:
    playing.fill_disk()
    banner = playing.console.banners.banner("trouble")
    assert "full" in banner.text
    assert not playing.console.header.saved.text().startswith("Saved")
    before = playing.view.remaining_ms
    playing.clock.advance(1_000)
    playing.live.tick()
    assert playing.view.remaining_ms == before - 1_000
    playing.free_disk()
    playing.console.banners.banner("trouble").chosen.emit("retry")
    assert playing.console.banners.banner("trouble") is None
    assert playing.console.header.saved.text().startswith("Saved")


def test_another_folder_takes_the_game(playing: Evening, tmp_path) -> None:
    playing.fill_disk()
    playing.live.ask_folder = lambda *_asked: tmp_path / "stick"
    (tmp_path / "stick").mkdir()
    playing.console.banners.banner("trouble").chosen.emit("folder")
    assert playing.console.banners.banner("trouble") is None
    playing.click("note-1")
    assert playing.kinds()[-1] == "NoteAdded"


def test_going_on_unsaved_stays_on_a_banner(playing: Evening) -> None:
    playing.fill_disk()
    playing.console.banners.banner("trouble").chosen.emit("unsaved")
    playing.click("note-1")
    assert playing.view.is_unsaved
    banner = playing.console.banners.banner("trouble")
    assert "Nothing is kept" in banner.text
    assert set(banner.buttons) == {"retry", "folder"}


def test_a_computer_that_slept_is_asked_about(playing: Evening) -> None:
    before = playing.view.remaining_ms
    playing.clock.advance(180_000)
    playing.live.tick()
    banner = playing.console.banners.banner("gap")
    assert "3 min" in banner.text
    QTest.mouseClick(banner.buttons["give"], Qt.MouseButton.LeftButton)
    assert playing.console.banners.banner("gap") is None
    assert playing.view.remaining_ms == before


def test_a_game_cut_off_is_taken_up_again_with_the_question(playing: Evening) -> None:
    before = playing.view.remaining_ms
    playing.reopen(after_s=120)
    assert playing.state("P1") == "solved"
    banner = playing.console.banners.banner("gap")
    assert "The game stopped at" in banner.text
    QTest.mouseClick(banner.buttons["count"], Qt.MouseButton.LeftButton)
    assert before - playing.view.remaining_ms == pytest.approx(120_000, abs=100)


class Paints(QObject):
    """Counts what is painted anywhere in two windows."""

    def __init__(self, *windows: QWidget) -> None:
        super().__init__()
        self.painted: list[QObject] = []
        for window in windows:
            for widget in (window, *window.findChildren(QWidget)):
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.append(watched)
        return False


def test_ticks_within_a_second_write_nothing_and_paint_nothing(playing: Evening, qapp) -> None:
    playing.wait(30)
    playing.console.puzzles.desk.edit.clearFocus()
    playing.clock.advance(50)
    playing.live.tick()
    qapp.processEvents()
    paints = Paints(playing.console, playing.live.player)
    events = len(playing.live.conductor.history)
    for _ in range(8):
        playing.clock.advance(100)
        playing.live.tick()
        qapp.processEvents()
    assert paints.painted == []
    assert len(playing.live.conductor.history) == events


def test_a_new_second_paints_only_what_reads_differently(playing: Evening, qapp) -> None:
    playing.wait(30)
    playing.console.puzzles.desk.edit.clearFocus()
    qapp.processEvents()
    paints = Paints(playing.console)
    playing.clock.advance(1_000)
    playing.live.tick()
    qapp.processEvents()
    names = {type(one).__name__ for one in paints.painted}
    assert "CountdownLabel" in names
    assert not names & {"KeyButton", "HintLine", "QLineEdit", "AnswerField", "Banner"}


def test_the_player_window_fills_the_second_display_and_the_display_is_remembered(night: Evening) -> None:
    player = night.live.player
    assert player.isVisible()
    assert player.geometry().getRect() == (1366, 0, 1920, 1080)
    assert night.console.now.screen_state.text() == "Projected"
    assert night.services.preferences.settings.projector.name == "projector"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_player_screen_can_be_a_window_and_be_put_away(night: Evening) -> None:
    night.click("screen-menu")
    take(night, "screen-choice", "window")
    assert not night.live.player.isFullScreen()
    assert night.live.player.isVisible()
    assert night.console.now.screen_state.text() == "In a window"
    night.click("screen-menu")
    take(night, "screen-choice", "away")
    assert not night.live.player.isVisible()
    night.click("screen-menu")
    take(night, "screen-choice", "projector")
    assert night.live.player.geometry().getRect() == (1366, 0, 1920, 1080)


def test_an_unplugged_screen_is_told_while_a_message_is_being_written(playing: Evening, qapp) -> None:
    playing.click("message")
    QTest.keyClicks(playing.console.say.composer.edit, "Look at the back")
    screen = next(one for one in qapp.screens() if one.name() == "projector")
    qapp.screenRemoved.emit(screen)
    assert "unplugged" in playing.console.banners.banner("screen").text
    assert playing.console.now.screen_state.text() == "Preview"


def test_both_windows_end_with_the_program_without_a_question(playing: Evening) -> None:
    playing.live.close()
    assert playing.kinds()[-1] == "PuzzleSolved"
    assert playing.services.runs.row(playing.plan.id, 1).stage == "under-way"
