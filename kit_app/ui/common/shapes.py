"""The four path shapes with their letters, and the team shapes. Pure painting and two small labels."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import smooth

_SIDE = 40.0
_LETTERS: Mapping[str, tuple[float, float]] = {"A": (20, 20), "B": (26, 17), "C": (20.5, 22), "D": (22.5, 16)}
"""Middle line and size of the letter on a board of 40."""


def _polygon(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(20, 20), 17, 17)
    return path


def _star() -> QPainterPath:
    points = []
    for number in range(10):
        radius = 20.0 if number % 2 == 0 else 9.2
        angle = -pi / 2 + number * pi / 5
        points.append((20 + radius * cos(angle), 21.2 + radius * sin(angle)))
    return _polygon(points)


_SHAPES: Mapping[str, Callable[[], QPainterPath]] = {
    "A": _disc,
    "B": lambda: _polygon([(20, 2.5), (38, 36), (2, 36)]),
    "C": lambda: _polygon([(4, 4), (36, 4), (36, 36), (4, 36)]),
    "D": _star,
}


def paint_path_shape(
    painter: QPainter, rect: QRectF, letter: str, *, keyline: QColor | None = None, fill: QColor | None = None
) -> None:
    """Draw a path's shape with its letter into a square; a keyline of 1/16 parts it from dark grounds."""
    painter.save()
    smooth(painter)
    painter.translate(rect.topLeft())
    scale = rect.width() / (_SIDE + 4)
    painter.scale(scale, scale)
    painter.translate(2, 2)
    pen = QPen(keyline, _SIDE / 16) if keyline is not None else QPen(Qt.PenStyle.NoPen)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(fill or QColor(theme.PATH_FILLS[letter]))
    painter.drawPath(_SHAPES[letter]())
    middle, size = _LETTERS[letter]
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(font(size, bold=True))
    painter.drawText(QRectF(0, middle - 20, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def _half_disc() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(1, 16)
    path.arcTo(1, 6, 20, 20, 180, -180)
    path.closeSubpath()
    return path


def _pentagon() -> QPainterPath:
    angles = [-pi / 2 + number * 2 * pi / 5 for number in range(5)]
    return _polygon([(11 + 10.5 * cos(angle), 11.8 + 10.5 * sin(angle)) for angle in angles])


_TEAM_SHAPES: tuple[Callable[[], QPainterPath], ...] = (
    lambda: _polygon([(11, 1), (21, 11), (11, 21), (1, 11)]),
    lambda: _polygon([(6, 2), (16, 2), (21, 11), (16, 20), (6, 20), (1, 11)]),
    _pentagon,
    lambda: _polygon(
        [
            (8, 1),
            (14, 1),
            (14, 8),
            (21, 8),
            (21, 14),
            (14, 14),
            (14, 21),
            (8, 21),
            (8, 14),
            (1, 14),
            (1, 8),
            (8, 8),
        ]
    ),
    _half_disc,
    lambda: _polygon([(6, 4), (16, 4), (21, 18), (1, 18)]),
)


def paint_team_shape(painter: QPainter, rect: QRectF, number: int, colour: QColor) -> None:
    """Draw the shape of team 1 to 6 into a square; later teams begin again."""
    painter.save()
    smooth(painter)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 22, rect.width() / 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(_TEAM_SHAPES[(number - 1) % len(_TEAM_SHAPES)]())
    painter.restore()


class PathShape(QWidget):
    """A path's shape; `name` is what a screen reader says."""

    def __init__(
        self,
        letter: str,
        size: int = 22,
        parent: QWidget | None = None,
        *,
        name: str = "",
        has_keyline: bool = False,
    ) -> None:
        super().__init__(parent)
        self._letter = letter
        self._has_keyline = has_keyline
        self.setFixedSize(QSize(size, size))
        self.setAccessibleName(name or letter)

    def paintEvent(self, event: QPaintEvent) -> None:
        keyline = QColor("#FFFFFF") if self._has_keyline else theme.current().path_keyline()
        if self._letter in theme.PATH_FILLS:
            paint_path_shape(QPainter(self), QRectF(self.rect()), self._letter, keyline=keyline)


class TeamShape(QWidget):
    """A team's shape in quiet ink; never a path colour."""

    def __init__(self, number: int, size: int = 22, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._number = number
        self.setFixedSize(QSize(size, size))
        self.setAccessibleName(name or str(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.current().colour("ink2")
        paint_team_shape(QPainter(self), QRectF(self.rect()), self._number, colour)
