"""How long the window stands still while the print desk draws and proves the papers of a whole kit."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from benchmarks.rows import Row
from benchmarks.stage import application, evening
from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.ui.garbage import Collector
from kit_app.ui.printing.lines_panel import FACILITATOR, SHELF
from kit_app.ui.printing.page import PrintPage
from kit_app.ui.start import GIVES_WAY_S

EVERY_MS, REST_MS = 5, 2000
PATIENCE_MS = 120_000
MOST_MS = 100
REPETITIONS = 5


class Gaps(QObject):
    """The times between two calls of a timer on the interface thread; the longest tells how long it hung."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter(), time.thread_time()
        self._found: list[tuple[float, float]] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start(EVERY_MS)

    def _note(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._found.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now

    def longest_ms(self) -> tuple[float, float]:
        """The longest since the last question; the most that the thread itself worked meanwhile."""
        found, self._found = self._found or [(0.0, 0.0)], []
        return 1000 * max(wall for wall, _ in found), 1000 * max(own for _, own in found)


def rows(*, is_short: bool) -> list[Row]:
    """The longest standstill at rest, at the first drawing, and at later ones, of which the median."""
    app = application()
    collector = Collector(app)
    sys.setswitchinterval(GIVES_WAY_S)
    with evening() as (services, session, _folder):
        page = PrintPage(services, load(resources_dir() / "i18n", "fr"))
        page.resize(1182, 700)
        page.show()
        gaps = Gaps()
        _wait(lambda: False, REST_MS)
        gaps.longest_ms()
        _wait(lambda: False, REST_MS)
        rest, _ = gaps.longest_ms()
        page.show_session(session)
        first = _longest(page, gaps)
        again, others = [], []
        for _ in range(1 if is_short else REPETITIONS):
            page.wish.edition.setCurrentIndex(1 - page.wish.edition.currentIndex())
            again.append(_longest(page, gaps))
        for who in (FACILITATOR, SHELF):
            page.lines.choose_who(who)
            others.append(_longest(page, gaps))
        page.stop()
        _wait(lambda: not page._maker.is_busy, PATIENCE_MS)
        page.hide()
        page.deleteLater()
        app.processEvents()
    collector.end()
    measured = {
        "while a team's papers are drawn first": [first],
        "while they are drawn again": again,
        "while guide and posters are drawn": others,
    }
    found = [Row(metric="window stands still, nothing drawn", unit="ms", ours=rest)]
    for name, values in measured.items():
        wall, own = (statistics.median(part) for part in zip(*values, strict=True))
        goal = f"<= {MOST_MS}"
        found.append(Row(metric=name, unit="ms", ours=wall, goal=goal, judges="ours"))
        found.append(Row(metric="of it the window's own work", unit="ms", ours=own))
    return found


def _longest(page: PrintPage, gaps: Gaps) -> tuple[float, float]:
    """Until the sheets are drawn, proved and shown; the longest standstill by then."""
    _wait(lambda: page._made is not None and page.preview.is_settled(), PATIENCE_MS)
    return gaps.longest_ms()


def _wait(is_so: Callable[[], bool], patience_ms: int) -> None:
    loop, poll = QEventLoop(), QTimer()
    poll.timeout.connect(lambda: loop.quit() if is_so() else None)
    poll.start(20)
    QTimer.singleShot(patience_ms, loop, loop.quit)
    loop.exec()
