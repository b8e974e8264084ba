"""Who plays now: all teams together, or one of them; each line with shape, size and how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from kit_app.domain.plan import TeamPlan
from kit_app.i18n import Catalogue
from kit_app.services.runs import RunRow
from kit_app.ui.common import theme
from kit_app.ui.common.choices import paint_choice_face
from kit_app.ui.common.fonts import font
from kit_app.ui.common.icons import draw_icon
from kit_app.ui.common.paint import draw_radio, smooth
from kit_app.ui.common.shapes import paint_team_shape

ALL = 0
"""In place of a team's number: all teams that have not finished."""

_HEIGHT = 60
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft).value)


class _TeamButton(QAbstractButton):
    def __init__(self, number: int, label: str, line: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self._line = line
        self.setText(label)
        self.setObjectName(f"play-team-{number or 'all'}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(label)
        self.setAccessibleDescription(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(max(220, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, _HEIGHT)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Names and states are wrapped, never cut off."""
        name, line = self._boxes(width)
        return max(_HEIGHT, round(line.bottom()) + 8)

    def _boxes(self, width: int) -> tuple[QRectF, QRectF]:
        room = QRectF(70, 8, width - 84, 1000)
        name = QFontMetricsF(font(15, bold=True)).boundingRect(room, _WRAP, self.text())
        room.moveTop(name.bottom() + 2)
        return name, QFontMetricsF(font(13)).boundingRect(room, _WRAP, self._line)

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
        paint_choice_face(painter, self)
        is_on = self.isChecked()
        centre = QPointF(22, self.height() / 2)
        draw_radio(painter, centre, is_on, now.colour("primary"), now.colour("edge"), now.colour("surface"))
        shape = QRectF(40, self.height() / 2 - 10, 20, 20)
        if self.number == ALL:
            draw_icon(painter, "users", now.colour("ink2"), shape)
        else:
            paint_team_shape(painter, shape, self.number, now.colour("ink2"))
        name, line = self._boxes(self.width())
        spare = (self.height() - line.bottom() - name.top()) / 2
        for box, letters, text, token in (
            (name, font(15, bold=True), self.text(), "ink"),
            (line, font(13), self._line, "ink2"),
        ):
            painter.setFont(letters)
            painter.setPen(now.colour(token))
            painter.drawText(box.translated(0, spare).adjusted(0, 0, 4, 2), _WRAP, text)


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
        self.waiting: tuple[int, ...] = ()

    def show_teams(self, teams: Sequence[TeamPlan], runs: Sequence[RunRow]) -> None:
        """Show these teams. The choice stays while it has not played, else who is left is proposed."""
        before = self.value() if self._buttons else None
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        stages = {run.team: run for run in runs}
        waiting = [team.number for team in teams if self._is_waiting(stages.get(team.number))]
        if len(waiting) > 1:
            words = self._t.plural(
                "{n} team that has not finished", "{n} teams that have not finished", len(waiting)
            )
            self._add(ALL, self._t("All together"), words)
        for team in teams:
            self._add(team.number, team.label, self._line(team, stages.get(team.number)))
        left = [ALL, *waiting] if len(waiting) > 1 else waiting
        self.waiting = tuple(waiting)
        self.choose(before if before in left else (left or [team.number for team in teams])[0])

    def _add(self, number: int, label: str, line: str) -> None:
        button = _TeamButton(number, label, line, self)
        button.clicked.connect(self.changed)
        self._group.addButton(button)
        self._column.addWidget(button)
        button.show()
        self._buttons[number] = button

    @staticmethod
    def _is_waiting(run: RunRow | None) -> bool:
        return run is None or run.stage != "ended"

    def _line(self, team: TeamPlan, run: RunRow | None) -> str:
        t = self._t
        stage = "none" if run is None else run.stage
        how_far = {
            "none": t("has not played"),
            "idle": t("has not played"),
            "under-way": t("game under way"),
            "ended": t("has played"),
        }[stage]
        return t.plural("{n} player · {how_far}", "{n} players · {how_far}", team.size, how_far=how_far)

    def choose(self, number: int) -> None:
        """Choose a team without telling."""
        self._buttons[number].setChecked(True)

    def value(self) -> int:
        """The number of the chosen team, or `ALL`."""
        button = self._group.checkedButton()
        return button.number if isinstance(button, _TeamButton) else 1

    def playing(self) -> tuple[int, ...]:
        """The numbers of the teams that the choice means."""
        return self.waiting if self.value() == ALL else (self.value(),)

    def button(self, number: int) -> QAbstractButton:
        """The line of one team."""
        return self._buttons[number]
