"""The settings of the program and the facility's profile: one form with a draft, kept by one button."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from kit_app.domain.facility import Facility
from kit_app.domain.settings import Settings
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import LANGUAGES, Catalogue
from kit_app.services.changed import Changed
from kit_app.services.services import Services
from kit_app.services.session_check import LONGEST_NAME
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.page import NARROW, WIDEST, Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.settings.console_panel import ConsolePanel
from kit_app.ui.settings.contacts_panel import ContactsPanel
from kit_app.ui.settings.folder_panel import FolderPanel
from kit_app.ui.settings.kits_panel import KitsPanel
from kit_app.ui.settings.profile_panel import ProfilePanel
from kit_app.ui.settings.profiles_bar import ProfilesBar
from kit_app.ui.settings.region_panel import RegionPanel
from kit_app.ui.settings.rules_panel import RulesPanel
from kit_app.ui.settings.screen_panel import ScreenPanel
from kit_app.ui.settings.server_panel import ServerPanel

FACILITY = "profile"
"""The section of the facility's own name, logo and colours, which is shown first."""
_OF_FACILITY = (FACILITY, "contacts", "rules", "player")
KITS, SERVER = "kits", "server"
_SYSTEM = "system"
_NAMES = 190
"""How wide the column of the sections' names is."""


