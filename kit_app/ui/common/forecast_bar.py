"""The bar of a run: elapsed, the likely end, the whole. Words are given."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, smooth


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Times in seconds of run time; `expected` None when nothing can be said yet."""

    elapsed: float
    total: float
    elapsed_text: str
    total_text: str
    low: float | None = None
    high: float | None = None
    expected: float | None = None
    expected_text: str = ""


class ForecastBar(QWidget):
    """46 px high, as wide as its place."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._forecast: Forecast | None = None
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_forecast(self, forecast: Forecast) -> None:
        """Show other times; equal ones repaint nothing."""
        if forecast != self._forecast:
            self._forecast = forecast
            said = ", ".join(text for text in (forecast.elapsed_text, forecast.expected_text) if text)
            self.setAccessibleName(f"{self._name} {said}".strip())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(266, 46)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        facts = self._forecast
        if facts is None or facts.total <= 0:
            return
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        width = self.width()

        def at(seconds: float) -> float:
            return width * min(1.0, max(0.0, seconds / facts.total))

        track = QRectF(0, 14, width, 10)
        draw_face(painter, track, 5, now.colour("sunken"), QPen(now.colour("line"), 1))
        if facts.low is not None and facts.high is not None:
            band = QRectF(at(facts.low), 14, max(2.0, at(facts.high) - at(facts.low)), 10)
            painter.fillRect(band, now.colour("band"))
            if now.is_stark:
                painter.fillRect(band, QBrush(now.colour("marker"), Qt.BrushStyle.BDiagPattern))
        draw_face(painter, QRectF(0, 14, max(8.0, at(facts.elapsed)), 10), 5, now.colour("track"))
        dashed = QPen(now.colour("ink"), 1.5)
        dashed.setDashPattern([2, 1.5])
        painter.setPen(dashed)
        painter.drawLine(QPointF(at(facts.elapsed), 6), QPointF(at(facts.elapsed), 32))
        if facts.expected is not None:
            painter.fillRect(QRectF(min(width - 3, at(facts.expected) - 1.5), 8, 3, 22), now.colour("chosen"))
        self._paint_words(painter, facts, at(facts.elapsed), at(facts.expected or 0))

    def _paint_words(self, painter: QPainter, facts: Forecast, elapsed: float, expected: float) -> None:
        """The likely end first; the elapsed time gives way where words would meet."""
        now = theme.current()
        taken: list[QRectF] = []
        words = [(facts.total_text, float(self.width()), False), ("0", 0.0, False)]
        if facts.expected is not None:
            words.insert(0, (facts.expected_text, expected, True))
        words.append((facts.elapsed_text, elapsed, False))
        for text, middle, is_bold in words:
            face = font(13, bold=is_bold)
            length = QFontMetricsF(face).horizontalAdvance(text) + 2
            left = min(self.width() - length, max(0.0, middle - length / 2))
            box = QRectF(left, 30, length, 16)
            if any(box.adjusted(-4, 0, 4, 0).intersects(other) for other in taken):
                continue
            taken.append(box)
            painter.setFont(face)
            painter.setPen(now.colour("ink" if is_bold else "ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
