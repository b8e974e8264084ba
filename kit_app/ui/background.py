"""Long work off the interface thread. Workers take and return values: no widget, no database connection."""

import logging
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from kit_app.errors import KitAppError
from kit_app.i18n import N_

log = logging.getLogger(__name__)

_NUMBERS = count(1)
_DESKS: list["_Desk"] = []


class Cancelled(Exception):
    """The person stopped the work; raised inside it by `Progress.step`."""


class UnexpectedError(KitAppError):
    """A bug met by the work. Its traceback is in the log; `detail` holds its last line."""


class Progress:
    """What the work is given: it tells how far it is and learns that it should stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self.tell = tell
        self.is_cancelled = False

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; raises `Cancelled` after a wish to stop."""
        if self.is_cancelled:
            raise Cancelled
        self.tell(done, total)


class _Desk(QObject):
    """Takes the workers' words on the interface thread; outlives every task, so that no worker holds one."""

    posted = Signal(int, str, object)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.tasks: dict[int, Task] = {}
        self.posted.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def put(self, number: int, kind: str, what: object) -> None:
        """Called by workers; what comes after the program has ended is nobody's any more."""
        with suppress(RuntimeError):  # Qt's half of this object has gone with the application
            self.posted.emit(number, kind, what)

    @Slot(int, str, object)
    def _hand_on(self, number: int, kind: str, what: object) -> None:
        task = self.tasks.get(number)
        if kind != "progress":
            self.tasks.pop(number, None)
        if task is not None and isValid(task):
            task.take(kind, what)


class Task(QObject):
    """A function `work(progress)` and what becomes of it. The signals arrive on the interface thread.

    `succeeded(result)` or `failed(error)`, neither after a cancel; `ended()` always, last.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[Progress], Any], owner: QObject) -> None:
        super().__init__(owner)
        self.work = work
        self.number = next(_NUMBERS)
        self.progress = Progress(lambda done, total: None)
        self.is_running = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.is_cancelled = True

    def take(self, kind: str, what: object) -> None:
        """A word of the worker: `progress` (done, total), `result` or `error`."""
        if kind == "progress":
            if not self.progress.is_cancelled and isinstance(what, tuple):
                self.progressed.emit(*what)
            return
        self.is_running = False
        if kind == "result" and not self.progress.is_cancelled:
            self.succeeded.emit(what)
        elif kind == "error" and not isinstance(what, Cancelled):
            self.failed.emit(what)
        self.ended.emit()


class _Runner(QRunnable):
    """Runs the work in a thread of the pool; holds nothing of Qt but the desk."""

    def __init__(self, task: Task, desk: _Desk) -> None:
        super().__init__()
        self._work, self._progress, self._number, self._desk = task.work, task.progress, task.number, desk

    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except (Cancelled, KitAppError) as error:
            self._desk.put(self._number, "error", error)
        except Exception as error:
            log.exception("unexpected error in background work")
            sentence = N_("Something unexpected happened. The log in the data folder says what.")
            self._desk.put(self._number, "error", UnexpectedError(sentence, repr(error)))
        else:
            self._desk.put(self._number, "result", result)


def run(task: Task) -> None:
    """Start the work on the shared pool of threads. Called on the interface thread."""
    desk = _desk()
    desk.tasks[task.number] = task
    task.is_running = True
    number = task.number
    task.progress.tell = lambda done, total: desk.put(number, "progress", (done, total))
    QThreadPool.globalInstance().start(_Runner(task, desk))


def _desk() -> _Desk:
    """The desk of this application."""
    app = QCoreApplication.instance()
    if not _DESKS or not isValid(_DESKS[0]):
        _DESKS[:] = [_Desk(app)]
    return _DESKS[0]
