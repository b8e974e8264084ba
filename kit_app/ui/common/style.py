"""Fusion with our focus ring: 2 px of ink with a gap of 2 px, shown for the keyboard only."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

RING = 2
GAP = 2


def has_keyboard_focus(widget: QWidget) -> bool:
    """Whether the widget has the focus and the last change of focus came from the keyboard."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def paint_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Draw the ring just inside `rect`; what it surrounds must keep RING + GAP pixels off."""
    half = RING / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, RING))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


class KitStyle(QProxyStyle):
    """Fusion everywhere, so that the same pixels are drawn on each system."""

    NAME = "kit"

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName(self.NAME)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)
        elif option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            colour = option.palette.color(QPalette.ColorRole.WindowText)
            paint_ring(painter, QRectF(option.rect), 4, colour)
