"""What stands above a form: a picture and its file, whether a sheet is in the kit, the chance to finish."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.chances import Chance, chances
from kit_app.services.workshop.forms import SectionName, Thing
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.pictures import named_in
from kit_app.services.workshop.steps import steps_of
from kit_app.ui.common import theme
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.labels import Label
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.percents import percent
from kit_app.ui.workshop.steps_panel import StepsPanel

_PICTURE = QSize(300, 260)


class _PictureLabel(QWidget):
    """A picture of the kit, as large as fits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_PICTURE.height())
        self._drawing: QSvgRenderer | None = None
        self._image = QImage()

    def show_picture(self, name: str, content: bytes) -> None:
        """Show the content of a picture’s file."""
        self._drawing, self._image = None, QImage()
        if name.endswith(".svg"):
            self._drawing = QSvgRenderer(QByteArray(content))
            self._drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        else:
            buffer = QBuffer()
            buffer.setData(QByteArray(content))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            reader = QImageReader(buffer)
            if reader.size().isValid():
                reader.setScaledSize(reader.size().scaled(_PICTURE * 2, Qt.AspectRatioMode.KeepAspectRatio))
            self._image = reader.read()
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillRect(room, theme.FRONT_PAGE)
        if self._drawing is not None:
            self._drawing.render(painter, room.adjusted(8, 8, -8, -8))
        elif not self._image.isNull():
            size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(room.center())
            painter.drawImage(box, self._image)


class AboveForm(QWidget):
    """`replace_asked(str)`: another file for this picture; `sheet_set(str, bool)`: a sheet is part or not.

    `go_asked(Place)`: lead to a field where nothing is written yet.
    """

    replace_asked = Signal(str)
    sheet_set = Signal(str, bool)
    go_asked = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._thing = Thing(ident="", title="")
        self._is_first = True
        self._latest = Latest(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.picture_panel = self._build_picture()
        self.sheet_panel = self._build_sheet()
        self.chance_panel = Panel(t("Chance to finish in time"), self)
        self.chance = Label("", "body", self)
        self.chance.setObjectName("workshop-chance")
        self.chance_panel.add(self.chance)
        words = t("Of a team of five at the level in the middle, with hints when they are due.")
        self.chance_panel.add(Label(words, "help", self))
        self.steps = StepsPanel(t, self)
        self.steps.go_asked.connect(self.go_asked)
        for panel in (self.steps, self.picture_panel, self.sheet_panel, self.chance_panel):
            panel.hide()
            column.addWidget(panel)

    def _build_picture(self) -> Panel:
        t = self._t
        panel = Panel("", self)
        self.picture = _PictureLabel(panel)
        self.used = Label("", "small", panel)
        self.used.setObjectName("picture-used")
        self.replace = KeyButton(t("Replace with a file…"), panel, icon="folder")
        self.replace.setObjectName("picture-replace")
        self.replace.clicked.connect(lambda: self.replace_asked.emit(self._thing.picture))
        panel.add(self.picture)
        panel.add(self.used)
        panel.add(self.replace)
        panel.add(
            Label(
                t("SVG drawings of plain shapes, PNG or JPEG pictures of up to 24 million pixels."),
                "help",
                panel,
            )
        )
        return panel

    def _build_sheet(self) -> Panel:
        t = self._t
        panel = Panel("", self)
        self.sheet = CheckBox(t("This sheet is part of the kit"), panel)
        self.sheet.setObjectName("sheet-in")
        self.sheet.clicked.connect(lambda is_in: self.sheet_set.emit(self._thing.paper, is_in))
        panel.add(self.sheet)
        return panel

    def show_thing(self, section: SectionName, thing: Thing, draft: KitDraft) -> None:
        """Show what belongs to a thing, as it is now."""
        t, self._thing = self._t, thing
        self.picture_panel.setVisible(bool(thing.picture))
        if thing.picture:
            self.picture_panel.set_title(thing.title)
            self.picture.show_picture(thing.picture, draft.files[thing.picture])
            files = ", ".join(named_in(draft, thing.picture))
            self.used.setText(t("Shown by: {files}", files=files) if files else t("Nothing shows it."))
        self.sheet_panel.setVisible(bool(thing.paper))
        self.sheet.setChecked(not thing.is_out)
        self.chance_panel.setVisible(section == "graph")
        self._is_first = section == "about"

    def show_kit(self, draft: KitDraft) -> None:
        """The kit is another one now: say which steps are left, and reckon the chance where it is shown."""
        steps = steps_of(draft, self._t) if self._is_first else ()
        self.steps.setVisible(bool(steps))
        self.steps.show_steps(steps)
        self._show_chances_of(draft.files)

    def _show_chances_of(self, files: Mapping[str, bytes]) -> None:
        if self.chance_panel.isHidden():
            return
        language = self._t.language
        self._latest.ask(lambda _progress: chances(files, language), self._show_chances)

    @property
    def is_settled(self) -> bool:
        """Whether the chance that is shown is that of the kit as it is."""
        return not self._latest.is_busy

    def _show_chances(self, found: tuple[Chance, ...]) -> None:
        t = self._t
        lines = [
            t(
                "{name}: {part}",
                name=one.name,
                part=percent(one.foresight.chance, t) if one.foresight else "–",
            )
            for one in found
        ]
        self.chance.setText("\n".join(lines) or "–")
