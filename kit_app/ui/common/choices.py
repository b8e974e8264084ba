"""Choices of one among few: joined segments and cards."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, draw_radio, smooth
from kit_app.ui.common.style import GAP, RING, has_keyboard_focus, paint_ring

_LONGEST_LINE = 320
"""Longer rows of segments may break into lines (px)."""
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft).value)


class ChoiceButton(QAbstractButton):
    """One of an exclusive group, moved by arrows as radio buttons are."""

    def __init__(self, ident: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ident = ident
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        group = self.group()
        step = -1 if event.key() in _BACK else 1 if event.key() in _FORTH else 0
        if not step or group is None:
            super().keyPressEvent(event)
            return
        mates = [button for button in group.buttons() if button.isEnabled()]
        mate = mates[(mates.index(self) + step) % len(mates)]
        mate.setFocus(Qt.FocusReason.TabFocusReason)
        mate.click()


class _Segment(ChoiceButton):
    def __init__(self, ident: str, text: str, parent: QWidget, *, height: int, place: str) -> None:
        super().__init__(ident, text, parent)
        self._height = height
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def set_place(self, place: str) -> None:
        """Which corners are round: of the first, the last, the only one of its line, or none (mid)."""
        if place != self._place:
            self._place = place
            self.update()

    def _px(self) -> int:
        return 15 if self._height > 32 else 14

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(self._px(), bold=True)).horizontalAdvance(self.text())
        return QSize(max(44, round(width) + 26), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        left = 6.0 if self._place in ("first", "only") else 0.0
        right = 6.0 if self._place in ("last", "only") else 0.0
        path = _half_rounded(box, left, right)
        is_on = self.isChecked()
        fill = now.colour(
            "primary" if is_on else "info_bg" if self.underMouse() and self.isEnabled() else "surface"
        )
        if not self.isEnabled():
            fill = now.colour("sunken")
        painter.setPen(QPen(now.colour("primary" if is_on and self.isEnabled() else "edge"), 1))
        painter.setBrush(fill)
        painter.drawPath(path)
        ink = now.colour("on_primary" if is_on else "ink")
        if has_keyboard_focus(self):
            paint_ring(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, ink)
        painter.setPen(ink if self.isEnabled() else now.colour("quiet_ink"))
        painter.setFont(font(self._px(), bold=is_on))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedChoice(QWidget):
    """Joined buttons, one of them chosen. `changed(str)` tells the id that a person chose."""

    changed = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        name: str = "",
        height: int = 36,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = self._row = FlowRow(self, spacing=0)
        self._buttons: dict[str, _Segment] = {}
        for number, (ident, text) in enumerate(choices):
            place = _place(number, len(choices))
            button = _Segment(ident, text, self, height=height, place=place)
            self._group.addButton(button)
            row.add(button, 1)
            self._buttons[ident] = button
            button.clicked.connect(lambda _checked=False, chosen=ident: self.changed.emit(chosen))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """In one line where that is not too long."""
        least, whole = self._row.minimumSize(), self._row.sizeHint()
        return QSize(max(least.width(), min(whole.width(), _LONGEST_LINE)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Segments are joined in one line; where they need several they stand apart."""
        super().resizeEvent(event)
        buttons = list(self._buttons.values())
        is_joined = sum(button.sizeHint().width() for button in buttons) <= self.width()
        self._row.setSpacing(0 if is_joined else 4)
        for number, button in enumerate(buttons):
            button.set_place(_place(number, len(buttons)) if is_joined else "only")

    def value(self) -> str:
        """The id chosen, empty before any."""
        button = self._group.checkedButton()
        return button.ident if isinstance(button, _Segment) else ""

    def set_value(self, ident: str) -> None:
        """Choose without telling."""
        self._buttons[ident].setChecked(True)
        self.setFocusProxy(self._buttons[ident])

    def button(self, ident: str) -> QAbstractButton:
        """One of the segments, for tests and for shortcuts."""
        return self._buttons[ident]


