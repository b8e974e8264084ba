"""Certificates, blank or with names typed here: the names are forgotten when the dialog closes."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.preview_panel import PreviewPanel
from kit_app.ui.common.sending import Sending
from kit_app.ui.trail.materials import materials_of
from kit_app.views.paper import PaperPdf

_REDRAWS_AFTER_MS = 300
_SIZE = QSize(920, 640)


class CertificatesDialog(QDialog):
    """`told(Told)`: where something was saved. `sending` asks where to; tests answer in its place."""

    told = Signal(object)

    def __init__(
        self, services: Services, plan: SessionPlan, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._plan = plan
        self._t = t
        self._made: PaperPdf | None = None
        self._maker = Latest(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REDRAWS_AFTER_MS)
        self._timer.timeout.connect(self._make)
        self.setWindowTitle(t("Certificates of completion"))
        self.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), "h2", self))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(self._build_names(), 4)
        self.preview = PreviewPanel(t, self)
        row.addWidget(self.preview, 6)
        column.addLayout(row, 1)
        column.addLayout(self._build_buttons())
        self.names.textChanged.connect(self._on_typed)
        self.names.setFocus()
        self.resize(_SIZE)
        self._make()

    def _build_names(self) -> QVBoxLayout:
        t = self._t
        column = QVBoxLayout()
        column.setSpacing(10)
        self.names = QPlainTextEdit(self)
        self.names.setObjectName("certificate-names")
        self.names.setUndoRedoEnabled(False)  # what is deleted is gone
        self.names.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.names.setTabChangesFocus(True)
        self.field = Field(t("Names, one a line"), self.names, t("Without names the line stays blank."), self)
        column.addWidget(self.field, 1)
        self.promise = Label(
            t(
                "The names stay in the memory of this dialog until it closes, then they are forgotten. "
                "The program keeps them nowhere: what you save or print is yours."
            ),
            "body",
            self,
        )
        self.promise.setObjectName("certificate-promise")
        column.addWidget(self.promise)
        return column

    def _build_buttons(self) -> QHBoxLayout:
        t = self._t
        self.close_button = KeyButton(t("Close and forget the names"), self, size="large", key="Esc")
        self.save = KeyButton(t("Save as PDF…"), self, size="large", icon="folder", key="Ctrl+S")
        self.print = KeyButton(t("Print"), self, kind="primary", icon="print", key="Ctrl+P")
        self.close_button.setObjectName("certificate-close")
        self.save.setObjectName("certificate-save")
        self.print.setObjectName("certificate-print")
        self.sending = Sending(t, self)
        self.sending.refused.connect(self._refuse)
        self.sending.told.connect(self.told)
        self.sending.busy_changed.connect(self._refresh)
        self.sending.stopped.connect(self._maker.stop)
        self.close_button.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sending.progress)
        row.addStretch(1)
        for button in (self.close_button, self.save, self.print):
            row.addWidget(button)
        return row

    def _on_typed(self) -> None:
        self._made = None
        self._maker.stop()
        self.field.clear_error()
        self._refresh()
        self._timer.start()

    def _make(self) -> None:
        plan, text = self._plan, self.names.toPlainText()
        kit, issuer = self._services.library.kit_of(plan), self._services.profile.issuer()

        def work(progress: Progress) -> PaperPdf:
            from kit_app.services.printing.certificates import certificates_pdf, names_in  # loads what draws

            return certificates_pdf(kit, plan, names_in(text), materials_of(plan), issuer, progress.step)

        self.preview.show_checked("", "")
        self.sending.show_begin(self._t("Drawing the sheets"))
        self._maker.ask(work, self._show, self._refuse)

    def _show(self, made: PaperPdf) -> None:
        t = self._t
        self._made = made
        self.sending.show_end()
        self.preview.show_pdf(made)
        words = t.plural("{n} certificate, each on a sheet", "{n} certificates, each on a sheet", made.pages)
        self.preview.show_checked(words, "check")
        self._refresh()

    def _refuse(self, error: KitAppError) -> None:
        self.sending.show_end()
        self.field.set_error(self._t.of(error))
        self._refresh()

    def _refresh(self) -> None:
        can = self._made is not None and not self.sending.is_busy
        self.save.setEnabled(can)
        self.print.setEnabled(can)
        self.close_button.setEnabled(not self.sending.is_busy)

    def _save(self) -> None:
        from kit_app.services.printing.certificates import certificates_name

        if self._made is not None:
            self.sending.save(self._made.pdf, certificates_name(self._plan, self._t))

    def _print(self) -> None:
        if self._made is not None:
            self.sending.print(self._made.pdf, self._t("Certificates"), self._made.pages)

    def done(self, result: int) -> None:
        """Forget the names and every picture of them."""
        if self.sending.is_busy:
            return
        self._timer.stop()
        self._maker.stop()
        blocked = self.names.blockSignals(True)
        self.names.setPlainText("")
        self.names.blockSignals(blocked)
        self._made = None
        self.preview.show_pdf(None)
        super().done(result)
