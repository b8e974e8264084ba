"""What is done once a game is over, as a menu; each line opens its dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.paper_dialog import PaperDialog
from kit_app.ui.common.told import Told
from kit_app.ui.trail.certificates_dialog import CertificatesDialog
from kit_app.ui.trail.correction_dialog import CorrectionDialog
from kit_app.ui.trail.held_dialog import held_dialog
from kit_app.ui.trail.note_dialog import NoteDialog
from kit_app.ui.trail.paper_game_dialog import PaperGameDialog
from kit_app.ui.trail.session_papers import nudge_dialog, report_dialog


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

        has_results = team > 0
        add(t("&Certificates of completion…"), lambda: self.open_certificates(plan))
        add(t("Sheet for the board, &one month later…"), lambda: self.open_nudge(session_id), can=has_results)
        add(t("&Report for the management…"), lambda: self.open_report(session_id), can=has_results)
        menu.addSeparator()
        add(t("&Note after the debrief…"), lambda: self.open_note(session_id), can=has_results)
        add(t("C&orrect this result…"), lambda: self.open_correction(session_id, team), can=has_results)
        add(t("&Type in a game played on paper…"), lambda: self.open_paper_game(plan, team))
        return menu

    def show_menu(self, session_id: str, team: int, at: QWidget) -> None:
        """The menu above the button that asked for it, or below one in the upper half of its window."""
        menu = self.menu(session_id, team)
        menu.aboutToHide.connect(menu.deleteLater)
        is_high = at.mapTo(at.window(), QPoint(0, 0)).y() < at.window().height() / 2
        menu.popup(at.mapToGlobal(QPoint(0, at.height() if is_high else -menu.sizeHint().height())))

    def open_certificates(self, plan: SessionPlan) -> CertificatesDialog:
        """The dialog of the certificates."""
        dialog = CertificatesDialog(self._services, plan, self._t, self._window)
        dialog.told.connect(self.told)
        self._open(dialog)
        return dialog

    def type_in(self, session_id: str) -> None:
        """Type in a game of this session that was played on paper. Raises KitAppError."""
        self.open_paper_game(self._services.sessions.get(session_id))

    def open_nudge(self, session_id: str) -> PaperDialog:
        """The sheet for the ward's board."""
        return self._open_paper(nudge_dialog(self._services, session_id, self._t, self._window))

    def open_report(self, session_id: str) -> PaperDialog:
        """The report for the management."""
        return self._open_paper(report_dialog(self._services, session_id, self._t, self._window))

    def open_held(self) -> None:
        """Everything that the program holds of a person, as a page."""
        try:
            self._open_paper(held_dialog(self._services, self._t, self._window))
        except StorageError as error:
            self.told.emit(Told(self._t.of(error)))

    def open_correction(self, session_id: str, team: int) -> CorrectionDialog:
        """The dialog that puts a result right."""
        result = self._services.results.of_run(session_id, team)
        dialog = CorrectionDialog(self._services, result, self._t, self._window)
        dialog.changed.connect(self.changed)
        self._open(dialog)
        return dialog

    def open_note(self, session_id: str) -> NoteDialog:
        """The dialog of the facilitator's own note."""
        dialog = NoteDialog(self._services, session_id, self._t, self._window)
        dialog.changed.connect(self.changed)
        self._open(dialog)
        return dialog

    def open_paper_game(self, plan: SessionPlan, team: int = 0) -> PaperGameDialog:
        """The grid of a game played on paper; team 0: the first that has not finished."""
        rows = self._services.runs.rows(plan.id)
        left = [row.team for row in rows if row.stage != "ended"]
        first = team or (left or [row.team for row in rows])[0]
        dialog = PaperGameDialog(self._services, plan, first, self._t, self._window)
        dialog.changed.connect(self.changed)
        dialog.accepted.connect(lambda: self._tell_typed_in(plan, int(dialog.team.value())))
        self._open(dialog)
        return dialog

    def _tell_typed_in(self, plan: SessionPlan, team: int) -> None:
        """The game counts from now on, in the place of one that was there; that can be taken back."""

        def back() -> None:
            try:
                self.changed.emit(self._services.paper_games.take_back(plan.id, team))
            except StorageError as error:
                self.told.emit(Told(self._t.of(error)))

        label = next(one.label for one in plan.teams if one.number == team)
        words = self._t("The game of “{team}” is typed in and counts.", team=label)
        self.told.emit(Told(words, self._t("Undo"), back))

    def _open_paper(self, dialog: PaperDialog) -> PaperDialog:
        dialog.told.connect(self.told)
        self._open(dialog)
        return dialog

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.open()
