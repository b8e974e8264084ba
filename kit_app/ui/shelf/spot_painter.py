"""Paints a film at any moment: its drawing in layers that move, below it the caption on an ink band."""

from typing import NamedTuple

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kit_app.domain.films import Film, FilmScene, Layer, Moment
from kit_app.domain.spots import Pose
from kit_app.ui.common.fit_label import fitting_size, wrapped_size
from kit_app.ui.common.fonts import CARD_FAMILY, UI_FAMILY, font
from kit_app.ui.common.paint import smooth

INK, WHITE, YELLOW = "#16202C", "#FFFFFF", "#FFD23F"
"""The band and its letters: 16.4 and 11.4 to 1."""
BAND, END_BAND = 0.21, 0.36
"""Heights are shares of the picture's, so that all is as large on every screen."""
LARGEST, LEAST = 0.066, 0.05
REFLEX_LARGEST, REFLEX_LEAST = 0.095, 0.06
CALL_LARGEST, CALL_LEAST = 0.058, 0.045
_SIDE, _FOOT, _HEAD = 0.05, 0.04, 0.015
_ABOVE = 0.03
_REFLEX = 0.5
_KEPT_SCENES = 2
_EDGE = 4.0
_NARROWER = 0.96
_CENTRED = int((Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap).value)


class Line(NamedTuple):
    """Words in the band: where they stand and how large they may be."""

    words: str
    box: QRectF
    sizes: tuple[int, int]
    colour: str
    family: str = UI_FAMILY

    @property
    def px(self) -> int:
        """The size at which they are drawn."""
        room = (int(self.box.width()), int(self.box.height()))
        return fitting_size(self.words, self.family, True, room, self.sizes[1], self.sizes[0])

    @property
    def balanced(self) -> QRectF:
        """The box, only as wide as its number of lines takes: none is left with one word."""
        wide = int(self.box.width())
        high = self._high(wide)
        while self._high(narrower := round(wide * _NARROWER)) == high and narrower < wide:
            wide = narrower
        box = QRectF(self.box)
        box.setWidth(wide + 2)
        box.moveCenter(self.box.center())
        return box

    def _high(self, wide: int) -> int:
        used, high = wrapped_size(self.words, self.family, True, self.px, wide)
        return high if used <= wide else -1


class _Drawn(NamedTuple):
    """A layer as a picture, and where its corner and its middle are on the board, in pixels."""

    image: QImage
    corner: QPointF
    middle: QPointF


