"""The shelf in a window of its own, and what a person would do at it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.services import Services
from kit_app.ui.common.told import Told
from kit_app.ui.shelf.page import ShelfPage
from tests.ui.shell import click, named, write


class Shelf:
    """`page` is shown at `part`. The dialogs answer what the test put here; `said` are the toasts."""

    def __init__(self, qtbot, services: Services, part: str, language: str = "en") -> None:
        self.qtbot = qtbot
        self.services = services
        self.said: list[Told] = []
        self.page = ShelfPage(services, load(resources_dir() / "i18n", language))
        self.page.told.connect(self.said.append)
        qtbot.addWidget(self.page)
        self.page.resize(1182, 700)
        self.page.show()
        self.page.activateWindow()
        self.page.part.button(part).click()

    def click(self, name: str) -> None:
        click(self.page, name)

    def write(self, name: str, text: str) -> None:
        """Type into a line, whatever stood there."""
        write(self.page, name, text)

    def write_lines(self, name: str, text: str) -> None:
        """Type into a field of several lines, whatever stood there."""
        area = named(self.page, name, QPlainTextEdit)
        assert isinstance(area, QPlainTextEdit)
        area.setFocus()
        area.selectAll()
        QTest.keyClick(area, Qt.Key.Key_Delete)
        area.insertPlainText(text)

    def settle(self) -> None:
        """Until the page is drawn and shown."""
        self.qtbot.waitUntil(
            lambda: self.page.save.isEnabled() and self.page.view.preview.is_settled(), timeout=30_000
        )

    def save_to(self, path: Path) -> None:
        """Save, the dialog answering with `path`."""
        self.page.sending.ask_save = lambda *_asked: path
        self.click("shelf-save")
        self.qtbot.waitUntil(lambda: not self.page.sending.is_busy, timeout=20_000)

    def print_to(self, path: Path) -> None:
        """Print on a printer that writes a PDF."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(150)
        self.page.sending.printer_names = lambda: ["Office"]
        self.page.sending.ask_printer = lambda *_asked: printer
        self.click("shelf-print")
        self.qtbot.waitUntil(lambda: not self.page.sending.is_busy, timeout=60_000)

    def undo(self) -> None:
        """Take the way back that was offered last."""
        then = self.said[-1].then
        assert self.said[-1].action
        assert then is not None
        then()
