"""Strokes and faces that several painted widgets share. Pure drawing, no state."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font

KEY_PX = 12
_CLEAR = QColor(0, 0, 0, 0)


def smooth(painter: QPainter) -> None:
    """Antialias shapes and pictures."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)


def draw_face(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, pen: QPen | None = None
) -> None:
    """A rounded face whose border lies wholly inside `rect`."""
    width = pen.widthF() if pen is not None else 0.0
    half = width / 2
    painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else _CLEAR)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def key_width(text: str) -> float:
    """The room that a framed key takes."""
    return QFontMetricsF(font(KEY_PX)).horizontalAdvance(text) + 12 if text else 0.0


def draw_key(painter: QPainter, left: float, middle: float, text: str, colour: QColor) -> None:
    """A small framed key, its left edge at `left`, centred on the line `middle`."""
    face = QFontMetricsF(font(KEY_PX))
    height = face.height() + 3
    box = QRectF(
        round(left) + 0.5, round(middle - height / 2) + 0.5, round(key_width(text)) - 1, round(height)
    )
    painter.setPen(QPen(colour, 1))
    painter.setBrush(_CLEAR)
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font(KEY_PX))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_radio(
    painter: QPainter, centre: QPointF, is_on: bool, ink: QColor, edge: QColor, ground: QColor
) -> None:
    """A radio dot of 18 px."""
    painter.setPen(QPen(ink if is_on else edge, 6 if is_on else 1.5))
    painter.setBrush(ground)
    radius = 6.0 if is_on else 8.25
    painter.drawEllipse(centre, radius, radius)


def paint_row_border(painter: QPainter, row: QRectF) -> None:
    """Lines above and below the chosen row of a list, where its ground is like the others'."""
    now = theme.current()
    if now.is_stark:
        width = now.chosen_px
        for top in (row.top(), row.bottom() - width):
            painter.fillRect(QRectF(row.left(), top, row.width(), width), now.colour("chosen"))
