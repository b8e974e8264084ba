"""The time line of a finished run: one row a puzzle, from its opening to its answer, on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape

ROW = 34
_TOP = 6
_TEXT_CLEARS = 60
"""A target this near after the bar pushes the words behind its tick."""
_AXIS = 28
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """Times in seconds of run time; `end_s` None while unsolved, `hints_s` when hints were shown."""

    ident: str
    title: str = ""
    path: str = ""
    start_s: float | None = None
    end_s: float | None = None
    target_s: float | None = None
    hints_s: tuple[float, ...] = ()
    text: str = ""
    is_late: bool = False


class Timeline(QWidget):
    """Grows with its rows; place it in a page that scrolls."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._rows: tuple[TimelineRow, ...] = ()
        self._total = 0.0
        self._unit = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[TimelineRow], total_s: float, unit: str) -> None:
        """Show a run of `total_s` seconds; `unit` is written after the minutes of the axis."""
        self._rows = tuple(rows)
        self._total = max(60.0, total_s)
        self._unit = unit
        self.setAccessibleDescription(
            ". ".join(f"{row.ident} {row.title}: {row.text}" for row in rows if row.text)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, _TOP + ROW * len(self._rows) + _AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def _names_width(self) -> float:
        face = QFontMetricsF(font(14))
        widest = max((face.horizontalAdvance(f"{row.ident} {row.title}") for row in self._rows), default=40.0)
        return min(self.width() * 0.34, widest + 42)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        left = self._names_width()
        text_room = max(
            (QFontMetricsF(font(13)).horizontalAdvance(row.text) for row in self._rows), default=0.0
        )
        plot = QRectF(left, _TOP, max(60.0, self.width() - left - text_room - 24), ROW * len(self._rows))
        self._paint_axis(painter, plot)
        for number, row in enumerate(self._rows):
            line = QRectF(0, _TOP + ROW * number, self.width(), ROW)
            self._paint_name(painter, line, left, row)
            self._paint_row(painter, line, plot, row)

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        now = theme.current()
        minutes = self._total / 60
        step = next((s for s in (1, 2, 5, 10, 15, 20, 30) if minutes / s <= 10), 60)
        painter.setFont(font(13))
        minute = 0
        while minute <= minutes:
            x = plot.left() + plot.width() * minute / minutes
            painter.setPen(QPen(now.colour("line"), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            painter.setPen(now.colour("ink2"))
            box = QRectF(x - 40, plot.bottom() + 6, 80, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{minute} {self._unit}".strip())
            minute += step

    def _paint_name(self, painter: QPainter, line: QRectF, left: float, row: TimelineRow) -> None:
        now = theme.current()
        if row.path in theme.PATH_FILLS:
            place = QRectF(0, line.center().y() - 10, 20, 20)
            paint_path_shape(painter, place, row.path, keyline=now.path_keyline())
        painter.setPen(now.colour("ink"))
        bold, plain = font(14, bold=True), font(14)
        painter.setFont(bold)
        painter.drawText(QRectF(28, line.top(), left, line.height()), _MIDDLE, row.ident)
        start = 28 + QFontMetricsF(bold).horizontalAdvance(row.ident) + 6
        painter.setFont(plain)
        words = QFontMetricsF(plain).elidedText(row.title, Qt.TextElideMode.ElideRight, left - start - 8)
        painter.drawText(QRectF(start, line.top(), left - start, line.height()), _MIDDLE, words)

    def _paint_row(self, painter: QPainter, line: QRectF, plot: QRectF, row: TimelineRow) -> None:
        now = theme.current()

        def at(seconds: float) -> float:
            return plot.left() + plot.width() * min(1.0, max(0.0, seconds / self._total))

        middle = line.center().y()
        words_at = plot.left() + 8
        if row.start_s is not None:
            end = row.end_s if row.end_s is not None else self._total
            ink = now.colour("danger" if row.is_late else "track")
            box = QRectF(at(row.start_s), middle - 9, max(4.0, at(end) - at(row.start_s)), 18)
            if row.end_s is None:
                pen = QPen(ink, 1.5)
                pen.setDashPattern([3, 2])
                draw_face(painter, box, 3, now.colour("sunken"), pen)
            else:
                draw_face(painter, box, 3, ink, now.edge_pen() if row.is_late else None)
            words_at = box.right() + 10
            if row.target_s is not None:
                x = at(row.start_s + row.target_s)
                painter.fillRect(QRectF(x - 1.25, middle - 13, 2.5, 26), now.colour("ink"))
                painter.fillRect(QRectF(x - 0.6, middle - 9, 1.2, 18), now.colour("marker"))
                words_at = max(words_at, x + 10) if x - box.right() < _TEXT_CLEARS else words_at
        for moment in row.hints_s:
            disc = QRectF(at(moment) - 9, middle - 9, 18, 18)
            draw_face(painter, disc, 9, now.colour("marker"), QPen(now.colour("on_marker"), 1))
            draw_icon(painter, "hint", now.colour("on_marker"), disc.adjusted(2, 2, -2, -2))
            words_at = max(words_at, disc.right() + 6)
        painter.setPen(now.colour("danger" if row.is_late else "ink"))
        painter.setFont(font(13))
        painter.drawText(QRectF(words_at, line.top(), 400, line.height()), _MIDDLE, row.text)
