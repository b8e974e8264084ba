"""The fourth step: the lessons in the order in which this team found them hard, and its time line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.game.hardship import hardest_first
from kit_app.i18n import Catalogue, duration, time_left
from kit_app.services.overview import standing_hints
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import TagKind
from kit_app.ui.common.timeline import Timeline, TimelineRow
from kit_app.ui.debrief.lessons import LessonPanel, lived
from kit_app.views.results import RunResult

_SECOND = 1000


class DebriefPage(Page):
    """`show_session(id)`; `play_asked(id)` when nobody has played yet, `questionnaires_asked(id)`."""

    play_asked = Signal(str)
    questionnaires_asked = Signal(str)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Debrief"), "", parent)
        self._services = services
        self._t = t
        self._session_id = ""
        self._results: dict[str, RunResult] = {}
        self._team_row = QHBoxLayout()
        self.header_actions.add(self._team_row)
        self.teams: SegmentedChoice | None = None
        self.questionnaires = KeyButton(t("Questionnaires"), self, icon="edit")
        self.questionnaires.setObjectName("debrief-questionnaires")
        self.questionnaires.clicked.connect(lambda: self.questionnaires_asked.emit(self._session_id))
        self.add_action(self.questionnaires)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.add(self._column)
        self.empty = EmptyState(
            "empty-results",
            t("Nobody has finished this game yet. The lessons come here, hardest first."),
            t("Go on to playing"),
            self,
        )
        self.empty.asked.connect(lambda: self.play_asked.emit(self._session_id))
        self.add(self.empty, 1)
        self._parts: list[QWidget] = []

    def show_session(self, session_id: str) -> None:
        """The results of a session. Raises KitAppError."""
        self._session_id = session_id
        found = self._services.results.of_session(session_id)
        self._results = {str(result.team_number): result for result in found}
        self.empty.setVisible(not found)
        self._forget()
        self._show_teams()
        if found:
            self._show(next(iter(self._results)))
        else:
            self.set_title(self._t("Debrief"))

    def reload(self) -> None:
        """The same session as it is now."""
        if self._session_id:
            self.show_session(self._session_id)

    def _show_teams(self) -> None:
        if self.teams is not None:
            self._team_row.removeWidget(self.teams)
            self.teams.hide()
            self.teams.deleteLater()
            self.teams = None
        if len(self._results) < 2:
            return
        choices = [(number, result.team_label) for number, result in self._results.items()]
        self.teams = SegmentedChoice(choices, self, name=self._t("Team"))
        self.teams.set_value(choices[0][0])
        self.teams.changed.connect(self._show)
        self._team_row.addWidget(self.teams)

    def _show(self, number: str) -> None:
        result = self._results[number]
        t = self._t
        self._forget()
        self.set_title(t("Debrief"), self._in_short(result))
        hardest = hardest_first(result.puzzles)
        head = Label(t("What to talk about, what cost this team most first"), "h2", self)
        self._parts = [head, *(LessonPanel(puzzle, t, self) for puzzle in hardest)]
        self._parts.append(self._time_line(result))
        for part in self._parts:
            self._column.addWidget(part)
            part.show()

    def _forget(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []

    def _in_short(self, result: RunResult) -> str:
        t = self._t
        parts = [
            result.team_label,
            outcome_words(t, result)[0],
            t("{time} played", time=duration(result.played_ms // _SECOND)),
            t.plural("{n} hint", "{n} hints", result.hints),
        ]
        return " · ".join(parts)

    def _time_line(self, result: RunResult) -> QWidget:
        t = self._t
        panel = Panel(t("Time line"), self)
        line = Timeline(panel, name=t("Time line"))
        rows = [
            TimelineRow(
                ident=puzzle.id,
                title=puzzle.title,
                path=puzzle.path or "",
                start_s=None if puzzle.opened_ms is None else puzzle.opened_ms / _SECOND,
                end_s=None if puzzle.solved_ms is None else puzzle.solved_ms / _SECOND,
                target_s=puzzle.target_ms / _SECOND,
                hints_s=_hint_times(result, puzzle.id),
                text=lived(puzzle, t) if puzzle.opened_ms is not None else t("never opened"),
                is_late=puzzle.opened_ms is not None and puzzle.spent_ms > puzzle.target_ms,
            )
            for puzzle in result.puzzles
        ]
        line.show_rows(rows, result.played_ms / _SECOND, t("min"))
        panel.add(line)
        return panel


def _hint_times(result: RunResult, puzzle: str) -> tuple[float, ...]:
    return tuple(at_ms / _SECOND for at_ms, _ in standing_hints(result, puzzle))


def outcome_words(t: Catalogue, result: RunResult) -> tuple[str, TagKind]:
    """How a run ended, in a word and in a look."""
    match result.outcome:
        case "won":
            return t("won, {time} left", time=time_left(result.left_ms)), "ok"
        case "lost":
            return t("guided to the end"), "warn"
        case "stopped":
            return t("stopped"), "info"
