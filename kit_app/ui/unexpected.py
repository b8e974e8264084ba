"""What a bug looks like to a person: a calm sentence with a report to copy; everything goes on."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from kit_app.i18n import Catalogue
from kit_app.ui.common.dialogs import QuestionDialog, Verb

log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Unexpected:
    """Takes the place of `sys.excepthook`."""

    def __init__(self, t: Catalogue) -> None:
        self.t = t
        self._is_shown = False

    def install(self) -> None:
        """From now on bugs are logged and shown, and what Qt says joins the log."""
        sys.excepthook = self.hook
        qInstallMessageHandler(_note)

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and show a bug; a second one while the first is shown is only logged."""
        log.error("a bug", exc_info=(kind, error, trace))
        if self._is_shown or QApplication.instance() is None:
            return
        self._is_shown = True
        report = "".join(traceback.format_exception(kind, error, trace))
        dialog = self.dialog(report)
        if dialog.ask() == "copy":
            QGuiApplication.clipboard().setText(report)
        self._is_shown = False

    def dialog(self, report: str) -> QuestionDialog:
        """The question, with the report in it."""
        t = self.t
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setProperty("mono", "true")
        text.setAccessibleName(t("Report"))
        text.setMinimumHeight(160)
        return QuestionDialog(
            t("Something unexpected happened"),
            t("What you stored is safe, and a game under way goes on. The report helps to mend the program."),
            [Verb("copy", t("Copy the report")), Verb("go-on", t("Go on"), "primary", is_default=True)],
            QApplication.activeWindow(),
            body=text,
        )


def _note(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
