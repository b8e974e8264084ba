"""The results of a region: facilities, people, puzzles, what was learnt, kits; files in and out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, number
from kit_app.services.region.overview import WHOLE_YEARS
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.page import Page
from kit_app.ui.common.progress import FootProgress
from kit_app.ui.region.facilities_view import FacilitiesView
from kit_app.ui.region.files import RegionFiles
from kit_app.ui.region.filters import RegionFilters
from kit_app.ui.region.gather_desk import GatherDesk
from kit_app.ui.region.kits_view import KitsView
from kit_app.ui.region.puzzles_by_kit import PuzzlesByKit
from kit_app.ui.sums.learning_view import LearningView
from kit_app.ui.sums.people_view import PeopleView
from kit_app.ui.sums.saving import Saving
from kit_app.ui.sums.section_row import SectionRow
from kit_app.views.region import RegionSelection
from kit_app.views.region_shown import RegionContents, Section


class RegionPage(Page):
    """`told(Told)`: what was taken in or written. Sums are read by a worker, which `reader` runs."""

    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Region"), "", parent)
        self._services = services
        self._t = t
        self.reader = Latest(self)
        self.saving = Saving(t, self)
        self.saving.told.connect(self.told)
        self.saving.refused.connect(self._refuse)
        self.saving.busy_changed.connect(self._show_foot)
        self.files = RegionFiles(services, t, self.saving)
        self._gathered = FootProgress(t("Interrupt"), self)
        self.gather = GatherDesk(services.gathering, self._gathered, t, self)
        self.gather.told.connect(self.told)
        self.gather.refused.connect(self._refuse)
        self.gather.changed.connect(self.reload)
        self.gather.busy_changed.connect(self._show_foot)
        self._is_read = self._focus_waits = False
        self._build_actions()
        self._build_sections()
        self._build_views()
        self.foot.add_left(self.saving.progress)
        self.foot.add_left(self._gathered)

    def _build_actions(self) -> None:
        t = self._t
        self.take = KeyButton(t("Take in results…"), self, icon="folder", key="Ctrl+O")
        self.take.setObjectName("region-gather")
        self.take.clicked.connect(self._gather)
        self.export = KeyButton(t("Export"), self, icon="save", key="Ctrl+E")
        self.export.setObjectName("region-export")
        self.export.clicked.connect(self._open_menu)
        self.sheet = KeyButton(t("Sheet of the year…"), self, kind="primary", icon="print", key="Ctrl+P")
        self.sheet.setObjectName("region-sheet")
        self.sheet.clicked.connect(lambda: self.files.save_sheet(self.selection()))
        for button in (self.take, self.export, self.sheet):
            self.add_action(button)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(t("Export"))
        for words, act in (
            (t("Spreadsheet (XLSX)…"), self.files.save_workbook),
            (t("Table of the facilities (CSV)…"), self.files.save_facilities),
            (t("Table of the puzzles (CSV)…"), self.files.save_puzzles),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._with_selection, act))

    def _with_selection(self, act: Callable[[RegionSelection], None], _checked: bool = False) -> None:
        act(self.selection())

    def _open_menu(self) -> None:
        self.menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def _build_sections(self) -> None:
        t = self._t
        self._names: dict[Section, str] = {
            "facilities": t("Facilities"),
            "people": t("People"),
            "puzzles": t("Puzzles"),
            "learning": t("Learning"),
            "kits": t("Kits"),
        }
        self.section_row = SectionRow(tuple(self._names.items()), "region", self)
        self.section_row.chosen.connect(self._choose)
        self.section: Section = "facilities"
        self.add(self.section_row)
        self.source = SegmentedChoice(
            [("files", t("Files taken in here")), ("server", t("Server of the region"))],
            self,
            name=t("Whose results"),
            height=32,
        )
        self.source.setObjectName("region-source")
        self.source.changed.connect(self._turn_to)
        self.add(self.source)
        self.filters = RegionFilters(t, self)
        self.filters.changed.connect(self.reload)
        self.add(self.filters)

    def _build_views(self) -> None:
        t = self._t
        self.facilities_view = FacilitiesView(t, self)
        self.facilities_view.chosen.connect(self.filters.choose_facility)
        self.people_view = PeopleView((t("People by sector"), t("Sector")), t, self)
        self.puzzles_view = PuzzlesByKit(t, self)
        self.puzzles_view.times_asked.connect(self.files.save_times)
        nothing = t(
            "No facility has told of questionnaires here. They tell once at least five people of a year have"
            " filled in sheets."
        )
        self.learning_view = LearningView(nothing, t, self)
        self.kits_view = KitsView(t, self)
        self.views: dict[Section, QWidget] = {
            "facilities": self.facilities_view,
            "people": self.people_view,
            "puzzles": self.puzzles_view,
            "learning": self.learning_view,
            "kits": self.kits_view,
        }
        for view in self.views.values():
            view.hide()
            self.add(view, 1)
        words = t(
            "No facility has sent its results yet. Ask each for its file: there, “Results” has a section"
            " “For the region”, where it is saved. Then take the files in here; a facility may send a later"
            " one at any time, and nothing counts twice."
        )
        self.empty = EmptyState("empty-results", words, t("Take in results…"), self)
        self.empty.button.setObjectName("region-gather-first")
        self.empty.asked.connect(self._gather)
        self.empty.hide()
        self.add(self.empty, 1)
        self._dress(is_empty=True)

    def _gather(self) -> None:
        self.banners.remove("region")
        self.gather.begin()

    def selection(self) -> RegionSelection:
        """Which results are meant."""
        return self.filters.selection()

    def reload(self) -> None:
        """Read again what is shown, in the background; what is shown stays until then."""
        source = self._services.region_source
        self.source.setVisible(source.can_be_server)
        self.source.set_value("server" if source.is_server else "files")
        selection, section, t = self.selection(), self.section, self._t
        now_ms, desk = self._services.clock.wall_ms(), self._services.region

        def read(_progress: Progress) -> tuple[Section, RegionContents]:
            return section, desk.contents(selection, now_ms, t, (section,))

        self.subtitle.setText(t("The results are added up…"))
        self.subtitle.show()
        self.reader.ask(read, self._show, self._unread)

    def _turn_to(self, source: str) -> None:
        """Read the server's results, or those of the files that were taken in here."""
        self.banners.remove("region")
        try:
            self._services.region_source.choose(is_server=source == "server")
        except KitAppError as error:
            self._refuse(error)
        self.reload()

    def _choose(self, ident: str) -> None:
        self.section = next(one for one in self._names if one == ident)
        self.filters.leave_out(WHOLE_YEARS if self.section == "learning" else ())
        self.section_row.set_current(self.section)
        self.scroll_area.verticalScrollBar().setValue(0)
        self.reload()

    def _show(self, read: tuple[Section, RegionContents]) -> None:
        section, contents = read
        self._is_read = True
        overview, t = contents.overview, self._t
        self.filters.show_choices(contents.choices)
        words = t.plural("{n} facility", "{n} facilities", overview.known)
        counted = number(overview.sessions, t.language)
        told = t.plural("{count} session", "{count} sessions", overview.sessions, count=counted)
        self.set_title(t("Region"), " · ".join((words, told)) if overview.known else "")
        is_empty = not contents.choices["facility"]
        self._dress(is_empty=is_empty)
        self.empty.setVisible(is_empty)
        if not is_empty:
            self._fill(section, contents)
        for ident, view in self.views.items():
            view.setVisible(ident == section and not is_empty)
        for place, notice in enumerate(self._services.region_file.notices):
            self.banners.show_banner(f"notice-{place}", "warn", t.of(notice))
        if self._focus_waits:
            self._focus_waits = False
            self.first_focus()

    def _dress(self, *, is_empty: bool) -> None:
        """Without results there is nothing to choose among and nothing to write."""
        self.section_row.set_current(self.section)
        for part in (self.section_row, self.filters, self.take):
            part.setVisible(not is_empty)
        for button in (self.export, self.sheet):
            button.setEnabled(not is_empty)

    def _fill(self, section: Section, contents: RegionContents) -> None:
        match section:
            case "facilities":
                self.facilities_view.show_contents(contents)
            case "people":
                people = contents.people
                if people is not None:
                    self.people_view.show_people(people.audiences, people.crossed, people.services)
            case "puzzles":
                self.puzzles_view.show_puzzles(contents.puzzles)
            case "learning":
                self.learning_view.show_learning(contents.learning)
            case "kits":
                self.kits_view.show_kits(contents.kits)

    def first_focus(self) -> None:
        """Where the keyboard starts; the first time, once it is known what there is."""
        if not self._is_read:
            self._focus_waits = True
            return
        is_empty = self.section_row.isHidden()
        (self.empty.button if is_empty else self.section_row.buttons[self.section]).setFocus()

    def _show_foot(self) -> None:
        """The foot is there while something takes its time; one thing at a time."""
        is_busy = self.saving.is_busy or self.gather.is_busy
        self.foot.setVisible(is_busy)
        for part in (self.take, self.empty.button):
            part.setEnabled(not is_busy)

    def _unread(self, error: KitAppError) -> None:
        self.set_title(self._t("Region"))
        self._refuse(error)

    def _refuse(self, error: KitAppError) -> None:
        self.banners.show_banner("region", "danger", self._t.of(error))
