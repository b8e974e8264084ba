"""Memory of printing where the system takes no PDF files: pages in bands, against whole pages at once."""

from __future__ import annotations

import io
import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from benchmarks.deck import own_peak_kib
from benchmarks.processes import answer_of
from benchmarks.rows import Row

DPI = 600
SIZES = ("A4", "A3")
KIB_PER_MIB = 1024


def poster(size: str) -> bytes:
    """A poster of the kit: its ground covers the sheet, so that every row holds something."""
    from benchmarks.kit import prints
    from printables.layout.boxes import A3, A4
    from printables.products.deck import Section, write_deck
    from printables.products.poster import Poster

    one = prints()[2]
    items = (item for section in one.deck.sections for item in section.items)
    found = next(item for item in items if isinstance(item, Poster))
    sheet = replace(found, size={"A4": A4, "A3": A3}[size])
    target = io.BytesIO()
    deck = replace(one.deck, sections=(Section(title="", items=(sheet,)),))
    write_deck(deck, one.look, target)
    return target.getvalue()


def growth_kib(size: str, way: str) -> int:
    """How much more memory this process took at its peak while it printed one page."""
    from PySide6.QtGui import QGuiApplication, QPageSize

    from kit_app.ui.common.paper import print_pages

    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    pdf = poster(size)
    with tempfile.TemporaryDirectory() as folder:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(Path(folder) / "page.pdf"))
        printer.setPageSize(QPageSize(getattr(QPageSize.PageSizeId, size)))
        printer.setResolution(DPI)
        before = own_peak_kib()
        if way == "bands":
            print_pages(printer, pdf, [0], lambda _done, _total: None)
        else:
            _print_whole(printer, pdf)
        grown = own_peak_kib() - before
    del app
    return grown


def _print_whole(printer: QPrinter, pdf: bytes) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from kit_app.services.printing.preview import page_picture
    from kit_app.ui.common.sheet_view import image_of

    painter = QPainter()
    painter.begin(printer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    image = image_of(page_picture(pdf, 0, DPI))
    painter.drawImage(QRectF(0, 0, image.width(), image.height()), image)
    painter.end()


def rows(*, is_short: bool) -> list[Row]:
    """One row a paper size. Memory does not scatter: one process each, however short."""
    if not Path("/proc/self/status").exists():
        return []
    return [
        Row(
            metric=f"memory to print an {size} page at {DPI} dots an inch; drawn whole",
            unit="MiB",
            ours=_grown(size, "bands"),
            baseline=_grown(size, "whole"),
            goal="<= 0.5",
        )
        for size in SIZES
    ]


def _grown(size: str, way: str) -> float:
    return float(answer_of("benchmarks.bands", size, way)["grown_kib"]) / KIB_PER_MIB


def main(arguments: list[str]) -> None:
    """With a size and a way, the memory of this process alone; without, the rows."""
    if arguments:
        sys.stdout.write(json.dumps({"grown_kib": growth_kib(*arguments)}) + "\n")
        sys.stdout.flush()
        return
    for row in rows(is_short=True):
        sys.stdout.write(f"{row}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
