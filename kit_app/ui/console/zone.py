"""A third of the console: a surface with a title and a column. Nothing else."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.labels import Label
from kit_app.ui.common.paint import draw_face, smooth

PADDING = 12
LEAST_NOW, USUAL_NOW = 280, 292
LEAST_SAY, USUAL_SAY = 288, 352
_REST = 712
_LARGE = 1600


class Zone(QWidget):
    """`column` takes the content, `head` what stands beside the title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.set_padding(PADDING)
        self.column.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.title = Label(title, "zone", self, wraps=False)
        self.title.setMinimumHeight(28)
        self.head.addWidget(self.title)
        self.column.addLayout(self.head)

    def set_padding(self, padding: int) -> None:
        """How far the content keeps off the sides."""
        self.column.setContentsMargins(padding, min(8, padding), padding, padding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        now = theme.current()
        draw_face(painter, QRectF(self.rect()), 8, now.colour("surface"), QPen(now.colour("line"), 1))


def zone_widths(width: int) -> tuple[int, int]:
    """How wide *Now* and *What to say* are in a window: they share what the puzzles do not need."""
    spare = max(0, width - _REST - LEAST_NOW - LEAST_SAY)
    now = min(USUAL_NOW, LEAST_NOW + spare // 4)
    say = min(USUAL_SAY, LEAST_SAY + spare - (now - LEAST_NOW))
    beyond = max(0, width - _LARGE)
    return now + beyond // 6, say + beyond // 3


def row_of(*parts: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside one another; those that may grow share the room."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for part in parts:
        row.addWidget(part)
    return row
