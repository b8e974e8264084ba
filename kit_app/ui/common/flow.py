"""A row of parts that breaks into further lines where it is too narrow for all of them. No widget here."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Part(NamedTuple):
    item: QLayoutItem
    stretch: int


class _Measured(NamedTuple):
    """A part with the widths that it needs at least and wishes for, asked once for each placing."""

    item: QLayoutItem
    stretch: int
    least: int
    wish: int


class FlowRow(QLayout):
    """Parts with a stretch share what is left of their line; the others are as wide as they wish.

    `aligns_right`: a line without stretch stands at the right.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, aligns_right: bool = False
    ) -> None:
        super().__init__(parent)
        self._parts: list[_Part] = []
        self._known: list[_Measured] | None = None
        self._heights: dict[int, int] = {}
        self._aligns_right = aligns_right
        self._next_stretch = 0
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Append a widget or another layout."""
        self._next_stretch = stretch
        if isinstance(part, QLayout):
            self.addChildLayout(part)
            self.addItem(part)
        else:
            self.addWidget(part)
        self._next_stretch = 0

    def addItem(self, item: QLayoutItem) -> None:
        self._parts.append(_Part(item, self._next_stretch))
        self.invalidate()

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._parts[index].item if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._parts):
            return None
        self.invalidate()
        return self._parts.pop(index).item

    def invalidate(self) -> None:
        """Forget what was measured: Qt says so whenever a part wants another size."""
        self._known = None
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), is_trial=True)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(_wish(part) for part in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((part.item.sizeHint().height() for part in shown), default=0)
        return QSize(width, height) + self._margins()

    def minimumSize(self) -> QSize:
        shown = self._shown()
        width = max((part.item.minimumSize().width() for part in shown), default=0)
        height = max((part.item.minimumSize().height() for part in shown), default=0)
        return QSize(width, height) + self._margins()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def _shown(self) -> list[_Part]:
        return [part for part in self._parts if not part.item.isEmpty()]

    def _margins(self) -> QSize:
        around = self.contentsMargins()
        return QSize(around.left() + around.right(), around.top() + around.bottom())

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        """Put the parts into `rect`, or only say how high they are at its width."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        lines = self._lines(inner.width())
        for number, line in enumerate(lines):
            widths = self._widths(line, inner.width())
            heights = [_height(part, width) for part, width in zip(line, widths, strict=True)]
            height = max(heights)
            if number == len(lines) - 1 and not is_trial:
                height = max(height, inner.bottom() + 1 - top)
            if not is_trial:
                self._put(line, widths, QRect(inner.left(), top, inner.width(), height))
            top += height + self.spacing()
        bottom = top - (self.spacing() if lines else 0)
        return bottom - rect.top() + self.contentsMargins().bottom()

    def _put(self, line: list[_Measured], widths: list[int], room: QRect) -> None:
        spare = room.width() - sum(widths) - self.spacing() * (len(line) - 1)
        left = room.left() + (max(0, spare) if self._aligns_right else 0)
        for part, width in zip(line, widths, strict=True):
            place = QRect(QPoint(left, room.top()), QSize(width, room.height()))
            hint = part.item.sizeHint().height()
            if not part.item.hasHeightForWidth() and not _grows_down(part) and hint < room.height():
                place = QRect(left, room.top() + (room.height() - hint) // 2, width, hint)
            part.item.setGeometry(place)
            left += width + self.spacing()

    def _lines(self, width: int) -> list[list[_Measured]]:
        """Which parts stand in one line: as many as fit with what they need at least."""
        lines: list[list[_Measured]] = []
        used = 0
        if self._known is None:
            self._known = [_measured(part) for part in self._shown()]
        for part in self._known:
            if lines and used + self.spacing() + part.least <= width:
                lines[-1].append(part)
                used += self.spacing() + part.least
            else:
                lines.append([part])
                used = part.least
        return lines

    def _widths(self, line: list[_Measured], width: int) -> list[int]:
        """What is over goes to the parts with a stretch, each at least as wide as it must be."""
        fixed = sum(part.wish for part in line if not part.stretch)
        room = width - fixed - self.spacing() * (len(line) - 1)
        growing = [part for part in line if part.stretch]
        shares: dict[int, int] = {}
        while growing:
            whole = sum(part.stretch for part in growing)
            short = [part for part in growing if room * part.stretch // whole < part.least]
            for part in short or growing:
                shares[id(part)] = part.least if short else room * part.stretch // whole
            if not short:
                break
            room -= sum(part.least for part in short)
            growing = [part for part in growing if part not in short]
        return [min(width, shares.get(id(part), part.wish)) for part in line]


def _measured(part: _Part) -> _Measured:
    wish = _wish(part)
    return _Measured(part.item, part.stretch, part.item.minimumSize().width() if part.stretch else wish, wish)


def _wish(part: _Part) -> int:
    return max(
        part.item.minimumSize().width(), min(part.item.sizeHint().width(), part.item.maximumSize().width())
    )


def _height(part: _Measured, width: int) -> int:
    if part.item.hasHeightForWidth():
        return part.item.heightForWidth(width)
    return part.item.sizeHint().height()


def _grows_down(part: _Measured) -> bool:
    return bool(part.item.expandingDirections() & Qt.Orientation.Vertical)
