"""Which team plays now: one line a team with its shape, its size and how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from kit_app.domain.plan import TeamPlan
from kit_app.i18n import Catalogue
from kit_app.services.runs import RunRow
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, draw_radio, smooth
from kit_app.ui.common.shapes import paint_team_shape
from kit_app.ui.common.style import GAP, RING, has_keyboard_focus, paint_ring

_HEIGHT = 60
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)


class _TeamButton(QAbstractButton):
    def __init__(self, team: TeamPlan, line: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.team = team
        self._line = line
        self.setText(team.label)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(team.label)
        self.setAccessibleDescription(line)
        self.setToolTip(team.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        group = self.group()
        if not step or group is None:
            super().keyPressEvent(event)
            return
        mates = group.buttons()
        mate = mates[(mates.index(self) + step) % len(mates)]
        mate.setFocus(Qt.FocusReason.TabFocusReason)
        mate.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        face = QRectF(self.rect())
        if has_keyboard_focus(self):
            paint_ring(painter, face, 9, now.colour("ink"))
            off = RING + GAP
            face.adjust(off, off, -off, -off)
        is_on = self.isChecked()
        fill = now.colour("marker_bg" if is_on else "info_bg" if self.underMouse() else "surface")
        draw_face(painter, face, 8, fill, now.chosen_pen() if is_on else QPen(now.colour("edge"), 1))
        centre = QPointF(22, self.height() / 2)
        draw_radio(painter, centre, is_on, now.colour("primary"), now.colour("edge"), now.colour("surface"))
        shape = QRectF(40, self.height() / 2 - 10, 20, 20)
        paint_team_shape(painter, shape, self.team.number, now.colour("ink2"))
        room = self.width() - 84
        self._write(painter, QRectF(70, 8, room, 22), font(15, bold=True), self.text(), "ink")
        self._write(painter, QRectF(70, 30, room, 20), font(13), self._line, "ink2")

    @staticmethod
    def _write(painter: QPainter, box: QRectF, face: QFont, text: str, token: str) -> None:
        painter.setFont(face)
        painter.setPen(theme.current().colour(token))
        words = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _MIDDLE, words)


class TeamChoice(QWidget):
    """`changed()` when a person chose another team."""

    changed = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._buttons: dict[int, _TeamButton] = {}

    def show_teams(self, teams: Sequence[TeamPlan], runs: Sequence[RunRow]) -> None:
        """Show these teams; the chosen one stays, else the first that has not played."""
        before = self.value() if self._buttons else 0
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        stages = {run.team: run for run in runs}
        for team in teams:
            button = _TeamButton(team, self._line(team, stages.get(team.number)), self)
            button.setObjectName(f"play-team-{team.number}")
            button.clicked.connect(self.changed)
            self._group.addButton(button)
            self._column.addWidget(button)
            button.show()
            self._buttons[team.number] = button
        waiting = [team.number for team in teams if self._is_waiting(stages.get(team.number))]
        first = (waiting or [team.number for team in teams])[0]
        self.choose(before if before in self._buttons and before in waiting else first)

    @staticmethod
    def _is_waiting(run: RunRow | None) -> bool:
        return run is None or run.stage != "ended"

    def _line(self, team: TeamPlan, run: RunRow | None) -> str:
        t = self._t
        stage = "none" if run is None else run.stage
        how_far = {
            "none": t("has not played"),
            "idle": t("console opened, not started"),
            "under-way": t("game under way"),
            "ended": t("has played"),
        }[stage]
        return t.plural("{n} player · {how_far}", "{n} players · {how_far}", team.size, how_far=how_far)

    def choose(self, number: int) -> None:
        """Choose a team without telling."""
        self._buttons[number].setChecked(True)

    def value(self) -> int:
        """The number of the chosen team."""
        button = self._group.checkedButton()
        return button.team.number if isinstance(button, _TeamButton) else 1

    def button(self, number: int) -> QAbstractButton:
        """The line of one team."""
        return self._buttons[number]
