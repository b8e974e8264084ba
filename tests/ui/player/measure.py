"""What is wrong with a painted page, by its pixels: clipped, over another, cut by a projector, small, pale.

As a program it prints this for all pages: QT_SCALE_FACTOR=2 python -m tests.ui.player.measure
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kit_app.assets import resources_dir
from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.fit_label import FitLabel
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.player.sheet import LEAST, LEAST_CLOCK, MARGIN
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import PlayerColours, PlayerView
from tests.legible import contrast
from tests.ui.player.ink import pixels

CAPITAL = 0.66
"""The height of a capital or a digit, as part of its line's size, in the font of the screens."""
LEAST_CONTRAST = 7.0
INK = 48
"""So far from its ground, of 255, a pixel is ink."""


Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels of the screen."""


@dataclass(frozen=True)
class Inked:
    """A text as it was painted: where its ink is, its highest line, its contrast, whether it is cut."""

    words: str
    box: Box
    line: int
    ratio: float
    is_cut: bool


class Painted:
    """A window with a view, and the same without its words."""

    def __init__(self, window: PlayerWindow, view: PlayerView) -> None:
        self.window = window
        window.show_view(view)
        QGuiApplication.processEvents()
        self.picture = pixels(window)
        colours = window.colours
        for label in window.findChildren(FitLabel):
            label.set_colour(QColor(0, 0, 0, 0))
        for clock in window.findChildren(CountdownLabel):
            ground = clock.parent().GROUND
            clock.set_colours(QColor(0, 0, 0, 0), QColor(getattr(colours, ground)))
        self.ground = pixels(window)
        window.set_colours(colours)
        self.scale = self.picture.shape[0] / window.height()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.picture.shape[1], self.picture.shape[0]

    def place(self, part: QWidget) -> Box:
        """Where a widget is."""
        at = part.mapTo(self.window, QPoint(0, 0))
        sides = (at.x(), at.y(), at.x() + part.width(), at.y() + part.height())
        left, top, right, bottom = (round(side * self.scale) for side in sides)
        return max(0, left), max(0, top), right, bottom

    def ink(self, part: QWidget, words: str = "") -> Inked | None:
        """The ink of a text; None when there is none."""
        left, top, right, bottom = self.place(part)
        drawn = self.picture[top:bottom, left:right]
        ground = self.ground[top:bottom, left:right]
        mask = numpy.abs(drawn - ground).max(axis=2) > INK
        rows, columns = numpy.flatnonzero(mask.any(axis=1)), numpy.flatnonzero(mask.any(axis=0))
        if not rows.size:
            return None
        is_flush = isinstance(part, FitLabel) and bool(part.alignment() & Qt.AlignmentFlag.AlignRight)
        ends_right = columns[-1] == mask.shape[1] - 1 and not is_flush
        ends_left = columns[0] == 0 and is_flush
        ends = bool(rows[0] == 0 or rows[-1] == mask.shape[0] - 1 or ends_right or ends_left)
        return Inked(
            words=words,
            box=(left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]), top + int(rows[-1])),
            line=_longest_run(mask.any(axis=1)),
            ratio=contrast(_commonest(drawn[mask]), _commonest(ground[mask])),
            is_cut=ends,
        )

    def texts(self) -> list[tuple[FitLabel, Inked | None]]:
        """The texts that are seen; those under the card are not."""
        card, found = self.window.card, []
        for label in self.window.findChildren(FitLabel):
            if not label.isVisible() or not label.text():
                continue
            box = QRect(label.mapTo(self.window, QPoint(0, 0)), label.size())
            is_under = card.isVisible() and not card.isAncestorOf(label)
            if not (is_under and card.geometry().contains(box)):
                found.append((label, self.ink(label, label.text())))
        return found

    def clock_part(self) -> float:
        """The size of the clock's line as part of the height, from the ink of its digits; 0 without one."""
        clock = self.window.sheet.clock if self.window.sheet is not None else None
        found = self.ink(clock) if clock is not None and clock.isVisible() else None
        return 0.0 if found is None else found.line / CAPITAL / self.picture.shape[0]


def problems(painted: Painted) -> Iterator[str]:
    """Everything that is wrong with a page, one sentence each."""
    wide, high = painted.size
    texts = painted.texts()
    for label, one in texts:
        if one is None:
            yield f"cannot be seen: {label.text()}"
            continue
        left, top, right, bottom = one.box
        if one.is_cut:
            yield f"cut: {one.words}"
        if one.line < CAPITAL * LEAST * high - 1.5:
            yield f"small, {one.line / high:.3f}: {one.words}"
        if one.ratio < LEAST_CONTRAST:
            yield f"pale, {one.ratio:.1f}: {one.words}"
        if min(left / wide, 1 - right / wide, top / high, 1 - bottom / high) < MARGIN - 0.002:
            yield f"at the edge: {one.words}"
    for first, second in combinations([one for _label, one in texts if one is not None], 2):
        if _overlap(first.box, second.box):
            yield f"over one another: {first.words} / {second.words}"
    yield from _clock_problems(painted)


def _clock_problems(painted: Painted) -> Iterator[str]:
    clock = painted.window.sheet.clock if painted.window.sheet is not None else None
    if clock is None or not clock.isVisible():
        return
    found = painted.ink(clock)
    if found is None or painted.clock_part() < LEAST_CLOCK - 0.002:
        yield "the clock is small"
    elif found.ratio < LEAST_CONTRAST:
        yield f"the clock is pale: {found.ratio:.1f}"


def _longest_run(is_ink: numpy.ndarray) -> int:
    """The most rows of ink without a blank one between: the highest line, an accent's gap left out."""
    best = run = 0
    for one in is_ink:
        run = run + 1 if one else 0
        best = max(best, run)
    return best


def _commonest(colours: numpy.ndarray) -> str:
    wide = colours.astype(numpy.int64)
    values, counts = numpy.unique(wide[:, 0] << 16 | wide[:, 1] << 8 | wide[:, 2], return_counts=True)
    return f"#{int(values[counts.argmax()]):06X}"


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def found_on(
    size: tuple[int, int], views: Mapping[str, PlayerView], colours: PlayerColours | None = None
) -> list[str]:
    """The problems of all views on a screen of this size in real pixels, each after its view's name."""
    window = PlayerWindow()
    if colours is not None:
        window.set_colours(colours)
    ratio = window.devicePixelRatio()
    window.resize(round(size[0] / ratio), round(size[1] / ratio))
    window.show()
    found = []
    for name, view in views.items():
        found += [f"{name} {size[0]}: {one}" for one in problems(Painted(window, view))]
    window.close_for_good()
    return found


def main() -> int:
    """Print what is wrong with all pages at all sizes."""
    from tests.ui.player.views import EXTREMES, SIZES, STATES

    app = QApplication([])
    load_fonts(resources_dir() / "fonts")
    apply_theme(app, "light")
    views = {name: view for name, view in (STATES | EXTREMES).items() if name != "black"}
    found = [one for size in SIZES[:3:2] for one in found_on(size, views)]
    print(f"ratio {app.devicePixelRatio():g}", *found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
