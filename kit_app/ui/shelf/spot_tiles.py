"""The spots to choose from: a picture, the title, how long it lasts."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.choices import ChoiceButton, paint_choice_face
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import smooth

PICTURE = QSize(480, 270)
_COLUMNS, _MOST_COLUMNS = 2, 4
_MANY_FROM = 720
"""From this width on four stand in a row (px)."""
_PAD = 8
_TITLE, _LENGTH = 15, 13
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft).value)


class SpotTile(NamedTuple):
    """A spot ready to be chosen."""

    ident: str
    title: str
    length: str
    picture: QImage


class _TileButton(ChoiceButton):
    def __init__(self, tile: SpotTile, parent: QWidget) -> None:
        super().__init__(tile.ident, tile.title, parent)
        self.setAccessibleName(f"{tile.title}, {tile.length}")
        self._tile = tile
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(140)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.heightForWidth(max(140, self.width())))

    def heightForWidth(self, width: int) -> int:
        return round(self._boxes(width)[2].bottom()) + _PAD + 2

    def _boxes(self, width: int) -> tuple[QRectF, QRectF, QRectF]:
        """Of the picture, the title and the length."""
        inner = width - 2 * _PAD
        picture = QRectF(_PAD, _PAD, inner, inner * 9 / 16)
        room = QRectF(_PAD + 2, picture.bottom() + 6, inner - 4, 1000)
        title = QFontMetricsF(font(_TITLE, bold=True)).boundingRect(room, _WRAP, self._tile.title)
        line = QFontMetricsF(font(_LENGTH)).height()
        return picture, title, QRectF(room.left(), title.bottom() + 2, room.width(), line)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_choice_face(painter, self)
        picture, title, length = self._boxes(self.width())
        painter.drawImage(picture, self._tile.picture)
        painter.setPen(now.colour("ink"))
        painter.setFont(font(_TITLE, bold=True))
        painter.drawText(title.adjusted(0, 0, 2, 2), _WRAP, self._tile.title)
        painter.setPen(now.colour("ink2"))
        painter.setFont(font(_LENGTH))
        painter.drawText(length.adjusted(0, 0, 2, 2), _WRAP, self._tile.length)


class SpotTiles(QWidget):
    """`changed(str)` tells the spot that a person chose."""

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _TileButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)

    def show_tiles(self, tiles: Sequence[SpotTile]) -> None:
        """Show these; the chosen one stays where it is among them, else the first is."""
        chosen = self.value()
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.deleteLater()
        self._buttons = {}
        for tile in tiles:
            button = _TileButton(tile, self)
            button.setObjectName(f"spot-{tile.ident}")
            self._group.addButton(button)
            self._buttons[tile.ident] = button
            button.clicked.connect(lambda _checked=False, ident=tile.ident: self.changed.emit(ident))
        self._lay()
        if self._buttons:
            first = self._buttons.get(chosen) or next(iter(self._buttons.values()))
            first.setChecked(True)
            self.setFocusProxy(first)

    def _lay(self) -> None:
        """In two columns, or in one row where there is room."""
        columns = _MOST_COLUMNS if self.width() >= _MANY_FROM else _COLUMNS
        for number, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def value(self) -> str:
        """The spot chosen, empty before any."""
        button = self._group.checkedButton()
        return button.ident if isinstance(button, _TileButton) else ""

    def button(self, ident: str) -> ChoiceButton:
        """One of the tiles."""
        return self._buttons[ident]
