"""The first step of a session: its form, kept as it is typed, beside what follows from it."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.day_words import conflict_sentence, over_sentence
from kit_app.services.services import Services
from kit_app.ui.background import Task, run
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.page import WIDEST, Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.staying import Staying
from kit_app.ui.common.when import local_moment, typed_date, typed_time
from kit_app.ui.setup.advice_dialog import AdviceDialog
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.facts_panel import FactsPanel
from kit_app.ui.setup.foreseeing import Foreseeing
from kit_app.ui.setup.kit_choice import KitChoice
from kit_app.ui.setup.plan_form import PlanForm

_SAVE_AFTER_MS = 500
_BESIDE_FROM = 900
_SIDE = 268


class PreparePage(Page):
    """`show_session(id)` or `show_new()`. What cannot be stored yet stays here until it can."""

    changed = Signal(object)
    named = Signal(str)
    printing_asked = Signal(str)
    cancelled = Signal()

    def __init__(
        self, services: Services, t: Catalogue, drafts: Drafts, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self._services = services
        self._t = t
        self._drafts = drafts
        self._before: SessionPlan | None = None
        self._stored: SessionPlan | None = None
        self._quiet: set[str] = set()
        self._typing = ""
        self._kit: Kit | None = None
        self._form: PlanForm | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._panel = Panel("", self, padding=20)
        self.kit = KitChoice(services.kits, t, self._panel)
        self.kit.chosen.connect(self._read_kit)
        self._panel.add(self.kit)
        self._facts = FactsPanel(t, self)
        self._likely = Foreseeing(services.history, self)
        self._likely.foreseen.connect(self._facts.show_foresight)
        self._columns.addWidget(self._panel, 1)
        self._side = Staying(self._facts, self.scroll_area, self)
        self._side.set_widths(_SIDE, _SIDE)
        self._columns.addWidget(self._side)
        self.add(self._columns, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._build_foot()

    def _build_foot(self) -> None:
        foot = self.show_foot()
        self._cancel = KeyButton(self._t("Cancel"), self, size="large")
        self._cancel.setObjectName("prepare-cancel")
        self._cancel.clicked.connect(self._undo_all)
        self._go = KeyButton(self._t("Go on to printing"), self, kind="primary")
        self._go.set_key("Ctrl+Return", self._t("Ctrl+Enter"))
        self._go.setObjectName("prepare-print")
        self._go.clicked.connect(self._print)
        foot.add(self._cancel)
        foot.add(self._go)

    @property
    def form(self) -> PlanForm:
        """The form of the session shown."""
        if self._form is None:
            raise ValueError("no session was shown")
        return self._form

    @property
    def session_id(self) -> str:
        """The id of the session shown, also of one not stored yet."""
        return "" if self._before is None else self._before.id

    def show_new(self) -> str:
        """A new session with the usual choices; its id. Raises KitAppError."""
        settings = self._services.preferences.settings
        profile = self._services.profile
        plan = self._services.sessions.draft(
            facility=profile.facility.name,
            facility_id=profile.chosen if profile.facility.name else "",
            language=settings.materials_language,
        )
        self._stored = None
        self._drafts.new.add(plan.id)
        self._show(plan, {"name"})
        return plan.id

    def show_session(self, session_id: str) -> None:
        """A stored session, or what was typed of it and could not be stored. Raises KitAppError."""
        self._stored = None if session_id in self._drafts.new else self._services.sessions.get(session_id)
        plan = self._drafts.unkept.get(session_id) or self._stored
        if plan is None:
            raise KeyError(session_id)
        self._show(plan, set())
        self._before = self._stored or plan

    def _show(self, plan: SessionPlan, quiet: set[str]) -> None:
        self._timer.stop()
        self._before = plan
        self._quiet = quiet
        self._typing = ""
        self._likely.forget()
        self._fill(plan, self._services.library.kit(plan.kit_digest))
        self._say_kept()
        self.form.name.setFocus()

    def _fill(self, plan: SessionPlan, kit: Kit) -> None:
        """Show the choices of a plan, under those of its kit."""
        self._use_kit(kit)
        self.kit.show_kit(kit, may_change=not self._services.sessions.has_begun(plan.id))
        today = local_moment(self._services.clock.wall_ms()).date().isoformat()
        self.form.date.set_today(today)
        profile = self._services.profile
        self.form.know(self._services.sessions.rooms(), profile.all(), profile.chosen)
        self.form.show_plan(plan)
        self._look()

    def _read_kit(self, kit_id: str) -> None:
        """Another kit was chosen; to read it may take a moment."""
        shown = self.session_id
        self._panel.setEnabled(False)
        task = Task(lambda _progress: self._services.kits.kit(kit_id), self)
        task.succeeded.connect(lambda kit: self._take_kit(kit, shown))
        task.failed.connect(self._refuse_kit)
        task.ended.connect(lambda: self._panel.setEnabled(True))
        run(task)

    def _take_kit(self, kit: Kit, shown: str) -> None:
        if shown != self.session_id:
            return
        self.banners.remove("kit")
        self._fill(self._services.sessions.with_kit(self.form.plan(), kit), kit)
        self._note("kit")
        self._panel.setEnabled(True)
        self.kit.box.setFocus()

    def _refuse_kit(self, error: Exception) -> None:
        if isinstance(error, KitAppError):
            self.banners.show_banner("kit", "danger", self._t.of(error))
        if self._kit is not None:
            self.kit.show_kit(self._kit, may_change=True)

    def _use_kit(self, kit: Kit) -> None:
        if self._kit is not None and self._kit.digest == kit.digest:
            return
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._kit = kit
        self._form = PlanForm(kit, self._t, self._panel)
        self._form.edited.connect(self._note)
        self._form.left.connect(self._leave)
        self._form.team_asked.connect(self._add_team)
        self._form.advice_asked.connect(self._help_to_choose)
        self._panel.add(self._form, 1)
        self._form.show()

    def _note(self, field: str) -> None:
        self._typing = "" if field in ("teams", "kit") else field
        self._quiet.discard(field)
        self._look()
        self._timer.start()

    def _leave(self, field: str) -> None:
        self._typing = ""
        if field != "name" or self.form.name.isModified() or self._stored is not None:
            self._quiet.discard(field)
        self._look()

    def _add_team(self) -> None:
        plan, kit = self.form.plan(), self._services.library.kit(self.form.plan().kit_digest)
        taken = {team.number for team in plan.teams}
        free = next(number for number in range(1, len(taken) + 2) if number not in taken)
        team = self._services.sessions.usual_team(free, plan.language, kit)
        teams = tuple(sorted((*plan.teams, team), key=lambda one: one.number))
        self.form.teams.show_teams(teams)
        row = next(row for row in self.form.teams.rows if row.team.number == free)
        row.label.setFocus()
        row.label.selectAll()
        self._note("teams")

    def _help_to_choose(self) -> None:
        if self._kit is None:
            return
        likely = Foreseeing(self._services.history, self)
        dialog = AdviceDialog(self._t, self._kit, self.form.plan(), likely, self)
        likely.setParent(dialog)
        dialog.taken.connect(self._take_over)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_over(self, plan: SessionPlan) -> None:
        self.form.show_plan(plan)
        self._note("teams")

    def sentences(self) -> dict[str, str]:
        """What keeps the session from being stored, by field."""
        plan = self.form.plan()
        found = {
            field: self._t(problem.message, **problem.values)
            for field, problem in self._services.sessions.problems(plan).items()
        }
        if plan.date and typed_date(plan.date) != plan.date:
            found["date"] = self._t("Write for example 24/11/2026.")
        if plan.time and typed_time(plan.time) != plan.time:
            found["time"] = self._t("Write for example 18:30.")
        return found

    def _look(self) -> None:
        """Show what is wrong and what follows, but do not scold for a field that is being typed."""
        found = self.sentences()
        silent = self._quiet | {self._typing}
        marked = {name: words for name, words in found.items() if name not in silent}
        self.form.show_problems(marked)
        message = self._t("Name to be given") if "name" in found else ""
        if marked:
            message = self._t.plural("{n} field to mend", "{n} fields to mend", len(marked))
        self.foot.set_message(message, is_problem=bool(marked))
        if self._kit is not None:
            stored = self._stored
            plan = self.form.plan()
            self._facts.show_plan(replace(plan, deals=stored.deals) if stored else plan, self._kit)
            is_dated = plan.date and not {"date", "time"} & found.keys()
            self._facts.conflicts.show_sentences(self._conflicts(plan) if is_dated else ())
            if self._typing != "facility":  # each letter would be another facility
                self._likely.look_at(plan, self._kit)

    def _conflicts(self, plan: SessionPlan) -> tuple[str, ...]:
        """What the session runs into on its day; of a day that cannot be read nothing is told."""
        days, t = self._services.days, self._t
        try:
            over = (over_sentence(plan.date, t),) if days.has_passed(plan) else ()
            day = days.around(plan).day
        except KitAppError:
            return ()
        return over + tuple(conflict_sentence(one, t) for one in day.conflicts if one.concerns(plan.id))

    def keep(self) -> bool:
        """Store what is typed; False when it cannot be stored yet."""
        self._timer.stop()
        if self._form is None or self._before is None:
            return True
        plan = self.form.plan()
        if self._stored is not None and self._same(plan, self._stored):
            self._drafts.unkept.pop(plan.id, None)
            self._say_kept()
            return True
        if self.sentences():
            self._drafts.unkept[plan.id] = plan
            self._say_kept()
            return False
        return self._store(plan)

    def _store(self, plan: SessionPlan) -> bool:
        known = self._stored
        fresh = self._services.sessions.get(plan.id) if known is not None else plan
        try:
            printed = fresh.printed_teams if known is not None else ()
            saved = self._services.sessions.save(replace(plan, deals=fresh.deals, printed_teams=printed))
        except KitAppError as error:
            self._drafts.unkept[plan.id] = plan
            self.banners.show_banner("save", "danger", self._t.of(error))
            self._say_kept()
            return False
        self.banners.remove("save")
        self._drafts.unkept.pop(plan.id, None)
        self._drafts.new.discard(plan.id)
        self._stored = saved.plan
        self._look()
        self._say_kept()
        self.named.emit(saved.plan.name)
        self.changed.emit(saved.changed)
        return True

    @staticmethod
    def _same(one: SessionPlan, other: SessionPlan) -> bool:
        return replace(one, deals=(), printed_teams=()) == replace(other, deals=(), printed_teams=())

    def _say_kept(self) -> None:
        if self.session_id in self._drafts.unkept:
            self.foot.saved.show_unsaved(self._t("Not kept yet"))
        elif self._stored is None:
            self.foot.saved.show_saved("")
        else:
            self.foot.saved.show_saved(self._t("Draft kept"))

    def has_unkept(self) -> bool:
        """Whether something typed would be lost if the program ended now."""
        self.keep()
        return bool(self._drafts.unkept)

    def _undo_all(self) -> None:
        """Back to what was there when the page opened, then away."""
        self._timer.stop()
        before = self._before
        if before is not None:
            self._drafts.unkept.pop(before.id, None)
            self._take_back(before)
        self._form_is_new_again()
        self.cancelled.emit()

    def _take_back(self, before: SessionPlan) -> None:
        stored = self._stored
        if stored is None or self._same(stored, before):
            return
        if before.deals:
            self.changed.emit(self._services.sessions.save(before).changed)
        else:
            self.changed.emit(self._services.sessions.delete(stored.id))

    def _form_is_new_again(self) -> None:
        self._before = None
        self._stored = None

    def _print(self) -> None:
        if self.keep():
            self.printing_asked.emit(self.session_id)
        else:
            self.reveal()

    @property
    def is_stored(self) -> bool:
        """Whether the session shown has been stored once."""
        return self._stored is not None

    @property
    def is_reckoning(self) -> bool:
        """Whether the chance to finish is still to come."""
        return self._likely.is_busy

    def reveal(self) -> None:
        """Say everything that is still wrong and go to the first of it."""
        self._quiet.clear()
        self._typing = ""
        self._look()
        wrong = [name for name in self.form.fields if self.form.fields[name].error]
        if wrong:
            self.form.fields[wrong[0]].control.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._timer.isActive():
            self.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._side.set_widths(*((_SIDE, _SIDE) if is_wide else (0, WIDEST)))
