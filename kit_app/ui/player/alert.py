"""The red screen: a still frame, and a white panel that is the brightest thing on it."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.theme import PATH_FILLS
from kit_app.ui.player.sheet import LEAST, LEFT, MIDDLE, RIGHT, TOP, Sheet
from kit_app.views.player import Panel, PlayerView, Scene

_FRAME = 0.052


class AlertPage(Sheet):
    """The clock stays what it was: it never turns red."""

    GROUND, TEXT, QUIET = "alert_ground", "alert_text", "alert_quiet"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.text(is_bold=True)
        self.lines = self.text()
        self.turn = self.text("alert_on_panel", is_bold=True)
        self.envelope = self.text("alert_on_panel")
        self.notice = self.text(is_bold=True)
        self.band = self.text(self.QUIET)
        self._panel = QRect()
        self._shape: tuple[str, QRect] | None = None

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene
        if scene is None:
            return
        edge = (_FRAME + 0.05) * self.height() / self.width()
        end = 1 - edge
        split = 0.51 if self.is_wide else 0.37
        is_timed = view.has_clock and view.clock_style != "none"
        title = self.box(edge, 0.24, split - 0.01 if is_timed else end, 0.48)
        self.place(self.title, scene.title, title, (LEAST, 0.104), LEFT | TOP)
        self.place_clock(view, self.box(split, 0.115, end, 0.46), 0.29 if self.is_wide else 0.27, RIGHT)
        is_covered = view.panel is not None
        self.place(
            self.lines,
            "" if is_covered else "\n".join(scene.lines),
            self.box(edge, 0.49, end, 0.585),
            (LEAST, 0.058),
            LEFT | MIDDLE,
        )
        self._panel = (
            self.box(edge, 0.6, end, 0.835) if scene.turn or scene.notice or view.envelope else QRect()
        )
        self._lay_out_panel(view, scene)
        self.place(self.notice, view.notice, self.box(edge, 0.85, 0.6, 0.915), (LEAST, 0.046), LEFT | MIDDLE)
        self.place(self.band, scene.band, self.box(0.6, 0.85, end, 0.915), (LEAST, 0.042), RIGHT | MIDDLE)
        self.update()

    def _lay_out_panel(self, view: PlayerView, scene: Scene) -> None:
        pad = self.px(0.03)
        inner = self._panel.adjusted(round(pad * 1.4), round(pad * 0.6), -pad, -round(pad * 0.6))
        words = scene.notice or view.envelope
        upper, lower = QRect(inner), QRect(inner)
        if words:
            upper.setBottom(inner.top() + round(inner.height() * 0.56))
            lower.setTop(upper.bottom() + 1)
        self.place(self.turn, scene.turn, upper, (LEAST, 0.068), LEFT | MIDDLE)
        self._shape = None
        if words and view.envelope_path in PATH_FILLS and view.envelope_path is not None:
            side = min(lower.height(), self.px(0.066))
            self._shape = (
                view.envelope_path,
                QRect(lower.left(), lower.center().y() - side // 2, side, side),
            )
            lower.setLeft(lower.left() + side + self.px(0.02))
        self.place(self.envelope, words, lower, (LEAST, 0.052), LEFT | MIDDLE)

    def panel_box(self, view: PlayerView, panel: Panel) -> QRect:
        edge = (_FRAME + 0.04) * self.height() / self.width()
        return self.box(edge, 0.5, 1 - edge, 0.845)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        smooth(painter)
        frame = self.px(_FRAME)
        wide, high = self.width(), self.height()
        red = self.ink("alert_frame")
        for x, y, w, h in ((0, 0, wide, frame), (0, high - frame, wide, frame), (0, 0, frame, high),
                           (wide - frame, 0, frame, high)):  # fmt: skip
            painter.fillRect(x, y, w, h, red)
        side = self.px(0.105)
        left = round((_FRAME + 0.045) * high)
        draw_icon(painter, "padlock", self.ink(self.TEXT), QRectF(left, high * 0.115, side, side))
        if not self._panel.isEmpty():
            draw_face(painter, QRectF(self._panel), self.px(0.0185), self.ink("alert_panel"))
        if self._shape is not None:
            paint_path_shape(painter, QRectF(self._shape[1]), self._shape[0])