class SpotPainter:
    """One film at one size, 16 to 9. Holds nothing of a window: it may live in a worker."""

    def __init__(self, film: Film, size: QSize) -> None:
        self.film = film
        self.size = size
        self._drawn: dict[int, list[_Drawn]] = {}
        self._before: tuple[int, QImage] = (-1, QImage())

    def image(self, moment: Moment) -> QImage:
        """What is seen at a moment."""
        now = self._whole(moment.scene, moment.poses)
        if moment.shown >= 1:
            return now
        if self._before[0] != moment.scene - 1:
            last = self.film.whole(moment.scene - 1)
            self._before = moment.scene - 1, self._whole(last.scene, last.poses)
        both = self._before[1].copy()
        painter = QPainter(both)
        painter.setOpacity(moment.shown)
        painter.drawImage(0, 0, now)
        painter.end()
        return both

    def lines(self, scene: int) -> list[Line]:
        """The words in the band of a scene, from above."""
        high, wide = self.size.height(), self.size.width()
        top = high * (1 - self._band(scene))
        room = QRectF(wide * _SIDE, top + high * _HEAD, wide * (1 - 2 * _SIDE), 0)
        room.setBottom(high * (1 - _FOOT))
        caption = self.film.scenes[scene].caption
        if not self.film.is_end(scene):
            return [Line(caption, room, _px(high, LEAST, LARGEST), WHITE)]
        reflex, call = QRectF(room), QRectF(room)
        if self.film.call:
            reflex.setHeight(room.height() * _REFLEX)
            call.setTop(reflex.bottom() + high * _HEAD)
        found = [Line(caption, reflex, _px(high, REFLEX_LEAST, REFLEX_LARGEST), YELLOW, CARD_FAMILY)]
        if self.film.call:
            found.append(Line(self.film.call, call, _px(high, CALL_LEAST, CALL_LARGEST), WHITE))
        return found

    def _band(self, scene: int) -> float:
        return END_BAND if self.film.is_end(scene) else BAND

    def _whole(self, number: int, poses: tuple[Pose, ...]) -> QImage:
        """A scene with its band, nothing of another."""
        image = QImage(self.size, QImage.Format.Format_RGB32)
        image.fill(QColor(INK))
        painter = QPainter(image)
        smooth(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for line in self.lines(number):
            painter.setFont(font(line.px, bold=True, family=line.family))
            painter.setPen(QColor(line.colour))
            painter.drawText(line.balanced, _CENTRED, line.words)
        scale, origin = self._place(number)
        painter.setClipRect(QRectF(0, 0, self.size.width(), self.size.height() * (1 - self._band(number))))
        for drawn, pose in zip(self._layers(number), poses, strict=True):
            _paint_layer(painter, drawn, pose, origin, scale)
        painter.end()
        return image

    def _place(self, number: int) -> tuple[float, QPointF]:
        """How large a unit of the board is, and where its origin lies."""
        left, top, width, height = self.film.scenes[number].board
        area = self.size.height() * (1 - self._band(number))
        scale = area * (1 - _ABOVE) / height
        return scale, QPointF(
            self.size.width() / 2 - (left + width / 2) * scale, area - (top + height) * scale
        )

    def _layers(self, number: int) -> list[_Drawn]:
        if number not in self._drawn:
            while len(self._drawn) >= _KEPT_SCENES:
                del self._drawn[next(iter(self._drawn))]
            scene = self.film.scenes[number]
            scale, origin = self._place(number)
            seen = QRectF(
                -origin.x() / scale,
                -origin.y() / scale,
                self.size.width() / scale,
                self.size.height() / scale,
            )
            self._drawn[number] = [_drawn(layer, scene, scale, seen) for layer in scene.layers]
        return self._drawn[number]


def still(scene: FilmScene, size: QSize) -> QImage:
    """The drawing of a scene alone, without words."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(INK))
    painter = QPainter(image)
    smooth(painter)
    for layer in scene.layers:
        QSvgRenderer(QByteArray(layer.svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _drawn(layer: Layer, scene: FilmScene, scale: float, seen: QRectF) -> _Drawn:
    """A layer as a picture: one that moves as large as it is, one that lies still as far as it is seen."""
    renderer = QSvgRenderer(QByteArray(layer.svg.encode()))
    middle = QPointF()
    box = seen
    if layer.part:
        box = renderer.boundsOnElement(layer.part)
        middle = box.center() * scale
        box = box.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
    size = QSize(max(1, round(box.width() * scale)), max(1, round(box.height() * scale)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    smooth(painter)
    painter.translate(-box.topLeft() * scale)
    left, top, width, height = scene.board
    renderer.render(painter, QRectF(left * scale, top * scale, width * scale, height * scale))
    painter.end()
    return _Drawn(image, box.topLeft() * scale, middle)


def _paint_layer(painter: QPainter, drawn: _Drawn, pose: Pose, origin: QPointF, scale: float) -> None:
    if pose.solid <= 0:
        return
    painter.save()
    painter.setOpacity(pose.solid)
    painter.translate(origin + QPointF(pose.x, pose.y) * scale)
    if pose.turn:
        pivot = QPointF(*pose.about) * scale if pose.about is not None else drawn.middle
        painter.translate(pivot)
        painter.rotate(pose.turn)
        painter.translate(-pivot)
    painter.drawImage(drawn.corner, drawn.image)
    painter.restore()


def _px(height: int, least: float, largest: float) -> tuple[int, int]:
    return round(height * least), round(height * largest)
