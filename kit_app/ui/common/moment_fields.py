"""Typed date and time of a session; both may stay empty. A click on the arrow opens a calendar."""

from PySide6.QtCore import QDate, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from kit_app.ui.common import theme
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.common.when import shown_date, typed_date, typed_time

_ARROW = SMALL + 14
_DATE_WIDTH = 140
_TIME_WIDTH = 82


class DateText(QLineEdit):
    """A date as a person types it, 24/11/2026 or 2026-11-24. `changed()` on each change by a person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = QDate(2026, 1, 1)
        self.setMinimumWidth(_DATE_WIDTH)
        self.setTextMargins(0, 0, SMALL + 4, 0)
        self.textEdited.connect(self.changed)
        self.editingFinished.connect(self._tidy)

    def set_today(self, iso: str) -> None:
        """Where the calendar opens while no date is chosen."""
        self._today = QDate.fromString(iso, Qt.DateFormat.ISODate)

    def value(self) -> str | None:
        """ISO date, "" while empty, None for what is no date."""
        return typed_date(self.text())

    def set_value(self, iso: str) -> None:
        """Show a date without telling; what is no date stays as it was typed."""
        self.setText(shown_date(iso) if typed_date(iso) == iso else iso)

    def _tidy(self) -> None:
        """Show the whole year that 24/11/26 was taken for."""
        value = self.value()
        if value is not None:
            self.set_value(value)

    def open_calendar(self) -> None:
        """Let a day be picked."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = QDate.fromString(self.value() or "", Qt.DateFormat.ISODate)
        calendar.setSelectedDate(shown if shown.isValid() else self._today)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(lambda day: self._take(day, menu))
        calendar.activated.connect(lambda day: self._take(day, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _take(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        self.set_value(day.toString(Qt.DateFormat.ISODate))
        self.changed.emit()
        self.editingFinished.emit()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - _ARROW:
            self.open_calendar()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = round((self.height() - SMALL) / 2)
        box = QRectF(self.width() - SMALL - 10, middle, SMALL, SMALL)
        draw_icon(painter, "calendar", theme.current().colour("ink"), box)


class TimeText(QLineEdit):
    """A time as a person types it, 18:30 or 18h30. `changed()` on each change by a person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_TIME_WIDTH)
        self.textEdited.connect(self.changed)
        self.editingFinished.connect(self._tidy)

    def value(self) -> str | None:
        """24-hour time, "" while empty, None for what is no time."""
        return typed_time(self.text())

    def set_value(self, text: str) -> None:
        """Show a time without telling."""
        self.setText(text)

    def _tidy(self) -> None:
        value = self.value()
        if value is not None:
            self.setText(value)
