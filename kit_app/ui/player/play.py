"""The page of the game itself: clock, last envelope, path bars, one still line."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fonts import MASTHEAD_FAMILY
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.player.bars import PathBars
from kit_app.ui.player.panel import least_card_height
from kit_app.ui.player.sheet import CENTRE, LEAST, LEAST_CLOCK, LEFT, MARGIN, MIDDLE, RIGHT, Sheet
from kit_app.views.player import Panel, PlayerColours, PlayerView

_END = 1 - MARGIN
_BARS = 0.825
_CARD_TOP, _LEAST_CARD_TOP = 0.39, 0.265
_DIGITS = 0.72
"""The height of a clock's digits, as part of its line."""
_ENVELOPE_SIDES = 0.17


class PlayPage(Sheet):
    """With a hint the clock moves to the corner; it never falls below a quarter of the height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.envelope = self.text(is_bold=True)
        self.notice = self.text(is_bold=True)
        self.masthead = self.text(family=MASTHEAD_FAMILY)
        self.bars = PathBars(self)
        self._frame = QRect()

    def set_colours(self, colours: PlayerColours) -> None:
        super().set_colours(colours)
        self.bars.set_colours(colours)

    def lay_out(self, view: PlayerView) -> None:
        self.bars.show_bars(view.bars)
        self.bars.setGeometry(self.box(MARGIN, _BARS, _END, _END))
        self.bars.setVisible(bool(view.bars))
        if view.panel is None or not self.has_room_for_panel(view):
            self._lay_out_alone(view)
        else:
            self._lay_out_beside(view, view.panel)
        self.update()

    def _lay_out_alone(self, view: PlayerView) -> None:
        """The clock as large as what is said below it leaves; never less than a quarter."""
        is_timed = view.has_clock and view.clock_style != "none"
        wide = self.box(MARGIN, 0, _END, 1).width()
        framed = self.height_of(view.envelope, wide - self.px(_ENVELOPE_SIDES), is_bold=True)
        frame_high = max(self.px(0.12), framed + self.px(0.03)) if view.envelope else 0
        notice_high = max(self.px(0.1), self.height_of(view.notice, wide, is_bold=True)) if view.notice else 0
        foot = self.px(0.755)
        frame_top = foot - frame_high
        notice_top = frame_top - (self.px(0.015) if view.envelope else self.px(0.035)) - notice_high
        low = min(self.px(0.58), notice_top - self.px(0.02) if view.notice else frame_top - self.px(0.055))
        clock = QRect(self.box(MARGIN, MARGIN, _END, 1))
        clock.setBottom(low)
        least = self.px(0.065) + self.px(LEAST_CLOCK * _DIGITS)
        self.place_clock(view, clock, 0.46 if not view.notice else 0.42, has_label=clock.height() >= least)
        masthead = self.box(MARGIN, 0.1, _END, low / self.height())
        name = "" if is_timed else view.masthead
        self.place(self.masthead, name, masthead, (0.06, 0.16), CENTRE | MIDDLE)
        notice = QRect(clock.left(), notice_top, wide, notice_high)
        self.place(self.notice, view.notice, notice, (LEAST, 0.06), CENTRE | MIDDLE)
        self._lay_out_envelope(view, QRect(clock.left(), frame_top, wide, frame_high))

    def _lay_out_envelope(self, view: PlayerView, middle: QRect) -> None:
        self._frame = QRect()
        if not view.envelope:
            self.envelope.hide()
            return
        icon = self.px(0.11)
        words = middle.adjusted(icon + self.px(0.02), 0, -self.px(0.04), 0)
        self.place(self.envelope, view.envelope, words, (LEAST, 0.056), LEFT | MIDDLE)
        used = self.envelope.text_width() + icon + self.px(0.06)
        left = max(middle.left(), middle.center().x() - used // 2)
        self._frame = QRect(left, middle.top(), min(used, middle.width()), middle.height())
        right_pad = self.px(0.02)
        self.envelope.setGeometry(self._frame.adjusted(icon, 0, -right_pad, 0))

    def _lay_out_beside(self, view: PlayerView, panel: Panel) -> None:
        """The clock at the left, what was said before at its right, the card below."""
        self.masthead.hide()
        self._frame = QRect()
        size = 0.31 if self.is_wide else 0.265
        is_timed = view.has_clock and view.clock_style != "none"
        is_tight = self._card_top(panel) < _CARD_TOP
        low = self._card_top(panel) - 0.03
        clock = self.box(MARGIN, MARGIN, self._split() - 0.02, low)
        self.place_clock(view, clock, size, LEFT, has_label=not is_tight)
        side = (RIGHT if is_timed else LEFT) | MIDDLE
        upper, lower = self._beside(view, low)
        self.place(self.notice, view.notice, upper, (LEAST, 0.048), side)
        self.place(self.envelope, "" if lower.isEmpty() else view.envelope, lower, (LEAST, 0.048), side)
        if self._has_tall_panel(panel):
            self.bars.hide()

    def _split(self) -> float:
        return 0.6 if self.is_wide else 0.63

    def _room_beside(self, view: PlayerView, low: float) -> QRect:
        is_timed = view.has_clock and view.clock_style != "none"
        return self.box(self._split() if is_timed else MARGIN, MARGIN, _END, low)

    def _beside(self, view: PlayerView, low: float) -> tuple[QRect, QRect]:
        """Where notice and envelope stand beside the clock; an envelope without room is left out."""
        room = self._room_beside(view, low)
        notice = self.height_of(view.notice, room.width(), is_bold=True)
        envelope = self.height_of(view.envelope, room.width(), is_bold=True)
        if notice + envelope > room.height():
            return room, QRect()
        if not notice:
            return QRect(), QRect(
                room.left(), room.center().y(), room.width(), room.bottom() - room.center().y()
            ) if (envelope <= room.height() // 2) else room
        spare = (room.height() - notice - envelope) // 2
        upper = QRect(room.left(), room.top(), room.width(), notice + spare)
        lower = QRect(room.left(), upper.bottom() + 1, room.width(), room.bottom() - upper.bottom())
        return upper, lower

    def has_room_for_panel(self, view: PlayerView) -> bool:
        """A long sentence about an answer comes first, for the few seconds in which it is said."""
        if view.panel is None or not view.notice:
            return True
        is_timed = view.has_clock and view.clock_style != "none"
        room = self.box(
            self._split() if is_timed else MARGIN, MARGIN, _END, self._card_top(view.panel) - 0.03
        )
        return self.height_of(view.notice, room.width(), is_bold=True) <= room.height()

    def panel_box(self, view: PlayerView, panel: Panel) -> QRect:
        foot = 0.79 if not self._has_tall_panel(panel) else _END
        return self.box(MARGIN, self._card_top(panel), _END, foot)

    def _needed(self, panel: Panel) -> float:
        wide = self.box(MARGIN, 0, _END, 1).width()
        return least_card_height(panel, wide, self.height()) / self.height()

    def _card_top(self, panel: Panel) -> float:
        """Below the clock; higher for a long text, as far as the clock may shrink."""
        return max(_LEAST_CARD_TOP, min(_CARD_TOP, _END - self._needed(panel)))

    def _has_tall_panel(self, panel: Panel) -> bool:
        """A long text takes the place of the bars rather than shrink below its least size."""
        return self._needed(panel) > 0.79 - _CARD_TOP

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._frame.isEmpty():
            return
        painter = QPainter(self)
        smooth(painter)
        pen = QPen(self.ink("quiet"), max(2.0, self.height() / 360))
        draw_face(painter, QRectF(self._frame), self.px(0.015), None, pen)
        side = self.px(0.06)
        box = QRectF(self._frame.left() + self.px(0.032), self._frame.center().y() - side / 2, side, side)
        draw_icon(painter, "envelope", self.ink("text"), box)
