"""Send a PDF to a printer at true size.

Where the system's queue takes PDF files, it gets the file itself. Elsewhere pages are drawn in bands at the
printer's own resolution, at most `FINEST`, which takes 20 MiB for A4 and 26 MiB for A3.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from kit_app.errors import PrintError
from kit_app.i18n import N_
from kit_app.services.printing.preview import page_bands, page_size_mm
from kit_app.system.spooler import Sides, SpoolJob, ask_locally, submit, takes_pdf
from kit_app.ui.common.sheet_view import image_of

FINEST = 600
"""Dots an inch that are worth drawing; finer printers get their dots from these."""
BAND_ROWS = 256
_SLACK_MM = 3.0
_SIDES: dict[QPrinter.DuplexMode, Sides] = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    QPrinter.DuplexMode.DuplexAuto: "two-sided-long-edge",
}

_DUPLEX = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}

Step = Callable[[int, int], None]


class PrinterAtHand(NamedTuple):
    """What is proposed in the system's dialog. `is_drawn_for`: the sheets undo the errors of this printer."""

    name: str = ""
    sides: str = "one"
    is_drawn_for: bool = False


ANY_PRINTER = PrinterAtHand()


def printer_names() -> list[str]:
    """The printers that this computer knows, the usual one first."""
    ask_locally()
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual)


def ask_printer(
    parent: QWidget, title: str, pages: int, at_hand: PrinterAtHand = ANY_PRINTER
) -> QPrinter | None:
    """The printer that a person chose in the system's dialog, None after Cancel."""
    ask_locally()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if at_hand.name:
        printer.setPrinterName(at_hand.name)
    printer.setDuplex(_DUPLEX[at_hand.sides])
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    if dialog.exec() != QDialog.DialogCode.Accepted.value:
        return None
    return printer


def chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    """The pages (from 0) that the dialog asked for, as many times as the system will not repeat by itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    wanted = list(range(max(1, first) - 1, min(last, pages)))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return wanted * max(1, copies)


def send_pages(printer: QPrinter, pdf: bytes, pages: list[int], step: Step) -> int:
    """Print `pages` at true size by the best way this system has; their number. Raises PrintError.

    `step(done, total)` may raise to stop; a file that the queue has taken is not taken back.
    """
    is_native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    if not is_native or not takes_pdf(printer.printerName()):
        return print_pages(printer, pdf, pages, step)
    _check_paper(printer, page_size_mm(pdf, pages[0]))
    step(0, len(pages))
    once = tuple(dict.fromkeys(pages))
    job = SpoolJob(
        title=printer.docName(),
        pages=once,
        copies=max(printer.copyCount(), len(pages) // len(once)),
        sides=_SIDES.get(printer.duplex(), "one-sided"),
        media=QPageSize.key(printer.pageLayout().pageSize().id()),
        in_grey=printer.colorMode() == QPrinter.ColorMode.GrayScale,
    )
    submit(printer.printerName(), pdf, job)
    step(len(pages), len(pages))
    return len(pages)


def print_pages(printer: QPrinter, pdf: bytes, pages: list[int], step: Step) -> int:
    """Print `pages` of `pdf` at true size; their number. Raises PrintError; `step` may raise to stop."""
    size = page_size_mm(pdf, pages[0])
    _check_paper(printer, size)
    _prepare(printer, size)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError(N_("The printer did not answer. Is it switched on and connected?"), ())
    try:
        for number, page in enumerate(pages):
            if number:
                _turn(printer, page_size_mm(pdf, page))
                if not printer.newPage():
                    raise PrintError(N_("The printer stopped taking sheets."), ())
            _draw_page(painter, printer, pdf, page)
            step(number + 1, len(pages))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _check_paper(printer: QPrinter, size_mm: tuple[float, float]) -> None:
    """Raise unless the paper chosen is that of the sheets: on any other, true size would cut them."""
    paper: QSizeF = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    offs = [
        abs(ours - theirs)
        for ours, theirs in zip(sorted(size_mm), sorted((paper.width(), paper.height())), strict=True)
    ]
    if max(offs) > _SLACK_MM:
        raise PrintError(
            N_("These sheets are {paper}. Choose {paper} in the printing dialog, then print again."),
            (),
            paper=_paper_name(size_mm),
        )


def _paper_name(size_mm: tuple[float, float]) -> str:
    short, long = sorted(size_mm)
    return QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter).name()


def _prepare(printer: QPrinter, size_mm: tuple[float, float]) -> None:
    if printer.resolution() > FINEST:
        offered = [dpi for dpi in printer.supportedResolutions() if dpi <= FINEST]
        printer.setResolution(max(offered, default=FINEST))
    printer.setFullPage(True)
    _turn(printer, size_mm)


def _turn(printer: QPrinter, size_mm: tuple[float, float]) -> None:
    """Upright or lying, as the next page is; the margins of the driver do not count."""
    is_lying = size_mm[0] > size_mm[1]
    way = QPageLayout.Orientation.Landscape if is_lying else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _draw_page(painter: QPainter, printer: QPrinter, pdf: bytes, page: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for top, band in page_bands(pdf, page, printer.resolution(), BAND_ROWS):
        image = image_of(band)
        painter.drawImage(QRectF(0, top, image.width(), image.height()), image)
        del band, image  # before the next band is drawn: two at a time would take twice the memory
