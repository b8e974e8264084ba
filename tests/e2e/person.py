"""A person in front of the real window on two displays: with a mouse, or with a keyboard only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kit_app.assets import resources_dir
from kit_app.domain.settings import Settings
from kit_app.game.setup import RunSetup
from kit_app.i18n import load
from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.common.steps import StepBar
from kit_app.ui.common.when import local_moment
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.live import LiveRun
from kit_app.ui.opening import fill_frame
from kit_app.ui.places import STEP
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.start import Frame, Start
from kit_app.views.console import ConsoleView, PuzzleRow
from tests.fakes import FakeClock
from tests.unit.services.bundled import opened

SECOND, MINUTE = 1000, 60_000
PATIENCE_MS = 15_000
MOST_TABS = 120


class Person:
    """Looks at both displays. `use` and `write` are done with the mouse or with the keyboard."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: FakeClock, settings: Settings) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.clock = clock
        self._settings = settings
        self.services: Services
        self.frame: Frame

    # The program

    def open_program(self) -> None:
        """Start the window as the program does: an empty frame first, then the pages in it."""
        bugs, said = sys.excepthook, qInstallMessageHandler(None)
        self.frame = Frame()
        filled = []
        words = load(resources_dir() / "i18n", self._settings.language)
        Start(
            self.frame,
            lambda frame: filled.append(fill_frame(frame, self._services, words)) or filled[0],
            str,
        )
        self.frame.resize(1366, 768)
        self.frame.showMaximized()
        self.until(lambda: bool(filled))
        sys.excepthook = bugs  # a bug fails the test instead of asking a question
        qInstallMessageHandler(said)
        assert QTest.qWaitForWindowActive(self.frame)

    def _services(self) -> Services:
        self.services = opened(self.folder, self.clock)
        self.services.preferences.save(self._settings)
        return self.services

    def close_program(self) -> None:
        """The window goes as when a person closes it."""
        assert self.frame.may_close()
        self.frame.closing.emit()
        self.frame.hide()
        self.frame.deleteLater()
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()

    # What is seen

    @property
    def main(self) -> MainWindow:
        window = self.frame.centralWidget()
        assert isinstance(window, MainWindow)
        return window

    @property
    def live(self) -> LiveRun:
        assert self.main.live is not None, "no console is open"
        return self.main.live

    @property
    def console(self) -> ConsoleWindow:
        return self.live.console

    @property
    def player(self) -> PlayerWindow:
        return self.live.player

    @property
    def view(self) -> ConsoleView:
        return self.live.room.screens()[0].console

    @property
    def setup(self) -> RunSetup:
        return self.live.conductor.setup

    @property
    def echo(self) -> str:
        """What stands below the answer field."""
        return self.console.puzzles.desk.echo.text()

    def puzzle(self, ident: str) -> PuzzleRow:
        return next(row for row in self.view.puzzles if row.id == ident)

    def solved(self) -> int:
        return sum(row.state == "solved" for row in self.view.puzzles)

    @property
    def top(self) -> QWidget:
        """The window that the person looks at: a question, the console or the main window."""
        return QApplication.activeModalWidget() or (self.console if self.main.live else self.frame)

    def seen(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The one visible thing of this name."""
        found = [one for one in self.top.findChildren(kind, name) if one.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    def step(self, name: str) -> QWidget:
        """The step of a session in the bar above its page."""
        (bar,) = (bar for bar in self.frame.findChildren(StepBar) if bar.isVisible())
        return bar.step(STEP[name])

    def is_at(self, step: str) -> bool:
        """Whether the main window shows this step of a session."""
        here = self.main.here
        return self.frame.isVisible() and here.page == "session" and here.step == STEP[step]

    # What is done

    def answers_save_dialogs(self, *askers: object) -> None:
        """The system's dialog is the world outside: it takes the proposed name, in the folder of the test."""
        for asker in askers:
            asker.ask_save = lambda _parent, _title, name, _kinds: self.folder.parent / name

    @property
    def saved(self) -> list[str]:
        """What was saved beside the data folder."""
        return sorted(path.name for path in self.folder.parent.iterdir() if path.is_file())

    def until(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def wait(self, seconds: float) -> None:
        """Time passes; the window notices it."""
        left = round(seconds * SECOND)
        while left > 0:
            step = min(left, 5 * SECOND)
            self.clock.advance(step)
            self.live.tick()
            left -= step

    def type(self, text: str) -> None:
        """Type where the focus is; the keys reach the window first, as from a keyboard."""
        assert self.top.focusWidget() is not None
        window = self.top.windowHandle()
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, _key_of(sign), Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(window, event)

    def keys(self, *sequences: str) -> None:
        """Press keys such as "Ctrl+Return" in the window on top."""
        for sequence in sequences:
            self._wait_for_focus()
            pressed = QKeySequence(sequence)[0]
            QTest.keyClick(self.top.windowHandle(), pressed.key(), pressed.keyboardModifiers())

    def _wait_for_focus(self) -> None:
        """When a window closes, a desktop gives the focus to the one on top; here there is no desktop."""
        if QApplication.activeWindow() is None:
            self.top.activateWindow()
        self.until(self.top.isActiveWindow)

    def scan(self, code: str) -> None:
        """What a scanner does, a moment after anything that was typed: all signs at once, then Enter."""
        self.until(lambda: self.console.bursts.is_quiet)
        window = self.top.windowHandle()
        for sign in code:
            QTest.keyClick(window, Qt.Key(ord(sign.upper())))
        QTest.keyClick(window, Qt.Key.Key_Return)

    def use(self, thing: QWidget | str) -> None:
        """Press a button."""
        raise NotImplementedError

    def write(self, thing: QWidget | str, text: str) -> None:
        """Put a text in place of what is in a field."""
        raise NotImplementedError

    def answer(self, text: str) -> None:
        """Give an answer or a code to the game."""
        raise NotImplementedError

    def answer_field(self, key: str, text: str) -> None:
        """Give one field of an answer in several fields."""
        raise NotImplementedError

    def _thing(self, thing: QWidget | str) -> QWidget:
        found = self.seen(thing) if isinstance(thing, str) else thing
        self._qtbot.waitUntil(found.isVisible, timeout=PATIENCE_MS)  # pages come up a moment later
        assert found.isEnabled(), thing
        return found


class Mouse(Person):
    """Clicks where the thing is seen; the keyboard only writes words."""

    def use(self, thing: QWidget | str) -> None:
        button = self._thing(thing)
        spot = _place_of(button)
        QTest.mouseClick(
            button.window().windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            spot,
        )

    def write(self, thing: QWidget | str, text: str) -> None:
        field = self._thing(thing)
        self.use(field)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        self.type(text)

    def answer(self, text: str) -> None:
        self.write("answer", text)
        self.use("check")

    def answer_field(self, key: str, text: str) -> None:
        self.write(f"field-{key}", text)
        self.keys("Return")


class Keyboard(Person):
    """Never touches the mouse: Tab goes where no key does."""

    def go_to(self, thing: QWidget | str) -> None:
        """Tab until the thing has the focus."""
        wanted = self._thing(thing)
        for _ in range(MOST_TABS):
            focus = QApplication.focusWidget()
            if focus is wanted or (focus is not None and focus is wanted.focusProxy()):
                return
            self.keys("Tab")
        raise AssertionError(f"Tab does not reach {wanted.objectName() or wanted}")

    def use(self, thing: QWidget | str) -> None:
        self.go_to(thing)
        self.keys("Space")

    def write(self, thing: QWidget | str, text: str) -> None:
        self.go_to(thing)
        self.keys("Ctrl+A")
        self.type(text)

    def answer(self, text: str) -> None:
        self.keys("Ctrl+E", "Ctrl+A")
        self.type(text)
        self.keys("Return")

    def answer_field(self, key: str, text: str) -> None:
        self.write(f"field-{key}", text)
        self.keys("Return")


def _key_of(sign: str) -> int:
    return ord(sign.upper()) if sign.isascii() and sign.isprintable() else 0


def _place_of(thing: QWidget) -> QPoint:
    """Where a person clicks: the middle of the thing, brought into view, which nothing covers."""
    QApplication.processEvents()
    area = thing.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea) and area.widget().isAncestorOf(thing):
        area.ensureWidgetVisible(thing)
    window = thing.window()
    spot = thing.mapTo(window, thing.rect().center())
    hit = window.childAt(spot)
    assert hit is not None and (hit is thing or thing.isAncestorOf(hit)), (thing, "is covered by", hit)
    return spot


def planned(person: Person, name: str, days: int = 0) -> str:
    """The id of a session that was prepared before, for tonight or so many days later."""
    draft = person.services.sessions.draft(facility="Hôpital de Brévalon", language="fr")
    day = local_moment(person.clock.wall_ms()).date() + timedelta(days)
    saved = person.services.sessions.save(replace(draft, name=name, date=day.isoformat(), room="Salle 2"))
    person.main.on_changed(saved.changed)
    return saved.plan.id


@contextmanager
def at_work(
    kind: type[Person], qtbot: QtBot, folder: Path, language: str, clock: FakeClock | None = None
) -> Iterator[Person]:
    """A person whose program is closed after the test."""
    settings = replace(Settings(), language=language, theme="light")
    person = kind(qtbot, folder, clock or FakeClock(), settings)
    try:
        person.open_program()
        yield person
    finally:
        person.close_program()


def spellings(setup: RunSetup) -> dict[str, str]:
    """Every answer in one part, the way a facilitator types it in a hurry."""
    right = {puzzle.id: puzzle.answer for puzzle in setup.puzzles}
    return {
        "P1": f" b-{right['P1']} ",
        "P2": f"{right['P2'][:2]} {right['P2'][2:]}".lower(),
        "P3": f"{right['P3']}.",
        "P4": f"{right['P4'][:3]} {right['P4'][3:]}",
        "P5": right["P5"].capitalize(),
        "P6": " ".join(right["P6"]).lower(),
        "P7": "-".join(right["P7"]),
        "P8": f"pc-{right['P8'].lower()}",
        "P9": right["P9"].replace("ZE", "Zé").lower(),
        "P11": f"{right['P11'][:3]}.{right['P11'][3:]}",
        "P12": " ".join(right["P12"].lower()),
    }


def assert_player_window_fills_the_projector(person: Person) -> None:
    """The console stays on the laptop, the players' window covers the whole second display."""
    laptop, projector = QGuiApplication.screens()
    assert (laptop.name(), projector.name()) == ("laptop", "projector")
    assert person.console.screen() is laptop
    assert person.player.isVisible()
    assert person.player.isFullScreen()
    assert person.player.geometry() == projector.geometry()
    assert not person.player.frameGeometry().intersects(laptop.geometry())
