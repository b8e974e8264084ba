"""Small painted parts of a team's card: its paths in one line, lines of words, what to say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.views.player import PathBar

BAR_HEIGHT = 20
_MARK = 16.0
_ANY = 100
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
    """Text in at most `most` lines: it grows by itself to as many as it needs.

    What is longer still ends in an ellipsis; the tooltip has all of it.
    """

    def __init__(
        self,
        px: int,
        token: str = "ink",
        parent: QWidget | None = None,
        *,
        is_bold: bool = False,
        most: int = 1,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._token = token
        self._most = most
        self._lines: list[str] = []
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
            self._break_lines()
            self.update()

    def set_most(self, most: int) -> None:
        """Allow more or fewer lines."""
        if most != self._most:
            self._most = most
            self._break_lines()
            self.update()

    @property
    def is_whole(self) -> bool:
        """Whether all of the text is seen."""
        return " ".join(self._lines) == self._text

    @property
    def wanted_width(self) -> int:
        """What one line of it needs (px)."""
        return round(QFontMetricsF(self._face).horizontalAdvance(self._text)) + 2

    def sizeHint(self) -> QSize:
        return QSize(60, round(QFontMetricsF(self._face).height() * max(1, len(self._lines))) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break_lines()

    def _break_lines(self) -> None:
        before = len(self._lines)
        self._lines = fitted_lines(self._text, self._face, self.width(), self._most)
        if max(1, before) != max(1, len(self._lines)):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._face)
        painter.setPen(theme.current().colour(self._token))
        high = QFontMetricsF(self._face).height()
        top = (self.height() - high * len(self._lines)) / 2
        for number, line in enumerate(self._lines):
            painter.drawText(QRectF(0, top + number * high, self.width() + 2, high), _MIDDLE, line)


class SayBox(QWidget):
    """The sentence to say, marked when it is a suggestion. It asks for all the lines that it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._lines: list[str] = []
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
            self._break_lines()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, max(66, self.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, max(34, round(len(self._lines) * self._high) + 13))

    @property
    def is_whole(self) -> bool:
        """Whether all of the sentence is seen."""
        return self.height() >= len(self._lines) * self._high + 12

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break_lines()

    @property
    def _face(self) -> QFont:
        return font(17, bold=self._is_marked)

    @property
    def _high(self) -> float:
        return QFontMetricsF(self._face).height()

    @property
    def _room(self) -> float:
        """How wide a line may be (px)."""
        return self.width() - (_MARK + 8.0 if self._is_marked else 0.0)

    def _break_lines(self) -> None:
        before = len(self._lines)
        self._lines = fitted_lines(self._text, self._face, self._room, _ANY) if self._text else []
        if len(self._lines) != before:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        high, room = self._high, self._room
        left = _MARK if self._is_marked else 0.0
        if self._is_marked:
            box = QRectF(0, 0, self.width(), min(self.height(), len(self._lines) * high + 12))
            draw_face(painter, box, 4, now.colour("marker_bg"))
            painter.fillRect(QRectF(0, 0, 6, box.height()), now.colour("marker"))
        painter.setFont(self._face)
        painter.setPen(now.colour("ink" if self._is_marked else "ink2"))
        top = 6.0 if self._is_marked else 2.0
        for number, line in enumerate(self._lines):
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
