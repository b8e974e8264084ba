"""The real program's window, led by lines: a JSON command a line on stdin, a JSON answer a line on stdout.

`tests.e2e.led` holds the other end. Faults come from outside; here is only what a person does and sees.
"""

import json
import queue
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from benchmarks.processes import resident_kib
from kit_app.__main__ import main
from kit_app.domain.plan import TeamPlan
from kit_app.storage.store import open_store
from kit_app.ui.app import MainWindow
from kit_app.ui.player.window import PlayerWindow

LOOK_EVERY_MS = 5


class Watch:
    """How long a player window covered the console at a stretch, and when windows last changed place."""

    def __init__(self) -> None:
        self.covered_ms = 0.0
        self.moved_at = 0.0
        self._since: float | None = None

    def look(self, console: QWidget, players: list[QWidget]) -> None:
        area = console.frameGeometry() & console.screen().geometry()
        if not any(one.isVisible() and one.frameGeometry().intersects(area) for one in players):
            self._since = None
            return
        now = time.monotonic()
        self._since = self._since or now
        self.covered_ms = max(self.covered_ms, 1000 * (now - self._since))

    def note(self) -> None:
        self.moved_at = time.monotonic()


class Led:
    """Does one command at a time, on the interface thread."""

    def __init__(self) -> None:
        self.asked: queue.Queue[str] = queue.Queue()
        self.watch = Watch()
        self.others: list[PlayerWindow] = []
        self._main: MainWindow | None = None
        threading.Thread(target=self.read, daemon=True).start()
        self.timer = QTimer()
        self.timer.setInterval(LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def read(self) -> None:
        for line in sys.stdin:
            self.asked.put(line)

    def look(self) -> None:
        if self.main is not None and self.main.live is not None:
            live = self.main.live
            self.watch.look(live.console, [live.player, *self.others])
        if self.main is None or self.asked.empty():
            return
        command = json.loads(self.asked.get())
        answer = {}
        try:
            answer = {"answer": getattr(self, command.pop("do"))(**command)}
        finally:
            error = sys.exc_info()[1]
            sys.stdout.write(json.dumps({"failed": repr(error)} if error else answer) + "\n")
            sys.stdout.flush()

    @property
    def main(self) -> MainWindow | None:
        """The window, once it stands; it is out of sight while a console is open."""
        if self._main is None:
            self._main = next((one for one in QApplication.allWidgets() if isinstance(one, MainWindow)), None)
        return self._main

    @property
    def live(self):
        return self.main.live

    @property
    def top(self) -> QWidget:
        return self.live.console if self.live is not None else self.main

    # What a person does

    def plan(self, language: str, labels: list[str]) -> str:
        """A session for tonight, as the page makes it."""
        sessions = self.main._services.sessions
        teams = tuple(TeamPlan(number=n, label=label, size=5) for n, label in enumerate(labels, start=1))
        draft = replace(sessions.draft(facility="", language=language), name="Unité B", teams=teams)
        saved = sessions.save(draft)
        self.main.on_changed(saved.changed)
        return saved.plan.id

    def click(self, name: str) -> None:
        (button,) = (one for one in self.top.findChildren(QPushButton, name) if one.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        if name == "play-console" and self.live is not None:
            self.live.projector.moved.connect(self.watch.note)

    def banner(self, ident: str, action: str) -> None:
        page = self.top if self.live is not None else self.main.page("home")
        QTest.mouseClick(page.banners.banner(ident).buttons[action], Qt.MouseButton.LeftButton)

    def answer(self, text: str) -> None:
        desk = self.live.console.puzzles.desk
        QTest.keyClicks(desk.edit, text)
        QTest.keyClick(desk.edit, Qt.Key.Key_Return)

    def solve(self, puzzle: str) -> None:
        self.answer(self.live.conductor.setup.puzzle(puzzle).answer)

    def message(self, text: str) -> None:
        self.click("message")
        QTest.keyClicks(self.live.console.say.composer.edit, text)
        self.click("send")

    def note(self, text: str) -> None:
        self.click("note")
        QTest.keyClicks(self.live.console.say.composer.edit, text)
        self.click("send")

    def folder(self, path: str) -> None:
        """The system's dialog is the world outside: it will name this folder."""
        self.live.ask_folder = lambda *_asked: Path(path)

    def drag(self, screen: str) -> None:
        """The console is taken to another display."""
        target = next(one for one in QGuiApplication.screens() if one.name() == screen)
        self.live.console.setGeometry(QRect(target.geometry().topLeft(), self.live.console.size()))

    def show_each_team(self, screens: dict[str, str]) -> None:
        """A screen a team, on the displays that are named for windows by number."""
        self.live.seen.arrange("each")
        for number, name in screens.items():
            display = next(one for one in self.live.projector.displays() if one.identity.name == name)
            self.live.projector.use(display.identity, int(number))

    def open_all(self, session: str) -> None:
        """The console of all teams of a session."""
        self.main.open_console(session, 0)
        self.live.projector.moved.connect(self.watch.note)

    def add_team(self, number: int, label: str) -> None:
        """A player window of another team, with a screen of its own."""
        player = PlayerWindow(self.live.console)
        player.show_view(self.live.player.view)
        self.others.append(player)
        self.live.projector.add(number, player, None, label)

    def quit(self) -> None:
        QTimer.singleShot(0, self.main.window().close)

    # What is seen

    def home(self) -> dict[str, Any]:
        banners = self.main.page("home").banners._banners
        return {"banners": {ident: one.text for ident, one in banners.items()}}

    def state(self) -> dict[str, Any]:
        live = self.live
        console, view = live.console, live.room.screens()[0].console
        shown = live.room.screens()[0].player
        return {
            "banners": {ident: one.text for ident, one in console.banners._banners.items()},
            "buttons": {ident: list(one.buttons) for ident, one in console.banners._banners.items()},
            "tag": console.now.screen_state.text(),
            "saved": console.header.saved.text(),
            "phase": view.phase,
            "remaining_ms": view.remaining_ms,
            "kinds": [type(one.event).__name__ for one in live.conductor.history],
            "log": [row.text for row in view.log],
            "envelope": shown.envelope,
            "message": shown.panel.text if shown.panel is not None else "",
            "session": live.conductor.setup.session_id,
            **self.places(),
        }

    def stored(self) -> list[str]:
        """What the next start would find, read from the file as another program reads it."""
        live = self.live
        run = live.room._journal._runs[live.team]
        folder = live.room._journal._store._database.path.parent
        store = open_store(folder, 0, exclusive=False)
        try:
            return [type(one.event).__name__ for one in store.journal.events(run)]
        finally:
            store.close()

    def places(self) -> dict[str, Any]:
        live = self.live
        held = live.projector.windows
        return {
            "place": [one.place for one in held.values()],
            "player": [
                list(one.stand.player.geometry().getRect()) if one.stand.player.isVisible() else None
                for one in held.values()
            ],
            "screens": {one.name(): list(one.geometry().getRect()) for one in QGuiApplication.screens()},
            "console": [*live.console.geometry().getRect()[:2], live.console.screen().name()],
            "covered_ms": self.watch.covered_ms,
            "moved_at": self.watch.moved_at,
        }

    def sizes(self) -> dict[str, int]:
        """What would grow if something were lost on the way."""
        return {
            "resident_kib": resident_kib(),
            "windows": len(QGuiApplication.allWindows()),
            "screens": len(QGuiApplication.screens()),
            "widgets": len(QApplication.allWidgets()),
            "processor_ms": round(1000 * time.process_time()),
            "checks": sum(one.name.startswith("check ") for one in threading.enumerate()),
            "files": len(list(Path("/proc/self/fd").iterdir())),
        }


if __name__ == "__main__":
    app = QApplication(["sant-escape-kit"])
    led = Led()
    sys.exit(main(["--data", str(Path(sys.argv[1])), "--lang", sys.argv[2]]))
