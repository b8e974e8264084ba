"""From the empty frame to the pages, and what a bug or a folder in use looks like."""

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.opening import fill_frame
from kit_app.ui.places import SETTINGS, Where
from kit_app.ui.start import Frame, Start
from tests.fakes import FakeClock
from tests.ui.shell import click, press, write
from tests.unit.services.bundled import opened

EN = Catalogue("en")


pytestmark = pytest.mark.usefixtures("hooks")


@pytest.fixture
def frame(qtbot) -> Frame:
    made = Frame()
    qtbot.addWidget(made)
    return made


def answer(ident: str, seen: list[str]) -> None:
    """Press a button of the question that is about to be asked."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        seen.extend([dialog.title.text(), dialog.text.text()])
        dialog.buttons[ident].click()

    QTimer.singleShot(0, press)


def test_the_frame_is_painted_before_it_is_filled(qtbot, frame: Frame) -> None:
    order: list[str] = []
    frame.painted.connect(lambda: order.append("painted"))
    Start(frame, lambda _frame: order.append("filled") is None, str)
    frame.show()
    qtbot.waitUntil(lambda: "filled" in order)

    assert order == ["painted", "filled"]


def test_the_pages_come_into_the_frame_and_the_folder_is_closed_with_it(frame: Frame, tmp_path: Path) -> None:
    made: list[Services] = []

    def opening() -> Services:
        made.append(opened(tmp_path / "data", FakeClock()))
        return made[0]

    assert fill_frame(frame, opening, EN)
    assert isinstance(frame.centralWidget(), MainWindow)
    QThreadPool.globalInstance().waitForDone()
    frame.closing.emit()

    opened(tmp_path / "data", FakeClock()).close()


def test_a_copy_is_put_back_in_the_open_window(qtbot, frame: Frame, tmp_path: Path) -> None:
    clock = FakeClock()
    assert fill_frame(frame, lambda: opened(tmp_path / "data", clock), EN)
    qtbot.wait_until(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    frame.show()
    first = window_in(frame)
    first.go(Where(SETTINGS))
    write(first, "settings-facility", "Les Tilleuls")
    press("Ctrl+S")
    click(first, "settings-section-folder")
    clock.advance(60_000)
    click(first, "copy-now")
    qtbot.wait_until(lambda: first.toast.isVisible())
    click(first, "settings-section-profile")
    write(first, "settings-facility", "Le Parc")
    press("Ctrl+S")
    click(first, "settings-section-folder")
    clock.advance(60_000)

    seen: list[str] = []
    answer("stay", seen)
    click(first, "copy-back")
    assert window_in(frame) is first
    answer("back", seen)
    click(first, "copy-back")
    qtbot.wait_until(lambda: window_in(frame) is not first)

    second = window_in(frame)
    qtbot.wait_until(second.toast.isVisible)
    second.go(Where(SETTINGS))
    field = second.findChild(QLineEdit, "settings-facility")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Les Tilleuls"
    assert seen[0].startswith("Put back the copy of")
    QThreadPool.globalInstance().waitForDone()
    frame.closing.emit()
    opened(tmp_path / "data", clock).close()


def test_a_copy_that_is_refused_is_called_by_its_date_until_that_was_read(
    qtbot, frame: Frame, tmp_path: Path
) -> None:
    clock = FakeClock()
    assert fill_frame(frame, lambda: opened(tmp_path / "data", clock), EN)
    qtbot.wait_until(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    frame.show()
    first = window_in(frame)
    first.go(Where(SETTINGS))
    click(first, "settings-section-folder")
    clock.advance(60_000)
    click(first, "copy-now")
    qtbot.wait_until(lambda: first.toast.isVisible())
    newest = max((tmp_path / "data" / "backups").glob("*.zip"))
    newest.write_bytes(b"not a copy")
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QuestionDialog) or "close" not in dialog.buttons:
            QTimer.singleShot(20, read)
            return
        seen.extend([dialog.title.text(), dialog.text.text()])
        dialog.buttons["close"].click()

    answer("back", [])
    click(first, "copy-back")
    QTimer.singleShot(0, read)
    qtbot.wait_until(lambda: bool(seen))
    assert "2026" in seen[0] and "was not put back" in seen[0]
    assert newest.name not in seen[1] and "is not a whole copy" in seen[1]
    QThreadPool.globalInstance().waitForDone()
    frame.closing.emit()


def window_in(frame: Frame) -> MainWindow:
    window = frame.centralWidget()
    assert isinstance(window, MainWindow)
    return window


def test_a_folder_in_use_is_said_in_the_window(frame: Frame) -> None:
    def opening() -> Services:
        raise StorageError("The program is already open on this folder.")

    seen: list[str] = []
    answer("close", seen)

    assert not fill_frame(frame, opening, EN)
    assert seen == ["The program cannot start", "The program is already open on this folder."]


def test_a_bug_before_the_pages_is_told_and_ends_the_program(
    qtbot, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    codes: list[int] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _over, _title, words: told.append(words))
    monkeypatch.setattr(QApplication, "exit", codes.append)

    def fill(_frame: Frame) -> bool:
        raise ZeroDivisionError("planted")

    Start(frame, fill, lambda error: f"It cannot start: {error}")
    frame.show()
    qtbot.waitUntil(lambda: bool(codes))

    assert told == ["It cannot start: planted"]
    assert codes == [1]