class SettingsPage(Page):
    """`changed(Changed)` after the settings were kept; `restore_asked(str)`: a copy is to be put back.

    `section_shown(str)`: another section is in view; `held_asked()`: what is held of people, as a page;
    `workshop_asked(str)`: write at this draft of a kit.
    `ask` is an attribute, so that tests can answer instead of a person: what becomes of an unkept form.
    """

    changed = Signal(object)
    restore_asked = Signal(str)
    told = Signal(object)
    section_shown = Signal(str)
    held_asked = Signal()
    workshop_asked = Signal(str)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Settings"), t("For this computer and this user"), parent)
        self._services = services
        self._t = t
        self.ask = self._ask
        self._build_profile()
        self._build_sections()
        self.content.addStretch(1)
        foot = self.show_foot()
        self.cancel = KeyButton(t("Cancel"), self, size="large")
        self.cancel.setObjectName("settings-cancel")
        self.cancel.clicked.connect(self.reload)
        self.save = KeyButton(t("Keep"), self, kind="primary", icon="save", key="Ctrl+S")
        self.save.setObjectName("settings-save")
        self.save.clicked.connect(self.keep)
        foot.add(self.cancel)
        foot.add(self.save)
        self.reload()

    def _build_profile(self) -> None:
        """The facility's sections."""
        services, t = self._services, self._t
        kit = services.library.bundled_kit()
        labels = kit.reference_words.get(t.language, {}).get("contacts", {})
        self.profiles = ProfilesBar(services, t, self._settle, self)
        self.profiles.told.connect(self.told)
        self.profiles.refused.connect(self._refuse)
        self.profiles.changed.connect(self._show_other)
        self.profile = ProfilePanel(t, self)
        self.profile.facility_field.check_with(self._name_problem)
        self.profile.told.connect(self.told)
        self.facility = self.profile.facility
        contacts = [(spec, labels.get(spec.id, spec.id)) for spec in kit.contacts]
        today = services.profile.issuer().today or date.min
        self.contacts = ContactsPanel(contacts, today, t, self)
        kits = [(one.id, one.title(t.language)) for one in services.kits.all()]
        self.rules = RulesPanel(kits, services.kits.kit, t, self)
        self.console = ConsolePanel(t, self)
        self.screen_look = ScreenPanel(t, self)
        self.kits = KitsPanel(services, t, self)
        self.kits.told.connect(self.told)
        self.kits.workshop_asked.connect(self.workshop_asked)
        self.folder = FolderPanel(services, t, self)
        self.folder.told.connect(self.told)
        self.folder.restore_asked.connect(self.restore_asked)
        self.folder.held_asked.connect(self.held_asked)
        self.server = ServerPanel(services, t, self)
        self.region = RegionPanel(t, self)
        for panel in (
            self.profile,
            self.contacts,
            self.rules,
            self.console,
            self.screen_look,
            self.region,
            self.server,
        ):
            panel.edited.connect(self._follow)

    def _build_sections(self) -> None:
        """The names of the sections at the left, the chosen one beside them."""
        t = self._t
        self.sections = {
            FACILITY: (t("Facility"), self.profile),
            "contacts": (t("Whom to call"), self.contacts),
            "rules": (t("Our own rules"), self.rules),
            "look": (t("Language and look"), self._build_look()),
            "player": (t("Player screen"), self.screen_look),
            "console": (t("Console"), self.console),
            KITS: (t("Kits"), self.kits),
            "folder": (t("Data folder"), self.folder),
            SERVER: (t("Server of the region"), self.server),
            "region": (t("Region"), self.region),
        }
        self._columns = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        self._names = QWidget(self)
        names = FlowRow(self._names, spacing=4)
        group = QButtonGroup(self)
        self.section_buttons: dict[str, KeyButton] = {}
        for ident, (words, _panel) in self.sections.items():
            button = KeyButton(words, self, kind="quiet")
            button.setCheckable(True)
            button.setObjectName(f"settings-section-{ident}")
            button.clicked.connect(lambda _=False, which=ident: self.show_section(which))
            group.addButton(button)
            names.add(button, 1)
            self.section_buttons[ident] = button
        row.addWidget(self._names, 0, Qt.AlignmentFlag.AlignTop)
        panels = QVBoxLayout()
        panels.setSpacing(12)
        panels.addWidget(self.profiles)
        for _words, panel in self.sections.values():
            panels.addWidget(panel)
        panels.addStretch(1)
        row.addLayout(panels, 1)
        self.add(row)
        self.show_section("profile")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= NARROW
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._columns.setAlignment(self._names, Qt.AlignmentFlag.AlignTop if is_wide else Qt.AlignmentFlag(0))
        self._names.setMinimumWidth(_NAMES if is_wide else 0)
        self._names.setMaximumWidth(_NAMES if is_wide else WIDEST)
        for button in self.section_buttons.values():
            button.setMinimumWidth(_NAMES - 10 if is_wide else 0)

    def show_section(self, ident: str) -> None:
        """Show one section; what was typed in the others stays."""
        for known, (_words, panel) in self.sections.items():
            panel.setVisible(known == ident)
            button = self.section_buttons[known]
            button.setChecked(known == ident)
            button.set_kind("strong" if known == ident else "quiet")
        self._look_at(ident)
        self._section = ident
        self._dress_bar()
        self.section_shown.emit(ident)

    def _look_at(self, ident: str) -> None:
        """Have a section say what is so now, where it does not stand in the form."""
        if ident == KITS:
            self.kits.reload()
        elif ident == SERVER:
            self.server.look()

    def _dress_bar(self) -> None:
        self.profiles.show_for(is_whole=self._section == FACILITY, is_facilitys=self._section in _OF_FACILITY)

    def _build_look(self) -> QWidget:
        t = self._t
        panel = Panel(t("Language and look"), self)
        languages = [(_SYSTEM, t("As the system")), *LANGUAGES.items()]
        self.language = SegmentedChoice(languages, panel, name=t("Language of the program"))
        materials = list(LANGUAGES.items())
        self.materials = SegmentedChoice(materials, panel, name=t("Cards of new sessions"))
        themes = [
            (_SYSTEM, t("As the system")),
            ("light", t("Light")),
            ("dark", t("Dark")),
            ("contrast", t("High contrast")),
        ]
        self.theme = SegmentedChoice(themes, panel, name=t("Colours"))
        self.motion = CheckBox(t("Reduce motion"), panel)
        self.motion.setObjectName("settings-motion")
        for choice in (self.language, self.materials, self.theme):
            choice.changed.connect(self._follow)
        self.motion.clicked.connect(self._follow)
        row = FlowRow(spacing=24)
        row.add(self._choice(t("Language of the program"), self.language))
        row.add(self._choice(t("Cards of new sessions"), self.materials))
        panel.add(row)
        second = FlowRow(spacing=24)
        second.add(self._choice(t("Colours"), self.theme))
        second.add(self.motion)
        panel.add(second)
        return panel

    @staticmethod
    def _choice(label: str, choice: SegmentedChoice) -> Field:
        field = Field(label, choice, "", choice.parentWidget())
        field.label.setWordWrap(False)
        return field

    def reload(self) -> None:
        """Show the settings that hold; what was refused before is said no longer."""
        self.banners.remove("save")
        settings = self._services.preferences.settings
        self.language.set_value(settings.language or _SYSTEM)
        self.materials.set_value(settings.materials_language)
        self.theme.set_value(settings.theme)
        self.motion.setChecked(settings.reduce_motion)
        self.console.show_choices(settings.own_minutes, settings.lock_code)
        self.region.gathers.setChecked(settings.gathers_region)
        self.folder.reload()
        self.server.show_kept()
        self._show_facility()

    def _show_facility(self) -> None:
        """Fill the facility's sections with the profile that holds."""
        self._shown = facility = self._services.profile.facility
        self.profile.show_facility(facility)
        self.contacts.show_facility(facility)
        self.rules.show_facility(facility)
        self.screen_look.show_choices(self._services.preferences.settings.player_look, facility)
        self.profiles.reload()
        self._dress_bar()
        self._follow()

    def _show_other(self, changed: Changed) -> None:
        self.banners.remove("save")
        self._show_facility()
        self.changed.emit(changed)

    def first_focus(self) -> None:
        """Where the keyboard starts; a profile that another page changed is shown as it is now."""
        self.banners.remove("save")
        self._look_at(self._section)
        if self._services.profile.facility != self._shown:
            self._show_facility()
        (self.facility if self._section == FACILITY else self.section_buttons[self._section]).setFocus()

    def settings(self) -> Settings:
        """The settings as they stand in the form."""
        language, theme, materials = self.language.value(), self.theme.value(), self.materials.value()
        return replace(
            self._services.preferences.settings.dressed(theme),
            language="fr" if language == "fr" else "en" if language == "en" else "",
            materials_language="en" if materials == "en" else "fr",
            reduce_motion=self.motion.isChecked(),
            player_look=self.screen_look.chosen_look(),
            own_minutes=self.console.own_minutes(),
            lock_code=self.console.code.text().strip(),
            gathers_region=self.region.gathers.isChecked(),
        )

    def host(self) -> Facility:
        """The facility's profile as it stands in the form."""
        held = self._services.profile.facility
        filled = self.screen_look.filled(self.profile.filled(held))
        return replace(filled, contacts=self.contacts.contacts(held), procedures=self.rules.procedures(held))

    def keep(self) -> None:
        """Store the form."""
        for section, panel in (
            (FACILITY, self.profile),
            ("contacts", self.contacts),
            ("rules", self.rules),
            ("player", self.screen_look),
        ):
            wrong = panel.check()
            if wrong is not None:
                self.show_section(section)
                wrong.setFocus()
                return
        services = self._services
        try:
            changed = services.preferences.save(self.settings())
            changed = services.profile.save(self.host())
            self.server.keep()
        except StorageError as error:
            self._refuse(error)
            return
        self.banners.remove("save")
        self._show_facility()
        self.changed.emit(changed)

    def _refuse(self, error: KitAppError) -> None:
        self.banners.show_banner("save", "danger", self._t.of(error))

    def _name_problem(self) -> str:
        """Why the form's name cannot be kept; a first profile may do without one."""
        profile, name = self._services.profile, self.facility.text()
        if not name.strip() and len(profile.all()) < 2:
            return ""
        message = profile.name_problem(name, profile.chosen)
        return self._t(message, most=LONGEST_NAME) if message else ""

    def _settle(self) -> bool:
        """Whether another profile may be shown: what was typed into this one is kept or dropped first."""
        held = self._services.profile.facility
        if self.host() == held:
            return True
        return self._settle_as(held.name or self._t("Your facility"))

    def may_leave(self) -> bool:
        """Whether the program may close: what stands in the form is kept or dropped first; asks."""
        if self.is_kept:
            return True
        held = self._services.profile.facility
        is_facilitys = self.host() != held and bool(held.name)
        return self._settle_as(held.name if is_facilitys else self._t("Settings"))

    def _settle_as(self, name: str) -> bool:
        chosen = self.ask(name)
        if chosen == "keep":
            self.keep()
            return self.is_kept
        return chosen == "drop"

    @property
    def is_kept(self) -> bool:
        """Whether the form says what holds."""
        services = self._services
        is_profile_kept = self.host() == services.profile.facility
        return self.settings() == services.preferences.settings and is_profile_kept and self.server.is_kept

    def _ask(self, name: str) -> str:
        t = self._t
        verbs = [
            Verb("drop", t("Drop the changes"), "danger"),
            Verb("stay", t("Stay here"), "secondary"),
            Verb("keep", t("Keep"), "primary", is_default=True),
        ]
        title = t("Keep what you changed at “{name}”?", name=name)
        return QuestionDialog(title, t("It stands in the form and is not kept yet."), verbs, self).ask()

    def _follow(self) -> None:
        is_same = self.is_kept
        if is_same:
            self.foot.saved.show_saved(self._t("All is kept"))
        else:
            self.foot.saved.show_unsaved(self._t("Not kept yet"))
        self.save.setEnabled(not is_same)
        self.cancel.setEnabled(not is_same)
