"""What a list shows while it is empty: a flat drawing, one sentence, what to do."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.labels import Label


class Drawing(QWidget):
    """A drawing of the icons folder at its own colours."""

    def __init__(self, name: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self._name, "#16202C", QRectF(self.rect()))


class EmptyState(QWidget):
    """`asked()` when the button is pressed. `drawing`: empty-sessions, empty-results or empty-cards."""

    asked = Signal()

    def __init__(
        self, drawing: str, sentence: str, action: str = "", parent: QWidget | None = None, *, key: str = ""
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(Drawing(drawing, QSize(160, 120), self), 0, Qt.AlignmentFlag.AlignHCenter)
        self.label = Label(sentence, "body", self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.label)
        self.button = KeyButton(action, self, kind="primary", key=key)
        self.button.setVisible(bool(action))
        self.button.press_with_enter()
        self.button.clicked.connect(self.asked)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
