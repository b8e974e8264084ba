"""Posters, cards and sheets to hang up and hand out: pictures to tick, the PDF of those ticked."""

from dataclasses import dataclass
from typing import Any, get_args

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.assets import resources_dir
from kit_app.i18n import Catalogue, load
from kit_app.services.printing.preview import PagePicture, page_picture, page_size_mm
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.poster_sizes import poster_sizes
from kit_app.ui.common.sheet_view import image_of
from kit_app.ui.shelf.drawn_view import DrawnView, Work
from kit_app.ui.shelf.gallery import PICTURE, Gallery, Tile
from kit_app.ui.shelf.view import Finished, languages_of, spoken
from kit_app.views.paper import PaperLine, PaperPdf, PaperWish, PosterSize

_INCH = 25.4


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """All papers of the shelf, drawn once as they are usually printed."""

    papers: Any
    lines: tuple[PaperLine, ...]
    made: PaperPdf
    pictures: dict[str, PagePicture]


class GalleryView(DrawnView):
    """The papers are drawn when the shelf is first opened, and again when something in them changed."""

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(services, t, parent)
        self._catalogue: _Catalogue | None = None
        self._key: tuple[object, ...] = ()
        self._opener = Latest(self)
        self._opener.idle.connect(self.ready_changed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.preview, 1)
        right.addWidget(self._build_wishes())
        self._row.addWidget(self._build_pictures(), 12)
        self._row.addLayout(right, 8)
        self.preview.turned.connect(self._go_along)

    def _build_pictures(self) -> QWidget:
        t = self._t
        self.panel = Panel(t("To hang up and hand out"), self)
        self.language = SegmentedChoice(
            languages_of(self._services.shelf), self, name=t("Language"), height=32
        )
        self.language.set_value(spoken(self._services))
        self.language.changed.connect(lambda _language: self.reload())
        self.panel.add_to_head(self.language)
        self.gallery = Gallery(self)
        self.gallery.setObjectName("shelf-gallery")
        self.gallery.setAccessibleName(t("To hang up and hand out"))
        self.gallery.ticked_changed.connect(self._on_ticks)
        self.gallery.picked.connect(lambda _ident: self._look())
        self.gallery.opened.connect(lambda _ident: self._look_closer())
        self.waiting = Label(t("The papers are being drawn."), "quiet", self)
        self.panel.add(self.waiting)
        self.panel.add(self.gallery, 1)
        acts = QHBoxLayout()
        self.all = KeyButton(t("Tick all"), self, kind="quiet", size="small")
        self.none = KeyButton(t("Tick none"), self, kind="quiet", size="small")
        self.closer = KeyButton(t("Look closer"), self, kind="quiet", size="small", icon="search")
        self.all.clicked.connect(self.gallery.tick_all)
        self.none.clicked.connect(lambda: self.gallery.tick_only(()))
        self.closer.clicked.connect(self._look_closer)
        for name, button in (("all", self.all), ("none", self.none), ("closer", self.closer)):
            button.setObjectName(f"shelf-{name}")
            acts.addWidget(button)
        acts.addStretch(1)
        self.panel.add(acts)
        return self.panel

    def _build_wishes(self) -> QWidget:
        t = self._t
        panel = Panel("", self)
        self.posters = ComboBox(self)
        self.posters.setObjectName("shelf-posters")
        for ident, words in poster_sizes(t):
            self.posters.add_choice(ident, words)
        self.posters.currentIndexChanged.connect(self._on_ticks)
        self.ink = CheckBox(t("Save ink"), self)
        self.ink.setObjectName("shelf-ink")
        self.ink.toggled.connect(self._on_ticks)
        self.pictures = KeyButton(t("Back to the pictures"), self, icon="left", key="Esc")
        self.pictures.setObjectName("shelf-pictures")
        self.pictures.clicked.connect(self._show_pictures)
        self.pictures.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Field(t("Posters"), self.posters, "", self), 1)
        row.addWidget(self.ink, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.pictures, 0, Qt.AlignmentFlag.AlignBottom)
        panel.add(row)
        return panel

    # What there is

    def reload(self) -> None:
        """Draw all papers anew when something that stands in them is not as it was."""
        services, language = self._services, self.language.value()
        kit, issuer = services.shelf.kit(), services.profile.issuer()
        key = (services.shelf.own, issuer, language)
        if key == self._key:
            return
        self._key, self._made = key, None
        self.waiting.setVisible(self._catalogue is None)
        t = load(resources_dir() / "i18n", language)
        posters = {spec.id for spec in kit.papers if spec.kind == "poster"}  # they come first
        ratio = self.devicePixelRatioF()

        def work(progress: Progress) -> _Catalogue:
            from kit_app.services.printing.desk import made, shelf_papers  # loads what draws

            papers = shelf_papers(kit, issuer, t)
            lines = sorted(papers.lines(), key=lambda line: line.ident not in posters)
            pdf = made(papers, [line.ident for line in lines], progress.step)
            found = {ident: _small(pdf.pdf, page, ratio) for ident, page in pdf.starts.items()}
            return _Catalogue(papers, tuple(lines), pdf, found)

        self._opener.ask(work, self._show_all, self._show_none)
        self.ready_changed.emit()

    def _show_all(self, drawn: _Catalogue) -> None:
        self._catalogue = drawn
        self.waiting.hide()
        ratio = self.devicePixelRatioF()
        tiles = []
        for line in drawn.lines:
            picture: QImage = image_of(drawn.pictures[line.ident])
            picture.setDevicePixelRatio(ratio)
            sheets = self._t.plural("{n} sheet", "{n} sheets", line.sheets)
            tiles.append(Tile(line.ident, line.title.partition(" – ")[2] or line.title, sheets, picture))
        self.gallery.show_tiles(tiles)
        self.draw()

    def _show_none(self, error: Any) -> None:
        self._key = ()
        self.waiting.hide()
        self.show_refused(error)

    def first_focus(self) -> None:
        self.gallery.setFocus()

    # What is ticked

    def _on_ticks(self) -> None:
        self._made = None
        self.soon()

    def work(self) -> Work | None:
        drawn, ticked, wish = self._catalogue, self.gallery.ticked(), self._wish()
        if drawn is None or not ticked:
            return None

        def work(progress: Progress) -> PaperPdf:
            from kit_app.services.printing.desk import made  # loads what draws

            return made(drawn.papers, ticked, progress.step, wish)

        return work

    def _wish(self) -> PaperWish:
        sizes: dict[str, PosterSize] = {one: one for one in get_args(PosterSize)}
        return PaperWish(posters=sizes[self.posters.value()], saves_ink=self.ink.isChecked())

    def draw(self) -> None:
        super().draw()
        if self._made is None:
            self._look()

    def show_made(self, made: PaperPdf) -> None:
        super().show_made(made)
        self._look()

    def _look(self) -> None:
        """Show the chosen paper: as it will be printed when it is ticked, else as it usually is."""
        t, ident, drawn = self._t, self.gallery.chosen(), self._catalogue
        if drawn is None or ident not in drawn.made.starts:
            return
        if self._made is not None and ident in self._made.starts:
            self.preview.show_pdf(self._made, self._made.starts[ident])
            self.preview.show_checked(self.fits(self._made), "check")
        elif ident not in self.gallery.ticked():
            self.preview.show_pdf(drawn.made, drawn.made.starts[ident])
            self.preview.show_checked(t("Not ticked: it will not be printed."), "info", "ink2")

    def _go_along(self, page: int) -> None:
        """The gallery shows to which paper the page belongs."""
        drawn = self._catalogue
        shown = self._made if self._made is not None and self.gallery.chosen() in self._made.starts else None
        made = shown or (drawn.made if drawn is not None else None)
        if made is None:
            return
        begun = [ident for ident, start in made.starts.items() if start <= page]
        blocked = self.gallery.blockSignals(True)
        if begun:
            self.gallery.choose(begun[-1])
        self.gallery.blockSignals(blocked)

    def _look_closer(self) -> None:
        self.panel.hide()
        self.pictures.show()
        self._look()
        self.preview.view.setFocus()

    def _show_pictures(self) -> None:
        self.pictures.hide()
        self.panel.show()
        self.gallery.setFocus()

    def finished(self) -> Finished | None:
        made, drawn = self.made, self._catalogue
        if made is None or drawn is None or self._opener.is_busy:
            return None
        return Finished(made=made, file_name=drawn.papers.file_name, title=drawn.papers.title)

    def kept(self) -> tuple[bool, str]:
        count = len(self.gallery.ticked())
        return True, self._t.plural("{n} paper ticked", "{n} papers ticked", count) if count else ""

    def waits_for(self) -> str:
        if self._catalogue is None or self.gallery.ticked():
            return ""
        return self._t("Tick what is to be printed.")

    def stop(self) -> None:
        super().stop()
        self._opener.stop()
        if self._catalogue is None:
            self._key = ()

    def fit(self, is_wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self.preview.setMinimumHeight(0 if is_wide else 480)
        self.gallery.setMinimumHeight(260 if is_wide else 520)


def _small(pdf: bytes, page: int, ratio: float) -> PagePicture:
    """A page as large as fits into a tile."""
    width, height = page_size_mm(pdf, page)
    room = QSize(PICTURE.width(), PICTURE.height())
    dots = min(room.width() / (width / _INCH), room.height() / (height / _INCH))
    return page_picture(pdf, page, dots * ratio)
