"""The portal that players open together: its menu, three fields, and a lock that teaches."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fit_label import FitLabel
from kit_app.ui.common.fonts import MONO_FAMILY
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.player.sheet import CENTRE, LEAST, LEFT, MARGIN, MIDDLE, RIGHT, TOP, Sheet
from kit_app.views.player import Panel, PlayerView, Scene

_END = 1 - MARGIN


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
        self.fields: list[tuple[FitLabel, FitLabel]] = [
            (self.text("quiet"), self.text(is_bold=True, family=MONO_FAMILY)) for _ in range(self.MOST_FIELDS)
        ]
        self._card, self._strip = QRect(), QRect()
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
        said = scene.notice or view.notice
        beside = view.notice if scene.notice and view.notice else view.envelope
        self.place(self.title, scene.title, self.box(MARGIN, 0.13, right, 0.29), (LEAST, 0.066), LEFT | TOP)
        self.place(self.envelope, beside, self.box(MARGIN, 0.3, right, 0.42), (LEAST, 0.046), LEFT | MIDDLE)
        self.place_clock(view, self.box(split, 0.12, _END, 0.42), 0.28, RIGHT)
        self._card = self.box(MARGIN, 0.45, _END, 0.83)
        self._lay_out_menu(scene)
        self._lay_out_fields(scene)
        strip = self.box(MARGIN, 0.85, _END, 0.945)
        self._strip = strip if said else QRect()
        pad = self.px(0.03)
        self.place(self.notice, said, strip.adjusted(pad, 0, -pad, 0), (LEAST, 0.054), CENTRE | MIDDLE)
        self.update()

    def _lay_out_menu(self, scene: Scene) -> None:
        pad = self.px(0.035)
        room = QRect(self._card)
        if scene.fields:
            room.setRight(self._card.left() + round(self._card.width() * (0.42 if self.is_wide else 0.36)))
        self.place(
            self.menu,
            "\n".join(scene.lines),
            room.adjusted(pad, pad, -pad, -pad),
            (LEAST, 0.05),
            LEFT | MIDDLE,
        )

    def _lay_out_fields(self, scene: Scene) -> None:
        pad = self.px(0.035)
        left = self._card.left() + round(self._card.width() * (0.44 if self.is_wide else 0.37))
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
        return self.box(MARGIN, 0.45, _END, 0.9)

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
