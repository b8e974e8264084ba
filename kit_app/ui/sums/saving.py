"""Ask for a file and write it in the background, with progress and a way out in the foot."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.background import Progress, Task, run
from kit_app.ui.common.file_dialogs import ask_save, with_ending
from kit_app.ui.common.progress import FootProgress
from kit_app.ui.common.told import Told

Step = Callable[[int, int], None]
Write = Callable[[Path, bool, Step], None]
"""Writes a file; the flag says whether it may replace one. `Step` tells how far it is, and may end it."""


class Saving(QObject):
    """`told(Told)` what was written, `refused(KitAppError)` why not.

    `ask_save` is an attribute, so that tests can answer instead of a person.
    """

    told = Signal(object)
    refused = Signal(object)
    busy_changed = Signal()

    def __init__(self, t: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._t = t
        self._window = window
        self._task: Task | None = None
        self.ask_save = ask_save
        self.progress = FootProgress(t("Interrupt"), window)
        self.progress.setObjectName("results-progress")
        self.progress.cancelled.connect(self._cancel)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._task is not None

    def save(self, name: str, suffix: str, kinds: str, write: Write) -> None:
        """Ask where to and write there, whole or not at all."""
        t = self._t
        if self._task is not None:
            return
        chosen = self.ask_save(self._window, t("Save the results"), name + suffix, kinds)
        if chosen is None:
            return
        target, may_replace = with_ending(chosen, suffix)

        def work(progress: Progress) -> str:
            write(target, may_replace, progress.step)
            return t("Saved: {name}", name=target.name)

        task = self._task = Task(work, self)
        task.progressed.connect(self.progress.step)
        task.succeeded.connect(lambda sentence: self.told.emit(Told(sentence)))
        task.failed.connect(self.refused)
        task.ended.connect(self._end)
        self.progress.begin(t("{name} is being written", name=target.name))
        self.busy_changed.emit()
        run(task)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.told.emit(Told(self._t("Interrupted: no file was written.")))

    def _end(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        self.progress.end()
        self.busy_changed.emit()
