"""Hands the whole screen to those who answer one by one, and gives it back to the trainer."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kit_app.assets import resources_dir
from kit_app.domain.questionnaire import Moment
from kit_app.errors import KitAppError
from kit_app.i18n import load
from kit_app.services.services import Services
from kit_app.ui.learning.self_service import SelfService
from kit_app.ui.learning.tally import Tally


class Alone(QObject):
    """`ended()` when the trainer is back. `window` is out of sight meanwhile."""

    ended = Signal()

    def __init__(self, services: Services, session_id: str, moment: Moment, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._session_id = session_id
        self._window = window
        plan = services.sessions.get(session_id)
        found = services.questionnaires.of_session(session_id)
        words = load(resources_dir() / "i18n", plan.language)
        code = services.preferences.settings.lock_code
        self.screen = SelfService(found, moment, words, self._keep, code)
        self._words = words
        self.screen.ended.connect(self._end)

    def begin(self) -> None:
        """Cover the screen on which the window is; first that, then the window goes."""
        self.screen.setGeometry(self._window.screen().geometry())
        self.screen.showFullScreen()
        self._window.hide()
        self.screen.activateWindow()

    def _keep(self, tally: Tally) -> str:
        questionnaires = self._services.questionnaires
        try:
            questionnaires.keep(self._session_id, tally.sheet())
            self.screen.show_found(questionnaires.of_session(self._session_id))
        except KitAppError as error:
            return self._words.of(error)
        return ""

    def _end(self) -> None:
        self._window.show()
        self._window.activateWindow()
        self.screen.close()
        self.screen.deleteLater()
        self.ended.emit()
        self.deleteLater()
