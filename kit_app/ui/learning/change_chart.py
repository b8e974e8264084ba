"""The chart of what was learnt: a ring before, a dot after, a line for the interval of the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.game.learning import Change
from kit_app.i18n import Catalogue
from kit_app.services.learning_words import share_text, signed_change
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, smooth

ROW = 34
_TOP, _AXIS, _GAP = 4, 28, 12
_RING, _DOT = 6.0, 7.0
_CAP, _ARROW = 3.0, 5.0
_EXACT = 1e-9  # an end at 0 % or 100 % is an end
_LEAST_PLOT = 130.0
_MOST_NAME = 150.0
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A line of the chart: its name, and what changed."""

    name: str
    change: Change


class IntervalEnd(NamedTuple):
    """Where an interval ends on the scale (0 to 1), and whether it would go on beyond it."""

    share: float
    is_cut: bool


def interval_ends(change: Change) -> tuple[IntervalEnd, ...]:
    """Both ends as shares after the change; none without an interval."""
    if change.interval is None or change.first is None:
        return ()
    ends = (change.first + end for end in change.interval)
    return tuple(IntervalEnd(min(1.0, max(0.0, end)), not -_EXACT <= end <= 1 + _EXACT) for end in ends)


class ChangeChart(QWidget):
    """Grows with its rows; every number stands as text too, beside the line and in the description."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._rows: tuple[ChangeRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(t("What was learnt"))

    def show_rows(self, rows: Sequence[ChangeRow]) -> None:
        """Show other lines."""
        self._rows = tuple(rows)
        self.setAccessibleDescription(". ".join(f"{row.name}: {self.words(row)}" for row in rows))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def words(self, row: ChangeRow) -> str:
        """What stands beside a line."""
        return self._t("fewer than 5") if row.change.is_masked else signed_change(row.change)

    def sizeHint(self) -> QSize:
        return QSize(480, _TOP + ROW * len(self._rows) + _AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        face = QFontMetricsF(font(13))
        words = max((face.horizontalAdvance(self.words(row)) for row in self._rows), default=0.0)
        name = min(_MOST_NAME, max((face.horizontalAdvance(row.name) for row in self._rows), default=0.0))
        left = name + _GAP
        width = max(_LEAST_PLOT, self.width() - left - words - 2 * _GAP)
        plot = QRectF(left, _TOP, width, ROW * len(self._rows))
        self._paint_axis(painter, plot)
        for place, row in enumerate(self._rows):
            line = QRectF(0, _TOP + ROW * place, self.width(), ROW)
            self._paint_row(painter, line, plot, row)

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        now = theme.current()
        painter.setFont(font(13))
        for percent in (0, 50, 100):
            x = plot.left() + plot.width() * percent / 100
            painter.setPen(QPen(now.colour("line"), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            painter.setPen(now.colour("ink2"))
            box = QRectF(x - 40, plot.bottom() + 6, 80, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, share_text(percent / 100, self._t))

    def _paint_row(self, painter: QPainter, line: QRectF, plot: QRectF, row: ChangeRow) -> None:
        now, change = theme.current(), row.change
        painter.setFont(font(13))
        painter.setPen(now.colour("ink"))
        name = QFontMetricsF(font(13)).elidedText(row.name, Qt.TextElideMode.ElideRight, plot.left() - _GAP)
        painter.drawText(QRectF(0, line.top(), plot.left(), line.height()), _MIDDLE, name)
        middle = line.center().y()
        if change.first is not None and change.second is not None:
            first = plot.left() + plot.width() * change.first
            second = plot.left() + plot.width() * change.second
            self._paint_interval(painter, plot, change, middle)
            painter.setPen(QPen(now.colour("track"), 4))
            painter.drawLine(QPointF(first, middle), QPointF(second, middle))
            ring = QRectF(first - _RING, middle - _RING, 2 * _RING, 2 * _RING)
            draw_face(painter, ring, _RING, now.colour("surface"), QPen(now.colour("ink"), 2))
            dot = QRectF(second - _DOT, middle - _DOT, 2 * _DOT, 2 * _DOT)
            draw_face(painter, dot, _DOT, now.colour("ink"))
        painter.setPen(now.colour("ink3" if change.is_masked else "ink"))
        painter.setFont(font(13))
        words = QRectF(plot.right() + _GAP, line.top(), line.right() - plot.right() - _GAP, line.height())
        painter.drawText(words, _MIDDLE, self.words(row))

    def _paint_interval(self, painter: QPainter, plot: QRectF, change: Change, middle: float) -> None:
        """From the least to the most that the second share may be, as seen from the first.

        An end beyond the scale has an arrow there: the interval goes on.
        """
        ends = interval_ends(change)
        if not ends:
            return
        at = middle + 10
        low, high = (plot.left() + plot.width() * end.share for end in ends)
        painter.setPen(QPen(theme.current().colour("ink2"), 1.5))
        painter.drawLine(QPointF(low, at), QPointF(high, at))
        for x, end, outward in zip((low, high), ends, (-1, 1), strict=True):
            if end.is_cut:
                for tip in (-_CAP, _CAP):
                    painter.drawLine(QPointF(x, at), QPointF(x - outward * _ARROW, at + tip))
            else:
                painter.drawLine(QPointF(x, at - _CAP), QPointF(x, at + _CAP))
