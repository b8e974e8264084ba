"""The page of the game itself: clock, last envelope, path bars, one still line."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fonts import MASTHEAD_FAMILY
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.player.bars import PathBars
from kit_app.ui.player.sheet import CENTRE, LEAST, LEFT, MARGIN, MIDDLE, RIGHT, Sheet
from kit_app.views.player import Panel, PlayerColours, PlayerView

_END = 1 - MARGIN


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
        self.bars.setGeometry(self.box(MARGIN, 0.825, _END, _END))
        self.bars.setVisible(bool(view.bars))
        if view.panel is None:
            self._lay_out_alone(view)
        else:
            self._lay_out_beside(view)
        self.update()

    def _lay_out_alone(self, view: PlayerView) -> None:
        is_timed = view.has_clock and view.clock_style != "none"
        low = 0.5 if view.notice else 0.58
        self.place_clock(view, self.box(MARGIN, MARGIN, _END, low), 0.46 if not view.notice else 0.42)
        self.place(
            self.masthead,
            "" if is_timed else view.masthead,
            self.box(MARGIN, 0.1, _END, low),
            (0.06, 0.16),
            CENTRE | MIDDLE,
        )
        notice = self.box(MARGIN, 0.52, _END, 0.62) if view.envelope else self.box(MARGIN, 0.58, _END, 0.72)
        self.place(self.notice, view.notice, notice, (LEAST, 0.06), CENTRE | MIDDLE)
        middle = self.box(MARGIN, 0.635, _END, 0.755)
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

    def _lay_out_beside(self, view: PlayerView) -> None:
        """The clock at the left, what was said before at its right, the card below."""
        self.masthead.hide()
        self._frame = QRect()
        split = 0.6 if self.is_wide else 0.63
        size = 0.31 if self.is_wide else 0.265
        is_timed = view.has_clock and view.clock_style != "none"
        self.place_clock(view, self.box(MARGIN, MARGIN, split - 0.02, 0.36), size, LEFT)
        left = split if is_timed else MARGIN
        side = (RIGHT if is_timed else LEFT) | MIDDLE
        upper = self.box(left, MARGIN, _END, 0.2)
        lower = self.box(left, 0.2, _END, 0.36)
        self.place(self.notice, view.notice, upper, (LEAST, 0.048), side)
        self.place(self.envelope, view.envelope, lower, (LEAST, 0.048), side)
        if self._has_tall_panel(view.panel):
            self.bars.hide()

    def panel_box(self, view: PlayerView, panel: Panel) -> QRect:
        foot = 0.79 if not self._has_tall_panel(panel) else _END
        return self.box(MARGIN, 0.39, _END, foot)

    def _has_tall_panel(self, panel: Panel | None) -> bool:
        """A long text takes the place of the bars rather than shrink below its least size."""
        if panel is None:
            return False
        columns = 0.86 * self.width() / (0.029 * self.height())
        lines = len(panel.text) / max(1.0, columns * (0.86 if self.is_wide else 0.9))
        return lines > 3.2

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
