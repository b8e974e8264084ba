"""The workshop: what can be written at the left, its form in the middle, how it looks at the right."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.kit_document import Place
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError, KitFileError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.services.workshop.forms import SectionName, Target
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.needs import refusal
from kit_app.services.workshop.outline import Outline
from kit_app.services.workshop.pictures import replace_picture
from kit_app.services.workshop.shape import HEAD, languages
from kit_app.services.workshop.sheets import bring_back, take_out
from kit_app.services.workshop.workshop import NOT_READY
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.file_dialogs import ask_open
from kit_app.ui.common.page import LOW, WIDEST, Page
from kit_app.ui.common.staying import Staying
from kit_app.ui.workshop.above_form import AboveForm
from kit_app.ui.workshop.draft_acts import DraftActs
from kit_app.ui.workshop.findings_view import FindingsView
from kit_app.ui.workshop.form_view import FormView
from kit_app.ui.workshop.preview_view import PlayerPicture, PreviewView
from kit_app.ui.workshop.sending import KitSending
from kit_app.ui.workshop.things_list import ThingsList

_SAVE_MS = 400
_LIST_WIDTH, _PREVIEW_LEAST, _PREVIEW_MOST = 240, 340, 460
_BESIDE_FROM, _LIST_FROM = 1120, 760


class WorkshopPage(Page):
    """`told(Told)`: what was done. `back_asked()`: away. `ask_open` is an attribute, for tests to answer."""

    told = Signal(object)
    back_asked = Signal()

    def __init__(
        self, services: Services, picture: PlayerPicture, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(t("Kit workshop"), t("Every change is kept at once."), parent)
        self._workshop = services.workshop
        self._t = t
        self.ask_open = ask_open
        self.draft = KitDraft("", {})
        self.outline = Outline(self.draft, t)
        self.acts = DraftActs(lambda: self.draft, self, t)
        self._section: SectionName = "about"
        self._thing = ""
        self._is_kept = True
        self._is_findings_inside = False
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(_SAVE_MS)
        self._save_soon.timeout.connect(self.keep)
        self._build_acts()
        self._build_columns(picture)
        self._build_foot()

    # What stands on the page

    def _build_acts(self) -> None:
        t = self._t
        self.back = KeyButton(t("Go back"), self, icon="left")
        self.back.setObjectName("workshop-back")
        self.back.clicked.connect(self.back_asked)
        self.undo = KeyButton(t("Undo"), self, icon="undo", key="Ctrl+Z")
        self.undo.setObjectName("workshop-undo")
        self.undo.clicked.connect(lambda: self._step(is_back=True))
        self.redo = KeyButton(t("Redo"), self, icon="refresh", key="Ctrl+Y")
        self.redo.setObjectName("workshop-redo")
        self.redo.clicked.connect(lambda: self._step(is_back=False))
        QShortcut("Ctrl+Shift+Z", self).activated.connect(self.redo.click)
        for button in (self.back, self.undo, self.redo):
            self.add_action(button)

    def _build_columns(self, picture: PlayerPicture) -> None:
        t = self._t
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self.things = ThingsList(t, self)
        self.things.section_chosen.connect(self.show_section)
        self.things.picked.connect(self._pick)
        self.things.act_asked.connect(self._act)
        self.form = FormView(t, self)
        self.form.edited.connect(self._on_edit)
        self.form.entered.connect(self._on_enter)
        self.form.left.connect(self._on_leave)
        self.form.row_asked.connect(lambda act, row: self._arrive(self.acts.on_row(act, row)))
        self.form.adding_asked.connect(lambda adding: self._arrive(self.acts.on_adding(adding)))
        self.preview = PreviewView(picture, t, self)
        self._side = Staying(self.preview, self.scroll_area, self)
        self._columns.addWidget(self.things, 0, Qt.AlignmentFlag.AlignTop)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(16)
        self.above = AboveForm(t, self)
        self.above.replace_asked.connect(self._replace)
        self.above.sheet_set.connect(self._set_sheet)
        self.above.go_asked.connect(self._go_to_place)
        form = QVBoxLayout()
        form.setSpacing(12)
        form.addWidget(self.above)
        form.addWidget(self.form, 1)
        self._middle.addLayout(form, 1)
        self._middle.addWidget(self._side)
        self._columns.addLayout(self._middle, 1)
        self.add(self._columns, 1)

    def _build_foot(self) -> None:
        t = self._t
        self.findings = FindingsView(self._workshop.problems, t, self)
        self.findings.go_asked.connect(self._go_to_problem)
        self._outer.insertWidget(self._outer.count() - 1, self.findings)
        self.sending = KitSending(self._workshop, t, self)
        self.sending.told.connect(self.told)
        self.sending.refused.connect(self._refuse)
        self.sending.busy_changed.connect(self._dress_foot)
        foot = self.show_foot()
        self.save = KeyButton(t("To a file…"), self, size="large", icon="save", key="Ctrl+S")
        self.save.setObjectName("workshop-save")
        self.save.clicked.connect(self._save_file)
        self.publish = KeyButton(t("Publish on this computer"), self, kind="primary", icon="kit")
        self.publish.set_key("Ctrl+Return", t("Ctrl+Enter"))
        self.publish.setObjectName("workshop-publish")
        self.publish.clicked.connect(self._publish)
        foot.add(self.save)
        foot.add(self.publish)
        self.findings.changed.connect(self._dress_foot)

    # The way through it

    def show_draft(self, ident: str) -> None:
        """Write at this draft. Raises KitAppError."""
        self.keep()
        draft = self._workshop.open(ident)
        if draft.ident == self.draft.ident and draft.whole == self.draft.whole:
            return  # with its steps, to go back
        self.draft, self.outline = draft, Outline(draft, self._t)
        self.form.show_draft(draft)
        self.preview.show_languages(languages(draft))
        self.things.show_sections(self.outline.sections())
        self._follow()
        self._is_kept, self._thing = True, ""
        self._save_soon.stop()
        self.show_section("about")
        self._dress_foot()

    def show_section(self, section: SectionName) -> None:
        """Show the things of a section, the first of them in the form."""
        self._section = section
        things = [one.ident for one in self.outline.things(section)]
        self._show_thing(self._thing if self._thing in things else things[0])
        self._list()

    def _list(self) -> None:
        self.things.show_things(self._section, self.outline.things(self._section), self._thing)

    def _pick(self, ident: str) -> None:
        if ident != self._thing:
            self._show_thing(ident)
            self.things.show_acts(self._section, self.outline.things(self._section), ident)

    def _show_thing(self, ident: str) -> None:
        """Show the form of a thing of this section, and how it looks."""
        thing = self.outline.thing(self._section, ident)
        if thing is None:
            return
        self._thing = ident
        self.draft.settle()
        self.above.show_thing(self._section, thing, self.draft)
        self.above.show_kit(self.draft)
        self.form.show_groups(self.outline.groups(self._section, ident))
        self.preview.show_thing(self._section, thing, _choice(thing.folder))

    def go_to(self, target: Target) -> None:
        """Open the form with this field and give it the keyboard."""
        if target.section != self._section or target.thing != self._thing:
            self._thing = target.thing
            self.show_section(target.section)
        if self.form.go_to(target.place):
            self.scroll_area.ensureWidgetVisible(self.form.shown)
        else:
            self.things.setFocus()

    def _go_to_problem(self, problem: KitProblem) -> None:
        target = self.outline.target(problem.file, problem.key)
        if target is not None:
            self.go_to(target)
        else:
            self.tell_wrong(self._t("This cannot be mended in a form. Take back what you changed last."))

    def _go_to_place(self, place: Place) -> None:
        target = self.outline.target(place.file, ".".join(_counted(place)))
        if target is not None:
            self.go_to(target)

    def first_focus(self) -> None:
        """Where the keyboard starts; the kit is checked meanwhile."""
        self.things.setFocus()
        self.preview.draw()
        self.findings.check_now()

    # What a person does

    def _on_edit(self, place: Place, value: object) -> None:
        why = refusal(self.draft, place, value, self._t)
        if why:
            self.form.refresh()
            self.form.refuse(place, why)
            return
        values = [(one, value) for one in self.form.places_of(place)]
        self.draft.set_all(place, values, joins=isinstance(value, str | list))
        self._follow()

    def _on_enter(self, place: Place) -> None:
        parts = place.file.split("/")
        if "words" in parts:
            self.preview.show_language(parts[parts.index("words") + 1])

    def _on_leave(self) -> None:
        self.draft.settle()
        self._list()

    def _step(self, *, is_back: bool) -> None:
        place = self.draft.undo() if is_back else self.draft.redo()
        if place is None:
            return
        target = self.outline.target(place.file, ".".join(_counted(place)))
        self._follow()
        if target is not None and (target.section, target.thing) != (self._section, self._thing):
            self.go_to(target)
        self._show_again()

    def _replace(self, name: str) -> None:
        t = self._t
        path = self.ask_open(self, t("Choose a picture"), t("Pictures (*.svg *.png *.jpg *.jpeg)"))
        if path is None:
            return
        try:
            self._thing = replace_picture(self.draft, name, path)
        except KitAppError as error:
            self.tell_wrong(self._t.of(error))
            return
        self.banners.remove("workshop")
        self._follow()
        self._show_again()

    def _set_sheet(self, paper: str, is_in: bool) -> None:
        (bring_back if is_in else take_out)(self.draft, paper)
        self._follow()
        self._show_again()

    def _show_again(self) -> None:
        """Show the same thing as it is now, or the first one where it is no longer there."""
        thing = self.outline.thing(self._section, self._thing)
        if thing is None or thing.picture or thing.paper:
            there = self.outline.sections()
            self.things.show_sections(there)
            self.show_section(self._section if self._section in there else "about")
            return
        self.form.follow(self.outline.groups(self._section, self._thing))
        self._list()

    def _act(self, act: str) -> None:
        """Add, copy, move or remove a thing."""
        thing = self.outline.thing(self._section, self._thing)
        shown = None if thing is None else self.acts.on_thing(act, thing)
        if shown is None:
            return
        self._thing = shown
        self._follow()
        self.show_section(self._section)
        self.things.setFocus()

    def _arrive(self, place: Place | None) -> None:
        """A row came, moved or went: show it, with the keyboard in it."""
        self._follow()
        self._show_again()
        if place is None or not self.form.go_to(place):
            self.things.setFocus()
        else:
            self.scroll_area.ensureWidgetVisible(self.form.shown)

    def _follow(self) -> None:
        """The kit is another one now: keep it, look at it, check it."""
        self._is_kept = False
        files = self.draft.files
        self._save_soon.start()
        self.preview.show_files(files)
        self.findings.look_at(files)
        self.above.show_kit(self.draft)
        self.undo.setEnabled(self.draft.can_undo)
        self.redo.setEnabled(self.draft.can_redo)
        title = self.draft.value(
            Place(file=f"words/{self.preview.language.value()}/kit.toml", path=("title",)), ""
        )
        self.set_title(str(title) or self._t("Your own kit"), self._t("Every change is kept at once."))
        self._dress_foot()

    def is_settled(self) -> bool:
        return self.keep()

    def keep(self) -> bool:
        """Store the draft; whether it is on the disk."""
        self._save_soon.stop()
        if self._is_kept:
            return True
        try:
            self._workshop.keep(self.draft)
        except KitAppError as error:
            self.tell_wrong(self._t.of(error))
            return False
        self._is_kept = True
        self.banners.remove("workshop")
        self._dress_foot()
        return True

    def _dress_foot(self) -> None:
        t, foot = self._t, self.foot
        (foot.saved.show_saved if self._is_kept else foot.saved.show_unsaved)(
            t("All is kept") if self._is_kept else t("Not kept yet")
        )
        is_wrong = self.findings.is_known and bool(self.findings.problems)
        foot.set_message(t("Mend what is listed above first.") if is_wrong else "")
        for button in (self.save, self.publish):
            button.setEnabled(not is_wrong and not self.sending.is_busy)

    # What becomes of the kit

    def _publish(self) -> None:
        version = self._workshop.next_version(self.draft)
        self.draft.set(Place(file=HEAD, path=("version",)), version)
        self.form.refresh()
        self._follow()
        self.keep()
        self.sending.publish(self.draft)

    def _save_file(self) -> None:
        self.keep()
        self.sending.save(self.draft.ident, self.draft.files)

    def _refuse(self, error: KitAppError) -> None:
        if isinstance(error, KitFileError) and error.problems:
            self.tell_wrong(self._t(NOT_READY))
            self.findings.check_now()
        else:
            self.tell_wrong(self._t.of(error))

    def tell_wrong(self, sentence: str) -> None:
        """Say above the page what did not go well."""
        self.banners.show_banner("workshop", "danger", sentence)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        self.preview.stop()
        self.findings.stop()
        self.draft.settle()
        super().hideEvent(event)

    def fit(self, size: QSize) -> None:
        """In a low window what is to mend scrolls with the rest."""
        super().fit(size)
        is_low = size.height() < LOW
        if is_low != self._is_findings_inside:
            self._is_findings_inside = is_low
            old, new = (self._outer, self.content) if is_low else (self.content, self._outer)
            old.removeWidget(self.findings)
            new.insertWidget(0 if is_low else new.count() - 1, self.findings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside, has_list = self.width() >= _BESIDE_FROM, self.width() >= _LIST_FROM
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if has_list else down)
        self._middle.setDirection(across if is_beside else down)
        self._columns.setAlignment(
            self.things, Qt.AlignmentFlag.AlignTop if has_list else Qt.AlignmentFlag(0)
        )
        self.publish.setText(self._t("Publish on this computer") if has_list else self._t("Publish"))
        self.things.setMinimumWidth(_LIST_WIDTH if has_list else 0)
        self.things.setMaximumWidth(_LIST_WIDTH if has_list else WIDEST)
        self._side.set_widths(*((_PREVIEW_LEAST, _PREVIEW_MOST) if is_beside else (0, 16_777_215)))


def _choice(folder: str) -> tuple[str, str]:
    """The variant and the sector that an overlay’s folder is for."""
    parts = folder.split("/")
    named = dict(zip(parts[::2], parts[1::2], strict=False))
    return named.get("variants", ""), named.get("sectors", "")


def _counted(place: Place) -> list[str]:
    """The keys of a place as mistakes name them, items counted from 1."""
    return [str(key + 1) if isinstance(key, int) else key for key in place.path]
