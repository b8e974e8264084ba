"""A bug in a slot: what the window says of what is kept, the report, and a second bug meanwhile."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.kept_words import kept_words
from kit_app.ui.opening import fill_frame
from kit_app.ui.start import Frame
from kit_app.ui.unexpected import FaultDialog, Unexpected
from tests.fakes import FakeClock
from tests.ui.console.evening import Evening, evening
from tests.ui.shell import session
from tests.unit.services.bundled import opened

EN = Catalogue("en")
Read = Callable[[FaultDialog], object]


@pytest.fixture
def unexpected(hooks: None) -> Unexpected:
    made = Unexpected(EN)
    made.install()
    return made


def break_in_a_slot(message: str = "planted") -> None:
    """A button whose slot has a bug, pressed."""

    def slot() -> None:
        raise ZeroDivisionError(message)

    button = QPushButton()
    button.clicked.connect(slot)
    button.click()


def reading(unexpected: Unexpected, read: Read, ident: str = "go-on") -> None:
    """Have the window of the bug that is about to come read, and answered."""

    def later() -> None:
        dialog = unexpected.shown
        assert dialog is not None
        read(dialog)
        dialog.buttons[ident].click()

    QTimer.singleShot(0, later)


def test_a_bug_in_a_slot_is_shown_with_a_report_to_copy(
    unexpected: Unexpected, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    unexpected.kept = lambda: "All is in a safe place."
    unexpected.diagnosis = lambda: "versions: 1"
    seen: list[str] = []
    reading(unexpected, lambda shown: seen.extend([shown.text.text(), shown.report.toPlainText()]), "copy")
    break_in_a_slot()

    assert seen[0] == "All is in a safe place."
    assert "ZeroDivisionError: planted" in seen[1] and "versions: 1" in seen[1]
    assert qapp.clipboard().text() == seen[1]
    assert "a bug" in caplog.text
    assert unexpected.shown is None


def test_a_second_bug_is_counted_in_the_first_window(
    unexpected: Unexpected, caplog: pytest.LogCaptureFixture
) -> None:
    def read(shown: FaultDialog) -> None:
        break_in_a_slot("second")
        assert unexpected.shown is shown
        assert shown.more.isVisible() and shown.more.text().startswith("1 more")
        break_in_a_slot("third")
        assert shown.more.text().startswith("2 more")

    reading(unexpected, read)
    break_in_a_slot("first")
    assert caplog.text.count("ZeroDivisionError: ") == 3


def test_the_same_bug_in_every_tick_is_shown_once(unexpected: Unexpected) -> None:
    shown: list[FaultDialog] = []
    reading(unexpected, shown.append)
    for _tick in range(5):
        break_in_a_slot()
    assert len(shown) == 1


def test_a_report_is_shown_even_when_what_is_kept_cannot_be_told(unexpected: Unexpected) -> None:
    unexpected.kept = unexpected.diagnosis = lambda: str(1 // 0)
    seen: list[str] = []
    reading(unexpected, lambda shown: seen.extend([shown.text.text(), shown.report.toPlainText()]))
    break_in_a_slot()
    assert seen[0].startswith("What you stored is safe")
    assert "ZeroDivisionError: planted" in seen[1]


def test_the_open_program_says_where_the_data_are(qtbot, hooks: None, tmp_path: Path) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    made: list[Services] = []

    def opening() -> Services:
        made.append(opened(tmp_path / "data", FakeClock()))
        session(made[0], name="Nuit des Sentinelles")
        return made[0]

    assert fill_frame(frame, opening, EN)
    assert isinstance(frame.centralWidget(), MainWindow)
    QThreadPool.globalInstance().waitForDone()
    seen: list[str] = []
    unexpected = sys.excepthook.__self__
    reading(unexpected, lambda shown: seen.extend([shown.text.text(), shown.report.toPlainText()]))
    break_in_a_slot()
    frame.closing.emit()

    assert str(tmp_path / "data") in seen[0]
    assert "sessions 1" in seen[1] and "sant-escape" in seen[1]
    assert "Sentinelles" not in seen[1] and str(tmp_path) not in seen[1]


@pytest.fixture
def playing(qtbot, tmp_path: Path) -> Iterator[Evening]:
    with evening(tmp_path / "data") as one:
        one.click("next-step")
        one.wait(60)
        one.solve("P1")
        yield one


def test_during_a_game_it_is_said_up_to_which_act_the_disk_has_it(playing: Evening) -> None:
    said = kept_words(playing.services, playing.live.room, EN)
    assert "The game goes on" in said and str(playing.folder) in said
    assert said == kept_words(playing.services, playing.live.room, EN)
    playing.wait(30)
    playing.click("note-1")
    assert said != kept_words(playing.services, playing.live.room, EN)


def test_what_is_only_in_memory_is_said(playing: Evening, tmp_path: Path) -> None:
    playing.fill_disk()
    assert "The disk refuses" in kept_words(playing.services, playing.live.room, EN)
    playing.console.banners.banner("trouble").chosen.emit("unsaved")
    assert "only in the memory" in kept_words(playing.services, playing.live.room, EN)
    (tmp_path / "stick").mkdir()
    playing.live.ask_folder = lambda *_asked: tmp_path / "stick"
    playing.console.banners.banner("trouble").chosen.emit("folder")
    assert str(tmp_path / "stick") in kept_words(playing.services, playing.live.room, EN)


def test_a_rehearsal_is_said_not_to_be_kept(playing: Evening) -> None:
    said = kept_words(playing.services, playing.live.room, EN, is_rehearsal=True)
    assert said.startswith("A rehearsal is never kept")
