"""A picture that comes with a hint, drawn from its SVG source at any size."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from kit_app.ui.common.paint import draw_face
from kit_app.ui.common.theme import FRONT_PAGE

_EDGE = 0.03


class Drawing:
    """Nothing is drawn from an empty source. Kits are checked: a source holds plain shapes only."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._renderer = QSvgRenderer(QByteArray(source.encode("utf-8"))) if source else QSvgRenderer()
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)

    def __bool__(self) -> bool:
        return self._renderer.isValid()

    @property
    def shape(self) -> float:
        """Its width for a height of one."""
        box = self._renderer.viewBoxF()
        return box.width() / box.height() if box.height() > 0 else 1.0

    def fitted(self, room: QRectF) -> QRectF:
        """Where it lies in the middle of a room, as large as fits, on its plate."""
        wide = min(room.width(), room.height() * self.shape)
        box = QRectF(0, 0, wide, wide / self.shape)
        box.moveCenter(room.center())
        return box

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw it on a light plate; the lines are drawn for this very size."""
        plate = self.fitted(room)
        edge = min(plate.width(), plate.height()) * _EDGE
        draw_face(painter, plate, edge, QColor(FRONT_PAGE))
        self._renderer.render(painter, plate.adjusted(edge, edge, -edge, -edge))
