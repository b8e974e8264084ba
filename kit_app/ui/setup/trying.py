"""Try the checks of the pre-flight away from the windows and hand each line on as soon as it is known."""

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kit_app.i18n import Catalogue
from kit_app.services.preflight.finding import Finding
from kit_app.services.preflight.trying import Check, try_all
from kit_app.ui.background import Progress, Task, run


class Trying(QObject):
    """`told(tuple of Finding)` as they come; `ended(count, ms)` when all have answered or were cut off.

    Beginning again forgets what is under way: its lines come no more.
    """

    told = Signal(object)
    ended = Signal(int, int)

    def __init__(self, t: Catalogue, steady_ms: Callable[[], int], owner: QObject) -> None:
        super().__init__(owner)
        self._t = t
        self._steady_ms = steady_ms
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether lines are still to come."""
        return self._task is not None

    def begin(self, checks: Sequence[Check]) -> None:
        """Try these now."""
        self.stop()
        lines: deque[Finding] = deque()
        t, count, start = self._t, len(checks), self._steady_ms()

        def work(progress: Progress) -> None:
            def tell(finding: Finding) -> None:
                lines.append(finding)
                progress.tell(1, count)

            try_all(checks, tell, t)

        task = Task(work, self)
        self._task = task
        task.progressed.connect(lambda _done, _count: self._hand_on(task, lines))
        task.ended.connect(lambda: self._end(task, lines, count, start))
        run(task)

    def stop(self) -> None:
        """Forget what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _hand_on(self, task: Task, lines: "deque[Finding]") -> None:
        if task is self._task and lines:
            found = []
            while lines:
                found.append(lines.popleft())
            self.told.emit(tuple(found))

    def _end(self, task: Task, lines: "deque[Finding]", count: int, start: int) -> None:
        self._hand_on(task, lines)
        task.deleteLater()
        if task is self._task:
            self._task = None
            self.ended.emit(count, self._steady_ms() - start)
