"""What becomes of a finished PDF: written to a file or sent sheet by sheet to a printer; told in the foot."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kit_app.errors import PrintError
from kit_app.i18n import N_, Catalogue
from kit_app.services.export import write
from kit_app.system.panels import open_folder
from kit_app.ui.background import Progress, Task, run
from kit_app.ui.common.file_dialogs import ask_folder, ask_save, with_ending
from kit_app.ui.common.paper import (
    ANY_PRINTER,
    PrinterAtHand,
    ask_printer,
    chosen_pages,
    printer_names,
    send_pages,
)
from kit_app.ui.common.progress import FootProgress
from kit_app.ui.common.told import Told

PDF_SUFFIX = ".pdf"
_OTHER_PRINTER = N_(
    "These sheets are drawn for the printer “{name}”. Choose it in the printing dialog, "
    "or choose the other one on this page first."
)


class Sending(QObject):
    """`done(is_whole)` when something went out whole or in part, `refused(KitAppError)` when it could not.

    `told(Told)`: where something was saved, with the way to it. `stopped()` when a person interrupts while
    nothing is being sent. The dialogs are attributes, so that tests can answer instead of a person.
    """

    done = Signal(bool)
    told = Signal(object)
    refused = Signal(object)
    stopped = Signal()
    busy_changed = Signal()

    def __init__(self, t: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._t = t
        self._window = window
        self._task: Task | None = None
        self._stopped = ""
        self.ask_save = ask_save
        self.ask_folder = ask_folder
        self.ask_printer = ask_printer
        self.printer_names = printer_names
        self.open_folder = open_folder
        self.progress = FootProgress(t("Interrupt"), window)
        self.progress.setObjectName("print-progress")
        self.progress.cancelled.connect(self._interrupt)

    @property
    def is_busy(self) -> bool:
        """Whether something is being saved or printed."""
        return self._task is not None

    def show_begin(self, what: str) -> None:
        """Say what is under way, when it takes its time."""
        if not self.is_busy:
            self.progress.begin(what)

    def show_step(self, done: int, total: int) -> None:
        """Say how far the work is."""
        self.progress.step(done, total)

    def show_end(self) -> None:
        """The work that was not a sending is over."""
        if not self.is_busy:
            self.progress.end()

    def save(self, pdf: bytes, name: str) -> None:
        """Ask where to and write there, whole or not at all."""
        t = self._t
        chosen = self.ask_save(self._window, t("Save as PDF"), name, t("PDF files (*.pdf)"))
        if chosen is None:
            return
        target, may_replace = with_ending(chosen, PDF_SUFFIX)

        def work(progress: Progress) -> str:
            write(target, pdf, overwrite=may_replace)
            return t("Saved: {name}", name=target.name)

        self._start(work, t("Saving"), whole=True, folder=target.parent)

    def save_by(self, work: Callable[[Progress], str], what: str, folder: Path, stopped: str) -> None:
        """Let `work` write into `folder` and give the last words; `stopped` is said after a cancel."""
        self._start(work, what, whole=True, folder=folder, stopped=stopped)

    def save_all(self, files: Callable[[Progress], Iterator[tuple[str, bytes]]]) -> None:
        """Ask for a folder and write the files into it; a file that is there already is not touched."""
        t = self._t
        folder = self.ask_folder(self._window, t("Save in a folder"))
        if folder is None:
            return

        def work(progress: Progress) -> str:
            count = 0
            for name, pdf in files(progress):
                write(folder / name, pdf, overwrite=False)
                count += 1
            return t.plural(
                "{n} file saved in {folder}", "{n} files saved in {folder}", count, folder=folder.name
            )

        self._start(work, t("Saving"), whole=True, folder=folder)

    def print(self, pdf: bytes, title: str, pages: int, at_hand: PrinterAtHand = ANY_PRINTER) -> None:
        """Ask for a printer and send the pages to it."""
        t = self._t
        printer = self.ask_printer(self._window, title, pages, at_hand)
        if printer is None:
            return
        if at_hand.is_drawn_for and printer.printerName() not in ("", at_hand.name):
            self.refused.emit(PrintError(_OTHER_PRINTER, (), name=at_hand.name))
            return
        wanted = chosen_pages(printer, pages)
        name = printer.printerName()
        if not wanted:
            return

        def work(progress: Progress) -> str:
            count = send_pages(printer, pdf, wanted, progress.step)
            return _sent(t, count, name)

        self._start(work, t("Sending the sheets"), whole=len(set(wanted)) == pages)

    def _start(
        self,
        work: Callable[[Progress], str],
        what: str,
        *,
        whole: bool,
        folder: Path | None = None,
        stopped: str = "",
    ) -> None:
        task = Task(work, self)
        self._stopped = stopped or self._t(
            "Interrupted. Sheets that the printer has already may still come out."
        )
        self._task = task
        self.progress.begin(what)
        task.progressed.connect(self.show_step)
        task.succeeded.connect(lambda message: self._succeed(message, whole, folder))
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        self.busy_changed.emit()
        run(task)

    def _succeed(self, message: str, whole: bool, folder: Path | None) -> None:
        self.progress.end(message)
        if folder is not None:
            words = self._t("Saved in the folder {folder}.", folder=folder)
            self.told.emit(Told(words, self._t("Open the folder"), lambda: self._open(folder)))
        self.done.emit(whole)

    def _open(self, folder: Path) -> None:
        if not self.open_folder(folder):
            self.told.emit(
                Told(self._t("The computer did not open it. The folder is {folder}.", folder=folder))
            )

    def _fail(self, error: object) -> None:
        self.progress.end()
        self.refused.emit(error)

    def _end(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            if task.progress.is_cancelled:
                self.progress.end(self._stopped)
            task.deleteLater()
        self.busy_changed.emit()

    def _interrupt(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.stopped.emit()


def _sent(t: Catalogue, count: int, printer: str) -> str:
    if not printer:
        return t.plural("{n} sheet sent", "{n} sheets sent", count)
    return t.plural("{n} sheet sent to {printer}", "{n} sheets sent to {printer}", count, printer=printer)
