"""The day of a session on paper, with what does not go together, and as a file for calendars."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.calendar_file import SUFFIX, calendar_name, day_calendar, session_calendar
from kit_app.services.day_words import sentences_of
from kit_app.services.export import write
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.conflicts import Conflicts
from kit_app.ui.common.file_dialogs import ask_save, with_ending
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.materials import materials_of
from kit_app.ui.common.paper_dialog import Drawn, PaperDialog
from kit_app.ui.common.when import local_moment, when_in_title

_SIDE_WIDTH = 270


class DayDialog(PaperDialog):
    """The plan of the day of `plan`, in the language of its papers. `ask_save` may be answered by tests."""

    def __init__(self, services: Services, plan: SessionPlan, t: Catalogue, parent: QWidget) -> None:
        super().__init__(t("The day of a session"), t("Close"), t, parent)
        self._services = services
        self._plan = plan
        self._planned = services.days.on(plan.date)
        self.ask_save = ask_save
        self._add_scrolled(self._build_side())
        self.draw(self._drawing())

    def _build_side(self) -> QWidget:
        t, planned = self._t, self._planned
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        today = local_moment(self._services.clock.wall_ms()).date()
        column.addWidget(flowing(Label(when_in_title(t, planned.date, "", today), "h3", side)))
        count = len(planned.plans) + len(planned.untimed)
        column.addWidget(flowing(Label(t.plural("{n} session", "{n} sessions", count), "quiet", side)))
        self.conflicts = Conflicts(t, side)
        self.conflicts.show_sentences(sentences_of(planned, t))
        column.addWidget(self.conflicts)
        self.whole_day = KeyButton(t("Calendar file of the day…"), side, icon="calendar")
        self.whole_day.setObjectName("day-calendar")
        self.whole_day.clicked.connect(self._save_day)
        self.one = KeyButton(t("Of this session alone…"), side, icon="calendar")
        self.one.setObjectName("session-calendar")
        self.one.clicked.connect(self._save_session)
        for button in (self.whole_day, self.one):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        words = t("For Outlook and other calendars. Taken in again, a file replaces what was there.")
        column.addWidget(flowing(Label(words, "small", side)))
        column.addStretch(1)
        return side

    def _add_scrolled(self, side: QWidget) -> None:
        """Beside the sheet; in a low window it scrolls."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(side)
        area.setMinimumWidth(_SIDE_WIDTH)
        column = QVBoxLayout()
        column.addWidget(area)
        self.add_side(column)

    def _drawing(self) -> Callable[[Progress], Drawn]:
        planned, services = self._planned, self._services
        sources = {
            plan.id: (services.library.kit_of(plan), services.profile.issuer(plan)) for plan in planned.plans
        }
        materials = materials_of((*planned.plans, self._plan)[0])

        def work(_progress: Progress) -> Drawn:
            from kit_app.services.printing.day_plan import day_plan_name, day_plan_pdf  # loads what draws

            return day_plan_pdf(planned, sources, materials), day_plan_name(planned, materials)

        return work

    def _save_day(self) -> None:
        now = self._services.clock.wall_ms()
        self._save_calendar(self._t("Sessions"), lambda: day_calendar(self._planned, now, self._t))

    def _save_session(self) -> None:
        now = self._services.clock.wall_ms()
        self._save_calendar(
            self._plan.name, lambda: session_calendar(self._plan, self._planned, now, self._t)
        )

    def _save_calendar(self, name: str, made: Callable[[], bytes]) -> None:
        t = self._t
        kinds = t("Calendar files (*.ics)")
        chosen = self.ask_save(self, t("Save for a calendar"), calendar_name(name, self._plan.date), kinds)
        if chosen is None:
            return
        path, may_replace = with_ending(chosen, SUFFIX)
        try:
            write(path, made(), overwrite=may_replace)
        except KitAppError as error:
            self.refuse(error)
            return
        self.sending.progress.end(t("Saved: {name}", name=path.name))
