"""Type in a game that was played on paper, from the host grid, by keys alone."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.paper_game import PaperGame
from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.game.paper_journal import PaperRefused
from kit_app.i18n import N_, Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import ComboBox, NumberField
from kit_app.ui.common.fields import Field
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.moment_fields import TimeText
from kit_app.ui.trail.form_dialog import FormDialog
from kit_app.ui.trail.grid_rows import GridRows, MinuteText

_SIZE = QSize(820, 700)
_OUTCOMES = (("won", N_("Won")), ("lost", N_("Guided to the end")), ("stopped", N_("Stopped")))
_MOST_PEOPLE = 40


class PaperGameDialog(FormDialog):
    """`changed(Changed)` once the game is stored. Enter goes on to the next field, Ctrl+S keeps the game."""

    def __init__(
        self, services: Services, plan: SessionPlan, team: int, t: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(t("A game played on paper"), t, parent)
        self._services = services
        self._plan = plan
        words = t(
            "Copy the grid of the game without a computer: minutes of the game, hints by their numbers."
        )
        self.column.addWidget(flowing(Label(words, "body", self.inside)))
        self.column.addLayout(self._build_head(team))
        self.rows = GridRows((), t, self.inside)
        self.column.addWidget(self.rows)
        self.column.addLayout(self._build_end())
        self.column.addStretch(1)
        self.foot.addLayout(self._build_told(), 20)
        self.finish(t("Keep this game"), _SIZE)
        self.keep.setObjectName("paper-game-keep")
        self.keep.clicked.connect(self._keep)
        self.team.currentIndexChanged.connect(self._show_team)
        self._show_team()
        self.began.setFocus()

    def _build_head(self, team: int) -> QHBoxLayout:
        t = self._t
        self.team = ComboBox(self.inside)
        self.team.setObjectName("paper-game-team")
        for one in self._plan.teams:
            self.team.add_choice(str(one.number), f"{one.number} · {one.label}")
        self.team.set_value(str(team))
        self.began = TimeText(self.inside)
        self.began.setObjectName("paper-game-began")
        self.began.set_value(self._plan.time)
        self.people = NumberField(
            1, _MOST_PEOPLE, self.inside, names=(t("One person fewer"), t("One person more"))
        )
        self.people.setObjectName("paper-game-people")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Field(t("Team"), self.team, "", self.inside), 2)
        row.addWidget(Field(t("Began at"), self.began, "", self.inside), 1)
        row.addWidget(Field(t("People who played"), self.people, "", self.inside), 1)
        return row

    def _build_end(self) -> QHBoxLayout:
        t = self._t
        self.outcome = SegmentedChoice(
            [(ident, t(words)) for ident, words in _OUTCOMES], self.inside, name=t("Outcome")
        )
        self.outcome.setObjectName("paper-game-outcome")
        self.outcome.set_value("won")
        self.end = MinuteText(self.inside)
        self.end.setObjectName("paper-game-end")
        words = t("Empty: when the last puzzle was solved, or when the time was over.")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Field(t("Outcome"), self.outcome, "", self.inside), 3)
        row.addWidget(Field(t("Ended at minute"), self.end, words, self.inside), 2)
        return row

    def _build_told(self) -> QVBoxLayout:
        """What cannot be, and what becomes of an earlier game: beside the buttons, always in sight."""
        self.problem = flowing(Label("", "error", self))
        self.problem.setObjectName("paper-game-problem")
        self.problem.hide()
        self.warning = flowing(Label("", "small", self))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.problem)
        column.addWidget(self.warning)
        return column

    def _show_team(self, _row: int = 0) -> None:
        """The grid of a team, with what is typed already, and what would become of a game that it has."""
        t, number = self._t, int(self.team.value())
        setup = self._services.runs.setup(self._plan.id, number)
        self._setup = setup
        self.people.set_value(setup.team_size)
        puzzles = [(one.id, one.title) for one in setup.puzzles]
        if [ident for ident, _title in puzzles] != list(self.rows.minutes):
            former, self.rows = self.rows, GridRows(puzzles, t, self.inside)
            self.column.replaceWidget(former, self.rows)
            former.hide()
            former.deleteLater()
        has_game = self._services.runs.row(self._plan.id, number).stage in ("ended", "under-way")
        self.warning.setText(
            t("This team has a game already. It stays stored; the one typed in here will count.")
            if has_game
            else ""
        )
        self._order_keys()

    def _order_keys(self) -> None:
        """From the top to the bottom, then the end of the game, then the buttons."""
        chain: Sequence[QWidget] = (
            self.team,
            self.began,
            self.people.edit,
            *self.rows.fields(),
            *(self.outcome.button(ident) for ident, _words in _OUTCOMES),
            self.end,
            self.cancel,
            self.keep,
        )
        for before, after in zip(chain, chain[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def has_typed(self) -> bool:
        return not self.rows.is_empty()

    def _game(self) -> PaperGame:
        outcome = self.outcome.value()
        puzzles = self.rows.puzzles()
        end = self.end.value()
        if end is None:
            finale = next((row.solved_min for row in puzzles if row.id == self._setup.finale), None)
            usual = self._setup.duration_ms // 60_000
            end = finale if outcome == "won" and finale is not None else usual
        return PaperGame(
            people=self.people.value(),
            outcome="won" if outcome == "won" else "lost" if outcome == "lost" else "stopped",
            end_min=end,
            puzzles=puzzles,
            began=self.began.value() or "",
        )

    def _keep(self) -> None:
        self.rows.clear_errors()
        self.problem.hide()
        if self.began.value() is None:
            self._say(self._t("Write the time as 18:30, or leave it empty."))
            self.began.setFocus()
            return
        try:
            changed = self._services.paper_games.type_in(self._plan.id, int(self.team.value()), self._game())
        except PaperRefused as error:
            self._say(self._t.of(error) if not error.where else f"{error.where} – {self._t.of(error)}")
            field = self.rows.mark(error.where) if error.where else self.end
            field.setFocus()
            self.area.ensureWidgetVisible(field)
            return
        except KitAppError as error:
            self._say(self._t.of(error))
            return
        self.changed.emit(changed)
        self.accept()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
