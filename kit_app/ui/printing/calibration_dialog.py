"""Set up a printer: print its sheet, type the numbers read on it, hear what they mean, keep them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.domain.printer import Four, PrinterReadings
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, number
from kit_app.services.export import write
from kit_app.services.printers import Printers
from kit_app.ui.common.accessible import announce, set_look
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.file_dialogs import ask_save, with_ending
from kit_app.ui.common.labels import Label
from kit_app.ui.common.paper import PrinterAtHand
from kit_app.ui.common.sending import PDF_SUFFIX
from kit_app.ui.printing.reading_picture import ReadingPicture

SCALES = (1, 2, 3, 4)
_WIDTH, _FIELD = 640, 88
SendPdf = Callable[[bytes, str, int, PrinterAtHand], None]


class CalibrationDialog(QDialog):
    """For the printer called `name`. `send(pdf, title, pages)` prints; `ask_save` is answered by tests."""

    def __init__(
        self, printers: Printers, name: str, t: Catalogue, send: SendPdf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._printers = printers
        self._name = name
        self._t = t
        self._send = send
        self._read: PrinterReadings | None = None
        self.ask_save = ask_save
        self.setWindowTitle(t("Set up this printer…"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(10)
        self._column.addWidget(Label(t("Set up the printer “{name}”", name=name), "h2", self))
        why = t("Every printer shifts a page a little. The program learns it here and makes up for it.")
        self._column.addWidget(Label(why, "quiet", self))
        self._build_sheet()
        self._build_fields()
        self._build_foot()
        self._show_known()
        self.resize(_WIDTH, self._column.heightForWidth(_WIDTH))

    def _build_sheet(self) -> None:
        t = self._t
        self._column.addWidget(Label(t("1. Print the sheet at 100 %, on both sides if you can."), "h3", self))
        row = QHBoxLayout()
        self.print = KeyButton(t("Print the sheet"), self, icon="print")
        self.save = KeyButton(t("Save as PDF…"), self, icon="folder")
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        row.addWidget(self.print)
        row.addWidget(self.save)
        self.said = Label("", "help", self)
        row.addWidget(self.said, 1)
        self._column.addLayout(row)

    def _build_fields(self) -> None:
        t = self._t
        self._column.addWidget(Label(t("2. Fold it as it says, and type what you read."), "h3", self))
        help_text = t(
            "Each number stands where the crease, or the edge of the second sheet, crosses a slanted line. "
            "10 means that all is true. Leave the back empty if you print on one side only."
        )
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(Label(help_text, "help", self), 1, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(ReadingPicture(t, self))
        self._column.addLayout(beside)
        wheres = (t("crease, above"), t("crease, below"), t("crease, across"), t("second sheet"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        self.fields: dict[str, list[QLineEdit]] = {}
        for line, (side, words) in enumerate((("front", t("Front")), ("back", t("Back"))), start=1):
            grid.addWidget(Label(words, "label", self, wraps=False), line, 0)
            self.fields[side] = []
            for scale in SCALES:
                field = QLineEdit(self)
                field.setObjectName(f"{side}-{scale}")
                field.setFixedWidth(_FIELD)
                field.setAccessibleName(t("{side}, number {scale}", side=words, scale=scale))
                field.textEdited.connect(self._judge)
                grid.addWidget(field, line, scale)
                self.fields[side].append(field)
        for scale in SCALES:
            grid.addWidget(Label(f"{scale} – {wheres[scale - 1]}", "label", self, wraps=False), 0, scale)
        grid.setColumnStretch(len(SCALES) + 1, 1)
        self._column.addLayout(grid)

    def _build_foot(self) -> None:
        t = self._t
        self._column.addWidget(Label(t("3. What this printer does"), "h3", self))
        self.meaning = Label("", "body", self)
        self.meaning.setMinimumHeight(48)
        self._column.addWidget(self.meaning)
        self._column.addStretch(1)
        row = QHBoxLayout()
        self.forget = KeyButton(t("Forget this printer"), self, kind="quiet")
        self.cancel = KeyButton(t("Cancel"), self)
        self.keep = KeyButton(t("Keep"), self, kind="primary")
        self.forget.clicked.connect(self._forget)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        self.keep.setDefault(True)
        row.addWidget(self.forget)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        self._column.addLayout(row)

    def _show_known(self) -> None:
        known = self._printers.readings(self._name)
        self.forget.setVisible(known is not None)
        if known is not None:
            for side, values in (("front", known.front), ("back", known.back or ())):
                for field, value in zip(self.fields[side], values, strict=False):
                    field.setText(number(value, self._t.language, 1))
        self._judge()

    def _judge(self) -> None:
        """Say what the numbers mean as soon as they are whole."""
        from kit_app.services.printing.calibration import told  # loads what draws

        self._read = None
        t = self._t
        front, back = self._typed("front"), self._typed("back")
        lacking = self._lacking()
        if front is None or lacking:
            self._say(lacking, "help")
            return
        read = self._printers.read_today(front, back)
        try:
            self._say(told(read, t), "body")
        except KitAppError as error:
            self._say(t.of(error), "error")
            return
        self._read = read
        self.keep.setEnabled(True)

    def _say(self, words: str, role: str) -> None:
        self.keep.setEnabled(False)
        self.meaning.set_role("error" if role == "error" else "help" if role == "help" else "body")
        if words != self.meaning.text():
            self.meaning.setText(words)
            announce(self.meaning)

    def _lacking(self) -> str:
        """Which number is still to be typed, or is none, in words; such a field is marked."""
        t, sentence = self._t, ""
        is_back_begun = any(field.text().strip() for field in self.fields["back"])
        for side in ("front", "back") if is_back_begun else ("front",):
            for field in self.fields[side]:
                is_empty, is_wrong = not field.text().strip(), _value(field) is None
                set_look(field, "state", "error" if is_wrong and not is_empty else "")
                where = field.accessibleName()
                if is_wrong and not is_empty:
                    sentence = t("{where}: type a number such as {value}.", where=where, value=self._example)
                elif is_empty and not sentence:
                    sentence = t("{where}: still to be typed.", where=where)
        return sentence

    @property
    def _example(self) -> str:
        return number(10.3, self._t.language, 1)

    def _typed(self, side: str) -> Four | None:
        """The four numbers of a side, None while one of them is none."""
        one, two, three, four = (_value(field) for field in self.fields[side])
        if one is None or two is None or three is None or four is None:
            return None
        return one, two, three, four

    def _sheet(self) -> bytes:
        from kit_app.services.printing.calibration import calibration_pdf  # loads what draws

        return calibration_pdf(self._t)

    def _print(self) -> None:
        at_hand = PrinterAtHand(self._name, "long", is_drawn_for=True)
        self._send(self._sheet(), self._t("Set up this printer"), 2, at_hand)

    def _save(self) -> None:
        from kit_app.services.printing.calibration import calibration_name  # loads what draws

        t = self._t
        chosen = self.ask_save(self, t("Save as PDF"), calibration_name(t), t("PDF files (*.pdf)"))
        if chosen is None:
            return
        target, may_replace = with_ending(chosen, PDF_SUFFIX)
        try:
            write(target, self._sheet(), overwrite=may_replace)
        except KitAppError as error:
            self.said.setText(t.of(error))
            self.said.set_role("error")
            return
        self.said.setText(t("Saved: {name}", name=target.name))
        self.said.set_role("help")

    def _keep(self) -> None:
        if self._read is not None:
            read = self._read
            self._store(lambda: self._printers.keep(self._name, read))

    def _forget(self) -> None:
        self._store(lambda: self._printers.forget(self._name))

    def _store(self, work: Callable[[], None]) -> None:
        try:
            work()
        except KitAppError as error:
            self._say(self._t.of(error), "error")
            return
        self.accept()


def _value(field: QLineEdit) -> float | None:
    """The number in a field, None when it is none."""
    try:
        return float(field.text().strip().replace(",", "."))
    except ValueError:
        return None
