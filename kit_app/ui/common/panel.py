"""A card on the page: title, something at its right, and a body."""

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.icons import NORMAL
from kit_app.ui.common.labels import IconLabel, Label
from kit_app.ui.common.paint import draw_face, smooth

PanelLook = Literal["plain", "marked", "danger", "warn", "sunken", "say", "info"]

_GROUNDS: dict[PanelLook, str] = {"sunken": "sunken", "say": "marker_bg", "info": "info_bg"}
_BORDERS: dict[PanelLook, tuple[str, float]] = {"danger": ("danger", 2), "warn": ("warn", 2)}
_MARK = 6


class Panel(QFrame):
    """A surface with 16 px of padding. Put things into `body`; what stands right of the title into `head`."""

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        look: PanelLook = "plain",
        padding: int = 16,
    ) -> None:
        super().__init__(parent)
        self._look: PanelLook = look
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.title = Label(title, "h3", self)
        self.title.setVisible(bool(title))
        if icon:
            self.head.addWidget(IconLabel(icon, "ink", NORMAL, self))
        self.head.addWidget(self.title, 1)
        column.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Append to the body."""
        if isinstance(part, QLayout):
            self.body.addLayout(part, stretch)
        else:
            self.body.addWidget(part, stretch)

    def add_to_head(self, part: QWidget) -> None:
        """Put a control at the right of the title."""
        self.head.addWidget(part)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_look(self, look: PanelLook) -> None:
        """Change border and ground."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        box = QRectF(self.rect())
        pen: QPen | None = None
        if self._look not in ("say", "info"):
            token, width = _BORDERS.get(self._look, ("line", 1.0))
            pen = now.danger_pen(width) if token == "danger" else QPen(now.colour(token), width)
        elif now.is_stark:
            pen = now.chosen_pen() if self._look == "say" else now.edge_pen()
        draw_face(painter, box, 8, now.colour(_GROUNDS.get(self._look, "surface")), pen)
        if self._look in ("marked", "say"):
            shape = QPainterPath()
            shape.addRoundedRect(box, 8, 8)
            painter.setClipPath(shape)
            is_top = self._look == "marked"
            mark = QRectF(0, 0, box.width() if is_top else _MARK, _MARK if is_top else box.height())
            painter.fillRect(mark, now.colour("marker"))
