"""A drawing of a kit, small, beside the words that it goes with."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.ui.common.paint import smooth


class Drawing(QWidget):
    """Draws SVG source as large as its place, proportions kept; hidden without any."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._renderer = QSvgRenderer(self)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_source(self, source: str) -> None:
        """Draw this from now on."""
        if source != self._source:
            self._source = source
            self._renderer.load(QByteArray(source.encode()))
            self.updateGeometry()
            self.update()
        self.setVisible(bool(source) and self._renderer.isValid())

    def sizeHint(self) -> QSize:
        board = self._renderer.viewBoxF()
        share = board.width() / board.height() if board.height() else 1.0
        return QSize(round(self.height() * share), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        self._renderer.render(painter, QRectF(self.rect()))
