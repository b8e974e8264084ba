"""The teams of a session in rows: label on the screens, headcount, and who plays which role."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.domain.plan import MOST_TEAMS, TeamPlan
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import describe, set_look
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.controls import NumberField
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label, rule
from kit_app.ui.common.shapes import TeamShape

_MOST_TYPED = 99
_LABEL_WIDTH = 262
"""The thirty characters that a name may have, in the usual mixture of letters, and the field's own edges."""
_LEAST_LABEL = 200
"""Where who plays what stands on a line of its own: the field takes what there is."""


class _TeamRow:
    """The controls of one team; they stand in the grid of `TeamRows`."""

    def __init__(self, team: TeamPlan, t: Catalogue, parent: QWidget) -> None:
        self.team = team
        self.is_touched = False
        self.shape = TeamShape(team.number, 22, parent)
        self.label = QLineEdit(team.label, parent)
        self.label.setObjectName(f"team-label-{team.number}")
        names = (t("One player fewer"), t("One player more"))
        self.size = NumberField(1, _MOST_TYPED, parent, value=team.size, names=names)
        self.size.setObjectName(f"team-size-{team.number}")
        self.size.setFixedWidth(128)
        self.roles = Label("", "small", parent)
        self.icon = IconLabel("warn", "danger", SMALL, parent)
        self.remove = icon_button(
            "cross", t("Remove team {number}", number=team.number), parent, kind="quiet"
        )
        self.remove.setObjectName(f"team-remove-{team.number}")
        describe(self.label, t("Name of team {number} on the screen", number=team.number))
        describe(self.size.edit, t("Players of team {number}", number=team.number))

    def value(self) -> TeamPlan:
        return replace(self.team, label=self.label.text(), size=self.size.value())

    def say(self, label_error: str, size_error: str, roles: str) -> None:
        """What is wrong, in place of the roles."""
        set_look(self.label, "state", "error" if label_error else "")
        self.size.set_error(bool(size_error))
        sentence = " ".join(one for one in (label_error, size_error) if one)
        self.icon.setVisible(bool(sentence))
        self.roles.setText(sentence or roles)
        self.roles.set_role("error" if sentence else "small")
        self.label.setAccessibleDescription(label_error)
        self.size.edit.setAccessibleDescription(size_error)

    def leave(self) -> None:
        for part in (self.shape, self.label, self.size, self.roles, self.icon, self.remove):
            part.hide()
            part.deleteLater()


_NARROW = 700


class TeamRows(QWidget):
    """`changed()` when a person edits a team; `more_asked()` for one more team."""

    changed = Signal()
    more_asked = Signal()

    def __init__(self, t: Catalogue, roles: Callable[[int], str], parent: QWidget | None = None) -> None:
        """`roles` says who plays what in a team of a size."""
        super().__init__(parent)
        self._t = t
        self._roles = roles
        self.rows: list[_TeamRow] = []
        self.more = KeyButton(t("Add a team"), self, size="small", icon="plus")
        self.more.setObjectName("team-more")
        self.more.clicked.connect(self.more_asked)
        head = QHBoxLayout()
        head.addWidget(Label(t("Teams"), "label", self), 1)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(rule(self))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnMinimumWidth(3, SMALL)
        column.addLayout(self._grid)
        self._is_narrow = False
        headings = (t("Name shown on the screen"), t("Players"), t("Roles"))
        self._headings = [Label(words, "small", self, wraps=False) for words in headings]
        for place, label in zip((1, 2, 4), self._headings, strict=True):
            self._grid.addWidget(label, 0, place)
        self.problem = Label("", "error", self)
        self.problem.setVisible(False)
        column.addWidget(self.problem)

    def show_teams(self, teams: Sequence[TeamPlan]) -> None:
        """Show these teams in place of those before."""
        for row in self.rows:
            row.leave()
        self.rows = [self._row(team) for team in teams]
        for row in self.rows:
            row.remove.setEnabled(len(self.rows) > 1)
        is_full = len(self.rows) >= MOST_TEAMS
        full = self._t("At most {most} teams fit in one session. Plan a second session.", most=MOST_TEAMS)
        self.more.setEnabled(not is_full)
        self.more.set_tip(full if is_full else "")
        self._place()
        self._order_tabs()

    def _place(self) -> None:
        """One line a team; in a narrow form who plays what stands below."""
        middle = Qt.AlignmentFlag.AlignVCenter
        self._headings[-1].setVisible(not self._is_narrow)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(4, 0 if self._is_narrow else 6)
        for number, row in enumerate(self.rows):
            line = 1 + 2 * number
            row.label.setMinimumWidth(_LEAST_LABEL if self._is_narrow else _LABEL_WIDTH)
            self._grid.addWidget(row.shape, line, 0, middle)
            self._grid.addWidget(row.label, line, 1)
            self._grid.addWidget(row.size, line, 2)
            self._grid.addWidget(row.remove, line, 5)
            if self._is_narrow:
                self._grid.addWidget(row.icon, line + 1, 0, middle)
                self._grid.addWidget(row.roles, line + 1, 1, 1, 5)
            else:
                self._grid.addWidget(row.icon, line, 3, middle)
                self._grid.addWidget(row.roles, line, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _row(self, team: TeamPlan) -> _TeamRow:
        row = _TeamRow(team, self._t, self)
        for part in (row.shape, row.label, row.size, row.roles, row.remove):
            part.show()
        row.label.textEdited.connect(self.changed)
        row.label.editingFinished.connect(lambda: self._touch(row))
        row.size.edit.textEdited.connect(self.changed)
        row.size.changed.connect(self.changed)
        row.remove.clicked.connect(lambda: self._remove(row.team.number))
        return row

    def _order_tabs(self) -> None:
        parts: list[QWidget] = [self.more]
        for row in self.rows:
            parts += [row.label, row.size, row.remove]  # with its edit alone Tab would never leave it
        for before, after in zip(parts, parts[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _touch(self, row: _TeamRow) -> None:
        row.is_touched = True

    def _remove(self, number: int) -> None:
        self.show_teams([team for team in self.value() if team.number != number])
        self.changed.emit()

    def value(self) -> tuple[TeamPlan, ...]:
        """The teams as they stand in the fields."""
        return tuple(row.value() for row in self.rows)

    def show_problems(self, sentences: Mapping[str, str]) -> None:
        """Say what is wrong beside the team that it is about."""
        for row in self.rows:
            number, size = row.team.number, row.size.value()
            label_error = sentences.get(f"teams.{number}.label", "")
            size_error = sentences.get(f"teams.{number}.size", "")
            row.say(label_error, size_error, self._roles(size))
        whole = sentences.get("teams", "")
        self.problem.setText(whole)
        self.problem.setVisible(bool(whole))
