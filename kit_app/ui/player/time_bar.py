"""The time left as a bar, for teams who play without digits."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.paint import draw_face, smooth
from kit_app.views.player import NIGHT

_STEPS = 500


class TimeBar(QWidget):
    """Repaints only when the bar would look different."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = -1
        self._ground, self._text, self._quiet = QColor(NIGHT.ground), QColor(NIGHT.text), QColor(NIGHT.quiet)

    def set_colours(self, ground: QColor, text: QColor, quiet: QColor) -> None:
        """Draw with these: what is gone, what is left, the edge."""
        self._ground, self._text, self._quiet = ground, text, quiet
        self.update()

    @property
    def share(self) -> float:
        """The part of the time that is left, 0 to 1."""
        return max(0, self._step) / _STEPS

    def set_share(self, share: float) -> None:
        """Show how much is left."""
        step = round(min(1.0, max(0.0, share)) * _STEPS)
        if step != self._step:
            self._step = step
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        line = max(2.0, self.height() * 0.04)
        box = QRectF(self.rect())
        draw_face(painter, box, box.height() / 2, self._ground, QPen(self._quiet, line))
        inner = box.adjusted(2 * line, 2 * line, -2 * line, -2 * line)
        length = inner.width() * self.share
        if length >= 1:
            painter.setClipRect(QRectF(inner.left(), inner.top(), length, inner.height()))
            draw_face(painter, inner, inner.height() / 2, self._text)
