"""The right side of the desk: what is needed, how the sheets are wanted, the printer at hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.printers import Printers
from kit_app.ui.printing.calibration_dialog import SendPdf
from kit_app.ui.printing.needs_panel import WIDTH, NeedsPanel
from kit_app.ui.printing.printer_line import PrinterLine
from kit_app.ui.printing.wish_panel import WishPanel

_BAR = 12
_LEAST_HEIGHT = 200


class SideColumn(QScrollArea):
    """Scrolls by itself where the window is low, so that list and sheet stay in view."""

    def __init__(
        self, printers: Printers, t: Catalogue, send: SendPdf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH + _BAR)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._inner = inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.needs = NeedsPanel(t, inner)
        self.wish = WishPanel(t, inner)
        self.printer = PrinterLine(printers, t, send, inner)
        self.wish.below_printer.addWidget(self.printer)
        self.printer.wants_printer.connect(self.wish.take_first_printer)
        self.wish.changed.connect(self._show_printer)
        for panel in (self.needs, self.wish):
            column.addWidget(panel, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)

    def show_beside(self, is_beside: bool) -> None:
        """Beside the sheet the column scrolls; below it, it is as high as what it holds."""
        self.setMinimumHeight(_LEAST_HEIGHT if is_beside else self._inner.sizeHint().height())

    def _show_printer(self) -> None:
        self.printer.show_printer(self.wish.printer.value())

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer these printers, the usual one first."""
        self.wish.show_printers(names)
        self.printer.setVisible(bool(names))
