"""The facility's logo on a page of the player screen, on a light plate."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.theme import FRONT_PAGE

HIGHEST = 0.08
"""Of the screen's height."""
_PAD = 0.12


class Logo(QWidget):
    """Draws a picture as large as fits its place, its proportions kept; nothing without a picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._side = Qt.AlignmentFlag.AlignHCenter
        self.hide()

    def set_picture(self, picture: QPixmap) -> None:
        """Show this picture from now on; an empty one shows nothing."""
        self._picture = picture
        self.setVisible(not picture.isNull())
        self.update()

    def place(self, box: QRect, side: Qt.AlignmentFlag) -> None:
        """Lie in `box`, towards one side of it."""
        self._side = side
        self.setGeometry(box)

    def plate(self) -> QRect:
        """The light ground around the picture, in this widget's own places; empty without a picture."""
        if self._picture.isNull():
            return QRect()
        pad = round(self.height() * _PAD)
        room = QSize(max(1, self.width() - 2 * pad), max(1, self.height() - 2 * pad))
        size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        whole = QRect(0, 0, size.width() + 2 * pad, size.height() + 2 * pad)
        whole.moveCenter(self.rect().center())
        if self._side == Qt.AlignmentFlag.AlignLeft:
            whole.moveLeft(0)
        elif self._side == Qt.AlignmentFlag.AlignRight:
            whole.moveRight(self.width() - 1)
        return whole

    def paintEvent(self, event: QPaintEvent) -> None:
        plate = self.plate()
        if plate.isEmpty():
            return
        painter = QPainter(self)
        smooth(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_face(painter, QRectF(plate), self.height() * 0.1, QColor(FRONT_PAGE))
        pad = round(self.height() * _PAD)
        painter.drawPixmap(plate.adjusted(pad, pad, -pad, -pad), self._picture)
