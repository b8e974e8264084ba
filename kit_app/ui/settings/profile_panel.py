"""The facility's names, logo, colours, rooms and own lines: the first section of the settings."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kit_app.domain.facility import Facility
from kit_app.i18n import Catalogue
from kit_app.ui.common import theme
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.file_dialogs import ask_open
from kit_app.ui.common.labels import Label
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told

_LOGO = QSize(200, 64)
_LONGEST_SHORT = 30
_SWATCH = 22
_USUAL = "#16202C"


class _Swatch(QWidget):
    """A colour, with an edge that parts it from the ground in every theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = _USUAL
        self.setFixedSize(_SWATCH, _SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        edge = QPen(theme.current().colour("edge"), 1)
        draw_face(painter, QRectF(self.rect()), 4, QColor(self.colour), edge)
        painter.end()


class ColourChoice(QWidget):
    """A colour of the facility beside a button that asks for another. `chosen` after a choice."""

    chosen = Signal()

    def __init__(self, words: str, name: str, parent: QWidget, *, usual: str = _USUAL) -> None:
        super().__init__(parent)
        self._words = words
        self._usual = usual
        self._colour = ""
        self.ask = QColorDialog.getColor
        self.swatch = _Swatch(self)
        self.button = KeyButton(words, self, size="small")
        self.button.setObjectName(name)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.swatch)
        row.addWidget(self.button)

    @property
    def colour(self) -> str:
        """#RRGGBB, or "" for the usual one."""
        return self._colour

    def set_colour(self, colour: str) -> None:
        """Show this colour."""
        self._colour = colour
        self.button.setText(f"{self._words} {colour}".strip())
        self.swatch.colour = colour or self._usual
        self.swatch.update()

    def _choose(self) -> None:
        chosen = self.ask(QColor(self._colour or self._usual), self, self._words)
        if chosen.isValid():
            self.set_colour(chosen.name().upper())
            self.chosen.emit()


class ProfilePanel(Panel):
    """`edited` after every change, `told(Told)` for what cannot be taken."""

    edited = Signal()
    told = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Profile of the facility"), parent)
        self._t = t
        self._logo = self._kept = ""
        self.ask_open = ask_open
        self.facility, self.facility_field = self._line(
            "settings-facility",
            t("Name of the facility"),
            t("Stands on papers and is proposed for new sessions."),
        )
        self.short, self.short_field = self._line(
            "settings-short",
            t("Short name"),
            t("For small cards. At most {most} characters.", most=_LONGEST_SHORT),
        )
        self.short_field.check_with(lambda: self._too_long(self.short, _LONGEST_SHORT))
        self._build_logo()
        self._build_colours()
        self.rooms, _ = self._line("settings-rooms", t("Rooms"), t("Rooms where you play, parted by commas."))
        self.promise = CheckBox(t("Print: “Nobody is punished for reporting.” (management agrees)"), self)
        self.promise.setObjectName("settings-promise")
        self.promise.clicked.connect(self.edited)
        self.add(self.promise)
        self.note, _ = self._line(
            "settings-note", t("Note on the last page of papers"), t("For example who may copy them.")
        )

    def _line(self, name: str, label: str, help_text: str) -> tuple[QLineEdit, Field]:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.textEdited.connect(self.edited)
        field = Field(label, edit, help_text, self)
        self.add(field)
        return edit, field

    def _build_logo(self) -> None:
        t = self._t
        self.picture = QLabel(self)
        self.picture.setFixedSize(_LOGO)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.logo_name = Label("", "quiet", self)
        self.choose_logo = KeyButton(t("Choose a picture…"), self, size="small", icon="folder")
        self.choose_logo.setObjectName("settings-logo")
        self.choose_logo.clicked.connect(self._choose_logo)
        self.drop_logo = KeyButton(t("Without logo"), self, kind="quiet", size="small")
        self.drop_logo.setObjectName("settings-no-logo")
        self.drop_logo.clicked.connect(lambda: self._set_logo(""))
        words = QVBoxLayout()
        words.addWidget(self.logo_name)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_logo)
        buttons.addWidget(self.drop_logo)
        buttons.addStretch(1)
        words.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        self.add(Label(t("Logo"), "label", self))
        self.add(row)

    def _build_colours(self) -> None:
        t = self._t
        self.accent = ColourChoice(t("First colour"), "settings-accent", self)
        self.second = ColourChoice(t("Second colour"), "settings-second", self)
        self.drop_colours = KeyButton(t("The usual colours"), self, kind="quiet", size="small")
        self.drop_colours.setObjectName("settings-no-colours")
        self.drop_colours.clicked.connect(self._drop_colours)
        row = QHBoxLayout()
        for button in (self.accent, self.second):
            button.chosen.connect(self.edited)
            row.addWidget(button)
        row.addWidget(self.drop_colours)
        row.addStretch(1)
        self.add(Label(t("Colours of lines on papers"), "label", self))
        self.add(row)

    def _drop_colours(self) -> None:
        self.accent.set_colour("")
        self.second.set_colour("")
        self.edited.emit()

    def show_facility(self, facility: Facility) -> None:
        """Fill the form."""
        self.facility.setText(facility.name)
        self.short.setText(facility.short_name)
        self.rooms.setText(", ".join(facility.rooms))
        self.note.setText(facility.licence_note)
        self.promise.setChecked(facility.has_promise)
        self.accent.set_colour(facility.accent)
        self.second.set_colour(facility.second_accent)
        self._logo = self._kept = facility.logo
        for field in (self.facility_field, self.short_field):
            field.clear_error()
        self._show_logo()

    def filled(self, facility: Facility) -> Facility:
        """`facility` with what stands in the form."""
        rooms = (room.strip() for room in self.rooms.text().split(","))
        return replace(
            facility,
            name=self.facility.text().strip(),
            short_name=self.short.text().strip(),
            logo=self._logo,
            accent=self.accent.colour,
            second_accent=self.second.colour,
            rooms=tuple(room for room in rooms if room),
            has_promise=self.promise.isChecked(),
            licence_note=self.note.text().strip(),
        )

    def check(self) -> QLineEdit | None:
        """The first field that must be mended, None when all is well."""
        for edit, field in ((self.facility, self.facility_field), (self.short, self.short_field)):
            if not field.check():
                return edit
        return None

    def _too_long(self, edit: QLineEdit, most: int) -> str:
        return self._t("At most {most} characters fit here.", most=most) if len(edit.text()) > most else ""

    def _choose_logo(self) -> None:
        kinds = self._t("Pictures (*.png *.jpg *.jpeg *.svg *.gif *.webp *.bmp)")
        path = self.ask_open(self, self._t("Logo of the facility"), kinds)
        if path is None:
            return
        if QImageReader(str(path)).read().isNull():  # read whole: a copy that broke off has a sound beginning
            self.told.emit(Told(self._t("“{name}” is no picture that can be printed.", name=path.name)))
            return
        self._set_logo(str(path))

    def _set_logo(self, path: str) -> None:
        self._logo = path
        self._show_logo()
        self.edited.emit()

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
                t("No logo. It would stand on papers, and on the first and last page of the player screen.")
            )
        elif picture.isNull():
            self.logo_name.setText(t("“{name}” is not there any more.", name=name))
        else:
            self.logo_name.setText(t("Kept with the profile") if self._logo == self._kept else name)
        describe(self.picture, t("Logo"), self.logo_name.text())
