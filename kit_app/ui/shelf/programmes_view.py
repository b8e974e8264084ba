"""Programmes: when they begin and what happens when, as this facility holds them; the page beside."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kit_app.assets import resources_dir
from kit_app.domain.papers import paper_title
from kit_app.domain.shelf import OwnProgramme
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, load
from kit_app.services.services import Services
from kit_app.system.filenames import safe_filename
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.moment_fields import TimeText
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told
from kit_app.ui.shelf.drawn_view import DrawnView, Work
from kit_app.ui.shelf.slot_rows import SlotRows
from kit_app.ui.shelf.view import Finished, languages_of, spoken
from kit_app.views.paper import PaperPdf

_LONGEST = 120


class ProgrammesView(DrawnView):
    """The first programme of the kit is shown first; what is typed is kept, language by language."""

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(services, t, parent)
        self._shown: OwnProgramme | None = None
        self._is_kept = True
        self._heads: list[Field] = []
        self._build_choice()
        self._build_form()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self._area, 12)
        self._row.addWidget(self.panel, 12)
        self._row.addWidget(self.preview, 8)
        self.panel.hide()

    def _build_choice(self) -> None:
        t = self._t
        self.paper = ComboBox(self)
        self.paper.setObjectName("programmes-paper")
        self.language = SegmentedChoice(
            languages_of(self._services.shelf), self, name=t("Language of the programme")
        )
        self.language.set_value(spoken(self._services))
        self._fill_papers()
        self.paper.currentIndexChanged.connect(self._turn)
        self.language.changed.connect(lambda _language: self._turn())

    def _build_form(self) -> None:
        t = self._t
        self.panel = Panel(t("Programme"), self)
        self.back = KeyButton(t("As in the kit"), self, kind="quiet", size="small", icon="undo")
        self.back.setObjectName("programmes-back")
        self.back.clicked.connect(self._go_back)
        self.panel.add_to_head(self.back)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(12)
        self._choices.addWidget(Field(t("Programme"), self.paper, "", self), 1)
        self._choices.addWidget(Field(t("Language"), self.language, "", self))
        self.panel.add(self._choices)
        self.start = TimeText(self)
        self.start.setObjectName("programmes-start")
        self.start.setMaximumWidth(110)
        self.start.changed.connect(self._on_start)
        self.start_field = Field(t("Begins at"), self.start, t("All times move with it."), self)
        self.start_field.check_with(lambda: "" if self.start.value() is not None else t("This is no time."))
        self.panel.add(self.start_field)
        self.heads = QVBoxLayout()
        self.panel.add(self.heads)
        self.rows = SlotRows(t, self)
        self.rows.edited.connect(self._on_edit)
        self.panel.add(self.rows)
        self.panel.body.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _fill_papers(self) -> None:
        """The programmes by their titles in the language chosen."""
        language = self.language.value()
        words = self._services.shelf.base().paper_words[language]
        chosen = self.paper.value()
        blocked = self.paper.blockSignals(True)
        self.paper.clear()
        for paper in self._services.shelf.programmes(language):
            self.paper.add_choice(paper, paper_title(words[paper]))
        self.paper.blockSignals(blocked)
        self.paper.set_value(chosen)

    def reload(self) -> None:
        if self._shown is None:
            self._show()
        else:
            self.draw()

    def first_focus(self) -> None:
        self.paper.setFocus()

    def _turn(self) -> None:
        """Another programme, or another language."""
        if not self.keep():
            self._put_back_choice()
            return
        self._fill_papers()
        self._show()

    def _put_back_choice(self) -> None:
        if self._shown is not None:
            self.language.set_value(self._shown.language)
            self._fill_papers()
            self.paper.set_value(self._shown.paper)

    def _show(self) -> None:
        shelf, paper, language = self._services.shelf, self.paper.value(), self.language.value()
        if not paper:
            return
        self._shown = shelf.programme(paper, language)
        self.panel.set_title(self.paper.currentText())
        self.start.setText(self._shown.start)
        self.start_field.clear_error()
        self._show_heads(shelf.head_labels(paper, language))
        self.rows.show_slots(self._shown.start, self._shown.slots)
        self._set_tab_order()
        self._is_kept = True
        self._follow()
        self.draw()

    def _show_heads(self, labels: tuple[str, ...]) -> None:
        """A line for each thing that the programme wants to have filled in."""
        for field in self._heads:
            self.heads.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._heads = []
        filled = self._shown.heads if self._shown is not None else ()
        for number, label in enumerate(labels):
            line = QLineEdit(filled[number] if number < len(filled) else "", self)
            line.setObjectName(f"programmes-head-{number}")
            line.setMaxLength(_LONGEST)
            line.textEdited.connect(self._on_edit)
            field = Field(label, line, "", self)
            self.heads.addWidget(field)
            self._heads.append(field)

    def _set_tab_order(self) -> None:
        before: QWidget = self.start
        for field in self._heads:
            QWidget.setTabOrder(before, field.control)
            before = field.control
        self.rows.follow_in_tab_order(before)

    def programme(self) -> OwnProgramme:
        """What stands in the form; of a time that is none, the one that the lines count from."""
        if self._shown is None:
            raise ValueError("no programme was shown")
        start = self.start.value()
        lines = [field.control for field in self._heads]
        return replace(
            self._shown,
            start=self.rows.start if start is None else start,
            slots=self.rows.slots(),
            heads=tuple(line.text().strip() for line in lines if isinstance(line, QLineEdit)),
        )

    def _on_start(self) -> None:
        start = self.start.value()
        if start is not None:
            self.rows.set_start(start)
        self._on_edit()

    def _on_edit(self) -> None:
        self._is_kept = False
        self.soon()

    def keep(self) -> bool:
        if self._shown is None or self._is_kept:
            return True
        programme = self.programme()
        try:
            self._services.shelf.change_programme(programme)
        except KitAppError as error:
            self.refused.emit(error)
            return False
        self._shown = programme
        self._is_kept = self.start.value() is not None and not self.rows.has_wrong()
        self._follow()
        self.ready_changed.emit()
        return True

    def kept(self) -> tuple[bool, str]:
        return self._is_kept, self._t("Programme kept") if self._is_kept else self._t("Not kept yet")

    def _follow(self) -> None:
        shown = self._shown
        is_own = shown is not None and self._services.shelf.is_changed(shown.paper, shown.language)
        self.back.setEnabled(is_own)

    def _go_back(self) -> None:
        """The kit's programme again; the facility's can be brought back."""
        if self._shown is None:
            return
        self.keep()
        mine, t = self._shown, self._t
        if self._put(self._services.shelf.model(mine.paper, mine.language)):
            told = Told(t("The programme is as in the kit."), t("Undo"), lambda: self._bring_back(mine))
            self.told.emit(told)

    def _bring_back(self, mine: OwnProgramme) -> None:
        self._put(mine)

    def _put(self, programme: OwnProgramme) -> bool:
        try:
            self._services.shelf.change_programme(programme)
        except KitAppError as error:
            self.refused.emit(error)
            return False
        self._is_kept = True
        self.language.set_value(programme.language)
        self._fill_papers()
        self.paper.set_value(programme.paper)
        self._show()
        return True

    # The page

    def work(self) -> Work | None:
        shown, services = self._shown, self._services
        if shown is None:
            return None
        kit, issuer = services.shelf.kit(), services.profile.issuer()
        t = load(resources_dir() / "i18n", shown.language)

        def work(progress: Progress) -> PaperPdf:
            from kit_app.services.printing.desk import made, shelf_papers  # loads what draws

            return made(shelf_papers(kit, issuer, t, shown.paper), [shown.paper], progress.step)

        return work

    def finished(self) -> Finished | None:
        made, title = self.made, self.paper.currentText()
        name = safe_filename(title) + ".pdf"
        return Finished(made=made, file_name=name, title=title) if made is not None else None

    def fit(self, is_wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._choices.setDirection(way)
        self.preview.setMinimumHeight(0 if is_wide else 480)
        if is_wide and self._area.widget() is None:
            self._row.removeWidget(self.panel)
            self._area.setWidget(self.panel)
        elif not is_wide and self._area.widget() is not None:
            self._area.takeWidget()
            self._row.insertWidget(0, self.panel, 12)
        self._area.setVisible(is_wide)
        self.panel.show()
