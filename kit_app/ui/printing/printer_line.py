"""What the print desk says of the printer at hand, and the button that sets it up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, long_date, short_date
from kit_app.services.printers import Printers
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.when import day_of
from kit_app.ui.printing.calibration_dialog import CalibrationDialog, SendPdf


class PrinterLine(QWidget):
    """The button and the line for the print desk; `changed()` after a printer was set up or forgotten.

    `wants_printer()` asks to choose one, by `show_printer`, when the button is pressed before that.
    """

    changed = Signal()
    wants_printer = Signal()

    def __init__(
        self, printers: Printers, t: Catalogue, send: SendPdf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._printers = printers
        self._t = t
        self._send = send
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.button = KeyButton("", self, size="small", icon="print")
        column.addWidget(self.button)
        self.button.clicked.connect(self.open)
        self.show_printer("")

    def show_printer(self, name: str) -> None:
        """Speak of the printer called `name`; "" while none is known."""
        self._name = name
        read = self._printers.readings(name)
        day = day_of(read.read_on) if read is not None else None
        words = self._t("Set up this printer…")
        if day is not None:
            words = self._t("Set up on {date}…", date=short_date(day))
        self.button.setText(words)
        self.button.setAccessibleDescription(long_date(day, self._t.language) if day is not None else "")

    def dialog(self) -> CalibrationDialog:
        """The dialog for the printer at hand."""
        return CalibrationDialog(self._printers, self._name, self._t, self._send, self)

    def open(self) -> None:
        """Show the dialog and wait; without a printer at hand, ask for one first."""
        if not self._name:
            self.wants_printer.emit()
        if not self._name:
            return
        dialog = self.dialog()
        if dialog.exec() == QDialog.DialogCode.Accepted.value:
            self.show_printer(self._name)
            self.changed.emit()
        dialog.deleteLater()
