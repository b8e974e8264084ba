"""The push button of every screen: words, an icon, and its key in a small frame."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.accessible import plain
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import NORMAL, SMALL, draw_icon
from kit_app.ui.common.paint import draw_face, draw_key, key_width, smooth
from kit_app.ui.common.style import GAP, RING, has_keyboard_focus, paint_ring

Kind = Literal["primary", "secondary", "strong", "quiet", "danger", "danger-filled", "rail"]
Size = Literal["small", "normal", "large", "start"]


class _Measure(NamedTuple):
    height: int
    padding: int
    text_px: int
    icon_px: int


_MEASURES: dict[Size, _Measure] = {
    "small": _Measure(32, 10, 14, SMALL),
    "normal": _Measure(36, 14, 15, NORMAL),
    "large": _Measure(40, 14, 15, NORMAL),
    "start": _Measure(48, 22, 18, NORMAL),
}
_SPACE = 8


class _Colours(NamedTuple):
    fill: QColor | None
    border: QColor | None
    text: QColor
    width: float = 1.0


def portable_keys(key: str) -> list[QKeySequence]:
    """The sequences that a key stands for: Return also means the Enter of the number pad."""
    keys = [QKeySequence(key)]
    if key.endswith("Return"):
        keys.append(QKeySequence(key.removesuffix("Return") + "Enter"))
    return keys


def shown_key(key: str) -> str:
    """How a key is written for people, in the language of Qt's own words; Return is Enter on every page."""
    if key.endswith("Return"):
        key = key.removesuffix("Return") + "Enter"
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""


