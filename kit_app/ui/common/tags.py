"""State tags: an icon and a word on a tinted ground, as a widget and for painting in lists."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.common.paint import draw_face, smooth

TagKind = Literal["plain", "ok", "warn", "danger", "info", "marker"]

ICONS: dict[TagKind, str] = {
    "plain": "",
    "ok": "check",
    "warn": "clock",
    "danger": "warn",
    "info": "",
    "marker": "",
}
TAG_HEIGHT = 24
_TOKENS: dict[TagKind, tuple[str, str]] = {
    "plain": ("sunken", "ink2"),
    "ok": ("ok_bg", "ok"),
    "warn": ("warn_bg", "warn"),
    "danger": ("danger_bg", "danger"),
    "info": ("info_bg", "ink"),
    "marker": ("marker", "on_marker"),
}


def tag_width(text: str, icon: str) -> int:
    """The width that a tag needs."""
    words = QFontMetricsF(font(13, bold=True)).horizontalAdvance(text)
    return round(words) + 16 + (SMALL + 5 if icon else 0)


def paint_tag(painter: QPainter, rect: QRectF, text: str, kind: TagKind, icon: str) -> None:
    """Draw a tag that fills `rect`; words that do not fit end in an ellipsis."""
    ground, ink = _TOKENS[kind]
    now = theme.current()
    smooth(painter)
    pen = now.danger_pen(3) if kind == "danger" else now.edge_pen()
    draw_face(painter, rect, 4, now.colour(ground), pen if now.is_stark else None)
    left = rect.left() + 8
    if icon:
        draw_icon(painter, icon, now.colour(ink), QRectF(left, rect.center().y() - SMALL / 2, SMALL, SMALL))
        left += SMALL + 5
    face = font(13, bold=True)
    room = rect.right() - 8 - left
    words = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
    painter.setFont(face)
    painter.setPen(now.colour(ink))
    painter.drawText(
        QRectF(left, rect.top(), room + 4, rect.height()), int(Qt.AlignmentFlag.AlignVCenter.value), words
    )


class Tag(QLabel):
    """A state in a word. `icon` None takes the icon of the kind, "" none."""

    def __init__(
        self,
        text: str = "",
        kind: TagKind = "plain",
        parent: QWidget | None = None,
        *,
        icon: str | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind: TagKind = kind
        self._icon = ICONS[kind] if icon is None else icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def kind(self) -> TagKind:
        """What the tag says of its state."""
        return self._kind

    def show_tag(self, text: str, kind: TagKind, icon: str | None = None) -> None:
        """Show another state."""
        self._kind = kind
        self._icon = ICONS[kind] if icon is None else icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tag_width(self.text(), self._icon), TAG_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tag(QPainter(self), QRectF(self.rect()), self.text(), self._kind, self._icon)
