"""The last pages: the hour has passed, and the front page of a kit that ends with one."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fit_label import fitting_size
from kit_app.ui.common.fonts import MASTHEAD_FAMILY, font
from kit_app.ui.common.paint import draw_face, smooth
from kit_app.ui.common.theme import FRONT_INK, FRONT_PAGE, FRONT_QUIET
from kit_app.ui.player.logo import HIGHEST, Logo
from kit_app.ui.player.sheet import BOTTOM, CENTRE, LEAST, LEFT, MARGIN, MIDDLE, RIGHT, TOP, Sheet
from kit_app.views.player import PlayerView, Scene

_END = 1 - MARGIN
_INK = QColor(FRONT_INK)
_GREY = QColor(FRONT_QUIET)
_LINE = QColor("#D9D2C3")
_TILT = -1.5
_TURNED = 0.96
"""Letters on a tilted sheet are a little wider than they were measured."""


class TimeOverPage(Sheet):
    """Two calm sentences on night; the clock of the exercise when there is one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.text(is_bold=True)
        self.lines = self.text("quiet")
        self.notice = self.text(is_bold=True)

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene
        if scene is None:
            return
        is_timed = view.has_clock and view.clock_style != "none"
        top = 0.45 if is_timed else 0.22
        self.place_clock(view, self.box(MARGIN, MARGIN, _END, 0.42), 0.36)
        high = 0.22
        self.place(
            self.title, scene.title, self.box(MARGIN, top, _END, top + high), (0.055, 0.092), CENTRE | BOTTOM
        )
        words = "\n".join(scene.lines)
        below = self.box(MARGIN, top + high + 0.03, _END, min(0.9, top + high + 0.23))
        wide = below.width()
        notice_high = (
            max(self.px(0.07), self.height_of(view.notice, wide, is_bold=True)) if view.notice else 0
        )
        foot = self.px(_END)
        below.setBottom(min(below.bottom(), foot - notice_high))
        self.place(self.lines, words, below, (LEAST, 0.064), CENTRE | TOP)
        notice = QRect(below.left(), foot - notice_high, wide, notice_high)
        self.place(self.notice, view.notice, notice, (LEAST, 0.05), CENTRE | MIDDLE)


def masthead_size(masthead: str, place: QRectF) -> int:
    """The pixel size at which the newspaper’s name stands in one line, also in a very small picture."""
    box = (int(place.width() * _TURNED), int(place.height()))
    return fitting_size(masthead, MASTHEAD_FAMILY, False, box, 400, 1)


class FrontPage(Sheet):
    """A sheet of newspaper with nothing on it, and what it means beside."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.text(is_bold=True)
        self.lines = self.text()
        self.turn = self.text("on_marker", is_bold=True)
        self.foot = self.text("quiet")
        self.logo = Logo(self)
        self._rule_at = 0
        self._mark = QRect()

    def lay_out(self, view: PlayerView) -> None:
        scene = view.scene
        if scene is None:
            return
        left = (self._paper().right() + self.px(0.075)) / self.width()
        self.place(self.title, scene.title, self.box(left, 0.16, _END, 0.39), (LEAST, 0.08), LEFT | BOTTOM)
        words = "\n".join(scene.lines)
        self.place(self.lines, words, self.box(left, 0.415, _END, 0.585), (LEAST, 0.056), LEFT | TOP)
        self._rule_at = self.px(0.605)
        room = self.box(left, 0.63, _END, 0.73 if self.is_wide else 0.75)
        pad = self.px(0.018)
        self.place(self.turn, scene.turn, room.adjusted(pad, 0, -pad, 0), (LEAST, 0.05), LEFT | MIDDLE)
        high = min(room.height(), self.turn.text_height() + pad)
        wide = min(room.width(), self.turn.text_width() + 2 * pad)
        top = room.center().y() - high // 2
        self._mark = QRect(room.left(), top, wide, high) if scene.turn else QRect()
        team = " · ".join(part for part in (view.team, view.game_title) if part)
        foot = self.box(left, 0.755, _END, 0.862)
        self.place(self.foot, view.notice or team, foot, (LEAST, 0.042), LEFT | MIDDLE)
        self.logo.place(self.box(left, _END - HIGHEST, _END, _END), LEFT)
        self.update()

    def _paper(self) -> QRectF:
        high = self.height() * 0.9
        wide = min(high * 0.75, self.width() * 0.42)
        return QRectF(self.width() * MARGIN + self.height() * 0.01, self.height() * 0.05, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        scene = self.view.scene if self.view is not None else None
        if scene is None:
            return
        painter = QPainter(self)
        smooth(painter)
        if not self._mark.isEmpty():
            draw_face(painter, QRectF(self._mark), self.px(0.0075), self.ink("marker"))
        left = self._paper().right() + self.px(0.075)
        rule = QRectF(left, self._rule_at, self.width() * _END - left, max(1.5, self.height() / 360))
        painter.fillRect(rule, self.ink("quiet"))
        self._paint_paper(painter, scene)

    def _paint_paper(self, painter: QPainter, scene: Scene) -> None:
        paper = self._paper()
        painter.translate(paper.center())
        painter.rotate(_TILT)
        painter.translate(-paper.center())
        off = self.height() / 60
        painter.fillRect(paper.translated(off, off), self.ink("raised"))
        painter.fillRect(paper, QColor(FRONT_PAGE))
        pad = paper.width() * 0.067
        inner = paper.adjusted(pad, pad * 0.9, -pad, -pad * 0.9)
        small = font(self.px(0.0225))
        line = QFontMetricsF(small).height() * 1.1
        painter.setFont(small)
        painter.setPen(_GREY)
        head = QRectF(inner.left(), inner.top(), inner.width(), line)
        painter.drawText(head, int((LEFT | MIDDLE).value), scene.dateline)
        painter.drawText(head, int((RIGHT | MIDDLE).value), scene.edition)
        name = QRectF(inner.left(), head.bottom(), inner.width(), self.height() * 0.085)
        painter.setFont(font(masthead_size(scene.masthead, name), family=MASTHEAD_FAMILY))
        painter.setPen(_INK)
        painter.drawText(name, int((CENTRE | MIDDLE).value), scene.masthead)
        painter.fillRect(QRectF(inner.left(), name.bottom() + off * 0.4, inner.width(), off * 0.28), _INK)
        painter.fillRect(QRectF(inner.left(), name.bottom() + off * 0.85, inner.width(), off * 0.12), _INK)
        foot = QRectF(inner.left(), inner.bottom() - line, inner.width(), line)
        painter.fillRect(QRectF(inner.left(), foot.top() - line * 0.4, inner.width(), off * 0.12), _LINE)
        painter.setFont(small)
        painter.setPen(_GREY)
        painter.drawText(foot, int((CENTRE | MIDDLE).value), scene.foot)
