"""A print desk on a session of two teams, and what a person would do at it."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.services import Services
from kit_app.ui.printing.page import PrintPage
from tests.unit.services.bundled import draft, teams


class Desk:
    """`page` shows the first team's papers. The dialogs answer what the test put here."""

    def __init__(self, qtbot, services: Services, *labels: str, language: str = "en") -> None:
        self.qtbot = qtbot
        self.services = services
        plan = draft(services, language=language, teams=teams(*(labels or ("Les Indiscrets", "Les Curieux"))))
        self.plan = services.sessions.save(plan).plan
        self.t = load(resources_dir() / "i18n", language)
        self.page = PrintPage(services, self.t)
        qtbot.addWidget(self.page)
        self.changes: list[object] = []
        self.page.changed.connect(self.changes.append)
        self.page.resize(1182, 700)
        self.page.show()

    def open(self) -> PrintPage:
        """The page with its sheets drawn."""
        self.page.show_session(self.plan.id)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Until the sheets are drawn and shown."""
        self.qtbot.waitUntil(
            lambda: self.page.save.isEnabled() and self.page.preview.is_settled(), timeout=20_000
        )

    def checked(self) -> str:
        """What is said once the codes were read back."""
        waiting = self.t("Reading the codes back…")
        self.qtbot.waitUntil(lambda: self.page.preview.checked.text() not in ("", waiting), timeout=30_000)
        return self.page.preview.checked.text()

    def save_to(self, path: Path) -> None:
        """Save, the dialog answering with `path`."""
        self.page.sending.ask_save = lambda *_asked: path
        self.page.save.click()
        self.qtbot.waitUntil(lambda: not self.page.sending.is_busy, timeout=20_000)

    def print_to(self, path: Path, dpi: int = 150) -> None:
        """Print on a printer that writes a PDF."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(dpi)
        self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print, the dialog answering with `printer`."""
        self.page.sending.printer_names = lambda: ["Office"]
        self.page.sending.ask_printer = lambda *_asked: printer
        self.page.print.click()
        self.qtbot.waitUntil(lambda: not self.page.sending.is_busy, timeout=60_000)
