"""What every page of the player screen is made of: a ground, texts that fit, the clock. No own words."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.fit_label import FitLabel, wrapped_size
from kit_app.ui.common.fonts import UI_FAMILY
from kit_app.ui.player.time_bar import TimeBar
from kit_app.views.player import NIGHT, Panel, PlayerColours, PlayerView

MARGIN = 0.05
"""Of width and height: projectors cut edges."""
LEAST = 0.04
"""The least text, of the height."""
LEAST_CLOCK = 0.25
WIDE = 1.55
"""Broader than this the screen is 16:9 or 16:10; below it is 4:3."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
TOP = Qt.AlignmentFlag.AlignTop
BOTTOM = Qt.AlignmentFlag.AlignBottom
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Sheet(QWidget):
    """A page. Subclasses keep texts in labels and place them in `lay_out`, in parts of the height."""

    GROUND, TEXT, QUIET = "ground", "text", "quiet"
    """The names among the colours of this page's ground, its words and its quiet words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view: PlayerView | None = None
        self.colours = NIGHT
        self._inks: list[tuple[FitLabel, str]] = []
        self.clock = CountdownLabel(self)
        self.bar = TimeBar(self)
        self.clock_label = self.text(self.QUIET)
        self.clock.hide()
        self.bar.hide()

    def text(self, ink: str = "", *, is_bold: bool = False, family: str = UI_FAMILY) -> FitLabel:
        """A text of this page, empty and hidden; `ink` names one of the colours."""
        label = FitLabel("", self, is_bold=is_bold, family=family)
        label.hide()
        self._inks.append((label, ink or self.TEXT))
        return label

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw with these colours from now on; to be called once before the page is shown."""
        self.colours = colours
        for label, ink in self._inks:
            label.set_colour(self.ink(ink))
        ground, text = self.ink(self.GROUND), self.ink(self.TEXT)
        self.clock.set_colours(text, ground)
        self.bar.set_colours(ground, text, self.ink(self.QUIET))
        self.update()

    def ink(self, name: str) -> QColor:
        """One of the colours, ready to paint."""
        return QColor(getattr(self.colours, name))

    def show_view(self, view: PlayerView) -> None:
        """Show a view; when only the time changed, only the clock is touched."""
        before, self.view = self.view, view
        if before is None or not _differs_by_time_only(before, view):
            self.lay_out(view)
        self.show_time(view)

    def show_time(self, view: PlayerView) -> None:
        """Bring clock or bar up to date."""
        if view.has_clock and view.clock_style == "clock":
            self.clock.set_remaining(view.remaining_ms)
        elif view.has_clock and view.clock_style == "bar":
            self.bar.set_share(view.remaining_ms / view.total_ms if view.total_ms else 0.0)

    def lay_out(self, view: PlayerView) -> None:
        """Put every text in its place for this view and this size."""
        raise NotImplementedError

    def has_room_for_panel(self, view: PlayerView) -> bool:
        """Whether a hint or a message can be shown; else it waits until what was said just now is gone."""
        return True

    def panel_box(self, view: PlayerView, panel: Panel) -> QRect:
        """Where a hint or a message lies on this page."""
        return self.box(MARGIN, 0.5, 1 - MARGIN, 1 - MARGIN)

    def box(self, left: float, top: float, right: float, bottom: float) -> QRect:
        """A rectangle in parts of width and height."""
        x, y = round(left * self.width()), round(top * self.height())
        return QRect(x, y, round(right * self.width()) - x, round(bottom * self.height()) - y)

    def px(self, part: float) -> int:
        """A part of the height in pixels, at least one."""
        return max(1, round(part * self.height()))

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two columns beside the clock."""
        return self.width() >= WIDE * self.height()

    def height_of(self, words: str, width: int, size: float = LEAST, *, is_bold: bool = False) -> int:
        """The height in pixels of words in a width, at a part of the screen's height; none for no words.

        More than any screen's height when one of the words is broader.
        """
        if not words:
            return 0
        wide, high = wrapped_size(words, UI_FAMILY, is_bold, self.px(size), max(1, width))
        return high + 2 if wide <= width else 100 * self.height()

    def place(
        self,
        label: FitLabel,
        words: str,
        box: QRect,
        sizes: tuple[float, float],
        side: Qt.AlignmentFlag = LEFT | TOP,
    ) -> None:
        """Show words at the largest size between two parts of the height; no words hide the label."""
        label.setVisible(bool(words))
        if words:
            label.setText(words)
            label.setAlignment(side)
            label.set_range(self.px(sizes[0]), self.px(sizes[1]))
            label.setGeometry(box)

    def place_clock(
        self,
        view: PlayerView,
        box: QRect,
        size: float,
        side: Qt.AlignmentFlag = CENTRE,
        *,
        has_label: bool = True,
    ) -> None:
        """Show the clock, or the bar, or neither, with its label on top of the box."""
        is_timed = view.has_clock and view.clock_style != "none"
        head = self.px(0.065) if has_label else 0
        top = QRect(box.left(), box.top(), box.width(), head)
        self.place(
            self.clock_label,
            view.clock_label if is_timed and has_label else "",
            top,
            (LEAST, 0.05),
            side | MIDDLE,
        )
        rest = QRect(box.left(), box.top() + head, box.width(), box.height() - head)
        is_clock = is_timed and view.clock_style == "clock"
        self.clock.setVisible(is_clock)
        self.bar.setVisible(is_timed and not is_clock)
        if is_clock:
            self.clock.set_largest(self.px(size))
            self.clock.set_alignment(side)
            self.clock.setGeometry(rest)
        elif is_timed:
            high = min(rest.height(), self.px(0.11))
            self.bar.setGeometry(QRect(rest.left(), rest.center().y() - high // 2, rest.width(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view is not None:
            self.lay_out(self.view)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.ink(self.GROUND))


def _differs_by_time_only(before: PlayerView, after: PlayerView) -> bool:
    for name in PlayerView.__dataclass_fields__:
        if name != "remaining_ms" and getattr(before, name) != getattr(after, name):
            return False
    return True
