"""The second window on one folder: it asks, then shows all and says on each page that it only looks."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QAbstractButton

from kit_app.bootstrap import open_services
from kit_app.i18n import Catalogue
from kit_app.system.lock import FolderLock
from kit_app.ui.app import MainWindow
from kit_app.ui.opening import fill_frame
from kit_app.ui.places import HOME, SESSIONS, SETTINGS, Where, step
from kit_app.ui.start import Frame
from tests.fakes import FakeClock
from tests.ui.shell import session
from tests.ui.test_opening import answer, window_in
from tests.unit.services.bundled import opened

EN = Catalogue("en")
pytestmark = pytest.mark.usefixtures("hooks")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    services = opened(tmp_path / "data", FakeClock())
    session(services)
    services.close()
    return tmp_path / "data"


@pytest.fixture
def frame(qtbot) -> Frame:
    made = Frame()
    qtbot.addWidget(made)
    return made


def test_the_second_window_may_be_refused(frame: Frame, folder: Path) -> None:
    seen: list[str] = []
    with FolderLock(folder):
        answer("close", seen)
        assert not fill_frame(frame, partial(open_services, folder, clock=FakeClock()), EN)
    assert seen[0] == "The program is already open on these data"
    assert frame.centralWidget() is None


def test_the_second_window_only_looks_and_says_so_on_every_page(qtbot, frame: Frame, folder: Path) -> None:
    with FolderLock(folder):
        answer("look", [])
        assert fill_frame(frame, partial(open_services, folder, clock=FakeClock()), EN)
        window = window_in(frame)
        frame.show()
        ident = window._services.sessions.list()[0].id
        for where in (*map(Where, (HOME, SESSIONS, SETTINGS)), step("prepare", ident), step("print", ident)):
            window.go(where)
            assert said_on(window).startswith("Only to look at")
        window.open_console(ident, 1)
        assert window.live is None
        assert "you can only look" in window.toast.label.text()
        QThreadPool.globalInstance().waitForDone()
        frame.closing.emit()
    assert not (folder / "backups").exists()


def said_on(window: MainWindow) -> str:
    page = window._stack.currentWidget()
    banner = page.banners.banner("only-looks")
    assert banner is not None and banner.isVisible()
    assert not banner.findChildren(QAbstractButton)
    return banner.text
