"""From the start of the process to the first painted window, against a bare window of the same library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.processes import ROOT, environment, virtual_display
from benchmarks.rows import Row, median

HEAVY = (
    "reportlab", "qrcode", "pydantic", "pypdfium2", "zxingcpp", "xlsxwriter", "sqlalchemy", "PIL",
)  # fmt: skip
REPETITIONS = 15
FULL_PAGE = "HomePage"
LONGEST_S = 60


class Watch(QObject):
    """Notes when a window was painted for the first time, and when the first page in it was.

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


def once(way: str, changed: dict[str, str]) -> tuple[dict[str, float], list[str]]:
    """Milliseconds from the start of a process until each moment, and the heavy modules it had loaded."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as home:
        homes = {"HOME": home, "XDG_DATA_HOME": home, "LOCALAPPDATA": home}
        command = [sys.executable, "-m", "benchmarks.first_paint", way]
        started = time.monotonic()
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(**homes, **changed),
            capture_output=True,
            encoding="utf-8",
            timeout=LONGEST_S,
            check=True,
        )
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return {name: (at - started) * 1000 for name, at in told["moments"].items()}, told["heavy"]


def rows_on(platform: str, changed: dict[str, str], repetitions: int) -> list[Row]:
    """The measurement on one platform of Qt, both ways in turn."""
    times: dict[str, list[float]] = {"bare": [], "window": [], FULL_PAGE: []}
    heavy: set[str] = set()
    for _ in range(repetitions):
        times["bare"].append(once("bare", changed)[0]["window"])
        moments, loaded = once("ours", changed)
        heavy.update(loaded)
        for name, value in moments.items():
            times[name].append(value)
    base = median(times["bare"])
    return [
        Row(metric=f"first painted window, {platform}", unit="ms", ours=median(times["window"]),
            baseline=base, goal="<= 1.3"),
        Row(metric=f"heavy modules loaded before it, {platform}{_named(heavy)}", ours=len(heavy),
            goal="<= 0", judges="ours"),
        Row(metric=f"first painted home page, {platform}", unit="ms", ours=median(times[FULL_PAGE]),
            baseline=base),
    ]  # fmt: skip


def _named(heavy: set[str]) -> str:
    return f" ({', '.join(sorted(heavy))})" if heavy else ""


def rows(*, is_short: bool = False) -> list[Row]:
    """Offscreen, and on an X server where one can be started."""
    repetitions = 5 if is_short else REPETITIONS
    found = rows_on("offscreen", {}, repetitions)
    with virtual_display() as display:
        if display is not None:
            found += rows_on("xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}, repetitions)
    return found


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]]()
