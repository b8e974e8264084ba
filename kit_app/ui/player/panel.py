"""The yellow card of a hint or a message: the brightest thing on the page while it is up."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fit_label import FitLabel, wrapped_size
from kit_app.ui.common.fonts import UI_FAMILY
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.theme import PATH_FILLS
from kit_app.ui.player.drawing import Drawing
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
_LISTEN = 0.06
_SHARES = (0.45, 0.38, 0.3, 0.22)
"""Parts of a card's width that its picture takes, the first that the words leave."""
_LEAST_PICTURE, _SHARED_PICTURE, _LEAST_UNDER = 0.5, 0.28, 0.12
_BROAD = 1.2
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
        self.listen = FitLabel("", self, is_bold=True)
        self.listen.setAlignment(LEFT | MIDDLE)
        self._drawing = Drawing("")
        self._words, self._picture = QRect(), QRect()

    def set_colours(self, colours: PlayerColours) -> None:
        """Draw with these colours."""
        self._ink, self._ground = QColor(colours.on_marker), QColor(colours.marker)
        self.heading.set_colour(self._ink)
        self.text.set_colour(self._ink)
        self.listen.set_colour(self._ink)
        self.update()

    def show_panel(self, panel: Panel, screen_height: int, box: QRect) -> None:
        """Show a panel in a box of a screen this high."""
        self._panel = panel
        self._screen = screen_height
        self.heading.setText(panel.heading)
        self.text.setText(panel.text)
        self.listen.setText(panel.listen)
        if panel.picture != self._drawing.source:
            self._drawing = Drawing(panel.picture)
        self.setAccessibleName(" ".join(part for part in (panel.heading, panel.text, panel.listen) if part))
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
        is_tight = self._panel is not None and self._words.height() < self._needed()
        return _TIGHT_PAD if is_tight else _PAD

    def _side(self) -> float:
        return _SIDE if self._pad() == _PAD else _TIGHT_SIDE

    def _needed(self, icon_room: float = _SIDE) -> int:
        if self._panel is None:
            return 0
        return card_height(
            self._panel, self._words.width(), self._screen, self._least_text, icon_room=icon_room
        )

    def _has_icon(self) -> bool:
        """Whether the card is broad, and the icon takes no room that the words need."""
        if self._panel is None or self._words.width() <= _ROOMY * self._screen:
            return False
        return self._needed(_ICON_ROOM) <= self._words.height()

    def _lay_out(self) -> None:
        panel = self._panel
        if panel is None:
            return
        self._words, self._picture = parted(panel, self.size(), self._screen, self._least_text, self._drawing)
        pad, left = self._px(self._pad()), self._left()
        right = self._px(self._side())
        shape = self._px(0.07) if panel.path in PATH_FILLS else 0
        wide = self._words.width() - left - right
        line = heading_height(panel, wide - shape, self._screen, is_tight=self._pad() < _PAD)
        self.heading.set_range(self._px(0.04), self._px(_HEADING))
        self.heading.setGeometry(left + shape, pad, wide - shape, line)
        foot = self._words.height() - pad - (self._px(_LISTEN) if panel.listen else 0)
        self.text.set_range(self._px(self._least_text), self._px(LARGEST_TEXT))
        top = pad + line + self._px(_BETWEEN)
        self.text.setGeometry(left, top, wide, foot - top)
        self.listen.setVisible(bool(panel.listen))
        self.listen.set_range(self._px(0.04), self._px(0.046))
        self.listen.setGeometry(left + self._px(_LISTEN * 1.1), foot, wide, self._px(_LISTEN))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._panel is None:
            return
        painter = QPainter(self)
        smooth(painter)
        draw_face(painter, QRectF(self.rect()), self._px(0.0185), self._ground)
        if self._has_icon():
            side = self._px(0.12)
            name = "hint" if self._panel.kind == "hint" else "message"
            box = QRectF(self._px(0.04), (self._words.height() - side) / 2, side, side)
            draw_icon(painter, name, self._ink, box)
        if self._panel.listen:
            line = self.listen.geometry()
            side = line.height()
            draw_icon(painter, "sound", self._ink, QRectF(self._left(), line.top(), side, side))
        if not self._picture.isEmpty():
            self._drawing.paint(painter, QRectF(self._picture))
        if self._panel.path in PATH_FILLS and self._panel.path is not None:
            side = self._px(0.056)
            middle = self.heading.geometry().center().y()
            place = QRectF(self._left(), middle - side / 2, side, side)
            keyline = self._ink if self._ink.lightness() > self._ground.lightness() else None
            paint_path_shape(painter, place, self._panel.path, keyline=keyline)


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
    listen = _LISTEN if panel.listen else 0.0
    around = round((2 * pad + _BETWEEN + listen) * screen_height) + 2
    return heading + high + around if wide <= room else 10 * screen_height


def least_card_height(panel: Panel, width: int, screen_height: int) -> int:
    """The least height in which the single window shows a panel whole, its picture beside the words."""
    if not panel.picture:
        return card_height(panel, width, screen_height, LEAST_TEXT, pad=_TIGHT_PAD)
    words = card_height(panel, round(width * (1 - _SHARES[-1])), screen_height, LEAST_TEXT, pad=_TIGHT_PAD)
    return max(words, round(_LEAST_PICTURE * screen_height))


def shared_card_height(panel: Panel, width: int, screen_height: int, text_size: float = LEAST_SHARED) -> int:
    """The height of a card with its picture, if any, where teams share a screen."""
    words = card_height(panel, width, screen_height, text_size)
    if not panel.picture:
        return words
    narrow = card_height(panel, round(width * (1 - _SHARES[1])), screen_height, text_size)
    beside = max(narrow, round(_SHARED_PICTURE * screen_height))
    under = words + round((_LEAST_UNDER + _SIDE) * screen_height)
    return beside if width > _BROAD * beside else under


def parted(
    panel: Panel, size: QSize, screen_height: int, least_text: float, drawing: Drawing
) -> tuple[QRect, QRect]:
    """The parts of a card for words and for the picture, which gets what the words can spare."""
    whole = QRect(0, 0, size.width(), size.height())
    if not drawing:
        return whole, QRect()
    edge = round(_SIDE * screen_height * 0.6)

    def needed(width: int) -> int:
        return card_height(panel, width, screen_height, least_text, pad=_TIGHT_PAD)

    if size.width() > _BROAD * size.height():
        most = round((size.height() - 2 * edge) * drawing.shape) + edge
        for share in _SHARES:
            words = max(size.width() - most, round(size.width() * (1 - share)))
            if needed(words) <= size.height():
                room = QRect(words, edge, size.width() - words - edge, size.height() - 2 * edge)
                return QRect(0, 0, words, size.height()), room
    spare = size.height() - needed(size.width())
    high = min(spare, round(size.height() * 0.6)) - edge
    if high < _LEAST_UNDER * screen_height:
        return whole, QRect()
    words_high = size.height() - high - edge
    return QRect(0, 0, size.width(), words_high), QRect(edge, words_high, size.width() - 2 * edge, high)
