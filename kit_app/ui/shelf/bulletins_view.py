"""Alert bulletins: the list, the form of the chosen one, its page beside it. All that is typed is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from kit_app.assets import resources_dir
from kit_app.domain.bulletin import Bulletin, BulletinLanguage
from kit_app.domain.bulletin_words import LABELS
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError, PrintError
from kit_app.i18n import Catalogue, load
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.fields import Field
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.told import Told
from kit_app.ui.common.when import day_of, local_moment, short_day
from kit_app.ui.shelf.bulletin_form import BulletinForm
from kit_app.ui.shelf.drawn_view import DrawnView, Work
from kit_app.ui.shelf.view import Finished
from kit_app.views.paper import PaperPdf

_LIST_WIDTH = 264


class BulletinsView(DrawnView):
    """The newest bulletin is shown first."""

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(services, t, parent)
        self._shown: Bulletin | None = None
        self._problem = ""
        self._is_kept = True
        self.form = BulletinForm(t, self)
        self.form.edited.connect(self._on_edit)
        self._form_area = QScrollArea(self)
        self._form_area.setWidgetResizable(True)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form_area.setWidget(self.form)
        self.empty = EmptyState(
            "empty-cards", t("No bulletin yet. Begin with an empty page, or with an example."), "", self
        )
        beside = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, beside)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._form_area, 12)
        self._columns.addWidget(self.preview, 8)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(beside)
        self._stack.addWidget(self.empty)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self._build_list())
        self._row.addWidget(self._stack, 1)

    def _build_list(self) -> QWidget:
        t = self._t
        self._list_panel = Panel(t("Bulletins"), self)
        self.example = ComboBox(self)
        self.example.setObjectName("bulletins-example")
        self.example.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.example.add_choice("", t("An empty page"))
        kit = self._services.shelf.base()
        words = kit.reference_words.get(t.language, {}).get("bulletins", {})
        for one in kit.bulletins:
            self.example.add_choice(one.id, words[one.id].title)
        self.new = KeyButton(t("New bulletin"), self, icon="plus", key="Ctrl+N")
        self.new.setObjectName("bulletins-new")
        self.new.clicked.connect(self._begin)
        self.table = ListTable([t("Date"), t("Title")], self, stretch=1)
        self.table.setObjectName("bulletins-table")
        self.table.setAccessibleName(t("Bulletins"))
        self.table.setMinimumHeight(160)
        self.table.picked.connect(self._choose)
        self.table.opened.connect(lambda _ident: self.form.title_line.setFocus())
        self._list_panel.add(Field(t("Begin with"), self.example, "", self))
        self._list_panel.add(self.new)
        self._list_panel.add(self.table, 1)
        acts = QHBoxLayout()
        self.acts: dict[str, KeyButton] = {}
        for ident, label, icon, act in (
            ("copy", t("Copy"), "duplicate", self._copy),
            ("delete", t("Delete"), "trash", self._delete),
        ):
            button = KeyButton(label, self, kind="quiet", size="small", icon=icon)
            button.setObjectName(f"bulletins-{ident}")
            button.clicked.connect(act)
            self.acts[ident] = button
            acts.addWidget(button)
        acts.addStretch(1)
        self._list_panel.add(acts)
        return self._list_panel

    # The list

    def reload(self) -> None:
        self._take_numbers()
        bulletins = self._services.bulletins.list()
        self._fill(bulletins)
        if not bulletins:
            self._show_none()
            return
        ids = [one.id for one in bulletins]
        shown = self._shown.id if self._shown is not None else ""
        self.table.choose(shown if shown in ids else ids[0])
        self._choose(self.table.chosen())
        self.draw()

    def _take_numbers(self) -> None:
        """Numbers that were given in the settings meanwhile."""
        services, shown = self._services, self._shown
        if not self._is_kept:
            return
        try:
            services.bulletins.take_numbers(services.shelf.base(), services.profile.facility)
        except KitAppError as error:
            self.refused.emit(error)
            return
        for fresh in services.bulletins.list():
            if shown is not None and fresh.id == shown.id and fresh != shown:
                self._show(fresh)

    def first_focus(self) -> None:
        (self.table if self._shown is not None else self.new).setFocus()

    def _fill(self, bulletins: tuple[Bulletin, ...]) -> None:
        t = self._t
        today = local_moment(self._services.clock.wall_ms()).date()
        rows = []
        for one in bulletins:
            day = day_of(one.date)
            when = short_day(day, t.language, today).partition(" ")[2] if day is not None else t("no date")
            cells = (
                Cell(text=when, is_quiet=True),
                Cell(text=one.title or t("Without a title"), is_bold=True),
            )
            rows.append(Row(ident=one.id, cells=cells))
        blocked = self.table.blockSignals(True)
        self.table.set_rows(rows)
        self.table.blockSignals(blocked)

    def _choose(self, ident: str) -> None:
        if self._shown is not None and self._shown.id == ident:
            return
        if not self.keep():
            self.table.choose(self._shown.id if self._shown is not None else "")
            return
        self._show(self._services.bulletins.get(ident))

    def _show(self, bulletin: Bulletin) -> None:
        today = local_moment(self._services.clock.wall_ms()).date().isoformat()
        self._shown = bulletin
        self._stack.setCurrentIndex(0)
        self.form.show_bulletin(bulletin, today)
        self._form_area.verticalScrollBar().setValue(0)
        for button in self.acts.values():
            button.setEnabled(True)
        self.draw()

    def _show_none(self) -> None:
        self._shown = None
        self._stack.setCurrentIndex(1)
        for button in self.acts.values():
            button.setEnabled(False)
        self.draw()

    def _begin(self) -> None:
        if not self.keep():
            return
        services = self._services
        settings = services.preferences.settings
        example = self.example.value()
        wanted = settings.materials_language
        spoken = services.shelf.language(wanted) if example else wanted
        language: BulletinLanguage = "en" if spoken == "en" else "fr"
        try:
            if example:
                kit, facility = services.shelf.base(), services.profile.facility
                begun = services.bulletins.begin_like(kit, example, language, facility)
            else:
                begun = services.bulletins.begin(language)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self._go_to(begun.id)
        self.form.title_line.setFocus()

    def _copy(self) -> None:
        if self._shown is None or not self.keep():
            return
        try:
            copied = self._services.bulletins.copy(self._shown.id)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self._go_to(copied.id)
        self.form.title_line.setFocus()
        self.told.emit(Told(self._t("Bulletin copied, with the date of today.")))

    def _delete(self) -> None:
        if self._shown is None:
            return
        self._timer.stop()
        try:
            self._services.bulletins.save(self.form.bulletin())
            gone = self._services.bulletins.delete(self._shown.id)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self._is_kept, self._shown = True, None
        self.reload()
        self.first_focus()
        t = self._t
        self.told.emit(Told(t("Bulletin deleted."), t("Undo"), lambda: self._bring_back(gone)))

    def _bring_back(self, gone: Bulletin) -> None:
        try:
            self._services.bulletins.save(gone)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self._go_to(gone.id)

    def _go_to(self, ident: str) -> None:
        """List them anew and show this one."""
        self._shown = None
        self._fill(self._services.bulletins.list())
        blocked = self.table.blockSignals(True)
        self.table.choose(ident)
        self.table.blockSignals(blocked)
        self._show(self._services.bulletins.get(ident))

    # The form

    def _on_edit(self) -> None:
        self._is_kept = False
        self.soon()

    def keep(self) -> bool:
        if self._shown is None:
            return True
        bulletin = self.form.bulletin()
        try:
            if bulletin != self._shown:
                self._services.bulletins.save(bulletin)
                self._shown = bulletin
                self._fill(self._services.bulletins.list())
        except KitAppError as error:
            self._is_kept = False
            self.refused.emit(error)
            return False
        self._is_kept = not self.form.has_wrong()
        self.ready_changed.emit()
        return True

    def kept(self) -> tuple[bool, str]:
        if self._shown is None:
            return True, ""
        return self._is_kept, self._t("Bulletin kept") if self._is_kept else self._t("Not kept yet")

    # The page

    def work(self) -> Work | None:
        if self._shown is None:
            return None
        bulletin, issuer = self.form.bulletin(), self._services.profile.issuer()
        t = load(resources_dir() / "i18n", bulletin.language)

        def work(progress: Progress) -> PaperPdf:
            from kit_app.services.printing.bulletin import bulletin_pdf  # loads what draws

            return bulletin_pdf(bulletin, t, issuer)

        return work

    def fits(self, made: PaperPdf) -> str:
        return self._t("It fits on one page.")

    def show_made(self, made: PaperPdf) -> None:
        self._problem = ""
        self.form.show_problem("", "")
        super().show_made(made)

    def show_refused(self, error: KitAppError) -> None:
        """Say at its field what cannot be printed; what was typed stays."""
        t = self._t
        field = getattr(error, "field", "")
        values = {**error.values, "label": t(LABELS[field])} if field else error.values
        sentences = [t(error.message, **values)]
        if isinstance(error, PrintError):
            found = [one for one in error.problems if isinstance(one, KitProblem)]
            sentences += [t(one.message, **one.values) for one in found]
        self._made, self._problem = None, sentences[0]
        self.form.show_problem(field, sentences[0])
        self.preview.show_pdf(None)
        self.preview.show_checked("\n".join(sentences), "warn", "danger")
        self.ready_changed.emit()

    def finished(self) -> Finished | None:
        made = self.made
        if made is None or self._shown is None or not self._shown.title:
            return None
        from kit_app.services.printing.bulletin import bulletin_name  # loads what draws

        t = load(resources_dir() / "i18n", self._shown.language)
        name = bulletin_name(self._shown, t)
        return Finished(made=made, file_name=name, title=self._shown.title)

    def waits_for(self) -> str:
        if self._shown is None:
            return ""
        if self._problem:
            return self._problem
        return "" if self._shown.title else self._t("Give the bulletin a title to print it.")

    def fit(self, is_wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._columns.setDirection(way)
        self._list_panel.setMaximumWidth(_LIST_WIDTH if is_wide else 16_777_215)
        self._list_panel.setMinimumWidth(_LIST_WIDTH if is_wide else 0)
        self.preview.setMinimumHeight(0 if is_wide else 480)
        if is_wide and self._form_area.widget() is None:
            self._columns.removeWidget(self.form)
            self._form_area.setWidget(self.form)
        elif not is_wide and self._form_area.widget() is not None:
            self._form_area.takeWidget()
            self._columns.insertWidget(0, self.form, 11)
            self.form.show()
        self._form_area.setVisible(is_wide)
