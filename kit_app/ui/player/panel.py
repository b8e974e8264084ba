"""The yellow card of a hint or a message: the brightest thing on the page while it is up."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fit_label import FitLabel, wrapped_size
from kit_app.ui.common.fonts import UI_FAMILY
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.theme import PATH_FILLS
from kit_app.ui.player.sheet import LEFT, MIDDLE
from kit_app.views.player import NIGHT, Panel, PlayerColours

LEAST_TEXT = 0.055
"""Of the screen's height: readable from the last row."""
LEAST_SHARED = 0.05
"""The same where several teams share the screen."""
LARGEST_TEXT = 0.08
_HEADING = 0.043
_SIDE, _TIGHT_SIDE, _ICON_ROOM = 0.045, 0.025, 0.19
_PAD, _TIGHT_PAD, _BETWEEN = 0.03, 0.012, 0.008
_ROOMY = 1.4
"""So many heights broad, a card has room for its icon beside the words."""


class PanelCard(QWidget):
    """Heading with the path's shape, then the text as large as fits."""

    def __init__(self, parent: QWidget, least_text: float = LEAST_TEXT) -> None:
        super().__init__(parent)
        self._panel: Panel | None = None
        self._screen = 1080
        self._least_text = least_text
        self._ink, self._ground = QColor(NIGHT.on_marker), QColor(NIGHT.marker)
        self.heading = FitLabel("", self)
        self.heading.setAlignment(LEFT | MIDDLE)
        self.text = FitLabel("", self, is_bold=True)
        self.text.setAlignment(LEFT | MIDDLE)

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw with these colours."""
        self._ink, self._ground = QColor(colours.on_marker), QColor(colours.marker)
        self.heading.set_colour(self._ink)
        self.text.set_colour(self._ink)
        self.update()

    def show_panel(self, panel: Panel, screen_height: int, box: QRect) -> None:
        """Show a panel in a box of a screen this high."""
        self._panel = panel
        self._screen = screen_height
        self.heading.setText(panel.heading)
        self.text.setText(panel.text)
        self.setAccessibleName(f"{panel.heading} {panel.text}")
        self.setGeometry(box)
        self._lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _px(self, part: float) -> int:
        return round(part * self._screen)

    def _left(self) -> int:
        """Where the words begin: beside the icon if the card has one."""
        return self._px(_ICON_ROOM if self._has_icon() else self._side())

    def _pad(self) -> float:
        """The room above and below: less where the words need it."""
        is_tight = self._panel is not None and self.height() < self._needed()
        return _TIGHT_PAD if is_tight else _PAD

    def _side(self) -> float:
        return _SIDE if self._pad() == _PAD else _TIGHT_SIDE

    def _needed(self, icon_room: float = 0.0) -> int:
        if self._panel is None:
            return 0
        return card_height(
            self._panel, self.width(), self._screen, self._least_text, icon_room=icon_room or _SIDE
        )

    def _has_icon(self) -> bool:
        """Whether the card is broad, and the icon takes no room that the words need."""
        if self._panel is None or self.width() <= _ROOMY * self._screen:
            return False
        return self._needed(_ICON_ROOM) <= self.height()

    def _lay_out(self) -> None:
        if self._panel is None:
            return
        pad, left = self._px(self._pad()), self._left()
        right = self._px(self._side())
        shape = self._px(0.07) if self._panel.path in PATH_FILLS else 0
        is_tight = self._pad() < _PAD
        line = heading_height(
            self._panel, self.width() - left - shape - right, self._screen, is_tight=is_tight
        )
        self.heading.set_range(self._px(0.04), self._px(_HEADING))
        self.heading.setGeometry(left + shape, pad, self.width() - left - shape - right, line)
        self.text.set_range(self._px(self._least_text), self._px(LARGEST_TEXT))
        top = pad + line + self._px(_BETWEEN)
        self.text.setGeometry(left, top, self.width() - left - right, self.height() - top - pad)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._panel is None:
            return
        painter = QPainter(self)
        smooth(painter)
        draw_face(painter, QRectF(self.rect()), self._px(0.0185), self._ground)
        if self._has_icon():
            side = self._px(0.12)
            name = "hint" if self._panel.kind == "hint" else "message"
            box = QRectF(self._px(0.04), (self.height() - side) / 2, side, side)
            draw_icon(painter, name, self._ink, box)
        if self._panel.path in PATH_FILLS and self._panel.path is not None:
            side = self._px(0.056)
            middle = self.heading.geometry().center().y()
            paint_path_shape(painter, QRectF(self._left(), middle - side / 2, side, side), self._panel.path)


def heading_height(panel: Panel, width: int, screen_height: int, *, is_tight: bool) -> int:
    """The height of the heading: one line, or as many as it needs at its least size."""
    _wide, high = wrapped_size(panel.heading, UI_FAMILY, False, round(0.04 * screen_height), max(1, width))
    return high + 2 if is_tight else max(round(0.06 * screen_height), high + 2)


def card_height(
    panel: Panel,
    width: int,
    screen_height: int,
    text_size: float = LEAST_SHARED,
    *,
    icon_room: float = _SIDE,
    pad: float = _PAD,
) -> int:
    """The height of a card this wide whose words have this part of the screen's height, in pixels."""
    sides = icon_room + _SIDE if pad == _PAD else 2 * _TIGHT_SIDE
    room = width - round(sides * screen_height)
    shape = round(0.07 * screen_height) if panel.path in PATH_FILLS else 0
    heading = heading_height(panel, room - shape, screen_height, is_tight=pad < _PAD)
    wide, high = wrapped_size(panel.text, UI_FAMILY, True, round(text_size * screen_height), max(1, room))
    around = round((2 * pad + _BETWEEN) * screen_height) + 2
    return heading + high + around if wide <= room else 10 * screen_height


def least_card_height(panel: Panel, width: int, screen_height: int) -> int:
    """The least height in which the single window shows a panel whole."""
    return card_height(panel, width, screen_height, LEAST_TEXT, pad=_TIGHT_PAD)
