"""A puzzle as a button of the graph: id and title, state, time against target."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.style import has_keyboard_focus, paint_ring

NodeState = Literal["locked", "open", "late", "stuck", "solved", "unsolved"]
_ICONS: dict[NodeState, str] = {
    "locked": "lock",
    "open": "play",
    "late": "clock",
    "stuck": "warn",
    "solved": "check",
    "unsolved": "minus",
}
_INKS: dict[NodeState, str] = {
    "locked": "ink2",
    "open": "ink",
    "late": "warn",
    "stuck": "danger",
    "solved": "ok",
    "unsolved": "ink2",
}
_QUIET = ("locked", "unsolved")
TARGET_AT = 0.66
"""Where the target's tick stands on the bar, so that what is beyond can be seen."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)
_RIGHT = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeFacts:
    """What a node shows. `share` is time spent over target, 1.0 at the target; words are ready."""

    ident: str
    title: str
    path: str = ""
    state: NodeState
    state_text: str
    time_text: str
    share: float = 0.0


class PuzzleNode(QAbstractButton):
    """`opened(str)` by Enter or double click; a click or Space chooses, and opens what is chosen already."""

    opened = Signal(str)
    SIZE = QSize(152, 76)
    LEAST_WIDTH = 136

    def __init__(self, facts: NodeFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = facts
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_facts(facts)

    def show_facts(self, facts: NodeFacts) -> None:
        """Show another state of the same puzzle."""
        is_same = facts == self.facts and bool(self.accessibleName())
        self.facts = facts
        if is_same:
            return
        self.setAccessibleName(f"{facts.ident} {facts.title}, {facts.state_text}, {facts.time_text}")
        self._tell_cut()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_cut()

    def _tell_cut(self) -> None:
        """The whole title as a tooltip where it does not fit."""
        facts = self.facts
        ident = QFontMetricsF(font(16, bold=True)).horizontalAdvance(facts.ident)
        title = QFontMetricsF(font(14)).horizontalAdvance(facts.title)
        shape = 23 if facts.path in theme.PATH_FILLS else 0
        is_cut = shape + ident + 5 + title > self.width() - 16
        self.setToolTip(f"{facts.ident} {facts.title}" if is_cut else "")

    def nextCheckState(self) -> None:
        """The panel decides what is chosen."""

    def sizeHint(self) -> QSize:
        return self.SIZE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.facts.ident)
        elif event.key() in _ARROWS:
            event.ignore()  # the panel moves; a button of its own would move the focus by geometry
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.facts.ident)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        self._paint_face(painter)
        now = theme.current()
        ink = now.colour(_INKS[self.facts.state])
        inner = QRectF(self.rect()).adjusted(9, 6, -9, -8)
        self._paint_title(painter, QRectF(inner.left(), inner.top(), inner.width(), 22))
        self._paint_state(painter, QRectF(inner.left(), inner.top() + 26, inner.width(), 20), ink)
        if self.facts.state not in _QUIET:
            bar = QRectF(inner.left(), self.height() - 19, inner.width(), 6)
            paint_target_bar(painter, bar, self.facts.share, ink)

    def _paint_face(self, painter: QPainter) -> None:
        now = theme.current()
        box = QRectF(self.rect())
        state = self.facts.state
        fill = {"solved": "ok_bg", "locked": "sunken", "unsolved": "sunken", "stuck": "marker_bg"}.get(
            state, "surface"
        )
        pen = QPen(now.colour("ok" if state == "solved" else "edge"), 1.5)
        if state == "late":
            pen = QPen(now.colour("warn"), 2)
        if state == "stuck":
            pen = now.danger_pen(2)
        if state == "locked":
            pen.setDashPattern([3, 2])
        if self.isChecked():
            pen = now.chosen_pen(3)
            fill = "marker_bg"
        if has_keyboard_focus(self):
            paint_ring(painter, box, 9, now.colour("ink"))
            box.adjust(4, 4, -4, -4)
        draw_face(painter, box, 8, now.colour(fill), pen)

    def _paint_title(self, painter: QPainter, box: QRectF) -> None:
        now = theme.current()
        facts = self.facts
        if facts.path in theme.PATH_FILLS:
            place = QRectF(box.left(), box.top() + 2, 18, 18)
            paint_path_shape(painter, place, facts.path, keyline=now.path_keyline())
            box = box.adjusted(23, 0, 0, 0)
        painter.setPen(now.colour("ink2" if facts.state in _QUIET else "ink"))
        bold, plain = font(16, bold=True), font(14)
        painter.setFont(bold)
        painter.drawText(box, _MIDDLE, facts.ident)
        room = box.adjusted(QFontMetricsF(bold).horizontalAdvance(facts.ident) + 5, 0, 2, 0)
        painter.setFont(plain)
        words = QFontMetricsF(plain).elidedText(facts.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, words)

    def _paint_state(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        facts = self.facts
        side = SMALL - 1
        draw_icon(
            painter, _ICONS[facts.state], ink, QRectF(box.left() - 1, box.center().y() - side / 2, side, side)
        )
        painter.setPen(ink)
        painter.setFont(font(13, bold=True))
        painter.drawText(box.adjusted(side + 2, 0, 0, 0), _MIDDLE, facts.state_text)
        painter.setPen(theme.current().colour("ink2" if facts.state in _QUIET else "ink"))
        painter.setFont(font(13))
        painter.drawText(box, _RIGHT, facts.time_text)


def paint_target_bar(painter: QPainter, bar: QRectF, share: float, ink: QColor) -> None:
    """A thin bar of time spent, with a tick where the target is."""
    now = theme.current()
    draw_face(painter, bar, 3, now.colour("sunken"), QPen(now.colour("line"), 1))
    length = bar.width() * min(1.0, max(0.0, share) * TARGET_AT)
    if length >= 1:
        draw_face(painter, QRectF(bar.left(), bar.top(), length, bar.height()), 3, ink)
    tick = QRectF(bar.left() + bar.width() * TARGET_AT - 1, bar.top() - 1, 2, bar.height() + 2)
    if now.is_stark:
        tick.adjust(-1, -3, 1, 3)
    painter.fillRect(tick, now.colour("marker" if now.is_stark else "ink"))
