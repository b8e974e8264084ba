"""Long work off the interface thread. Workers take and return values: no widget, no database connection."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from kit_app.errors import KitAppError
from kit_app.i18n import N_

log = logging.getLogger(__name__)


class Cancelled(Exception):
    """The person stopped the work; raised inside it by `Progress.step`."""


class UnexpectedError(KitAppError):
    """A bug met by the work. Its traceback is in the log; `detail` holds its last line."""


class Progress:
    """What the work is given: it tells how far it is and learns that it should stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self.is_cancelled = False

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; raises `Cancelled` after a wish to stop."""
        if self.is_cancelled:
            raise Cancelled
        self._tell(done, total)


class _Wire(QObject):
    """Carries the worker's words; its signals are queued to the thread of the task."""

    progressed = Signal(int, int)
    returned = Signal(object)
    broke = Signal(object)


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
        self.wire = _Wire()
        self.progress = Progress(self.wire.progressed.emit)
        self.is_running = False
        queued = Qt.ConnectionType.QueuedConnection
        self.wire.progressed.connect(self._on_progress, queued)
        self.wire.returned.connect(self._on_return, queued)
        self.wire.broke.connect(self._on_break, queued)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.is_cancelled = True

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        if not self.progress.is_cancelled:
            self.progressed.emit(done, total)

    @Slot(object)
    def _on_return(self, result: object) -> None:
        self.is_running = False
        if not self.progress.is_cancelled:
            self.succeeded.emit(result)
        self.ended.emit()

    @Slot(object)
    def _on_break(self, error: object) -> None:
        self.is_running = False
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
        self.ended.emit()


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._work, self._progress, self._wire = task.work, task.progress, task.wire

    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except (Cancelled, KitAppError) as error:
            self._wire.broke.emit(error)
        except Exception as error:
            log.exception("unexpected error in background work")
            sentence = N_("Something unexpected happened. The log in the data folder says what.")
            self._wire.broke.emit(UnexpectedError(sentence, repr(error)))
        else:
            self._wire.returned.emit(result)


def run(task: Task) -> None:
    """Start the work on the shared pool of threads."""
    task.is_running = True
    QThreadPool.globalInstance().start(_Runner(task))
