"""A countdown whose digits stand still: fixed cells, and only a cell that changed is painted again."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font

_MS = 1000
_MINUTE_S = 60


def clock_text(remaining_ms: int) -> str:
    """Minutes and seconds left, rounded up, so that the clock reads 00:00 only when nothing is left."""
    seconds = max(0, -(-remaining_ms // _MS))
    return f"{seconds // _MINUTE_S:02d}:{seconds % _MINUTE_S:02d}"


class CountdownLabel(QWidget):
    """Fills its box with the time left.

    `ground` lets Qt skip everything below; for plain grounds. `largest` limits the digits (px).
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        colour: QColor | None = None,
        ground: QColor | None = None,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        name: str = "",
        largest: int = 4000,
    ) -> None:
        super().__init__(parent)
        self._colour, self._ground, self._alignment = colour, ground, alignment
        self._largest = largest
        self._text = ""
        self._name = name
        self._cells: list[QRect] = []
        self._glyphs: dict[str, QPixmap] = {}
        self._size = 0
        self._minute = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground is not None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """What the clock reads."""
        return self._text

    def set_remaining(self, remaining_ms: int) -> None:
        """Show the time left; nothing happens while it reads the same."""
        self.set_text(clock_text(remaining_ms))

    def set_text(self, text: str) -> None:
        """Show digits and colons; repaints the cells that changed."""
        before = self._text
        if text == before:
            return
        self._text = text
        minute = text.rpartition(":")[0]
        if minute != self._minute:
            self._minute = minute
            self.setAccessibleName(f"{self._name} {text}".strip())
        if len(text) != len(before) or not self._cells:
            self._lay_out()
            self.update()
            return
        for cell, old, new in zip(self._cells, before, text, strict=True):
            if old != new:
                self.update(cell)

    def set_colours(self, colour: QColor | None, ground: QColor | None) -> None:
        """Change ink and ground."""
        if (colour, ground) == (self._colour, self._ground):
            return
        self._colour, self._ground = colour, ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground is not None)
        self._glyphs.clear()
        self.update()

    def set_alignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Change the side at which the digits stand."""
        if alignment != self._alignment:
            self._alignment = alignment
            self._lay_out()
            self.update()

    def set_largest(self, largest: int) -> None:
        """Limit the size of the digits, in pixels."""
        if largest != self._largest:
            self._largest = largest
            self._lay_out()
            self.update()

    def text_size(self) -> int:
        """The pixel size of the digits."""
        return self._size

    def sizeHint(self) -> QSize:
        return QSize(240, 78)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Cells as wide as the widest digit, as high as the digits, centred on the box."""
        if not self._text or self.width() < 1 or self.height() < 1:
            self._cells = []
            return
        trial = QFontMetricsF(font(100, bold=True))
        digit = max(trial.horizontalAdvance(figure) for figure in "0123456789")
        colon = trial.horizontalAdvance(":")
        wide = sum(colon if sign == ":" else digit for sign in self._text)
        high = trial.capHeight() * 1.06
        size = min(self._largest, 100 * self.width() / wide, 100 * self.height() / high)
        if self._size != max(1, int(size)):
            self._size = max(1, int(size))
            self._glyphs.clear()
        scale = self._size / 100
        left = {
            Qt.AlignmentFlag.AlignLeft: 0.0,
            Qt.AlignmentFlag.AlignRight: self.width() - wide * scale,
        }.get(self._alignment, (self.width() - wide * scale) / 2)
        self._cells = []
        for sign in self._text:
            width = (colon if sign == ":" else digit) * scale
            cell_left, cell_right = round(left), round(left + width)
            top = round((self.height() - high * scale) / 2)
            self._cells.append(QRect(cell_left, top, cell_right - cell_left, round(high * scale)))
            left += width

    def _glyph(self, sign: str, cell: QRect) -> QPixmap:
        """One sign, drawn once per size and kept."""
        found = self._glyphs.get(sign)
        if found is not None:
            return found
        ratio = self.devicePixelRatio()
        result = QPixmap(cell.size() * ratio)
        result.setDevicePixelRatio(ratio)
        result.fill(self._ground if self._ground is not None else Qt.GlobalColor.transparent)
        painter = QPainter(result)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = font(self._size, bold=True)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(self._colour or theme.current().colour("ink"))
        base = cell.height() / 2 + metrics.capHeight() / 2
        left = (cell.width() - metrics.horizontalAdvance(sign)) / 2
        painter.drawText(QRectF(left, base - metrics.ascent(), cell.width() * 2, metrics.height()), 0, sign)
        painter.end()
        self._glyphs[sign] = result
        return result

    def changeEvent(self, event: object) -> None:
        self._glyphs.clear()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dirty = event.rect()
        if self._ground is not None:
            painter.fillRect(dirty, self._ground)
        for cell, sign in zip(self._cells, self._text, strict=True):
            if cell.intersects(dirty):
                painter.drawPixmap(cell.topLeft(), self._glyph(sign, cell))