class ChoiceCard(ChoiceButton):
    """A card with a title and a quiet line; the whole card is clicked."""

    def __init__(self, ident: str, title: str, line: str, parent: QWidget) -> None:
        super().__init__(ident, title, parent)
        self._line = line
        self.setAccessibleDescription(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(140)

    def sizeHint(self) -> QSize:
        return QSize(190, self.heightForWidth(190))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.heightForWidth(self.width() if self.width() > 100 else 190))

    def heightForWidth(self, width: int) -> int:
        title, line = self._boxes(width)
        return max(64, round(line.bottom() if self._line else title.bottom()) + 14)

    def _boxes(self, width: int) -> tuple[QRectF, QRectF]:
        title = QFontMetricsF(font(16, bold=True)).boundingRect(
            QRectF(42, 12, max(60, width - 54), 1000), _WRAP, self.text()
        )
        line = QFontMetricsF(font(13)).boundingRect(
            QRectF(13, title.bottom() + 5, max(60, width - 26), 1000), _WRAP, self._line
        )
        return title, line

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        paint_choice_face(painter, self)
        is_on, ink = self.isChecked(), now.colour("ink" if self.isEnabled() else "quiet_ink")
        title, line = self._boxes(self.width())
        dot = QPointF(22, title.top() + QFontMetricsF(font(16, bold=True)).height() / 2)
        draw_radio(painter, dot, is_on, now.colour("primary"), now.colour("edge"), now.colour("surface"))
        painter.setPen(ink)
        painter.setFont(font(16, bold=True))
        painter.drawText(title.adjusted(0, 0, 2, 2), _WRAP, self.text())
        painter.setPen(now.colour("ink2" if self.isEnabled() else "quiet_ink"))
        painter.setFont(font(13))
        painter.drawText(line.adjusted(0, 0, 2, 2), _WRAP, self._line)


def paint_choice_face(painter: QPainter, button: QAbstractButton) -> QRectF:
    """The ground of a button to choose: edge or mark, lit under the mouse, ring. Returns the face."""
    now = theme.current()
    face = QRectF(button.rect())
    if has_keyboard_focus(button):
        paint_ring(painter, face, 9, now.colour("ink"))
        off = RING + GAP
        face.adjust(off, off, -off, -off)
    is_on, is_lit = button.isChecked(), button.isDown() or button.underMouse()
    fill = now.colour("marker_bg" if is_on else "info_bg" if is_lit else "surface")
    draw_face(painter, face, 8, fill, now.chosen_pen() if is_on else QPen(now.colour("edge"), 1))
    return face


class CardChoice(QWidget):
    """Choice cards in a row. `changed(str)` tells the id that a person chose."""

    changed = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = FlowRow(self, spacing=10)
        self._cards: dict[str, ChoiceCard] = {}
        for ident, title, line in choices:
            card = ChoiceCard(ident, title, line, self)
            self._group.addButton(card)
            row.add(card, 1)
            self._cards[ident] = card
            card.clicked.connect(lambda _checked=False, chosen=ident: self.changed.emit(chosen))

    def value(self) -> str:
        """The id chosen, empty before any."""
        card = self._group.checkedButton()
        return card.ident if isinstance(card, ChoiceCard) else ""

    def set_value(self, ident: str) -> None:
        """Choose without telling."""
        self._cards[ident].setChecked(True)
        self.setFocusProxy(self._cards[ident])

    def card(self, ident: str) -> ChoiceCard:
        """One of the cards."""
        return self._cards[ident]


def _place(number: int, total: int) -> str:
    if total == 1:
        return "only"
    return "first" if number == 0 else "last" if number == total - 1 else "mid"


def _half_rounded(box: QRectF, left: float, right: float) -> QPainterPath:
    """A box whose left and right corners have their own radius."""
    path = QPainterPath()
    path.moveTo(box.left() + left, box.top())
    path.lineTo(box.right() - right, box.top())
    path.arcTo(box.right() - 2 * right, box.top(), 2 * right, 2 * right, 90, -90)
    path.lineTo(box.right(), box.bottom() - right)
    path.arcTo(box.right() - 2 * right, box.bottom() - 2 * right, 2 * right, 2 * right, 0, -90)
    path.lineTo(box.left() + left, box.bottom())
    path.arcTo(box.left(), box.bottom() - 2 * left, 2 * left, 2 * left, 270, -90)
    path.lineTo(box.left(), box.top() + left)
    path.arcTo(box.left(), box.top(), 2 * left, 2 * left, 180, -90)
    path.closeSubpath()
    return path
