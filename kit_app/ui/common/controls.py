"""Native controls in our look: tick box, drop-down, date, time and a number with − and +."""

from PySide6.QtCore import QDate, QEvent, QObject, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QFontMetricsF, QIntValidator, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTimeEdit,
    QWidget,
)

from kit_app.ui.common import theme
from kit_app.ui.common.accessible import plain, set_look
from kit_app.ui.common.buttons import icon_button
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.style import has_keyboard_focus, paint_ring

_BOX = 20


class CheckBox(QCheckBox):
    """A tick box whose words wrap; at least 32 px high."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(15)).horizontalAdvance(plain(self.text()))
        return QSize(_BOX + 16 + round(width), 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(_BOX + 12 + min(160, self.sizeHint().width()), 32)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(32, round(self._text_box(width).height()) + 8)

    def hitButton(self, pos: object) -> bool:
        return True

    def _text_box(self, width: int) -> QRectF:
        flags = int(Qt.TextFlag.TextWordWrap.value)
        room = QRectF(0, 0, max(40, width - _BOX - 10), 1000)
        return QFontMetricsF(font(15)).boundingRect(room, flags, plain(self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        line = QFontMetricsF(font(15)).height()
        top = (self.height() - self._text_box(self.width()).height()) / 2
        box = QRectF(2, round(top + (line - _BOX) / 2), _BOX, _BOX)
        is_on = self.isChecked()
        fill = now.colour("primary" if is_on else "info_bg" if self.underMouse() else "surface")
        edge = now.colour("primary" if is_on else "edge")
        if not self.isEnabled():
            fill, edge = now.colour("sunken"), now.colour("line")
        draw_face(painter, box, 4, fill, QPen(edge, 1.5))
        if is_on:
            ink = now.colour("on_primary" if self.isEnabled() else "quiet_ink")
            draw_icon(painter, "check", ink, box.adjusted(2, 2, -2, -2))
        painter.setPen(now.colour("ink" if self.isEnabled() else "quiet_ink"))
        painter.setFont(font(15))
        words = QRectF(_BOX + 10, 0, self.width() - _BOX - 10, self.height())
        flags = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter).value)
        painter.drawText(words, flags, plain(self.text()))
        if has_keyboard_focus(self):
            paint_ring(painter, box.adjusted(-2, -2, 2, 2), 6, now.colour("ink"))


class ComboBox(QComboBox):
    """A drop-down; the wheel turns it only when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 220), hint.height())

    def add_choice(self, ident: str, text: str) -> None:
        """Append a choice known by its id."""
        self.addItem(text, ident)

    def value(self) -> str:
        """The id of the choice, empty when there is none."""
        return str(self.currentData() or "")

    def set_value(self, ident: str) -> None:
        """Choose without telling; an unknown id changes nothing."""
        row = self.findData(ident)
        if row >= 0:
            blocked = self.blockSignals(True)
            self.setCurrentIndex(row)
            self.blockSignals(blocked)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def shown_text(self) -> str:
        """The choice as it stands in the box: with dots where it is too long for it."""
        return self._option().currentText

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width() - 2
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        return option

    def paintEvent(self, event: QPaintEvent) -> None:
        option = self._option()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        _draw_arrow(self)


class DateField(QDateEdit):
    """A date with a calendar."""

    def __init__(self, value: QDate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(value or QDate(2026, 1, 1), parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setMinimumWidth(140)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)


class TimeField(QTimeEdit):
    """A time of day, typed."""

    def __init__(self, value: QTime | None = None, parent: QWidget | None = None) -> None:
        super().__init__(value or QTime(14, 0), parent)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(11, 0, 0, 0)
        self.setMinimumWidth(86)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QFrame):
    """A whole number between − and +. `changed(int)` tells what a person chose."""

    changed = Signal(int)

    def __init__(
        self,
        minimum: int,
        maximum: int,
        parent: QWidget | None = None,
        *,
        value: int = 0,
        names: tuple[str, str],
        step: int = 1,
    ) -> None:
        """`names` say what − and + do, for screen readers and tooltips."""
        super().__init__(parent)
        self._range = (minimum, maximum)
        self._step = step
        self.less = icon_button("minus", names[0], self, kind="quiet")
        self.more = icon_button("plus", names[1], self, kind="quiet")
        self.edit = QLineEdit(self)
        self.edit.setProperty("bare", "true")
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setValidator(QIntValidator(0, maximum, self.edit))
        self.edit.setMinimumWidth(36)
        self.less.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        row.addWidget(self.less)
        row.addWidget(self.edit, 1)
        row.addWidget(self.more)
        self.setFixedHeight(36)
        self.setMinimumWidth(124)
        self.setFocusProxy(self.edit)
        self.less.clicked.connect(lambda: self._choose(self.value() - self._step))
        self.more.clicked.connect(lambda: self._choose(self.value() + self._step))
        self.edit.editingFinished.connect(lambda: self._choose(self.value()))
        self.edit.installEventFilter(self)
        self._value = minimum
        self.set_value(value or minimum)

    def value(self) -> int:
        """The number typed, or the last good one while the field is empty."""
        text = self.edit.text()
        return int(text) if text.isdigit() else self._value

    def set_value(self, value: int) -> None:
        """Show a number without telling."""
        low, high = self._range
        self._value = min(high, max(low, value))
        self.edit.setText(str(self._value))
        self.less.setEnabled(self._value > low)
        self.more.setEnabled(self._value < high)

    def set_error(self, is_wrong: bool) -> None:
        """Mark the border as wrong or right."""
        set_look(self, "state", "error" if is_wrong else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._note(event)
        return False

    def _note(self, event: QEvent) -> None:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}.get(Qt.Key(event.key()), 0)
            if step:
                self._choose(self.value() + step)
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()

    def _choose(self, value: int) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.changed.emit(self._value)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        is_wrong = self.property("state") == "error"
        has_focus = self.edit.hasFocus()
        pen = QPen(now.colour("edge"), 1)
        if is_wrong:
            pen = now.danger_pen(2)
        elif has_focus:
            pen = now.chosen_pen()
        ground = now.colour("surface" if self.isEnabled() else "sunken")
        draw_face(painter, QRectF(self.rect()), 6, ground, pen)


def _draw_arrow(widget: QWidget) -> None:
    painter = QPainter(widget)
    ink = theme.current().colour("ink" if widget.isEnabled() else "quiet_ink")
    middle = (widget.height() - SMALL) / 2
    draw_icon(painter, "down", ink, QRectF(widget.width() - SMALL - 10, round(middle), SMALL, SMALL))
