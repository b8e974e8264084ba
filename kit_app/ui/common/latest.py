"""Run only the newest of what is asked, one work at a time: earlier wishes are stopped or forgotten."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from kit_app.ui.background import Progress, Task, run


class _Wish(NamedTuple):
    work: Callable[[Progress], Any]
    then: Callable[[Any], None]
    failed: Callable[[Any], None] | None


class Latest(QObject):
    """`progressed(done, total)` and `idle()`, when nothing is under way any more."""

    progressed = Signal(int, int)
    idle = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._task: Task | None = None
        self._waiting: _Wish | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a work is under way."""
        return self._task is not None

    def ask(
        self,
        work: Callable[[Progress], Any],
        then: Callable[[Any], None],
        failed: Callable[[Any], None] | None = None,
    ) -> None:
        """Do `work` off the interface thread and give its result to `then`, unless a newer wish comes."""
        wish = _Wish(work, then, failed)
        if self._task is None:
            self._start(wish)
        else:
            self._task.cancel()
            self._waiting = wish

    def stop(self) -> None:
        """Forget what waits and stop what is under way."""
        self._waiting = None
        if self._task is not None:
            self._task.cancel()

    def _start(self, wish: _Wish) -> None:
        task = Task(wish.work, self)
        self._task = task
        task.progressed.connect(self.progressed)
        task.succeeded.connect(wish.then)
        if wish.failed is not None:
            task.failed.connect(wish.failed)
        task.ended.connect(self._on_end)
        run(task)

    def _on_end(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        wish, self._waiting = self._waiting, None
        if wish is not None:
            self._start(wish)
        elif self._task is None:
            self.idle.emit()
