"""A paper drawn in memory, looked at, saved or printed; what a dialog adds stands at the left of it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.preview_panel import PreviewPanel
from kit_app.ui.common.sending import Sending
from kit_app.views.paper import PaperPdf

_SIZE, _NARROW = QSize(920, 640), QSize(620, 680)
_LEAST_SHEET, _AROUND = QSize(160, 60), QSize(24, 24)

Drawn = tuple[PaperPdf, str]
"""A PDF and the file name that is proposed for it."""


class PaperDialog(QDialog):
    """`told(Told)`: where something was saved. `sending` asks where to; tests answer in its place.

    `draw(work)` draws; without `side` the sheet has the whole width.
    """

    told = Signal(object)

    def __init__(self, title: str, closing: str, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._drawn: Drawn | None = None
        self._maker = Latest(self)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "h2", self))
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self.preview = PreviewPanel(t, self)
        self._row.addWidget(self.preview, 6)
        column.addLayout(self._row, 1)
        self.problem = Label("", "error", self)
        self.problem.setObjectName("paper-problem")
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._build_buttons(closing))
        self.preview.view.setMinimumSize(_LEAST_SHEET)
        self._resize_to(_NARROW)
        self._refresh()

    def add_side(self, side: QVBoxLayout) -> None:
        """Put something at the left of the sheet."""
        self._row.insertLayout(0, side, 4)
        self._resize_to(_SIZE)

    def _resize_to(self, size: QSize) -> None:
        """So large, but no larger than the window that it lies over."""
        over = self.parentWidget()
        room = over.window().size() - _AROUND if over is not None else size
        self.resize(size.boundedTo(room))

    def _build_buttons(self, closing: str) -> FlowRow:
        t = self._t
        self.close_button = KeyButton(closing, self, size="large", key="Esc")
        self.save = KeyButton(t("Save as PDF…"), self, size="large", icon="folder", key="Ctrl+S")
        self.print = KeyButton(t("Print"), self, kind="primary", icon="print", key="Ctrl+P")
        self.close_button.setObjectName("paper-close")
        self.save.setObjectName("paper-save")
        self.print.setObjectName("paper-print")
        self.sending = Sending(t, self)
        self.sending.refused.connect(self.refuse)
        self.sending.told.connect(self.told)
        self.sending.busy_changed.connect(self._refresh)
        self.sending.stopped.connect(self._maker.stop)
        self.close_button.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        row = FlowRow()
        row.add(self.sending.progress)
        buttons = FlowRow(aligns_right=True)
        for button in (self.close_button, self.save, self.print):
            buttons.add(button)
        row.add(buttons, 1)
        return row

    def draw(self, work: Callable[[Progress], Drawn]) -> None:
        """Draw another PDF in the background."""
        self.forget_drawing()
        self.preview.show_checked("", "")
        self.sending.show_begin(self._t("Drawing the sheets"))
        self._maker.ask(work, self._show, self.refuse)

    def forget_drawing(self) -> None:
        """What is drawn is no longer what is wanted: it can be neither saved nor printed."""
        self._drawn = None
        self._maker.stop()
        self.problem.hide()
        self._refresh()

    def is_settled(self) -> bool:
        """Whether the sheet shown is the one that is wanted."""
        return self._drawn is not None and self.preview.is_settled()

    def _show(self, drawn: Drawn) -> None:
        t, made = self._t, drawn[0]
        self._drawn = drawn
        self.sending.show_end()
        self.preview.show_pdf(made)
        self.preview.show_checked(t.plural("{n} sheet", "{n} sheets", made.pages), "check")
        self._refresh()

    def refuse(self, error: KitAppError) -> None:
        """Say what is the matter."""
        self.sending.show_end()
        self.problem.setText(self._t.of(error))
        self.problem.show()
        self._refresh()

    def _refresh(self) -> None:
        can = self._drawn is not None and not self.sending.is_busy
        self.save.setEnabled(can)
        self.print.setEnabled(can)
        self.close_button.setEnabled(not self.sending.is_busy)

    def _save(self) -> None:
        if self._drawn is not None:
            self.sending.save(self._drawn[0].pdf, self._drawn[1])

    def _print(self) -> None:
        if self._drawn is not None:
            self.sending.print(self._drawn[0].pdf, self.windowTitle(), self._drawn[0].pages)

    def done(self, result: int) -> None:
        """Forget what was drawn."""
        if self.sending.is_busy:
            return
        self.forget_drawing()
        self.preview.show_pdf(None)
        super().done(result)
