"""Small painted parts of a team's card: its paths in one line, lines that end in an ellipsis, what to say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.views.player import PathBar

BAR_HEIGHT = 20
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)


class PathLine(QWidget):
    """How far each path is: shape, one cell a puzzle, the count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[PathBar, ...] = ()
        self.setFixedHeight(BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[PathBar, ...]) -> None:
        """Show how far the paths are; equal bars repaint nothing."""
        if bars != self._bars:
            self._bars = bars
            self.setAccessibleName(
                ", ".join(f"{bar.letter} {bar.name} {bar.solved}/{bar.total}" for bar in bars)
            )
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        bars = [bar for bar in self._bars if bar.total]
        gap = 12.0
        width = (self.width() - gap * (len(bars) - 1)) / max(1, len(bars))
        for place, bar in enumerate(bars):
            self._paint_bar(painter, QRectF(place * (width + gap), 0, width, self.height()), bar)

    def _paint_bar(self, painter: QPainter, box: QRectF, bar: PathBar) -> None:
        now = theme.current()
        side = 17.0
        shape = QRectF(box.left(), box.center().y() - side / 2, side, side)
        paint_path_shape(painter, shape, bar.letter, keyline=now.path_keyline())
        count = f"{bar.solved}/{bar.total}"
        face = font(13)
        words = QFontMetricsF(face).horizontalAdvance(count) + 2
        painter.setFont(face)
        painter.setPen(now.colour("ink2"))
        painter.drawText(QRectF(box.right() - words, box.top(), words, box.height()), _MIDDLE, count)
        left, right = box.left() + side + 6, box.right() - words - 6
        cell = (right - left - 3 * (bar.total - 1)) / bar.total
        fill, edge = QColor(theme.PATH_FILLS[bar.letter]), QPen(now.colour("edge"), 1)
        for number in range(bar.total):
            one = QRectF(left + number * (cell + 3), box.center().y() - 5, cell, 10)
            is_solved = number < bar.solved
            draw_face(painter, one, 3, fill if is_solved else now.colour("surface"), edge)


class LineLabel(QWidget):
    """One line of text that ends in an ellipsis where there is no room; the tooltip has all of it."""

    def __init__(
        self, px: int, token: str = "ink", parent: QWidget | None = None, *, is_bold: bool = False
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._token = token
        self._face: QFont = font(px, bold=is_bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All of the text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text; the same repaints nothing."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, round(QFontMetricsF(self._face).height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._face)
        painter.setPen(theme.current().colour(self._token))
        words = QFontMetricsF(self._face).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), _MIDDLE, words)


class SayBox(QWidget):
    """The sentence to say, in as many lines as there is room for; marked when it is a suggestion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._is_marked = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text

    def show_say(self, text: str, *, is_marked: bool) -> None:
        """Show another sentence; the same repaints nothing."""
        if (text, is_marked) != (self._text, self._is_marked):
            self._text, self._is_marked = text, is_marked
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 66)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        face = font(17, bold=self._is_marked)
        high = QFontMetricsF(face).height()
        left = 16.0 if self._is_marked else 0.0
        room = self.width() - left - (8 if self._is_marked else 0)
        most = max(1, int((self.height() - 10) // high))
        lines = fitted_lines(self._text, face, room, most)
        if self._is_marked:
            box = QRectF(0, 0, self.width(), min(self.height(), len(lines) * high + 12))
            draw_face(painter, box, 4, now.colour("marker_bg"))
            painter.fillRect(QRectF(0, 0, 6, box.height()), now.colour("marker"))
        painter.setFont(face)
        painter.setPen(now.colour("ink" if self._is_marked else "ink2"))
        top = 6.0 if self._is_marked else 2.0
        for number, line in enumerate(lines):
            painter.drawText(QRectF(left, top + number * high, room + 2, high), _MIDDLE, line)


def fitted_lines(text: str, face: QFont, width: float, most: int) -> list[str]:
    """`text` broken into at most `most` lines; the last ends in an ellipsis when something is left over."""
    metrics = QFontMetricsF(face)
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words:
        lines[-1] = f"{lines[-1]} {' '.join(words)}"
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width + 1) for line in lines]
