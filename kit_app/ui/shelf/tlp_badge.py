"""A label of the Traffic Light Protocol as it is printed: its own colour on black."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.domain.bulletin import Tlp
from kit_app.domain.bulletin_words import TLP_COLOURS, TLP_LABELS
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, smooth

_HEIGHT = 32
_PX = 15


class TlpBadge(QWidget):
    """`show_tlp(tlp)` changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tlp: Tlp = "green"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_tlp("green")

    def show_tlp(self, tlp: Tlp) -> None:
        """Show another label."""
        self._tlp = tlp
        self.setAccessibleName(TLP_LABELS[tlp])
        self.update()

    def sizeHint(self) -> QSize:
        face = QFontMetricsF(font(_PX, bold=True))
        return QSize(round(max(face.horizontalAdvance(label) for label in TLP_LABELS.values())) + 24, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        pen = QPen(theme.current().colour("edge"), 1)
        draw_face(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, QColor("#000000"), pen)
        painter.setFont(font(_PX, bold=True))
        painter.setPen(QColor(TLP_COLOURS[self._tlp]))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, TLP_LABELS[self._tlp])
