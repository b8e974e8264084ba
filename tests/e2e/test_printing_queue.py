"""A real printing queue (CUPS with a printer that writes PDF files) prints a deck at true size."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from kit_app.system.packages import Package, install
from kit_app.system.spooler import takes_pdf
from kit_app.ui.common.paper import send_pages
from tests.unit.services.printing.papers import players_pdf

QUEUE = "Santescape"
WAIT_S = 60

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="CUPS is set up on Linux only"),
]


@pytest.fixture(scope="module")
def out() -> Path:
    """The folder into which the queue's printer writes for this user; the service and the queue are up."""
    if shutil.which("cupsd") is None or not Path("/usr/lib/cups/backend/cups-pdf").exists():
        install((Package("cups", command="cupsd"), Package("printer-driver-cups-pdf", command="cups-pdf")))
    if subprocess.run(["lpstat", "-r"], capture_output=True, check=False).stdout.find(b"is running") < 0:
        subprocess.run(["cupsd"], check=True)
    model = next(
        line.split()[0]
        for line in subprocess.run(
            ["lpinfo", "-m"], capture_output=True, encoding="utf-8", check=True
        ).stdout.splitlines()
        if "CUPS-PDF_opt" in line
    )
    subprocess.run(
        ["lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-m", model, "-o", "PageSize=A4"], check=True
    )
    return Path.home() / "PDF"


def test_the_page_that_comes_out_measures_right(out: Path, qapp) -> None:
    pdf = players_pdf("fr")
    with pypdfium2.PdfDocument(pdf) as document:
        page = next(
            number
            for number in range(len(document))
            if "P12-C1 " in document[number].get_textpage().get_text_bounded()
        )
    before = set(out.glob("*.pdf")) if out.exists() else set()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    printer.setPrinterName(QUEUE)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName("Deck")
    assert takes_pdf(QUEUE)
    assert send_pages(printer, pdf, [page], lambda _done, _total: None) == 1
    printed = _newest(out, before)
    assert _codes(printed.read_bytes(), 0) == pytest.approx(
        _codes(pdf, page), abs=0.3
    )  # corners are found to two dots


def _newest(out: Path, before: set[Path]) -> Path:
    """The file that the printer has written by now, whole."""
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        for file in set(out.glob("*.pdf")) - before if out.exists() else ():
            if file.read_bytes().rstrip().endswith(b"%%EOF"):
                return file
        subprocess.run(["lpstat", "-W", "completed"], capture_output=True, check=False)
    raise AssertionError("the queue printed nothing")


def _codes(pdf: bytes, page: int) -> dict[str, float]:
    """Where the symbols of a page lie: for each code its left, upper, right and lower edge, in mm."""
    dpi = 300
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[page].get_size()
        picture = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    assert sorted((round(width), round(height))) == [595, 842]
    found = {}
    for code in zxingcpp.read_barcodes(picture):
        corners = (code.position.top_left, code.position.bottom_right)
        for name, corner in zip(("first", "last"), corners, strict=True):
            found[f"{code.text} {name} x"] = corner.x / dpi * 25.4
            found[f"{code.text} {name} y"] = corner.y / dpi * 25.4
    assert found
    return found
