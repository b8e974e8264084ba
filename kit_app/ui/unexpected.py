"""What a bug looks like to a person: what was saved and where, a report to copy; everything goes on."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QThread, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.bare_log import bare_report
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.labels import Label, flowing

log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_WIDTH = 620
AGAIN_MS = 5_000
"""The same bug within this time of the last one is only logged: a tick may fail ten times a second."""


class Unexpected:
    """Takes the place of `sys.excepthook`.

    `kept` says in a sentence what is stored and where, `diagnosis` in which state the program is; both may
    fail.
    """

    def __init__(self, t: Catalogue) -> None:
        self.t = t
        self.kept: Callable[[], str] = lambda: ""
        self.diagnosis: Callable[[], str] = lambda: ""
        self.shown: FaultDialog | None = None
        self._recent: dict[str, QTimer] = {}

    def install(self) -> None:
        """From now on bugs are logged and shown, and what Qt says joins the log."""
        sys.excepthook = self.hook
        qInstallMessageHandler(_note)

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and show a bug; others while it is shown are logged and counted."""
        log.error("a bug", exc_info=(kind, error, trace))
        app = QApplication.instance()
        if app is None or QThread.currentThread() != app.thread():
            return
        is_again = self._is_again(f"{kind.__name__} {_place(trace)}")
        if self.shown is not None:
            self.shown.count_one_more()
        elif not is_again:
            self._show(error)

    def _show(self, error: BaseException) -> None:
        report = f"{bare_report(error)}\n\n{_told(self.diagnosis)}".rstrip() + "\n"
        dialog = self.shown = FaultDialog(_told(self.kept), report, self.t, QApplication.activeWindow())
        try:
            if dialog.ask() == "copy":
                QGuiApplication.clipboard().setText(report)
        finally:
            self.shown = None
            dialog.deleteLater()

    def _is_again(self, place: str) -> bool:
        """Whether the same bug came a moment ago; each time counts anew."""
        timer = self._recent.setdefault(place, QTimer(singleShot=True, interval=AGAIN_MS))
        is_again = timer.isActive()
        timer.start()
        return is_again


class FaultDialog(QuestionDialog):
    """The question, with what is kept, the report in it and how many more bugs came since."""

    def __init__(self, kept: str, report: str, t: Catalogue, parent: QWidget | None) -> None:
        body = QWidget()
        more, text = Label("", "small", body), QPlainTextEdit(report, body)
        more.hide()
        text.setReadOnly(True)
        text.setProperty("mono", "true")
        text.setAccessibleName(t("Report"))
        text.setMinimumHeight(160)
        privacy = t("The report helps to mend the program. It names no facility, person, room or session.")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (more, text, Label(privacy, "small", body)):
            column.addWidget(part)
        super().__init__(
            t("Something unexpected happened"),
            kept or t("What you stored is safe, and a game under way goes on."),
            [Verb("copy", t("Copy the report")), Verb("go-on", t("Go on"), "primary", is_default=True)],
            parent,
            body=body,
        )
        self._t = t
        self._number = 0
        self.more, self.report = more, text
        for label in (self.title, self.text):
            flowing(label)
        self.resize(_WIDTH, self.column.totalHeightForWidth(_WIDTH))

    def count_one_more(self) -> None:
        """Another bug came while this one is read."""
        self._number += 1
        self.more.setText(
            self._t.plural(
                "{n} more since this window opened; the log has it too.",
                "{n} more since this window opened; the log has them too.",
                self._number,
            )
        )
        self.more.show()


def _told(tell: Callable[[], str]) -> str:
    """What is told; nothing when that fails, too."""
    try:
        return tell()
    except Exception:
        log.exception("a bug while telling of one")
        return ""


def _place(trace: TracebackType | None) -> str:
    """Where a bug is: the innermost file and line."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"


def _note(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
