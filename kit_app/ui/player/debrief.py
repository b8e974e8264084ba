"""After the game: the good reflexes of the puzzles played, a path at a time, for the talk."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fit_label import FitLabel, wrapped_size
from kit_app.ui.common.fonts import UI_FAMILY
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.shapes import paint_path_shape
from kit_app.ui.common.theme import PATH_FILLS
from kit_app.ui.player.logo import HIGHEST, Logo
from kit_app.ui.player.sheet import LEAST, LEFT, MARGIN, MIDDLE, RIGHT, Sheet
from kit_app.views.player import PlayerView, Scene

_END = 1 - MARGIN
_LARGEST = 0.08
_GAP = 0.035


class DebriefPage(Sheet):
    """Title, the path, its reflexes each with a mark; team and game at the foot, beside the logo."""

    MOST_POINTS = 6

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.text(is_bold=True)
        self.heading = self.text("quiet")
        self.points = [self.text() for _ in range(self.MOST_POINTS)]
        self.foot = self.text("quiet")
        self.logo = Logo(self)
        self._shape = QRect()
        self._marks: list[QRect] = []

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene
        if scene is None:
            return
        self.place(
            self.title, scene.title, self.box(MARGIN, MARGIN, _END, 0.18), (0.055, 0.09), LEFT | MIDDLE
        )
        self._lay_out_heading(scene)
        self._lay_out_points(scene.points[: self.MOST_POINTS])
        team = " · ".join(part for part in (view.team, view.game_title) if part)
        foot = self.box(MARGIN, 0.88, 0.72, _END)
        self.place(self.foot, view.notice or team, foot, (LEAST, 0.042), LEFT | MIDDLE)
        self.logo.place(self.box(0.74, _END - HIGHEST, _END, _END), RIGHT)
        self.update()

    def _lay_out_heading(self, scene: Scene) -> None:
        box = self.box(MARGIN, 0.19, _END, 0.27)
        self._shape = QRect()
        if scene.path in PATH_FILLS:
            side = self.px(0.075)
            self._shape = QRect(box.left(), box.center().y() - side // 2, side, side)
            box.setLeft(box.left() + side + self.px(0.02))
        self.place(self.heading, scene.heading, box, (LEAST, 0.056), LEFT | MIDDLE)

    def _lay_out_points(self, points: tuple[str, ...]) -> None:
        room = self.box(MARGIN, 0.31, _END, 0.85)
        indent, gap = self.px(0.045), self.px(_GAP)
        wide = room.width() - indent
        size, heights = self._fitting(points, wide, room.height() - gap * max(0, len(points) - 1))
        top = room.top() + max(0, room.height() - sum(heights) - gap * (len(points) - 1)) // 2
        self._marks = []
        for number, label in enumerate(self.points):
            if number >= len(points):
                label.hide()
                continue
            box = QRect(room.left() + indent, top, wide, heights[number])
            self.place(label, points[number], box, (size, size), LEFT | MIDDLE)
            self._marks.append(QRect(room.left(), top, self.px(0.012), heights[number]))
            top += heights[number] + gap

    def _fitting(self, points: tuple[str, ...], wide: int, high: int) -> tuple[float, list[int]]:
        """The largest size, of the screen's height, at which all points fit, and the height of each."""
        steps = round((_LARGEST - LEAST) * 1000)
        sizes = (LEAST + step / 1000 for step in range(steps, -1, -1))
        heights: list[int] = []
        for size in sizes:
            heights = [wrapped_size(point, UI_FAMILY, False, self.px(size), wide)[1] + 2 for point in points]
            if sum(heights) <= high:
                return size, heights
        return LEAST, heights

    def shown_points(self) -> list[FitLabel]:
        """The labels that show a reflex."""
        return [label for label in self.points if not label.isHidden()]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        smooth(painter)
        for mark in self._marks:
            draw_face(painter, QRectF(mark), mark.width() / 2, self.ink("marker"))
        if not self._shape.isEmpty() and self.view is not None and self.view.scene is not None:
            letter = self.view.scene.path
            if letter is not None:
                paint_path_shape(painter, QRectF(self._shape), letter, keyline=self.ink("text"))
