"""The red screen: a still frame, and a white panel that is the brightest thing on it."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.theme import PATH_FILLS
from kit_app.ui.player.panel import least_card_height
from kit_app.ui.player.sheet import LEAST, LEFT, MIDDLE, RIGHT, TOP, Sheet
from kit_app.views.player import Panel, PlayerView, Scene

_FRAME = 0.052
_PANEL_TOP, _PANEL_FOOT = 0.5, 0.845


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
        self._is_tight = False
        self._shape: tuple[str, QRect] | None = None

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene
        if scene is None:
            return
        edge = self._edge()
        end = 1 - edge
        split = 0.51 if self.is_wide else 0.37
        is_timed = view.has_clock and view.clock_style != "none"
        self._is_tight = view.panel is not None and self._needed(view.panel) > _PANEL_FOOT - _PANEL_TOP
        top, low = (0.056, 0.234) if self._is_tight else (0.115, 0.46)
        head = (top, low) if self._is_tight else (0.24, low + 0.02)
        title = self.box(edge, head[0], split - 0.01 if is_timed else end, head[1])
        self.place(self.title, scene.title, title, (LEAST, 0.104), LEFT | TOP)
        size = 0.29 if self.is_wide else 0.27
        self.place_clock(view, self.box(split, top, end, low), size, RIGHT, has_label=not self._is_tight)
        lines = "" if view.panel is not None else "\n".join(scene.lines)
        self.place(self.lines, lines, self.box(edge, 0.49, end, 0.585), (LEAST, 0.058), LEFT | MIDDLE)
        self._panel = (
            self.box(edge, 0.6, end, 0.835) if scene.turn or scene.notice or view.envelope else QRect()
        )
        foot = (0.895, 0.947) if self._is_tight else (0.85, 0.915)
        small = self.box(edge, foot[0], 0.6, foot[1])
        is_long = self.height_of(view.notice, small.width(), is_bold=True) > small.height()
        self._lay_out_panel(view, scene, view.notice if is_long else "")
        said = "" if is_long else view.notice
        self.place(self.notice, said, small, (LEAST, 0.046), LEFT | MIDDLE)
        band = self.box(0.6, foot[0], end, foot[1])
        self.place(self.band, scene.band, band, (LEAST, 0.042), RIGHT | MIDDLE)
        self.update()

    def has_room_for_panel(self, view: PlayerView) -> bool:
        """A long sentence about an answer comes first, for the few seconds in which it is said."""
        small = self.box(self._edge(), 0.85, 0.6, 0.915)
        return self.height_of(view.notice, small.width(), is_bold=True) <= small.height()

    def _edge(self) -> float:
        return (_FRAME + 0.05) * self.height() / self.width()

    def _lay_out_panel(self, view: PlayerView, scene: Scene, said: str) -> None:
        """The new side and the envelope; a long sentence about an answer instead, while it is said."""
        pad = self.px(0.03)
        inner = self._panel.adjusted(round(pad * 1.4), round(pad * 0.6), -pad, -round(pad * 0.6))
        words = "" if said else scene.notice or view.envelope
        upper, lower = QRect(inner), QRect(inner)
        if words:
            upper.setBottom(inner.top() + round(inner.height() * 0.56))
            lower.setTop(upper.bottom() + 1)
        self.place(self.turn, said or scene.turn, upper, (LEAST, 0.068), LEFT | MIDDLE)
        self._shape = None
        if words and view.envelope_path in PATH_FILLS and view.envelope_path is not None:
            side = min(lower.height(), self.px(0.066))
            self._shape = (
                view.envelope_path,
                QRect(lower.left(), lower.center().y() - side // 2, side, side),
            )
            lower.setLeft(lower.left() + side + self.px(0.02))
        self.place(self.envelope, words, lower, (LEAST, 0.052), LEFT | MIDDLE)

    def _needed(self, panel: Panel) -> float:
        wide = self.panel_width()
        return least_card_height(panel, wide, self.height()) / self.height()

    def panel_width(self) -> int:
        """The width of a hint or a message, in pixels."""
        edge = (_FRAME + 0.04) * self.height() / self.width()
        return self.box(edge, 0, 1 - edge, 1).width()

    def panel_box(self, view: PlayerView, panel: Panel) -> QRect:
        edge = (_FRAME + 0.04) * self.height() / self.width()
        is_tight = self._needed(panel) > _PANEL_FOOT - _PANEL_TOP
        top, foot = (0.237, 0.893) if is_tight else (_PANEL_TOP, _PANEL_FOOT)
        return self.box(edge, top, 1 - edge, foot)

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
        if not self._is_tight:
            draw_icon(painter, "padlock", self.ink(self.TEXT), QRectF(left, high * 0.115, side, side))
        if not self._panel.isEmpty():
            draw_face(painter, QRectF(self._panel), self.px(0.0185), self.ink("alert_panel"))
        if self._shape is not None:
            paint_path_shape(painter, QRectF(self._shape[1]), self._shape[0])
