"""A process that shows a window, tells when it was painted and ends. It loads only what its way needs."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

HEAVY = (
    "reportlab", "qrcode", "pydantic", "pypdfium2", "zxingcpp", "xlsxwriter", "sqlalchemy", "PIL",
)  # fmt: skip
FULL_PAGE = "HomePage"


class Watch(QObject):
    """Notes when a window was painted first, and when the widget `last` was; then ends the process.

    Both moments are taken when the event loop comes back from the painting.
    """

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last
        self._moments: dict[str, float] = {}
        self._heavy: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if "window" not in self._moments and watched.isWindow():
                self._note("window")
            elif type(watched).__name__ == self._last and self._last not in self._moments:
                self._note(self._last)
        return False

    def _note(self, name: str) -> None:
        self._moments[name] = 0.0
        QTimer.singleShot(0, self, lambda: self._painted(name))

    def _painted(self, name: str) -> None:
        self._moments[name] = time.monotonic()
        if name == "window":
            self._heavy = sorted(heavy for heavy in HEAVY if heavy in sys.modules)
        if name == self._last:
            import json

            sys.stdout.write(json.dumps({"moments": self._moments, "heavy": self._heavy}) + "\n")
            sys.stdout.flush()
            os._exit(0)


def bare() -> None:
    """The least that shows a window."""
    app = QApplication(["bare"])
    watch = Watch("window")
    app.installEventFilter(watch)
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    app.exec()


def ours() -> None:
    """The program, as its command starts it."""
    app = QApplication(["ours"])
    watch = Watch(FULL_PAGE)
    app.installEventFilter(watch)
    from kit_app.__main__ import main

    main([])


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]]()
