"""The navigation at the left: brand, places with their keys, help, settings, the facility."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.buttons import shown_key
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import NORMAL, draw_icon
from kit_app.ui.common.paint import draw_face, draw_key, key_width, smooth
from kit_app.ui.common.style import has_keyboard_focus, paint_ring

WIDTH = 184
FOLDED = 84
FOLDS_BELOW = 1100
LOW = 480
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft).value)
_CENTRE_WRAP = int(
    (Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter).value
)


class RailEntry(NamedTuple):
    """A place to go to; `key` is portable ("Alt+1"), shown in the entry only if `shows_key`."""

    ident: str
    icon: str
    text: str
    key: str = ""
    shows_key: bool = False


class _Place(QAbstractButton):
    def __init__(self, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.is_folded = self.is_low = False
        self.setText(entry.text)
        self.setCheckable(True)
        self.setAccessibleName(entry.text)
        key = shown_key(entry.key)
        self.setToolTip(f"{entry.text} ({key})" if key else entry.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The window decides what is current, after the page has opened."""

    def sizeHint(self) -> QSize:
        if not self.is_folded:
            return QSize(WIDTH - 20, 38)
        face = QFontMetricsF(font(13))
        words = face.boundingRect(QRectF(0, 0, FOLDED - 8, 200), _CENTRE_WRAP, self.text())
        return QSize(FOLDED - 8, round(words.height()) + (23 if self.is_low else 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        box = QRectF(self.rect())
        ink = now.colour("rail_text")
        if self.isChecked():
            ink = now.colour("on_rail_current")
            draw_face(painter, box, 6, now.colour("marker"))
            draw_face(painter, box.adjusted(4, 0, 0, 0), 5, now.colour("rail_current"))
        elif self.underMouse():
            draw_face(painter, box, 6, QColor(255, 255, 255, 24), now.edge_pen())
        if has_keyboard_focus(self):
            paint_ring(painter, box.adjusted(2, 2, -2, -2), 5, ink)
        painter.setPen(ink)
        if self.is_folded:
            left = (self.width() - NORMAL) / 2
            top = 1 if self.is_low else 6
            draw_icon(painter, self.entry.icon, ink, QRectF(left, top, NORMAL, NORMAL))
            painter.setFont(font(13, bold=self.isChecked()))
            painter.drawText(box.adjusted(2, top + 20, -2, 0), _CENTRE_WRAP, self.text())
            return
        middle = (self.height() - NORMAL) / 2
        draw_icon(painter, self.entry.icon, ink, QRectF(10, middle, NORMAL, NORMAL))
        painter.setFont(font(15, bold=self.isChecked()))
        painter.drawText(box.adjusted(40, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter.value), self.text())
        if self.entry.shows_key:
            key = shown_key(self.entry.key)
            draw_key(painter, self.width() - 10 - key_width(key), self.height() / 2, key, ink)


class _Brand(QWidget):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.is_folded = False
        self.setFixedHeight(52)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        left = (self.width() - 34) / 2 if self.is_folded else 6
        draw_icon(painter, "brand", theme.current().colour("rail_ink"), QRectF(round(left), 2, 34, 34))
        if not self.is_folded:
            painter.setPen(theme.current().colour("rail_ink"))
            painter.setFont(font(16, bold=True))
            box = QRectF(50, 0, self.width() - 50, 40)
            painter.drawText(
                box, int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter).value), self._name
            )


