"""Files of facilities taken in: chosen, looked at in the background, asked about, kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.region.gathering import SUFFIX, Arrival, Gathering, Taken
from kit_app.ui.background import Progress, Task, run
from kit_app.ui.common.file_dialogs import ask_open_many
from kit_app.ui.common.progress import FootProgress
from kit_app.ui.common.told import Told
from kit_app.ui.region.arrivals_dialog import ArrivalsDialog


class GatherDesk(QObject):
    """`told(Told)` what was taken in, `refused(KitAppError)` why not, `changed()` after rows were kept.

    What asks a person is an attribute, so that tests can answer instead: `ask_trust` gives the fingerprints
    that are trusted, None to leave all as it is.
    """

    told = Signal(object)
    refused = Signal(object)
    changed = Signal()
    busy_changed = Signal()

    def __init__(self, gathering: Gathering, progress: FootProgress, t: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._gathering = gathering
        self._progress = progress
        self._t = t
        self._window = window
        self._task: Task | None = None
        self.ask_files = ask_open_many
        self.ask_trust = self._ask_trust
        progress.cancelled.connect(self._cancel)

    @property
    def is_busy(self) -> bool:
        """Whether files are being read or kept."""
        return self._task is not None

    def begin(self) -> None:
        """Ask for files and look at them."""
        t = self._t
        if self._task is not None:
            return
        kinds = t("Results of facilities (*{suffix})", suffix=SUFFIX)
        paths = self.ask_files(self._window, t("Take in results"), kinds)
        if not paths:
            return

        def look(progress: Progress) -> tuple[Arrival, ...]:
            return self._gathering.look(paths, _telling(progress, len(paths)))

        self._work(t("The files are looked at"), look, self._offer)

    def _offer(self, arrivals: Sequence[Arrival]) -> None:
        trusted = self.ask_trust(arrivals)
        if trusted is None:
            return

        def take(progress: Progress) -> Taken:
            return self._gathering.take_in(arrivals, trusted, _telling(progress, len(arrivals)))

        self._work(self._t("The results are taken in"), take, self._tell)

    def _tell(self, taken: Taken) -> None:
        t = self._t
        self.changed.emit()
        for error in taken.refused:
            self.refused.emit(error)
        words = t.plural(
            "{n} file taken in. New: {new}, corrected: {corrected}, known before: {known}.",
            "{n} files taken in. New: {new}, corrected: {corrected}, known before: {known}.",
            taken.files,
            new=taken.new,
            corrected=taken.corrected,
            known=taken.known,
        )
        self.told.emit(Told(words))

    def _ask_trust(self, arrivals: Sequence[Arrival]) -> frozenset[str] | None:
        dialog = ArrivalsDialog(arrivals, self._t, self._window)
        is_taken = dialog.exec() == QDialog.DialogCode.Accepted.value
        trusted = dialog.trusted()
        dialog.deleteLater()
        return trusted if is_taken else None

    def _work(self, words: str, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        task = self._task = Task(work, self)
        done: list[object] = []
        task.progressed.connect(self._progress.step)
        task.succeeded.connect(done.append)
        task.failed.connect(self.refused)
        task.ended.connect(lambda: self._end(done, then))
        self._progress.begin(words)
        self.busy_changed.emit()
        run(task)

    def _end(self, done: Sequence[object], then: Callable[..., None]) -> None:
        """The next step begins once this one has gone: it may be another work."""
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        self._progress.end()
        self.busy_changed.emit()
        if not done:
            self.changed.emit()  # what was taken in before an end stays
        for result in done:
            then(result)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()


def _telling(progress: Progress, total: int) -> Callable[[int], bool]:
    """Tells after each file how far it is; no file is left half taken in."""

    def goes_on(done: int) -> bool:
        progress.tell(done, total)
        return not progress.is_cancelled

    return goes_on
