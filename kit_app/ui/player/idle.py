"""Before the start: the waiting page and the pitch, as the front of a magazine."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fonts import MASTHEAD_FAMILY
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.player.bars import PathNames
from kit_app.ui.player.logo import HIGHEST, Logo
from kit_app.ui.player.sheet import CENTRE, LEAST, LEFT, MARGIN, MIDDLE, RIGHT, TOP, Sheet
from kit_app.views.player import PlayerColours, PlayerView, Scene

_END = 1 - MARGIN


class IdlePage(Sheet):
    """Masthead, double rule, what is said, a marked sentence, the paths, the foot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.edition = self.text("quiet")
        self.dateline = self.text("quiet")
        self.masthead = self.text(family=MASTHEAD_FAMILY)
        self.lines = self.text()
        self.marked = self.text("on_marker", is_bold=True)
        self.foot = self.text("quiet")
        self.paths = PathNames(self)
        self.logo = Logo(self)
        self._band = QRect()

    def set_colours(self, colours: PlayerColours) -> None:
        super().set_colours(colours)
        self.paths.set_colours(colours)

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene if view.scene is not None and view.scene.look == "pitch" else None
        if scene is None:
            scene = Scene(
                look="pitch",
                lines=view.idle_lines,
                turn=view.idle_title,
                masthead=view.masthead,
                foot=" · ".join(part for part in (view.game_title, view.team) if part),
            )
            self._lay_out_scene(scene, has_paths=False)
        else:
            self._lay_out_scene(scene, has_paths=bool(view.bars))
        if view.notice:
            self.place(
                self.foot, view.notice, self.box(MARGIN, 0.87, _END, _END), (LEAST, 0.05), CENTRE | MIDDLE
            )
        self.paths.show_bars(view.bars)
        self.logo.place(self.box(0.4, 0.04, 0.6, 0.04 + HIGHEST), CENTRE)
        self.update()

    def _lay_out_scene(self, scene: Scene, *, has_paths: bool) -> None:
        small = (LEAST, 0.042)
        self.place(self.edition, scene.edition, self.box(MARGIN, MARGIN, 0.45, 0.11), small, LEFT | MIDDLE)
        self.place(self.dateline, scene.dateline, self.box(0.45, MARGIN, _END, 0.11), small, RIGHT | MIDDLE)
        name = scene.masthead or scene.title
        self.place(self.masthead, name, self.box(MARGIN, 0.14, _END, 0.34), (0.06, 0.15), CENTRE | MIDDLE)
        words = "\n".join(scene.lines)
        if scene.masthead and scene.title and scene.title != scene.masthead:
            words = f"{scene.title}\n{words}" if words else scene.title
        self.place(self.lines, words, self.box(MARGIN, 0.385, _END, 0.57), (LEAST, 0.052), CENTRE | TOP)
        band = self.box(MARGIN, 0.6, _END, 0.715)
        pad = self.px(0.04)
        self.place(self.marked, scene.turn, band.adjusted(pad, 0, -pad, 0), (LEAST, 0.062), CENTRE | MIDDLE)
        self._band = QRect()
        if scene.turn:
            wide = min(band.width(), self.marked.text_width() + 2 * pad)
            self._band = QRect(band.center().x() - wide // 2, band.top(), wide, band.height())
        self.paths.setVisible(has_paths)
        self.paths.setGeometry(self.box(MARGIN, 0.76, _END, 0.84))
        self.place(self.foot, scene.foot, self.box(MARGIN, 0.87, _END, _END), small, CENTRE | MIDDLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        smooth(painter)
        ink = self.ink("text")
        if self.masthead.isVisibleTo(self):
            wide = min(self.width() * 0.9, self.masthead.text_width() * 1.0)
            left = (self.width() - wide) / 2
            painter.fillRect(QRectF(left, self.height() * 0.348, wide, max(2.0, self.height() / 180)), ink)
            painter.fillRect(QRectF(left, self.height() * 0.359, wide, max(1.0, self.height() / 540)), ink)
        if not self._band.isEmpty():
            draw_face(painter, QRectF(self._band), self.px(0.011), self.ink("marker"))