class KeyButton(QPushButton):
    """A button that shows its key. `key` is portable ("Ctrl+Return"), at work while it is visible."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        kind: Kind = "secondary",
        size: Size = "normal",
        icon: str = "",
        key: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._kind: Kind = kind
        self._size: Size = "large" if kind == "primary" and size == "normal" else size
        self._icon_name = icon
        self._trailing_icon = ""
        self._key = key
        self._key_text = shown_key(key)
        self._name = ""
        self._tip = ""
        self._takes_enter = False
        self._shortcut = QShortcut(self)
        self._shortcut.setKeys(portable_keys(key) if key else [])
        self._shortcut.activated.connect(self.click)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("kind", kind)
        self._tell()

    def press_with_enter(self) -> None:
        """Enter presses the button while it has the focus.

        Where Enter is another button's key, it stays that until the keyboard led here and the ring shows it.
        """
        self._takes_enter = True

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride and has_keyboard_focus(self)
        if is_asked and self._is_own_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_own_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _is_own_enter(self, event: QEvent) -> bool:
        if not self._takes_enter or self._key == "Return" or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_bare = held == Qt.KeyboardModifier.NoModifier
        return is_bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def set_kind(self, kind: Kind) -> None:
        """Change the weight of the button."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.update()

    def set_icon(self, name: str) -> None:
        """Change the icon before the words; an empty name takes it away."""
        self._icon_name = name
        self._grown()

    def set_trailing_icon(self, name: str) -> None:
        """An icon after the words, such as the arrow of "All sessions"."""
        self._trailing_icon = name
        self._grown()

    def set_key(self, key: str, key_text: str = "") -> None:
        """Change the key and how it is written."""
        self._key = key
        self._key_text = key_text or shown_key(key)
        self._shortcut.setKeys(portable_keys(key) if key else [])
        self._grown()

    def set_name(self, name: str) -> None:
        """What a screen reader and the tooltip say of a button that has an icon only."""
        self._name = name
        self._tell()

    def set_tip(self, text: str) -> None:
        """A sentence for the tooltip, before the key."""
        self._tip = text
        self._tell()

    @property
    def key_text(self) -> str:
        """The key as it is written on the button."""
        return self._key_text

    def setText(self, text: str) -> None:
        super().setText(text)
        self._grown()

    def setIcon(self, icon: QIcon | object) -> None:
        raise TypeError("icons are set by name: set_icon")

    def sizeHint(self) -> QSize:
        measure = _MEASURES[self._size]
        content = self._content_width()
        if not self.text():
            return QSize(max(measure.height, round(content) + 12), measure.height)
        return QSize(round(content) + 2 * measure.padding + 2, measure.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        colours = self._colours()
        face = QRectF(self.rect())
        if has_keyboard_focus(self):
            paint_ring(
                painter, face, 7, theme.current().colour("ink") if self._kind != "rail" else colours.text
            )
            off = RING + GAP
            face.adjust(off, off, -off, -off)
        pen = QPen(colours.border, colours.width) if colours.border is not None else None
        if pen is not None and not self.isEnabled() and theme.current().is_stark:
            pen.setDashPattern([3, 3])
        draw_face(painter, face, 6, colours.fill, pen)
        self._paint_content(painter, colours.text)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        measure = _MEASURES[self._size]
        left = (self.width() - self._content_width()) / 2
        middle = self.height() / 2
        if self._icon_name:
            side = measure.icon_px
            draw_icon(
                painter, self._icon_name, ink, QRectF(round(left), round(middle - side / 2), side, side)
            )
            left += side + _SPACE
        words = plain(self.text())
        if words:
            painter.setFont(self._font())
            painter.setPen(ink)
            width = self._text_width()
            painter.drawText(
                QRectF(left, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter.value), words
            )
            left += width + _SPACE
        if self._key_text:
            draw_key(painter, left, middle, self._key_text, ink)
            left += key_width(self._key_text) + _SPACE
        if self._trailing_icon:
            draw_icon(painter, self._trailing_icon, ink, QRectF(round(left), round(middle - 8), SMALL, SMALL))

    def _colours(self) -> _Colours:
        now = theme.current()
        if not self.isEnabled():
            if self._kind in ("quiet", "rail"):
                return _Colours(None, None, now.colour("quiet_ink"))
            return _Colours(now.colour("sunken"), now.colour("line"), now.colour("quiet_ink"))
        colours = self._kind_colours(now)
        if self._kind == "rail" and (self.isDown() or self.underMouse()):
            return colours._replace(fill=now.colour("rail").lighter(130 if self.isDown() else 160))
        if now.is_stark:
            return self._stark(colours)
        if self.isDown():
            return colours._replace(fill=_pressed(colours.fill, now))
        if self.underMouse():
            return colours._replace(fill=_hovered(colours.fill, now))
        return colours

    def _stark(self, colours: _Colours) -> _Colours:
        """Grounds are all alike: the pointer thickens the border, and what is held down turns round."""
        now = theme.current()
        if self.isDown():
            return _Colours(now.colour("ink"), now.colour("ink"), now.colour("paper"))
        if self.underMouse():
            return colours._replace(border=now.colour("chosen"), width=max(3.0, colours.width))
        return colours

    def _kind_colours(self, now: theme.Theme) -> _Colours:
        ink, surface = now.colour("ink"), now.colour("surface")
        if self.isChecked():
            pen = now.chosen_pen()
            return _Colours(now.colour("marker_bg"), pen.color(), ink, pen.widthF())
        match self._kind:
            case "primary":
                fill = now.colour("primary")
                return _Colours(fill, fill, now.colour("on_primary"))
            case "secondary":
                return _Colours(surface, now.colour("edge"), ink)
            case "strong":
                return _Colours(surface, ink, ink, 2)
            case "danger":
                return _Colours(
                    surface, now.colour("danger"), now.colour("danger"), now.danger_pen().widthF()
                )
            case "danger-filled":
                return _Colours(now.colour("danger_fill"), now.colour("danger"), now.colour("on_danger"))
            case "rail":
                return _Colours(None, None, now.colour("rail_ink"))
            case "quiet":
                return _Colours(None, None, ink)

    def _font(self) -> QFont:
        return font(_MEASURES[self._size].text_px, bold=self._kind != "rail")

    def _text_width(self) -> float:
        return QFontMetricsF(self._font()).horizontalAdvance(plain(self.text()))

    def _content_width(self) -> float:
        parts = [
            float(_MEASURES[self._size].icon_px) if self._icon_name else 0.0,
            self._text_width() if self.text() else 0.0,
            key_width(self._key_text),
            float(SMALL) if self._trailing_icon else 0.0,
        ]
        shown = [part for part in parts if part > 0]
        return sum(shown) + _SPACE * max(0, len(shown) - 1)

    def _grown(self) -> None:
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        words = self._name or plain(self.text())
        self.setAccessibleName(words)
        tip = self._tip or words
        self.setToolTip(
            f"{tip} ({self._key_text})" if self._key_text else tip if self._tip or not self.text() else ""
        )


def icon_button(
    icon: str, name: str, parent: QWidget | None = None, *, kind: Kind = "secondary", size: Size = "small"
) -> KeyButton:
    """A button without words, for ← → + − × only; `name` is its tooltip and its accessible name."""
    button = KeyButton("", parent, kind=kind, size=size, icon=icon)
    button.set_name(name)
    return button


def _hovered(fill: QColor | None, now: theme.Theme) -> QColor:
    if fill is None or fill == now.colour("surface"):
        return now.colour("info_bg")
    return fill.lighter(112)


def _pressed(fill: QColor | None, now: theme.Theme) -> QColor:
    if fill is None or fill == now.colour("surface"):
        return now.colour("sunken")
    return fill.darker(112)
