"""What is done once a game is over, as a menu; each line opens its dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.trail.certificates_dialog import CertificatesDialog


class AfterDesk(QObject):
    """`told(Told)`: where something was saved; `changed(Changed)`: a result is another one."""

    told = Signal(object)
    changed = Signal(object)

    def __init__(self, services: Services, t: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._t = t
        self._window = window

    def menu(self, session_id: str, team: int) -> QMenu:
        """What can be done now; `team` is whose result is shown, 0 while nobody has finished."""
        t, plan = self._t, self._services.sessions.get(session_id)
        menu = QMenu(self._window)
        menu.setObjectName("after-menu")
        menu.setAccessibleName(t("After the game"))

        def add(words: str, act: Callable[[], object], *, can: bool = True) -> None:
            action = menu.addAction(words)
            action.setEnabled(can)
            action.triggered.connect(act)

        add(t("&Certificates of completion…"), lambda: self.open_certificates(plan))
        return menu

    def show_menu(self, session_id: str, team: int, at: QWidget) -> None:
        """The menu above the button that asked for it."""
        menu = self.menu(session_id, team)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def open_certificates(self, plan: SessionPlan) -> CertificatesDialog:
        """The dialog of the certificates."""
        dialog = CertificatesDialog(self._services, plan, self._t, self._window)
        dialog.told.connect(self.told)
        self._open(dialog)
        return dialog

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.open()
