"""Certificates, blank or with names typed here: the names are forgotten when the dialog closes."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.common.materials import materials_of
from kit_app.ui.common.paper_dialog import Drawn, PaperDialog

_REDRAWS_AFTER_MS = 300


class CertificatesDialog(PaperDialog):
    """`told(Told)`: where something was saved."""

    def __init__(
        self, services: Services, plan: SessionPlan, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(t("Certificates of completion"), t("Close and forget the names"), t, parent)
        self._services = services
        self._plan = plan
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REDRAWS_AFTER_MS)
        self._timer.timeout.connect(self._make)
        self.add_side(self._build_names())
        self.names.textChanged.connect(self._on_typed)
        self.names.setFocus()
        self._make()

    def _build_names(self) -> QVBoxLayout:
        """The names and what becomes of them; in a low window they scroll."""
        t = self._t
        inside = QWidget()
        inside.setProperty("ground", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.names = QPlainTextEdit(self)
        self.names.setObjectName("certificate-names")
        self.names.setUndoRedoEnabled(False)  # what is deleted is gone
        self.names.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.names.setTabChangesFocus(True)
        words = t("Without names the line stays blank.")
        column.addWidget(Field(t("Names, one a line"), self.names, words, self), 1)
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
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        side = QVBoxLayout()
        side.addWidget(area)
        return side

    def _on_typed(self) -> None:
        self.forget_drawing()
        self._timer.start()

    def _make(self) -> None:
        plan, text = self._plan, self.names.toPlainText()
        kit, issuer = self._services.library.kit_of(plan), self._services.profile.issuer(plan)

        def work(progress: Progress) -> Drawn:
            from kit_app.services.printing import certificates  # loads what draws

            t, names = materials_of(plan), certificates.names_in(text)
            made = certificates.certificates_pdf(kit, plan, names, t, issuer, progress.step)
            return made, certificates.certificates_name(plan, t)

        self.draw(work)

    def done(self, result: int) -> None:
        """Forget the names and every picture of them."""
        if not self.sending.is_busy:
            self._timer.stop()
            blocked = self.names.blockSignals(True)
            self.names.setPlainText("")
            self.names.blockSignals(blocked)
        super().done(result)
