"""Every page by its name, made and joined to the window: the only place that knows every screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.rehearsals import Wish
from kit_app.services.services import Services
from kit_app.ui.common.page import Page
from kit_app.ui.common.told import Told
from kit_app.ui.console.keys import key_rows
from kit_app.ui.day.desk import DayDesk
from kit_app.ui.debrief.debrief_page import DebriefPage
from kit_app.ui.home.home_page import HomePage
from kit_app.ui.learning.entry_page import EntryPage
from kit_app.ui.learning.learning_page import LearningPage
from kit_app.ui.places import (
    HELP,
    HOME,
    LEARNING,
    QUESTIONNAIRES,
    REGION,
    REHEARSAL,
    RESULTS,
    SESSIONS,
    SETTINGS,
    SHELF,
    TRAINING,
    WORKSHOP,
    Where,
    step,
)
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.printing.page import PrintPage
from kit_app.ui.region.page import RegionPage
from kit_app.ui.rehearsal.page import RehearsalPage
from kit_app.ui.results.page import ResultsPage
from kit_app.ui.results.statistics_page import StatisticsPage
from kit_app.ui.settings.help_page import HelpPage
from kit_app.ui.settings.settings_page import SettingsPage
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.play_page import PlayPage
from kit_app.ui.setup.prepare_page import PreparePage
from kit_app.ui.setup.sessions_page import SessionsPage
from kit_app.ui.shelf.page import ShelfPage
from kit_app.ui.trail.after_desk import AfterDesk
from kit_app.ui.training.page import TrainingPage
from kit_app.ui.trial_sound import trial_sound


class Desk(Protocol):
    """What pages may ask of the window that holds them."""

    drafts: Drafts

    def go(self, where: Where) -> None: ...

    def page(self, ident: str) -> Page: ...

    def go_back(self) -> None: ...

    def new_session(self) -> None: ...

    def open_console(self, session: str, team: int) -> None: ...

    def open_rehearsal(self, session: str, team: int, wish: Wish) -> None: ...

    def name_session(self, name: str) -> None: ...

    def tell(self, told: Told) -> None: ...

    def on_changed(self, changed: Changed) -> None: ...

    def put_back(self, copy: str) -> None: ...


class PageTable:
    """Makes the pages of one window in one language; `parent` is the widget that owns them."""

    def __init__(self, services: Services, t: Catalogue, desk: Desk, parent: QWidget) -> None:
        self._services = services
        self._t = t
        self._desk = desk
        self._parent = parent

    def make(self, ident: str) -> Page:
        """A new page of this name."""
        makers: dict[str, Callable[[], Page]] = {
            HOME: self._home,
            SESSIONS: self._sessions,
            SHELF: self._shelf,
            SETTINGS: self._settings,
            HELP: self._help,
            "prepare": self._prepare,
            "print": self._print,
            "play": self._play,
            "debrief": self._debrief,
            RESULTS: self._statistics,
            "run-results": self._results,
            REGION: self._region,
            QUESTIONNAIRES: self._questionnaires,
            LEARNING: self._learning,
            REHEARSAL: self._rehearsal,
            WORKSHOP: self._workshop,
            TRAINING: self._training,
        }
        page = makers[ident]()
        if self._services.only_looks:
            words = self._t(
                "Only to look at: another window or computer works with these data, and nothing can be"
                " changed here. To work here, close the other one and start the program again."
            )
            page.banners.show_banner("only-looks", "warn", words)
        return page

    def _open(self, ident: str) -> Callable[[str], None]:
        return lambda session: self._desk.go(step(ident, session))

    def _home(self) -> Page:
        page = HomePage(self._services, self._t, self._parent)
        page.opened.connect(self._open("prepare"))
        page.printing_asked.connect(self._open("print"))
        page.playing_asked.connect(self._open("play"))
        page.debrief_asked.connect(self._open("debrief"))
        page.results_asked.connect(self._open("run-results"))
        page.console_asked.connect(self._desk.open_console)
        page.new_asked.connect(self._desk.new_session)
        page.list_asked.connect(lambda: self._desk.go(Where(SESSIONS)))
        page.changed.connect(self._desk.on_changed)
        page.training_asked.connect(lambda: self._desk.go(Where(TRAINING)))
        day = self._day(page)
        page.again_asked.connect(day.again)
        page.day_asked.connect(day.plan_day)
        return page

    def _sessions(self) -> Page:
        page = SessionsPage(self._services, self._t, self._parent)
        page.opened.connect(self._open("prepare"))
        page.new_asked.connect(self._desk.new_session)
        page.changed.connect(self._desk.on_changed)
        page.told.connect(self._desk.tell)
        day = self._day(page)
        page.plan_day_asked.connect(day.plan_day)
        page.day_asked.connect(day.show_day)
        return page

    def _day(self, page: Page) -> DayDesk:
        """What is done with whole days, over a page."""
        day = DayDesk(self._services, self._t, page)
        day.told.connect(self._desk.tell)
        day.changed.connect(self._desk.on_changed)
        day.playing_asked.connect(self._open("play"))
        return day

    def _prepare(self) -> Page:
        page = PreparePage(self._services, self._t, self._desk.drafts, self._parent)
        page.changed.connect(self._desk.on_changed)
        page.named.connect(self._desk.name_session)
        page.cancelled.connect(self._desk.go_back)
        page.printing_asked.connect(self._open("print"))
        return page

    def _print(self) -> Page:
        page = PrintPage(self._services, self._t, self._parent)
        page.changed.connect(self._desk.on_changed)
        page.told.connect(self._desk.tell)
        return page

    def _play(self) -> Page:
        sounds = trial_sound(self._services, self._parent)
        page = PlayPage(self._services, self._t, self._parent, sounds=sounds)
        page.changed.connect(self._desk.on_changed)
        page.told.connect(self._desk.tell)
        page.console_asked.connect(self._desk.open_console)
        page.printing_asked.connect(self._open("print"))
        page.help_asked.connect(lambda: self._desk.go(Where(HELP)))
        page.rehearsal_asked.connect(self._lead(REHEARSAL))
        after = self._after(page)
        page.paper_asked.connect(after.type_in)
        return page

    def _debrief(self) -> Page:
        page = DebriefPage(self._services, self._t, self._parent)
        page.play_asked.connect(self._open("play"))
        page.changed.connect(self._desk.on_changed)
        page.questionnaires_asked.connect(self._lead(QUESTIONNAIRES))
        page.talk_ended.connect(self._day(page).offer_next)
        after = self._after(page)
        page.after_asked.connect(lambda session, team: after.show_menu(session, team, page.after))
        return page

    def _results(self) -> Page:
        page = ResultsPage(self._services, self._t, self._parent)
        page.learning_asked.connect(self._lead(LEARNING))
        page.told.connect(self._desk.tell)
        after = self._after(page)
        page.after_asked.connect(lambda session, team: after.show_menu(session, team, page.after))
        return page

    def _after(self, page: Page) -> AfterDesk:
        """What is done once a game is over, over a page."""
        after = AfterDesk(self._services, self._t, page)
        after.told.connect(self._desk.tell)
        after.changed.connect(self._desk.on_changed)
        return after

    def _statistics(self) -> Page:
        page = StatisticsPage(self._services, self._t, self._parent)
        page.held_asked.connect(self._after(page).open_held)
        page.opened.connect(self._open("run-results"))
        page.told.connect(self._desk.tell)
        page.changed.connect(self._desk.on_changed)
        return page

    def _region(self) -> Page:
        page = RegionPage(self._services, self._t, self._parent)
        page.told.connect(self._desk.tell)
        return page

    def _lead(self, page: str) -> Callable[[str], None]:
        return lambda session: self._desk.go(Where(page, session))

    def _questionnaires(self) -> Page:
        page = EntryPage(self._services, self._t, self._parent)
        page.learnt_asked.connect(self._lead(LEARNING))
        page.back_asked.connect(self._desk.go_back)
        page.told.connect(self._desk.tell)
        page.changed.connect(self._desk.on_changed)
        return page

    def _learning(self) -> Page:
        page = LearningPage(self._services, self._t, self._parent)
        page.typing_asked.connect(self._lead(QUESTIONNAIRES))
        page.back_asked.connect(self._desk.go_back)
        page.changed.connect(self._desk.on_changed)
        return page

    def _shelf(self) -> Page:
        page = ShelfPage(self._services, self._t, self._parent)
        page.told.connect(self._desk.tell)
        return page

    def _settings(self) -> Page:
        page = SettingsPage(self._services, self._t, self._parent)
        if self._desk.drafts.section:
            page.show_section(self._desk.drafts.section)
        page.section_shown.connect(self._desk.drafts.remember_section)
        page.changed.connect(self._desk.on_changed)
        page.restore_asked.connect(self._desk.put_back)
        page.told.connect(self._desk.tell)
        page.held_asked.connect(self._after(page).open_held)
        page.workshop_asked.connect(self._lead(WORKSHOP))
        return page

    def _workshop(self) -> Page:
        from kit_app.ui.workshop.page import WorkshopPage  # loads what reads and deals kits: only here
        from kit_app.ui.workshop.preview_view import PlayerPicture

        window = PlayerWindow()
        page = WorkshopPage(
            self._services, PlayerPicture(widget=window, show=window.show_view), self._t, self._parent
        )
        page.told.connect(self._desk.tell)
        page.back_asked.connect(self._desk.go_back)
        page.sending.changed.connect(self._desk.on_changed)
        return page

    def _help(self) -> Page:
        page = HelpPage(self._services, self._t, key_rows(self._t), self._parent)
        page.rehearsal_asked.connect(lambda: self._desk.go(Where(REHEARSAL)))
        page.training_asked.connect(lambda: self._desk.go(Where(TRAINING)))
        page.told.connect(self._desk.tell)
        return page

    def _training(self) -> Page:
        page = TrainingPage(self._services, self._t, self._parent)
        page.rehearsal_asked.connect(lambda: _rehearse_gently(self._desk))
        page.told.connect(self._desk.tell)
        page.back_asked.connect(self._desk.go_back)
        return page

    def _rehearsal(self) -> Page:
        page = RehearsalPage(self._services, self._t, self._parent)
        page.asked.connect(self._desk.open_rehearsal)
        page.told.connect(self._desk.tell)
        page.back_asked.connect(self._desk.go_back)
        return page


def _rehearse_gently(desk: Desk) -> None:
    """The page of rehearsals with the choices of a first one."""
    desk.go(Where(REHEARSAL))
    page = desk.page(REHEARSAL)
    if isinstance(page, RehearsalPage):
        page.be_gentle()
