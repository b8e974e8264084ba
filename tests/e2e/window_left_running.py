"""What the test of the killed window runs: the real program, led to the middle of a game, then left alone.

Prints one JSON line once everything is on the screens; then the game goes on until the process is killed.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kit_app.__main__ import main
from kit_app.ui.app import MainWindow

LOOK_EVERY_MS = 20


class Evening:
    """Looks until the window stands, then does one act at each look."""

    def __init__(self) -> None:
        self.acts = [self.plan, self.open_console, self.start, self.solve, self.hint, self.write, self.tell]
        self.timer = QTimer()
        self.timer.setInterval(LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        windows = [one for one in QApplication.allWidgets() if isinstance(one, MainWindow)]
        if windows and self.acts:
            self.main = windows[0]
            self.acts.pop(0)()

    def click(self, window: QWidget, name: str) -> None:
        (button,) = (one for one in window.findChildren(QPushButton, name) if one.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def plan(self) -> None:
        sessions = self.main._services.sessions
        draft = replace(sessions.draft(facility="", language="fr"), name="Unité B")
        self.main.on_changed(sessions.save(draft).changed)

    def open_console(self) -> None:
        self.click(self.main, "home-console")

    def start(self) -> None:
        self.click(self.main.live.console, "next-step")

    def answer(self, text: str) -> None:
        desk = self.main.live.console.puzzles.desk
        QTest.keyClicks(desk.edit, text)
        QTest.keyClick(desk.edit, Qt.Key.Key_Return)

    def solve(self) -> None:
        self.answer("nothing")
        self.answer(self.main.live.conductor.setup.puzzle("P1").answer)

    def hint(self) -> None:
        self.click(self.main.live.console, "give-hint")

    def write(self) -> None:
        console = self.main.live.console
        self.click(console, "message")
        QTest.keyClicks(console.say.composer.edit, "Look at the back.")
        self.click(console, "send")

    def tell(self) -> None:
        live = self.main.live
        kinds = [type(one.event).__name__ for one in live.conductor.history]
        view = live.player.view
        shown = {"session": live.conductor.setup.session_id, "kinds": kinds, "envelope": view.envelope}
        shown["message"] = view.panel.text
        shown["remaining_ms"] = live.room.screens()[0].console.remaining_ms
        sys.stdout.write(json.dumps(shown) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    app = QApplication(["sant-escape-kit"])
    evening = Evening()
    sys.exit(main(["--data", str(Path(sys.argv[1])), "--lang", "en"]))
