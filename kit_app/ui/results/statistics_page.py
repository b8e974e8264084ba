"""The results of all games: counter, people, puzzles, how games were led, every game; files made of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMenu, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.result_words import of_kept
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.page import Page
from kit_app.ui.results.files import Files
from kit_app.ui.results.filters import FilterRow
from kit_app.ui.results.kept_view import KeptView
from kit_app.ui.results.leading_view import LeadingView
from kit_app.ui.results.overview_view import OverviewView
from kit_app.ui.results.region_view import RegionView
from kit_app.ui.results.run_list import RunList
from kit_app.ui.sums.learning_view import LearningView
from kit_app.ui.sums.people_view import PeopleView
from kit_app.ui.sums.puzzles_view import PuzzlesView
from kit_app.ui.sums.saving import Saving
from kit_app.ui.sums.section_row import SectionRow
from kit_app.views.facts import Selection
from kit_app.views.statistics import Overview

OVERVIEW, PEOPLE, PUZZLES, LEARNING = "overview", "people", "puzzles", "learning"
LEADING, GAMES, REGION, KEPT = "leading", "games", "region", "kept"
_NOT_OF_GAMES = (REGION, KEPT)
"""Sections that are there before any game, and know no filters."""
_AT_ONCE = 5
_LAST = 8
_LIST_HEIGHT = 420


class StatisticsPage(Page):
    """`opened(str)`: a session listed, `told(Told)`: what was written, `changed(Changed)` after a purge.

    `held_asked()`: what is held of people is wanted as a page.
    """

    opened = Signal(str)
    told = Signal(object)
    changed = Signal(object)
    held_asked = Signal()

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Results"), "", parent)
        self._services = services
        self._t = t
        self.saving = Saving(t, self)
        self.saving.told.connect(self.told)
        self.saving.refused.connect(self._refuse)
        self.saving.busy_changed.connect(self._show_foot)
        self.files = Files(services, t, self.saving)
        self._build_actions()
        self._build_sections()
        self.filters = FilterRow(t, self)
        self.filters.changed.connect(self._show_section)
        self.add(self.filters)
        self._build_views()
        self.empty = EmptyState(
            "empty-results", t("No game was played yet. Its results will stand here."), "", self
        )
        self.add(self.empty, 1)
        self.foot.add_left(self.saving.progress)
        self._counting = QTimer(self)
        self._counting.setInterval(0)
        self._counting.timeout.connect(self._count_more)
        self.saving.progress.cancelled.connect(self._stop_counting)
        self._left = self._stale = 0

    def _build_actions(self) -> None:
        t = self._t
        self.export = KeyButton(t("Export"), self, icon="save", key="Ctrl+E")
        self.export.setObjectName("results-export")
        self.export.clicked.connect(self._open_menu)
        self.report = KeyButton(t("Report of the year…"), self, kind="primary", icon="print", key="Ctrl+P")
        self.report.setObjectName("results-year-report")
        self.report.clicked.connect(lambda: self.files.save_report(self.selection()))
        self.add_action(self.export)
        self.add_action(self.report)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(t("Export"))
        for words, act in (
            (t("Spreadsheet (XLSX)…"), self.files.save_workbook),
            (t("Table of the games (CSV)…"), self.files.save_runs),
            (t("Table of the puzzles (CSV)…"), self.files.save_puzzles),
            (t("For other programs (JSON)…"), self.files.save_json),
            (t("Poster with the counter (PDF)…"), self.files.save_poster),
        ):
            action = self.menu.addAction(words)
            action.triggered.connect(partial(self._with_selection, act))

    def _with_selection(self, act: Callable[[Selection], None], _checked: bool = False) -> None:
        act(self.selection())

    def _open_menu(self) -> None:
        self.menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def _build_sections(self) -> None:
        t = self._t
        names = (
            (OVERVIEW, t("Counter")),
            (PEOPLE, t("People")),
            (PUZZLES, t("Puzzles")),
            (LEARNING, t("Learning")),
            (LEADING, t("Leading")),
            (GAMES, t("Games")),
            (REGION, t("For the region")),
            (KEPT, t("What is kept")),
        )
        self._section_row = SectionRow(names, "results", self)
        self._section_row.chosen.connect(self._choose)
        self.sections = self._section_row.buttons
        self.section = OVERVIEW
        self.add(self._section_row)

    def _build_views(self) -> None:
        t = self._t
        self.overview_view = OverviewView(t, self)
        self.people_view = PeopleView((t("People by service"), t("Service")), t, self)
        self.puzzles_view = PuzzlesView(
            t("Difficulty of the puzzles"), t("fewer than 5 people: not shown"), t, self
        )
        nothing = t(
            "No questionnaires yet. They are printed with the papers and typed in after a session,"
            " from its debrief."
        )
        self.learning_view = LearningView(nothing, t, self)
        self.leading_view = LeadingView(t, self)
        self.games = RunList(t, self)
        self.games.setMinimumHeight(_LIST_HEIGHT)
        self.kept_view = KeptView(self._services, t, self.saving, self)
        self.kept_view.told.connect(self.told)
        self.kept_view.refused.connect(self._refuse)
        self.kept_view.purged.connect(self._after_purge)
        self.kept_view.held_asked.connect(self.held_asked)
        self.region_view = RegionView(self._services, t, self.saving, self)
        self.region_view.told.connect(self.told)
        self.region_view.refused.connect(self._refuse)
        self.overview_view.opened.connect(self.opened)
        self.games.opened.connect(self.opened)
        self.views: dict[str, QWidget] = {
            OVERVIEW: self.overview_view,
            PEOPLE: self.people_view,
            PUZZLES: self.puzzles_view,
            LEARNING: self.learning_view,
            LEADING: self.leading_view,
            GAMES: self.games,
            REGION: self.region_view,
            KEPT: self.kept_view,
        }
        for view in self.views.values():
            self.add(view, 1)

    def selection(self) -> Selection:
        """Which runs are meant."""
        return self.filters.selection()

    def reload(self) -> None:
        """Show what is there now; runs that are not counted yet are counted a few at a time. KitAppError."""
        self._stale = self._left = self._services.statistics.look()
        if 0 < self._left <= _AT_ONCE:
            self._left = self._services.statistics.refresh(_AT_ONCE)
        self._show_all()
        if self._left:
            self.saving.progress.begin(self._t("Games are being counted"))
            self._counting.start()
            self._show_foot()

    def _count_more(self) -> None:
        """A few more runs; the page stays usable between them."""
        try:
            self._left = self._services.statistics.refresh(1)
        except KitAppError as error:
            self._left = 0
            self._refuse(error)
        self.saving.progress.step(self._stale - self._left, self._stale)
        if not self._left:
            self._stop_counting()

    def _show_foot(self) -> None:
        """The foot is there while something takes its time."""
        self.foot.setVisible(self.saving.is_busy or self._counting.isActive())

    def _stop_counting(self) -> None:
        """What is counted by now is shown; the rest is counted when the page is opened again."""
        if self._counting.isActive():
            self._counting.stop()
            self.saving.progress.end()
            self._show_foot()
            self._show_all()

    def hideEvent(self, event: QHideEvent) -> None:
        self._counting.stop()
        super().hideEvent(event)

    def _show_all(self) -> None:
        statistics, t = self._services.statistics, self._t
        self.filters.show_choices(statistics.choices(), lambda group, value: statistics.name(group, value, t))
        self._show_section()

    def _choose(self, ident: str) -> None:
        self.section = ident
        self._show_section()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show_section(self) -> None:
        """Fill the section that is shown, and say above what all sections are about."""
        t = self._t
        selection = self.selection()
        overview = self._services.statistics.overview(selection)
        words = t.plural("{n} game played", "{n} games played", overview.teams)
        quiet = "" if selection.with_trials else t("trials do not count")
        unread = ""
        if overview.unreadable:
            unread = t.plural(
                "{n} game cannot be read and is left out",
                "{n} games cannot be read and are left out",
                overview.unreadable,
            )
        self.set_title(t("Results"), " · ".join(filter(None, (words, self._kept(overview), quiet, unread))))
        is_empty = not overview.teams and self.section not in _NOT_OF_GAMES
        for ident, view in self.views.items():
            view.setVisible(ident == self.section and not is_empty)
        self._section_row.set_current(self.section)
        self.empty.setVisible(is_empty)
        self.filters.setVisible(self.section not in _NOT_OF_GAMES)
        self.export.setEnabled(bool(overview.teams))
        self.report.setEnabled(bool(overview.teams))
        if not is_empty:
            self._fill(selection, overview)

    def _kept(self, overview: Overview) -> str:
        """How many games are not only in the totals: sections that need each game are of these."""
        t = self._t
        if overview.kept == overview.teams:
            return ""
        if self.section in (PUZZLES, LEADING, GAMES):
            return t("here: {games}", games=of_kept(overview, t))
        return t.plural("{n} of them still kept", "{n} of them still kept", overview.kept)

    def _fill(self, selection: Selection, overview: Overview) -> None:
        statistics, t = self._services.statistics, self._t
        match self.section:
            case "overview":
                years = statistics.people(selection, t).years
                last = statistics.runs(selection, 0, _LAST)
                self.overview_view.show_overview(overview, years, last)
            case "people":
                people = statistics.people(selection, t)
                self.people_view.show_people(people.audiences, people.crossed, people.services)
            case "puzzles":
                self.puzzles_view.show_puzzles(statistics.puzzles(selection, t))
            case "learning":
                self.learning_view.show_learning(statistics.learning(selection, t))
            case "leading":
                self.leading_view.show_leading(statistics.leading(selection))
            case "games":
                fetch = partial(statistics.runs, selection)
                self.games.show_pages(statistics.count(selection), fetch)
            case "region":
                self.region_view.reload()
            case _:
                self.kept_view.reload()

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        self.sections[self.section].setFocus()

    def _after_purge(self, changed: object) -> None:
        self.changed.emit(changed)
        self._show_all()

    def _refuse(self, error: KitAppError) -> None:
        self.banners.show_banner("save", "danger", self._t.of(error))
