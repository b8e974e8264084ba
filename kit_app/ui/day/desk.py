"""What is done with whole days; each wish opens its dialog over the page that asked."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue
from kit_app.services.changed import Saved
from kit_app.services.days import Made
from kit_app.services.services import Services
from kit_app.ui.common.told import Told
from kit_app.ui.common.when import local_moment, when_in_list
from kit_app.ui.day.again_dialog import AgainDialog
from kit_app.ui.day.day_dialog import DayDialog
from kit_app.ui.day.plan_dialog import PlanDayDialog

Dialog = TypeVar("Dialog", bound=QDialog)
_NONE = N_("Plan a first session; others can then be like it.")


class DayDesk(QObject):
    """`changed(Changed)`: sessions were made or taken back; `told(Told)` says so, with a way back.

    `playing_asked(str)`: on to what is checked before this session's game.
    """

    told = Signal(object)
    changed = Signal(object)
    playing_asked = Signal(str)

    def __init__(self, services: Services, t: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._t = t
        self._window = window

    def plan_day(self, session_id: str = "") -> PlanDayDialog | None:
        """Several sessions like this one (empty: like the last one). None, and a word, without any."""
        source = self._services.sessions.get(session_id) if session_id else self._last()
        dialog = self._made(PlanDayDialog, source)
        if dialog is not None:
            dialog.planned.connect(self._tell_made)
            self._open(dialog)
        return dialog

    def again(self) -> AgainDialog | None:
        """The last session once more. None, and a word, without any."""
        dialog = self._made(AgainDialog, self._last())
        if dialog is not None:
            dialog.planned.connect(self._tell_saved)
            self._open(dialog)
        return dialog

    def show_day(self, session_id: str) -> DayDialog | None:
        """The day of a session, on paper and for calendars. None, and a word, while it has no date."""
        plan = self._services.sessions.get(session_id)
        if not plan.date:
            words = self._t("“{name}” has no date yet. Give it one first.", name=plan.name)
            self.told.emit(Told(words))
            return None
        dialog = self._made(DayDialog, plan)
        if dialog is not None:
            dialog.told.connect(self.told)
            self._open(dialog)
        return dialog

    def offer_next(self) -> None:
        """After a talk: say which session of today is next, with the way to it; nothing after the last."""
        plan = self._services.days.next_today()
        if plan is not None:
            words = self._t("Next: “{name}”, {when}.", name=plan.name, when=self._when(plan.date, plan.time))
            on = self._t("Check and start")
            self.told.emit(Told(words, on, lambda: self.playing_asked.emit(plan.id)))

    def _made(
        self,
        make: Callable[[Services, SessionPlan, Catalogue, QWidget], Dialog],
        plan: SessionPlan | None,
    ) -> Dialog | None:
        """The dialog about a session; None, once it was said why there is none."""
        if plan is None:
            self.told.emit(Told(self._t(_NONE)))
            return None
        try:
            return make(self._services, plan, self._t, self._window)
        except KitAppError as error:
            self.told.emit(Told(self._t.of(error)))
            return None

    def _last(self) -> SessionPlan | None:
        rows = self._services.sessions.list(count=1)
        last = self._services.days.last()
        return last or (self._services.sessions.get(rows[0].id) if rows else None)

    def _tell_made(self, made: Made) -> None:
        self.changed.emit(made.changed)
        words = self._t.plural(
            "{n} session planned for {day}, each with its own codes.",
            "{n} sessions planned for {day}, each with its own codes.",
            len(made.plans),
            day=self._when(made.plans[0].date, ""),
        )
        self._tell(words, made.plans)

    def _tell_saved(self, saved: Saved) -> None:
        self.changed.emit(saved.changed)
        plan = saved.plan
        words = self._t("“{name}” is planned: {when}.", name=plan.name, when=self._when(plan.date, plan.time))
        self._tell(words, (plan,))

    def _tell(self, words: str, plans: tuple[SessionPlan, ...]) -> None:
        def take_back() -> None:
            self.changed.emit(self._services.days.forget(plans))

        self.told.emit(Told(words, self._t("Undo"), take_back))

    def _when(self, day: str, time: str) -> str:
        today = local_moment(self._services.clock.wall_ms()).date()
        return when_in_list(self._t, day, time, today)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.open()
