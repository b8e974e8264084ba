"""Text at the largest size that fits its box; it wraps first, and never goes below its least size."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import UI_FAMILY, font


@lru_cache(maxsize=512)
def fitting_size(
    text: str, family: str, is_bold: bool, box: tuple[int, int], largest: int, least: int
) -> int:
    """Largest pixel size at which `text`, wrapped between words, fits `box`; `least` when none does."""
    low, high = least, max(least, largest)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(text, font(middle, bold=is_bold, family=family), box):
            low = middle
        else:
            high = middle - 1
    return low


def _fits(text: str, face: QFont, box: tuple[int, int]) -> bool:
    metrics = QFontMetricsF(face)
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    if longest > box[0]:
        return False
    used = metrics.boundingRect(QRectF(0, 0, box[0], 100_000), int(Qt.TextFlag.TextWordWrap.value), text)
    return used.height() <= box[1] and used.width() <= box[0] + 1


@lru_cache(maxsize=1024)
def wrapped_size(text: str, family: str, is_bold: bool, px: int, width: int) -> tuple[int, int]:
    """Width and height in pixels that `text` takes at a size, wrapped between words to a width.

    It is broader than `width` only when one of its words is.
    """
    metrics = QFontMetricsF(font(px, bold=is_bold, family=family))
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    used = metrics.boundingRect(QRectF(0, 0, width, 100_000), int(Qt.TextFlag.TextWordWrap.value), text)
    return ceil(max(longest, used.width())), ceil(used.height())


class FitLabel(QLabel):
    """`sizes` are the least and the largest in pixels; `colour` None takes the ink of the theme."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        sizes: tuple[int, int] = (13, 400),
        is_bold: bool = False,
        family: str = UI_FAMILY,
        colour: QColor | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._least, self._largest = sizes
        self._is_bold, self._family, self._colour = is_bold, family, colour
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_range(self, least: int, largest: int) -> None:
        """Change the sizes allowed."""
        self._least, self._largest = least, max(least, largest)
        self.update()

    def set_colour(self, colour: QColor) -> None:
        """Change the ink."""
        self._colour = colour
        self.update()

    def text_size(self) -> int:
        """The pixel size at which the text is drawn now."""
        box = self.contentsRect()
        return fitting_size(
            self.text(), self._family, self._is_bold, (box.width(), box.height()), self._largest, self._least
        )

    def text_width(self) -> int:
        """The width that the words take at their size."""
        return round(self._used().width()) + 2

    def text_height(self) -> int:
        """The height that the words take at their size."""
        return round(self._used().height()) + 2

    def _used(self) -> QRectF:
        face = font(self.text_size(), bold=self._is_bold, family=self._family)
        room = QRectF(0, 0, self.contentsRect().width(), 100_000)
        return QFontMetricsF(face).boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), self.text())

    def fits(self) -> bool:
        """Whether the whole text is inside the box at that size."""
        box = self.contentsRect()
        face = font(self.text_size(), bold=self._is_bold, family=self._family)
        return _fits(self.text(), face, (box.width(), box.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(self.text_size(), bold=self._is_bold, family=self._family))
        painter.setPen(self._colour or theme.current().colour("ink"))
        flags = int(self.alignment().value) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(QRectF(self.contentsRect()), flags, self.text())
