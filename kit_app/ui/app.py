"""The main window: rail, pages and the way between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kit_app.errors import KitAppError
from kit_app.game.commands import StartRun
from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.rehearsals import Wish, begin
from kit_app.services.services import Services
from kit_app.ui.background import Task
from kit_app.ui.common.page import Page
from kit_app.ui.common.rail import Rail, RailEntry
from kit_app.ui.common.steps import StepBar
from kit_app.ui.common.toast import Toast
from kit_app.ui.common.told import Told
from kit_app.ui.debrief.debrief_page import DebriefPage
from kit_app.ui.dress import catalogue, dress, speak
from kit_app.ui.home.home_page import HomePage
from kit_app.ui.learning.entry_page import EntryPage
from kit_app.ui.learning.learning_page import LearningPage
from kit_app.ui.leaving import leaves_it, unkept
from kit_app.ui.live import LiveRun
from kit_app.ui.page_table import PageTable
from kit_app.ui.places import (
    HELP,
    HOME,
    QUESTIONNAIRES,
    REGION,
    RESULTS,
    SESSION,
    SESSIONS,
    SETTINGS,
    SHELF,
    STEP,
    STEPS,
    WORKSHOP,
    Where,
    chapter_for,
    marked,
    step,
    steps_done,
)
from kit_app.ui.printing.page import PrintPage
from kit_app.ui.region.page import RegionPage
from kit_app.ui.rehearsal.page import RehearsalPage
from kit_app.ui.rehearsing import Rehearsing
from kit_app.ui.results.page import ResultsPage
from kit_app.ui.results.statistics_page import StatisticsPage
from kit_app.ui.sending import send_by_itself
from kit_app.ui.settings.help_page import HelpPage
from kit_app.ui.settings.settings_page import FACILITY, SettingsPage
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.play_page import PlayPage
from kit_app.ui.setup.prepare_page import PreparePage
from kit_app.ui.setup.sessions_page import SessionsPage
from kit_app.ui.shelf.page import ShelfPage
from kit_app.ui.training.page import TrainingPage
from kit_app.views.rehearsal import Review

_MOST_REMEMBERED, _LONGEST_WAIT_MS = 50, 10_000
_SHOWN_ANEW = (HomePage, SessionsPage, ShelfPage, StatisticsPage, TrainingPage, RegionPage)


class MainWindow(QWidget):
    """Rail at the left, the page at its right, toasts below. `Changed` is forwarded from here, once."""

    moved = Signal(object)
    restore_asked = Signal(str)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.t = t
        self.here = Where(HOME)
        self.live: LiveRun | None = None
        self.rehearsing: Rehearsing | None = None
        self._back: list[Where] = []
        self.drafts = Drafts()
        self._then: Callable[[], None] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.toast = Toast(self)
        self.toast.button.press_with_enter()
        self.toast.chosen.connect(self._take_action)
        QShortcut("Alt+Left", self).activated.connect(self.go_back)
        self._build()
        self._show(self.here)
        self._tell_notices()

    # What stands in the window

    def _build(self) -> None:
        t = self.t
        self._pages: dict[str, Page] = {}
        self._bars: dict[str, StepBar] = {}
        self._has_region = self._services.preferences.settings.gathers_region
        self.rail = Rail(
            "Sant'Escape Kit",
            [
                RailEntry(HOME, "home", t("Home"), "Alt+1"),
                RailEntry(SESSIONS, "sessions", t("Sessions"), "Alt+2"),
                RailEntry(SHELF, "shelf", t("Posters, cards"), "Alt+5"),
                RailEntry(RESULTS, "chart", t("Results"), "Alt+6"),
                *([RailEntry(REGION, "users", t("Region"), "Alt+7")] * self._has_region),
            ],
            [
                RailEntry(HELP, "help", t("Help"), "F1", shows_key=True),
                RailEntry(SETTINGS, "gear", t("Settings"), "Ctrl+,"),
            ],
            self,
        )
        self.rail.chosen.connect(self._choose)
        self.rail.profile_chosen.connect(self._go_to_profile)
        self._stack = QStackedWidget(self)
        self._row.addWidget(self.rail)
        self._row.addWidget(self._stack, 1)
        self.rail.fit_window(self.width(), self.height())
        self._show_profile()

    def page(self, ident: str) -> Page:
        """One of the pages, made when it is asked for the first time."""
        if ident not in self._pages:
            page = PageTable(self._services, self.t, self, self).make(ident)
            self._pages[ident] = page
            self._stack.addWidget(page)
            if ident in dict(STEPS):
                bar = StepBar([self.t(words) for _step, words in STEPS], page)
                bar.chosen.connect(self._go_to_step)
                page.top.addWidget(bar)
                self._bars[ident] = bar
        return self._pages[ident]

    @property
    def prepare(self) -> PreparePage:
        """The page of the first step."""
        page = self.page("prepare")
        if not isinstance(page, PreparePage):
            raise TypeError("not the page of the first step")
        return page

    # The way between them

    def go(self, where: Where) -> None:
        """Open a place; what cannot be opened is said, and the person stays where they are."""
        before = self.here
        try:
            self._show(where)
        except KitAppError as error:
            self.tell(Told(self.t.of(error)))
            self._show(before)
            return
        if before != where:
            self._back = [*self._back, before][-_MOST_REMEMBERED:]

    def go_back(self) -> None:
        """To the place before, or home."""
        where = self._back.pop() if self._back else Where(HOME)
        try:
            self._show(where)
        except KitAppError:
            self._show(Where(SESSIONS))

    def new_session(self) -> None:
        """A form with the usual choices."""
        try:
            session = self.prepare.show_new()
        except KitAppError as error:
            self.tell(Told(self.t.of(error)))
            return
        self._back = [*self._back, self.here][-_MOST_REMEMBERED:]
        self._put(step("prepare", session), self.prepare)
        self.prepare.form.name.setFocus()

    def _show(self, where: Where) -> None:
        if where.page != SESSION:
            page = self.page(where.page)
            self._put(where, page)
            if isinstance(page, EntryPage | LearningPage | RehearsalPage):
                page.show_session(where.session)
            if isinstance(page, HelpPage):
                page.show_chapter(where.session)
            if where.page == WORKSHOP:
                self._show_draft(page, where.session)
            if isinstance(
                page, HomePage | SessionsPage | ShelfPage | StatisticsPage | TrainingPage | RegionPage
            ):
                page.reload()
            page.first_focus()
            return
        ident, _words = STEPS[where.step]
        page = self.page(ident)
        if isinstance(page, PreparePage | PrintPage | PlayPage | DebriefPage | ResultsPage):
            page.show_session(where.session)
        self._put(where, page)

    def _put(self, where: Where, page: Page) -> None:
        self.here = where
        page.fit(self._stack.size())  # before it is seen: else it asks for a higher window
        self._stack.setCurrentWidget(page)
        self.rail.set_current(marked(where))
        if where.page == SESSION:
            self._dress_steps(where)
        self.moved.emit(where)

    def _choose(self, ident: str) -> None:
        """A place of the rail; help is about the page that is left for it."""
        if ident != HELP:
            self.go(Where(ident))
        elif self.here.page != HELP:
            self.go(Where(HELP, chapter_for(self.here)))
        else:
            self.page(HELP).first_focus()

    def _go_to_step(self, step: int) -> None:
        if self.here.page != SESSION or step == self.here.step:
            return
        if self.here.step == STEP["prepare"] and not self.prepare.keep() and not self.prepare.is_stored:
            self.prepare.reveal()
            return
        self.go(Where(SESSION, self.here.session, step))

    def _dress_steps(self, where: Where) -> None:
        ident, _words = STEPS[where.step]
        self._bars[ident].set_current(where.step)
        row = self._services.sessions.row(where.session)
        self.name_session(row.name if row else self.t("New session"))
        self._bars[ident].set_done(steps_done(row) if row is not None else set())

    def name_session(self, name: str) -> None:
        """Write the name of the open session above its steps."""
        ident, _words = STEPS[self.here.step]
        self.page(ident).set_crumbs(f"{self.t('Sessions')} › {name}")

    # The console

    def open_console(self, session: str, team: int, start: StartRun | None = None) -> None:
        """Hand the screen over to the console of a team's run (0: of all teams'), perhaps starting it."""
        if self.live is not None:
            return
        self.prepare.keep()
        live = LiveRun(self._services, session, team or None, self.t, self)
        try:
            live.start(start)
        except KitAppError as error:
            live.deleteLater()
            self.tell(Told(self.t.of(error)))
            return
        self.live = live
        live.changed.connect(self.on_changed)
        live.closed.connect(self._leave_console)
        self.window().hide()

    def _leave_console(self, session: str) -> None:
        if self.live is not None:
            self.live.deleteLater()
            self.live = None
        self.window().show()
        self.window().activateWindow()
        played = self._services.sessions.played_teams(session)
        send_by_itself(self._services, self)
        self.go(step("debrief" if played else "play", session))
        page = self._stack.currentWidget()
        if isinstance(page, DebriefPage):
            page.project()
        self.window().activateWindow()  # the keys belong to this window, not to the slides that came up

    def open_rehearsal(self, session: str, team: int, wish: Wish) -> None:
        """Hand the screen over to a rehearsal (`session` empty: of a usual one), as to a console."""
        if self.live is not None or self.rehearsing is not None:
            return
        try:
            rehearsing = Rehearsing(begin(self._services, session, team, wish, self.t), self.t, self)
            rehearsing.start()
        except KitAppError as error:
            self.tell(Told(self.t.of(error)))
            return
        self.rehearsing = rehearsing
        rehearsing.ended.connect(self._leave_rehearsal)
        self.window().hide()

    def _leave_rehearsal(self, review: Review) -> None:
        if self.rehearsing is not None:
            self.rehearsing.deleteLater()
            self.rehearsing = None
        dress(self._services.preferences.settings)
        self.window().show()
        self.window().activateWindow()
        page = self._stack.currentWidget()
        if isinstance(page, RehearsalPage):
            page.show_review(review)

    def put_back(self, copy: str) -> None:
        """Have the program begin again with what a copy holds, unless something typed would be lost."""
        if self.may_close():
            self.restore_asked.emit(copy)

    # What is said and what changed

    def tell(self, told: Told) -> None:
        """Say something in a toast."""
        self._then = told.then
        self.toast.show_toast(told.text, told.action)

    def _take_action(self) -> None:
        if self._then is not None:
            self._then()

    def _tell_notices(self) -> None:
        for number, notice in enumerate(self._services.notices):
            self.page(HOME).banners.show_banner(f"notice-{number}", "warn", self.t.of(notice))

    def on_changed(self, changed: Changed) -> None:
        """Have every page that shows what changed load it again; the others do when they are opened."""
        if changed.settings:
            self._apply_settings()
        page = self._stack.currentWidget()
        if isinstance(page, HomePage | SessionsPage | PlayPage | DebriefPage):
            page.reload()
        if self.here.page == SESSION and (changed.sessions or changed.runs):
            self._dress_steps(self.here)

    def _apply_settings(self) -> None:
        settings = self._services.preferences.settings
        dress(settings)
        t = catalogue(settings)
        if t.language != self.t.language or settings.gathers_region != self._has_region:
            self.t = t
            speak(t.language)
            self._rebuild()
        self._show_profile()

    def _rebuild(self) -> None:
        """The same place in another language."""
        self.prepare.keep()
        for old in (self.rail, self._stack):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._build()
        self._show(self.here)

    def _show_profile(self) -> None:
        facility = self._services.profile.facility
        name = facility.name or self.t("Your facility")
        numbers = sum(bool(contact.number) for contact in facility.contacts.values())
        state = self.t("Name to be given") if not facility.name else self.t("Numbers to be given")
        if facility.name and numbers:
            state = self.t.plural("{n} number given", "{n} numbers given", numbers)
        is_complete, tip = bool(facility.name and numbers), self.t("Open the facility’s settings")
        self.rail.set_profile(name, state, is_complete=is_complete, tip=tip)

    def _go_to_profile(self) -> None:
        page = self.page(SETTINGS)
        if isinstance(page, SettingsPage):
            page.show_section(FACILITY)
        self.go(Where(SETTINGS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fit_window(self.width(), self.height())

    def may_close(self) -> bool:
        """Whether nothing would be lost; asks when something typed could not be kept."""
        pages = self._pages
        sheets, shelf, draft = pages.get(QUESTIONNAIRES), pages.get(SHELF), pages.get(WORKSHOP)
        lost = unkept(self.prepare, sheets, shelf, draft, self.t)
        return self._settings_are_settled() if lost is None else leaves_it(*lost, self.t, self)

    def _show_draft(self, page: Page, ident: str) -> None:
        from kit_app.ui.workshop.page import WorkshopPage  # loads what reads and deals kits

        if isinstance(page, WorkshopPage):
            page.show_draft(ident)

    def _settings_are_settled(self) -> bool:
        page = self._pages.get(SETTINGS)
        if not isinstance(page, SettingsPage) or page.is_kept:
            return True
        self.go(Where(SETTINGS))  # so that what the question is about, and what must be mended, is seen
        return page.may_leave()

    def end(self) -> None:
        """The program ends: a game under way can be taken up again."""
        if self.live is not None:
            self.live.close()
            self.live = None
        if self.rehearsing is not None:
            self.rehearsing.close()
            self.rehearsing = None
        for task in self.findChildren(Task):
            task.cancel()
        QThreadPool.globalInstance().waitForDone(_LONGEST_WAIT_MS)
