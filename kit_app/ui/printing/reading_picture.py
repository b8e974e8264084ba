"""How a slanted line is read: it is drawn with a crease across it, and the number that stands there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue, number
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import smooth

READ = 10.3
_SIZE = QSize(216, 112)
_FIRST, _TENTHS = 9, 20
_TOP, _STEP, _MIDDLE, _SLANT = 14.0, 4.2, 84.0, 1.1
_WHOLE, _HALF, _TENTH = 15.0, 10.0, 6.0


class ReadingPicture(QWidget):
    """From 9 to 11 of a line, the crease at 10.3."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setFixedSize(_SIZE)
        self.setAccessibleName(
            t("Example: the crease crosses the line at {value}.", value=number(READ, t.language, 1))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        colours = theme.current()
        painter.fillRect(self.rect(), colours.colour("surface"))
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        ink = colours.colour("ink")
        painter.setPen(QPen(ink, 1))
        painter.drawLine(self._at(0), self._at(_TENTHS))
        for tenth in range(_TENTHS + 1):
            self._draw_mark(painter, tenth)
        crease = self._at((READ - _FIRST) * 10)
        painter.setPen(QPen(colours.colour("danger"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(crease.x(), 3), QPointF(crease.x(), self.height() - 3))
        painter.setFont(font(14, bold=True))
        words = self._t("crease: {value}", value=number(READ, self._t.language, 1))
        box = QRectF(_MIDDLE + 34, crease.y() - 12, self.width() - _MIDDLE - 38, 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(colours.colour("danger"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(crease, 6, 6)

    def _at(self, tenth: float) -> QPointF:
        return QPointF(_MIDDLE + (tenth - _TENTHS / 2) * _SLANT, _TOP + tenth * _STEP)

    def _draw_mark(self, painter: QPainter, tenth: int) -> None:
        point = self._at(tenth)
        length = _WHOLE if tenth % 10 == 0 else _HALF if tenth % 5 == 0 else _TENTH
        painter.drawLine(QPointF(point.x() - length, point.y()), QPointF(point.x() + length, point.y()))
        if tenth % 10 == 0:
            painter.setFont(font(13, bold=True))
            box = QRectF(point.x() - length - 30, point.y() - 9, 25, 18)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(_FIRST + tenth // 10)
            )
