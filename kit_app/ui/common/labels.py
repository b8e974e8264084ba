"""Lines of text by role, and thin rules. The look of a role is in the style sheet."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.accessible import set_look
from kit_app.ui.common.icons import NORMAL, draw_icon

Role = Literal[
    "body", "bold", "quiet", "small", "help", "error", "label", "zone", "mono",
    "h1", "h2", "h3", "say", "rail-title", "rail", "rail-quiet", "say-bold", "figure", "clock", "display",
]  # fmt: skip


class Label(QLabel):
    """Text that wraps unless `wraps` is False; plain text, never markup."""

    def __init__(
        self, text: str = "", role: Role = "body", parent: QWidget | None = None, *, wraps: bool = True
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_role(self, role: Role) -> None:
        """Change how the text looks."""
        set_look(self, "role", role)


def flowing(label: Label) -> Label:
    """The label, now exactly as high as its text is at the width it gets; for pages that scroll."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


class IconLabel(QWidget):
    """An icon in the colour of a token, beside words that say the same."""

    def __init__(
        self, name: str, token: str = "ink", size: int = NORMAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._token = token
        self._side = size
        self.setFixedSize(QSize(size, size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, token: str | None = None) -> None:
        """Show another icon, perhaps in another colour."""
        self._name = name
        self._token = token or self._token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._name:
            draw_icon(painter, self._name, theme.current().colour(self._token), QRectF(self.rect()))


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin horizontal line."""
    line = QFrame(parent)
    line.setProperty("rule", "line")
    line.setFixedHeight(1)
    return line