class _Profile(QAbstractButton):
    """The facility's name, up to three lines, and the state of its profile; leads to where both are given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        self.state = ""
        self.is_complete = True
        self.setObjectName("rail-profile")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        name, state = self._boxes()
        return QSize(WIDTH - 20, round(state.bottom()) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def _boxes(self) -> tuple[QRectF, QRectF]:
        width = WIDTH - 36
        bold, plain = QFontMetricsF(font(13, bold=True)), QFontMetricsF(font(13))
        name = bold.boundingRect(QRectF(10, 12, width, 500), _WRAP, self.name)
        state = plain.boundingRect(QRectF(10, name.bottom() + 2, width - 22, 500), _WRAP, self.state)
        return name, state

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        painter.setPen(now.edge_pen() or QPen(QColor("#2E4560"), 1))
        painter.drawLine(4, 2, self.width() - 4, 2)
        box = QRectF(self.rect()).adjusted(0, 5, 0, 0)
        if self.underMouse():
            draw_face(painter, box, 6, QColor(255, 255, 255, 24), now.edge_pen())
        if has_keyboard_focus(self):
            paint_ring(painter, box.adjusted(2, 2, -2, -2), 5, now.colour("rail_text"))
        name, state = self._boxes()
        painter.setPen(now.colour("rail_ink"))
        painter.setFont(font(13, bold=True))
        painter.drawText(name.adjusted(0, 0, 4, 2), _WRAP, self.name)
        painter.setPen(now.colour("rail_text"))
        painter.setFont(font(13))
        painter.drawText(state.adjusted(0, 0, 4, 2), _WRAP, self.state)
        if self.state:
            icon = "check" if self.is_complete else "edit"
            draw_icon(
                painter, icon, now.colour("rail_text"), QRectF(state.right() + 6, state.bottom() - 17, 16, 16)
            )


class Rail(QWidget):
    """`chosen(str)` tells the id of a place by click or key, `profile_chosen()` that the facility was.

    The window sets what is current.
    """

    chosen = Signal(str)
    profile_chosen = Signal()

    def __init__(
        self,
        brand: str,
        places: Sequence[RailEntry],
        foot: Sequence[RailEntry],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._is_folded = False
        self._places: dict[str, _Place] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 14, 10, 10)
        self._column.setSpacing(2)
        self._brand = _Brand(brand, self)
        self._column.addWidget(self._brand)
        for entry in places:
            self._add(entry)
        self._column.addStretch(1)
        for entry in foot:
            self._add(entry)
        self._column.addSpacing(6)
        self._profile = _Profile(self)
        self._profile.clicked.connect(self.profile_chosen)
        self._column.addWidget(self._profile)

    def minimumSizeHint(self) -> QSize:
        return QSize(FOLDED, 0)

    @property
    def is_folded(self) -> bool:
        """Whether the rail shows icons with their names below."""
        return self._is_folded

    def set_current(self, ident: str) -> None:
        """Mark where the person is; an unknown id marks nothing."""
        for name, place in self._places.items():
            place.setChecked(name == ident)

    def place(self, ident: str) -> QAbstractButton:
        """One of the entries."""
        return self._places[ident]

    def set_profile(self, name: str, state: str, *, is_complete: bool = True, tip: str = "") -> None:
        """Whose copy this is, at the foot; `tip` says where it leads."""
        self._profile.name, self._profile.state, self._profile.is_complete = name, state, is_complete
        self._profile.setAccessibleName(f"{name}. {state}" if state else name)
        self._profile.setToolTip(tip)
        self._profile.setAccessibleDescription(tip)
        self._profile.setVisible(bool(name) and not self._is_folded)
        self._profile.updateGeometry()
        self._profile.update()

    def fit_window(self, width: int, height: int) -> None:
        """Fold below 1100 px, unfold above; in a low window the places stand closer, without the brand."""
        self.set_folded(width < FOLDS_BELOW)
        self._set_low(height < LOW)

    def _set_low(self, is_low: bool) -> None:
        self._brand.setVisible(not is_low)
        for place in self._places.values():
            place.is_low = is_low
            place.updateGeometry()
        self._set_margins(is_low)

    def _set_margins(self, is_low: bool) -> None:
        side = 4 if self._is_folded else 10
        top, bottom = (2, 2) if is_low else (14, 10)
        self._column.setContentsMargins(side, top, side, bottom)
        self._column.setSpacing(0 if is_low else 2)

    def set_folded(self, is_folded: bool) -> None:
        """Icons with their names below, or icons and names side by side."""
        if is_folded == self._is_folded:
            return
        self._is_folded = is_folded
        self.setFixedWidth(FOLDED if is_folded else WIDTH)
        self._brand.is_folded = is_folded
        for place in self._places.values():
            place.is_folded = is_folded
            place.updateGeometry()
        self._profile.setVisible(bool(self._profile.name) and not is_folded)
        self._set_margins(self._brand.isHidden())
        self.update()

    def _add(self, entry: RailEntry) -> None:
        place = _Place(entry, self)
        place.clicked.connect(lambda _checked=False, ident=entry.ident: self.chosen.emit(ident))
        if entry.key:
            QShortcut(entry.key, place).activated.connect(place.click)
        self._column.addWidget(place)
        self._places[entry.ident] = place

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("rail"))
        if now.is_stark:
            painter.fillRect(self.width() - 2, 0, 2, self.height(), now.colour("face_edge"))
