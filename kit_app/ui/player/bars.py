"""How far each path is: one cell a puzzle, with shape, letter and count."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.theme import PATH_FILLS
from kit_app.ui.player.sheet import MIDDLE
from kit_app.views.player import NIGHT, PathBar, PlayerColours

LAST = "D"
_WHITE = QColor("#FFFFFF")


def shown_bars(bars: tuple[PathBar, ...]) -> tuple[tuple[PathBar, ...], PathBar | None]:
    """The bars to draw, and the last path once the others are full: then it takes the row."""
    others = tuple(bar for bar in bars if bar.letter != LAST)
    last = next((bar for bar in bars if bar.letter == LAST), None)
    is_time_for_last = bool(others) and all(bar.solved >= bar.total for bar in others)
    return others, last if is_time_for_last or not others else None


class PathBars(QWidget):
    """The row of bars at the foot of the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars: tuple[PathBar, ...] = ()
        self._text, self._quiet = QColor(NIGHT.text), QColor(NIGHT.quiet)

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw words and edges with these."""
        self._text, self._quiet = QColor(colours.text), QColor(colours.quiet)
        self.update()

    def show_bars(self, bars: tuple[PathBar, ...]) -> None:
        """Show how far the paths are; equal bars repaint nothing."""
        if bars != self._bars:
            self._bars = bars
            self.setAccessibleName(
                ", ".join(f"{bar.letter} {bar.name} {bar.solved}/{bar.total}" for bar in bars)
            )
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        others, last = shown_bars(self._bars)
        box = QRectF(self.rect())
        if last is None:
            self._paint_row(painter, box, others)
            return
        has_room = box.width() > box.height() * 4.5
        used = self._paint_done(painter, box, others) if others and has_room else 0.0
        self._paint_bar(painter, box.adjusted(used, 0, 0, 0), last)

    def _paint_row(self, painter: QPainter, box: QRectF, bars: tuple[PathBar, ...]) -> None:
        if not bars:
            return
        gap = min(box.height() * 0.42, box.width() * 0.034)
        width = (box.width() - gap * (len(bars) - 1)) / len(bars)
        for number, bar in enumerate(bars):
            left = box.left() + number * (width + gap)
            self._paint_bar(painter, QRectF(left, box.top(), width, box.height()), bar)

    def _paint_bar(self, painter: QPainter, box: QRectF, bar: PathBar) -> None:
        side = box.height() * 0.5
        paint_path_shape(painter, QRectF(box.left(), box.top(), side, side), bar.letter, keyline=_WHITE)
        painter.setFont(font(box.height() * 0.36, bold=True))
        painter.setPen(self._text)
        words = QRectF(box.left() + side * 1.25, box.top(), box.width() - side * 1.25, side)
        metrics = QFontMetricsF(painter.font())
        spellings = (f"{bar.solved} / {bar.total}", f"{bar.solved}/{bar.total}")
        for count in spellings:
            if metrics.horizontalAdvance(count) <= words.width():
                painter.drawText(words, int(MIDDLE.value), count)
                break
        _paint_cells(
            painter,
            QRectF(box.left(), box.bottom() - box.height() * 0.3, box.width(), box.height() * 0.3),
            bar,
            self._quiet,
        )

    def _paint_done(self, painter: QPainter, box: QRectF, bars: tuple[PathBar, ...]) -> float:
        """The full paths, small, each with a tick; how much room they took."""
        side = box.height() * 0.42
        left = box.left()
        for bar in bars:
            square = QRectF(left, box.bottom() - side, side, side)
            paint_path_shape(painter, square, bar.letter, keyline=_WHITE)
            draw_icon(painter, "check", self._text, QRectF(left + side, square.top(), side, side))
            left += side * 2.3
        return left - box.left() + side * 0.6


class PathNames(QWidget):
    """The paths with their names, centred in a row, for the launch of a game."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars: tuple[PathBar, ...] = ()
        self._text, self._quiet = QColor(NIGHT.text), QColor(NIGHT.quiet)

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw words and edges with these."""
        self._text, self._quiet = QColor(colours.text), QColor(colours.quiet)
        self.update()

    def show_bars(self, bars: tuple[PathBar, ...]) -> None:
        """Show the paths but the last."""
        self._bars = tuple(bar for bar in bars if bar.letter != LAST)
        self.setAccessibleName(", ".join(f"{bar.letter} {bar.name}" for bar in self._bars))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        high = float(self.height())
        face = font(high * 0.62)
        side, gap = high * 0.95, high * 0.24
        lengths = [QFontMetricsF(face).horizontalAdvance(bar.name) for bar in self._bars]
        free = self.width() - sum(lengths) - len(lengths) * (side + gap)
        between = max(high * 0.2, min(high * 1.25, free / max(1, len(lengths) - 1)))
        left = max(0.0, (free - between * (len(lengths) - 1)) / 2)
        painter.setFont(face)
        for bar, length in zip(self._bars, lengths, strict=True):
            paint_path_shape(painter, QRectF(left, (high - side) / 2, side, side), bar.letter, keyline=_WHITE)
            painter.setPen(self._text)
            left += side + gap
            painter.drawText(QRectF(left, 0, length + 4, high), int(MIDDLE.value), bar.name)
            left += length + between


def _paint_cells(painter: QPainter, box: QRectF, bar: PathBar, edge: QColor) -> None:
    line = max(1.5, box.height() * 0.07)
    radius = box.height() / 2
    pen = QPen(edge, line)
    total = max(1, bar.total)
    cell = box.width() / total
    outline = QPainterPath()
    outline.addRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(
        QRectF(box.left(), box.top(), cell * min(bar.solved, total), box.height()),
        QColor(PATH_FILLS.get(bar.letter, edge)),
    )
    painter.restore()
    draw_face(painter, box, radius, None, pen)
    painter.setPen(pen)
    for number in range(1, total):
        x = box.left() + number * cell
        painter.drawLine(
            QRectF(x, box.top() + line, 0, 0).topLeft(), QRectF(x, box.bottom() - line, 0, 0).topLeft()
        )
