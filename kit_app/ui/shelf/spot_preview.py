"""The scenes of a spot as pictures, one at a time, as they are at their ends; below, all captions."""

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kit_app.domain.films import Film
from kit_app.i18n import Catalogue, duration
from kit_app.ui.common.buttons import icon_button
from kit_app.ui.common.icons import NORMAL
from kit_app.ui.common.labels import IconLabel, Label, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.shelf.spot_painter import SpotPainter

_WIDE, _HIGH = 16, 9
_LIST_HEIGHT = 120


class ScenePicture(QWidget):
    """A picture of 16 to 9, as large as there is room. `resized()` when another size is wanted."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.resized)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)

    @property
    def wanted(self) -> QSize:
        """The real pixels of a picture that fills the room."""
        box = self._box()
        return QSize(box.width(), box.height()) * self.devicePixelRatioF()

    def show_image(self, image: QImage, words: str) -> None:
        """Show a scene; a reader says its words."""
        self._image = image
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def _box(self) -> QRect:
        wide = max(_WIDE, min(self.width(), self.height() * _WIDE // _HIGH))
        high = max(_HIGH, wide * _HIGH // _WIDE)
        return QRect((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._image.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._box(), self._image)


class SpotPreview(Panel):
    """Shows one film; its scenes are turned like pages."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=1)
        self._t = t
        self.setAccessibleName(t("Preview"))
        self._film: Film | None = None
        self.scene = 0
        self.picture = ScenePicture(self)
        self.picture.setObjectName("spot-picture")
        self.picture.resized.connect(self._draw)
        self._icon = IconLabel("", "ok", NORMAL, self)
        self.said = Label("", "small", self)
        self.body.setSpacing(0)
        self.body.addLayout(self._build_head())
        self.body.addWidget(self.picture, 3)
        self.captions = ListTable([t("From"), t("Caption")], self, stretch=1)
        self.captions.setObjectName("spot-captions")
        self.captions.setAccessibleName(t("Captions"))
        self.captions.setMinimumHeight(_LIST_HEIGHT)
        self.captions.picked.connect(lambda ident: self._go(int(ident)))
        self.body.addWidget(self.captions, 2)
        self.body.addWidget(rule(self))
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(10)
        foot.addWidget(self._icon)
        foot.addWidget(self.said, 1)
        self.body.addLayout(foot)

    def _build_head(self) -> QHBoxLayout:
        t = self._t
        self.back = icon_button("left", t("Previous scene"), self)
        self.forth = icon_button("right", t("Next scene"), self)
        self.place = Label("", "body", self, wraps=False)
        row = QHBoxLayout()
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        for key, button, step in (("PgUp", self.back, -1), ("PgDown", self.forth, 1)):
            QShortcut(key, self, button.click)
            button.clicked.connect(lambda _on=False, by=step: self.turn(by))
        row.addWidget(self.back)
        row.addWidget(self.place)
        row.addWidget(self.forth)
        row.addStretch(1)
        return row

    def show_film(self, film: Film) -> None:
        """Show a film; the scene stays where it is the same film in other words."""
        is_same = self._film is not None and self._film.id == film.id
        self._film = film
        self.scene = min(self.scene, len(film.scenes) - 1) if is_same else 0
        t = self._t
        blocked = self.captions.blockSignals(True)
        self.captions.set_rows([_row(number, film) for number in range(len(film.scenes))])
        self.captions.blockSignals(blocked)
        if film.call:
            self._icon.set_icon("check", "ok")
            self.said.setText(t("At the end: {call}", call=film.call))
        else:
            self._icon.set_icon("warn", "warn")
            self.said.setText(
                t(
                    "The end names nobody to call: the number is not known. "
                    "Give it in the settings, in the facility’s profile."
                )
            )
        self._show()

    def turn(self, scenes: int) -> None:
        """Show another scene."""
        self._go(self.scene + scenes)

    def _go(self, scene: int) -> None:
        if self._film is not None:
            self.scene = min(len(self._film.scenes) - 1, max(0, scene))
            self._show()

    def _show(self) -> None:
        film = self._film
        if film is None:
            return
        last = len(film.scenes) - 1
        scene = film.scenes[self.scene]
        words = self._t(
            "Scene {n} of {total}, {start} to {end}",
            n=self.scene + 1,
            total=last + 1,
            start=duration(round(scene.start)),
            end=duration(round(scene.end)),
        )
        self.place.setText(words)
        blocked = self.captions.blockSignals(True)
        self.captions.choose(str(self.scene))
        self.captions.blockSignals(blocked)
        self.back.setEnabled(self.scene > 0)
        self.forth.setEnabled(self.scene < last)
        self._draw()

    def _draw(self) -> None:
        film = self._film
        if film is not None:
            painter = SpotPainter(film, self.picture.wanted)
            self.picture.show_image(painter.image(film.whole(self.scene)), film.scenes[self.scene].caption)


def _row(number: int, film: Film) -> Row:
    scene = film.scenes[number]
    cells = (Cell(text=duration(round(scene.start)), is_quiet=True), Cell(text=scene.caption))
    return Row(ident=str(number), cells=cells)
