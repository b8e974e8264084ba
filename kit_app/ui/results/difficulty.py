"""The chart of the puzzles' difficulty: median as a bar, 80 % of teams as a dot, the target as a stroke."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.i18n import Catalogue, number
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.views.overview import PuzzleOverview

ROW = 34
_TOP = 4
_AXIS = 28
_NAME = 96
_BAR = 18
_MINUTE_MS = 60_000
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)


class DifficultyChart(QWidget):
    """Grows with its rows; every number stands as text too, beside the bar and in the description."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._rows: tuple[PuzzleOverview, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(t("Difficulty of the puzzles"))

    def show_puzzles(self, rows: Sequence[PuzzleOverview]) -> None:
        """Show other puzzles."""
        self._rows = tuple(rows)
        self.setAccessibleDescription(". ".join(f"{row.statistic.id}: {self.words(row)}" for row in rows))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def words(self, row: PuzzleOverview) -> str:
        """What stands beside a bar."""
        t, median = self._t, row.statistic.median_ms
        if row.is_masked:
            return t("fewer than 5 people: not shown")
        if median is None:
            return t("solved by no team alone")
        minutes = number(median / _MINUTE_MS, t.language, 1)
        return (
            t("{minutes} min · too long", minutes=minutes)
            if row.is_long
            else t("{minutes} min", minutes=minutes)
        )

    def sizeHint(self) -> QSize:
        return QSize(560, _TOP + ROW * len(self._rows) + _AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def _longest_ms(self) -> int:
        shown = [row.statistic for row in self._rows if not row.is_masked]
        times = [time for one in shown for time in (one.median_ms, one.p80_ms) if time is not None]
        return max([*times, *(row.statistic.target_ms for row in self._rows), 2 * _MINUTE_MS])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        face = QFontMetricsF(font(13))
        words = max((face.horizontalAdvance(self.words(row)) for row in self._rows), default=0.0)
        width = max(120.0, self.width() - _NAME - words - 20)
        plot = QRectF(_NAME, _TOP, width, ROW * len(self._rows))
        longest = self._longest_ms()
        self._paint_axis(painter, plot, longest)
        for place, row in enumerate(self._rows):
            line = QRectF(0, _TOP + ROW * place, self.width(), ROW)
            self._paint_name(painter, line, row)
            self._paint_row(painter, line, plot, row, longest)

    def _paint_axis(self, painter: QPainter, plot: QRectF, longest_ms: int) -> None:
        now = theme.current()
        minutes = longest_ms / _MINUTE_MS
        step = next((step for step in (1, 2, 5, 10, 20) if minutes / step <= 8), 60)
        painter.setFont(font(13))
        for minute in range(0, int(minutes) + 1, step):
            x = plot.left() + plot.width() * minute / minutes
            painter.setPen(QPen(now.colour("line"), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            painter.setPen(now.colour("ink2"))
            box = QRectF(x - 40, plot.bottom() + 6, 80, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._t("{minutes} min", minutes=minute))

    def _paint_name(self, painter: QPainter, line: QRectF, row: PuzzleOverview) -> None:
        now = theme.current()
        path = row.statistic.path or ""
        if path in theme.PATH_FILLS:
            keyline = now.path_keyline()
            paint_path_shape(painter, QRectF(0, line.center().y() - 10, 20, 20), path, keyline=keyline)
        painter.setPen(now.colour("ink"))
        painter.setFont(font(14, bold=True))
        painter.drawText(QRectF(30, line.top(), _NAME - 30, line.height()), _MIDDLE, row.statistic.id)

    def _paint_row(
        self, painter: QPainter, line: QRectF, plot: QRectF, row: PuzzleOverview, longest_ms: int
    ) -> None:
        now = theme.current()
        one = row.statistic
        middle = line.center().y()
        words_at = plot.left() + 8
        if not row.is_masked and one.median_ms is not None:
            ink = now.colour("danger" if row.is_long else "track")
            right = plot.left() + plot.width() * one.median_ms / longest_ms
            draw_face(painter, QRectF(plot.left(), middle - _BAR / 2, right - plot.left(), _BAR), 3, ink)
            dot = plot.left() + plot.width() * (one.p80_ms or one.median_ms) / longest_ms
            target = plot.left() + plot.width() * one.target_ms / longest_ms
            self._paint_target(painter, target, middle)
            if dot - right > 8:
                draw_face(
                    painter, QRectF(dot - 6, middle - 6, 12, 12), 6, now.colour("surface"), QPen(ink, 2.5)
                )
            words_at = max(dot + 12, right + 10, target + 8 if abs(target - right) < 40 else 0.0)
        painter.setPen(now.colour("ink3" if row.is_masked else "danger" if row.is_long else "ink"))
        painter.setFont(font(13))
        painter.drawText(QRectF(words_at, line.top(), 400, line.height()), _MIDDLE, self.words(row))

    def _paint_target(self, painter: QPainter, x: float, middle: float) -> None:
        now = theme.current()
        painter.fillRect(QRectF(x - 1.5, middle - 13, 3, 26), now.colour("ink"))
        painter.fillRect(QRectF(x - 0.6, middle - _BAR / 2, 1.2, _BAR), now.colour("marker"))
