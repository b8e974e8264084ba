"""The five steps of a session. Every step can be reached; what lacks is said inside."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.buttons import shown_key
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import smooth
from kit_app.ui.common.style import has_keyboard_focus, paint_ring

_DOT = 26


class _Step(QAbstractButton):
    def __init__(self, number: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.is_done = False
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{number}. {text}")
        key = f"Ctrl+{number}"
        self.setToolTip(f"{text} ({shown_key(key)})")
        QShortcut(key, self).activated.connect(self.click)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The window decides what is current, after the page has opened."""

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(15, bold=True)).horizontalAdvance(self.text())
        return QSize(round(words) + _DOT + 14, 42)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        is_here, is_done = self.isChecked(), self.is_done and not self.isChecked()
        dot = QRectF(3, 6, _DOT, _DOT)
        fill = "primary" if is_here else "ok_bg" if is_done else "surface"
        border = "primary" if is_here else "ok" if is_done else "edge"
        painter.setPen(QPen(now.colour(border), 1.5))
        painter.setBrush(now.colour(fill))
        painter.drawEllipse(dot)
        if is_done:
            draw_icon(painter, "check", now.colour("ok"), dot.adjusted(5, 5, -5, -5))
        else:
            painter.setPen(now.colour("on_primary" if is_here else "ink2"))
            painter.setFont(font(14, bold=True))
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setPen(now.colour("ink" if is_here or self.underMouse() else "ink2"))
        painter.setFont(font(15, bold=True))
        words = QRectF(_DOT + 10, 0, self.width(), 38)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self.text())
        if is_here:
            painter.fillRect(QRectF(0, 38, self.width(), 4), now.colour("marker"))
        if has_keyboard_focus(self):
            paint_ring(painter, QRectF(0, 2, self.width(), 35), 8, now.colour("ink"))


class _Link(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_done = False
        self.setMinimumWidth(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        token = "ok" if self.is_done else "line"
        QPainter(self).fillRect(QRectF(0, 18, self.width(), 2), theme.current().colour(token))


class StepBar(QWidget):
    """`chosen(int)` tells the step asked for, from 0; Ctrl+1…5 do the same."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._steps: list[_Step] = []
        self._links: list[_Link] = []
        for number, name in enumerate(names):
            if number:
                link = _Link(self)
                self._links.append(link)
                row.addWidget(link, 1)
            step = _Step(number + 1, name, self)
            step.clicked.connect(lambda _checked=False, index=number: self.chosen.emit(index))
            self._steps.append(step)
            row.addWidget(step)
        self.setFixedHeight(42)

    def set_current(self, index: int) -> None:
        """Mark the step shown, from 0."""
        for number, step in enumerate(self._steps):
            step.setChecked(number == index)

    def set_done(self, done: Collection[int]) -> None:
        """Tick the steps that are done."""
        for number, step in enumerate(self._steps):
            step.is_done = number in done
            step.update()
        for number, link in enumerate(self._links):
            link.is_done = number in done
            link.update()

    def step(self, index: int) -> QAbstractButton:
        """One of the steps, from 0."""
        return self._steps[index]
