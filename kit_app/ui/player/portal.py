"""The portal that players open together: its menu, three fields, and a lock that teaches."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fit_label import FitLabel
from kit_app.ui.common.fonts import MONO_FAMILY
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.player.panel import least_card_height
from kit_app.ui.player.sheet import CENTRE, LEAST, LEFT, MARGIN, MIDDLE, RIGHT, TOP, Sheet
from kit_app.views.player import Panel, PlayerView, Scene

_END = 1 - MARGIN
_WAIT = 0.15
_STRIP = (0.054, 0.048, LEAST)
"""Sizes of the strip's words: two large lines rather than a small one, up to `_STRIP_MOST`."""
_STRIP_MOST = 0.14
_LEAST_PANEL_TOP = 0.293


class PortalPage(Sheet):
    """The band that says "fiction" stands on top and is never covered."""

    MOST_FIELDS = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.band = self.text("quiet")
        self.title = self.text(is_bold=True)
        self.envelope = self.text(is_bold=True)
        self.menu = self.text()
        self.notice = self.text("on_marker", is_bold=True)
        self.wait = self.text("on_marker", is_bold=True)
        self.fields: list[tuple[FitLabel, FitLabel]] = [
            (self.text("quiet"), self.text(is_bold=True, family=MONO_FAMILY)) for _ in range(self.MOST_FIELDS)
        ]
        self._card, self._strip = QRect(), QRect()
        self._strip_top = 0
        self._wells: list[QRect] = []

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene
        if scene is None:
            return
        self.place(
            self.band, scene.band, self.box(MARGIN, MARGIN, _END, 0.11), (LEAST, 0.042), CENTRE | MIDDLE
        )
        split = 0.53 if self.is_wide else 0.40
        is_timed = view.has_clock and view.clock_style != "none"
        right = split - 0.02 if is_timed else _END
        said, beside = self._said(view, scene, self.box(MARGIN, 0.3, right, 0.42))
        top = self._panel_top(view.panel) if view.panel is not None else 0.45
        low = min(0.42, top - 0.006)
        is_tight = low < 0.42
        self._lay_out_head(scene, "" if is_tight else beside, self.box(MARGIN, 0.13, right, low))
        clock = self.box(split, 0.11 if is_tight else 0.12, _END, low)
        self.place_clock(view, clock, 0.28, RIGHT, has_label=not is_tight)
        self._lay_out_strip(scene, said)
        self._card = self.box(MARGIN, 0.45, _END, 1)
        self._card.setBottom(min(self.px(0.83), self._strip_top - self.px(0.02)))
        self._lay_out_menu(scene)
        self._lay_out_fields(scene)
        self.update()

    def _lay_out_head(self, scene: Scene, beside: str, room: QRect) -> None:
        """The title and what may be opened below it; without room for both that is left out."""
        title = self.height_of(scene.title, room.width(), is_bold=True)
        needed = self.height_of(beside, room.width(), is_bold=True)
        is_shown = bool(beside) and title + needed <= room.height()
        under = QRect(room)
        under.setTop(room.bottom() + 1 - (max(self.px(0.12), needed) if is_shown else 0))
        upper = QRect(room)
        upper.setBottom(max(room.top() + title, under.top() - self.px(0.01)) if is_shown else room.bottom())
        under.setTop(max(under.top(), upper.bottom() + 1))
        self.place(self.title, scene.title, upper, (LEAST, 0.066), LEFT | TOP)
        self.place(self.envelope, beside if is_shown else "", under, (LEAST, 0.046), LEFT | MIDDLE)

    def _said(self, view: PlayerView, scene: Scene, under: QRect) -> tuple[str, str]:
        """What stands in the strip, and beside the clock; a long sentence about an answer takes the strip."""
        if not scene.notice or not view.notice:
            return scene.notice or view.notice, view.envelope
        if self.height_of(view.notice, under.width(), is_bold=True) > under.height():
            return view.notice, view.envelope
        return scene.notice, view.notice

    def _lay_out_strip(self, scene: Scene, said: str) -> None:
        """The marked line at the foot, with the seconds of a lock at its end."""
        pad = self.px(0.03)
        strip = self.box(MARGIN, 0.85, _END, 0.945)
        wait = self.px(_WAIT) if scene.wait_s and said == scene.notice else 0
        words = strip.adjusted(pad, 0, -pad - wait, 0)
        heights = [self.height_of(said, words.width(), size, is_bold=True) + self.px(0.02) for size in _STRIP]
        needed = next((high for high in heights if high <= self.px(_STRIP_MOST)), heights[-1])
        high = max(strip.height(), needed)
        strip.setTop(strip.bottom() + 1 - high)
        words.setTop(strip.top())
        self._strip_top = strip.top()
        self._strip = strip if said else QRect()
        self.place(self.notice, said, words, (LEAST, 0.054), CENTRE | MIDDLE)
        seconds = f"{scene.wait_s}\u00a0s" if wait else ""
        place = QRect(words.right(), strip.top(), wait, strip.height())
        self.place(self.wait, seconds, place, (LEAST, 0.054), RIGHT | MIDDLE)

    def _lay_out_menu(self, scene: Scene) -> None:
        """The menu; it makes way for a long sentence in the strip while that is said."""
        pad = self.px(0.035)
        room = QRect(self._card)
        if scene.fields:
            room.setRight(self._card.left() + round(self._card.width() * 0.42))
        room.adjust(pad, pad // 2, -pad, -pad // 2)
        words = "\n".join(scene.lines)
        has_room = self.height_of(words, room.width()) <= room.height()
        sizes = (size / 1000 for size in range(50, round(LEAST * 1000), -1))
        largest = next((size for size in sizes if self._is_a_line_each(scene, room.width(), size)), LEAST)
        self.place(self.menu, words if has_room else "", room, (LEAST, largest), LEFT | MIDDLE)

    def _is_a_line_each(self, scene: Scene, width: int, size: float) -> bool:
        """Whether no entry of the menu has to be broken at this size."""
        one = self.height_of("X", width, size)
        return all(self.height_of(line, width, size) <= one for line in scene.lines)

    def _lay_out_fields(self, scene: Scene) -> None:
        pad = self.px(0.035)
        left = self._card.left() + round(self._card.width() * (0.44 if self.is_wide else 0.425))
        wide = self._card.right() - pad - left
        shown = scene.fields[: self.MOST_FIELDS]
        step = (self._card.height() - 2 * pad) / max(3, len(shown))
        self._wells = []
        for number, (label, value) in enumerate(self.fields):
            if number >= len(shown):
                label.hide()
                value.hide()
                continue
            top = self._card.top() + pad + round(number * step)
            high = round(step * 0.84)
            name_wide = round(wide * (0.36 if self.is_wide else 0.42))
            name = QRect(left, top, name_wide - pad // 2, high)
            well = QRect(left + name_wide, top, wide - name_wide, high)
            self._wells.append(well)
            self.place(label, shown[number].label, name, (LEAST, 0.044), RIGHT | MIDDLE)
            inner = well.adjusted(pad // 2, 0, -pad // 2, 0)
            self.place(value, shown[number].value, inner, (LEAST, 0.056), LEFT | MIDDLE)

    def panel_box(self, view: PlayerView, panel: Panel) -> QRect:
        return self.box(
            MARGIN,
            self._panel_top(panel),
            _END,
            max(0.9, min(_END, self._panel_top(panel) + self._needed(panel))),
        )

    def _needed(self, panel: Panel) -> float:
        wide = self.box(MARGIN, 0, _END, 1).width()
        return least_card_height(panel, wide, self.height()) / self.height()

    def _panel_top(self, panel: Panel) -> float:
        """Below the clock; higher for a long text, as far as the clock may shrink."""
        return max(_LEAST_PANEL_TOP, min(0.45, _END - self._needed(panel)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        smooth(painter)
        line = max(1.5, self.height() / 540)
        quiet = self.ink("quiet")
        if self.band.isVisibleTo(self):
            painter.fillRect(
                QRectF(self.width() * MARGIN, self.height() * 0.113, self.width() * 0.9, line), quiet
            )
        draw_face(painter, QRectF(self._card), self.px(0.018), self.ink("raised"), QPen(quiet, line))
        for well in self._wells:
            draw_face(painter, QRectF(well), self.px(0.01), self.ink("ground"), QPen(quiet, line))
        if not self._strip.isEmpty():
            draw_face(painter, QRectF(self._strip), self.px(0.012), self.ink("marker"))
