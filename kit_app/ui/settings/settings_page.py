"""The settings of the program and the facility's profile: one form with a draft, kept by one button."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kit_app.domain.settings import Settings
from kit_app.errors import StorageError
from kit_app.i18n import LANGUAGES, Catalogue
from kit_app.services.services import Services
from kit_app.services.session_check import LONGEST_NAME
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.file_dialogs import ask_open
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told

_LOGO = QSize(200, 64)
_SYSTEM = "system"


class SettingsPage(Page):
    """`changed(Changed)` after the settings were kept."""

    changed = Signal(object)
    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Settings"), t("For this computer and this user"), parent)
        self._services = services
        self._t = t
        self._logo = ""
        self.ask_open = ask_open
        self.add(self._build_profile())
        self.add(self._build_look())
        self.add(self._build_folder())
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

    def _build_profile(self) -> QWidget:
        t = self._t
        panel = Panel(t("Profile of the facility"), self)
        self.facility = QLineEdit(panel)
        self.facility.setObjectName("settings-facility")
        self.facility.textEdited.connect(self._follow)
        help_text = t("Stands on papers and is proposed for new sessions.")
        self.facility_field = Field(t("Name of the facility"), self.facility, help_text, panel)
        self.facility_field.check_with(self._facility_problem)
        panel.add(self.facility_field)
        self.picture = QLabel(panel)
        self.picture.setFixedSize(_LOGO)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.logo_name = Label("", "quiet", panel)
        self.choose_logo = KeyButton(t("Choose a picture…"), panel, size="small", icon="folder")
        self.choose_logo.setObjectName("settings-logo")
        self.choose_logo.clicked.connect(self._choose_logo)
        self.drop_logo = KeyButton(t("Without logo"), panel, kind="quiet", size="small")
        self.drop_logo.setObjectName("settings-no-logo")
        self.drop_logo.clicked.connect(lambda: self._set_logo(""))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.picture)
        words = QVBoxLayout()
        words.addWidget(self.logo_name)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_logo)
        buttons.addWidget(self.drop_logo)
        buttons.addStretch(1)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        panel.add(Label(t("Logo"), "label", panel))
        panel.add(row)
        return panel

    def _build_look(self) -> QWidget:
        t = self._t
        panel = Panel(t("Language and look"), self)
        languages = [(_SYSTEM, t("As the system")), *LANGUAGES.items()]
        self.language = SegmentedChoice(languages, panel, name=t("Language of the program"))
        materials = list(LANGUAGES.items())
        self.materials = SegmentedChoice(materials, panel, name=t("Cards of new sessions"))
        themes = [(_SYSTEM, t("As the system")), ("light", t("Light")), ("dark", t("Dark"))]
        self.theme = SegmentedChoice(themes, panel, name=t("Colours"))
        self.motion = CheckBox(t("Reduce motion"), panel)
        self.motion.setObjectName("settings-motion")
        for choice in (self.language, self.materials, self.theme):
            choice.changed.connect(self._follow)
        self.motion.clicked.connect(self._follow)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._choice(t("Language of the program"), self.language))
        row.addWidget(self._choice(t("Cards of new sessions"), self.materials))
        row.addStretch(1)
        panel.add(row)
        second = QHBoxLayout()
        second.setSpacing(24)
        second.addWidget(self._choice(t("Colours"), self.theme))
        second.addWidget(self.motion, 0, Qt.AlignmentFlag.AlignBottom)
        second.addStretch(1)
        panel.add(second)
        return panel

    @staticmethod
    def _choice(label: str, choice: SegmentedChoice) -> Field:
        field = Field(label, choice, "", choice.parentWidget())
        field.label.setWordWrap(False)
        return field

    def _build_folder(self) -> QWidget:
        t = self._t
        panel = Panel(t("Data folder"), self)
        self.folder = QLineEdit(str(self._services.folder), panel)
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        describe(self.folder, t("Data folder"))
        panel.add(self.folder)
        words = t("Sessions, games and settings lie here, on this computer only. Nothing is sent anywhere.")
        panel.add(Label(words, "small", panel))
        return panel

    def reload(self) -> None:
        """Show the settings that hold."""
        settings = self._services.preferences.settings
        self.facility.setText(settings.facility)
        self.facility_field.clear_error()
        self._logo = settings.logo
        self.language.set_value(settings.language or _SYSTEM)
        self.materials.set_value(settings.materials_language)
        self.theme.set_value(settings.theme)
        self.motion.setChecked(settings.reduce_motion)
        self._show_logo()
        self._follow()

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        self.facility.setFocus()

    def settings(self) -> Settings:
        """The settings as they stand in the form."""
        language, theme, materials = self.language.value(), self.theme.value(), self.materials.value()
        return replace(
            self._services.preferences.settings,
            facility=self.facility.text().strip(),
            logo=self._logo,
            language="fr" if language == "fr" else "en" if language == "en" else "",
            theme="light" if theme == "light" else "dark" if theme == "dark" else "system",
            materials_language="en" if materials == "en" else "fr",
            reduce_motion=self.motion.isChecked(),
        )

    def keep(self) -> None:
        """Store the form."""
        if not self.facility_field.check():
            self.facility.setFocus()
            return
        try:
            changed = self._services.preferences.save(self.settings())
        except StorageError as error:
            self.banners.show_banner("save", "danger", self._t.of(error))
            return
        self.banners.remove("save")
        self._logo = self._services.preferences.settings.logo
        self._follow()
        self.changed.emit(changed)

    def _facility_problem(self) -> str:
        if len(self.facility.text()) > LONGEST_NAME:
            return self._t("At most {most} characters fit here.", most=LONGEST_NAME)
        return ""

    def _follow(self) -> None:
        is_same = self.settings() == self._services.preferences.settings
        if is_same:
            self.foot.saved.show_saved(self._t("All is kept"))
        else:
            self.foot.saved.show_unsaved(self._t("Not kept yet"))
        self.save.setEnabled(not is_same)
        self.cancel.setEnabled(not is_same)

    def _choose_logo(self) -> None:
        path = self.ask_open(self, self._t("Logo of the facility"), self._t("Pictures (*.png *.jpg *.jpeg)"))
        if path is None:
            return
        if not QImageReader(str(path)).canRead():
            self.told.emit(Told(self._t("“{name}” is no picture that can be printed.", name=path.name)))
            return
        self._set_logo(str(path))

    def _set_logo(self, path: str) -> None:
        self._logo = path
        self._show_logo()
        self._follow()

    def _show_logo(self) -> None:
        t = self._t
        picture = QPixmap(self._logo) if self._logo else QPixmap()
        self.drop_logo.setVisible(bool(self._logo))
        self.picture.setVisible(not picture.isNull())
        if not picture.isNull():
            way = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(_LOGO, Qt.AspectRatioMode.KeepAspectRatio, way))
        name = Path(self._logo).name
        if not self._logo:
            self.logo_name.setText(
                t("No logo. It would stand on the first and last page of the player screen.")
            )
        elif picture.isNull():
            self.logo_name.setText(t("“{name}” is not there any more.", name=name))
        else:
            self.logo_name.setText(name)
        describe(self.picture, t("Logo"), name)
