"""Asks before a game ends, for one team or for all, and says what then is asked of the room. No rule here."""

from collections.abc import Callable, Sequence

from kit_app.game.commands import Command, EndRun
from kit_app.i18n import Catalogue
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.console.questions import leave_question, room_stop_question, stop_question
from kit_app.ui.console.window import ConsoleWindow
from kit_app.views.console import ConsoleView

_STAGES = ("playing", "guided", "closing")
"""What ends first: the play, then the last exercise, then the last scene. Pauses belong to what is paused."""

Views = Callable[[], Sequence[ConsoleView]]


class Stopping:
    """`views` are those of all teams as they are shown; `ask(command, *teams)` does what was chosen."""

    def __init__(self, t: Catalogue, console: ConsoleWindow, views: Views, ask: Callable[..., None]) -> None:
        self._t = t
        self._console = console
        self._views = views
        self._ask = ask
        self.question: QuestionDialog | None = None

    def is_needed(self, teams: Sequence[int]) -> bool:
        """Whether a game of these teams is on; without one the console is left at once."""
        return bool(self._stage(teams))

    def begin(self, teams: Sequence[int]) -> None:
        """Ask how to end the games of these teams that are on."""
        if self.question is not None:
            return
        stage = self._stage(teams)
        if len(teams) > 1:
            question = room_stop_question(self._t, stage, self._console)
        elif stage == "closing":
            question = leave_question(self._t, stage, self._console)
        else:
            question = stop_question(self._t, stage, self._console)
        self.question = question
        question.finished.connect(lambda _result: self._end(question.chosen, teams, stage))
        question.open()

    def _end(self, chosen: str, teams: Sequence[int], asked_in: str) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None
        if chosen == "at-once":
            self._do(EndRun(at_once=True), self._in_stages(teams, *_STAGES))
        elif chosen == "end" and self._stage(teams) == asked_in:
            self._do(EndRun(), self._in_stages(teams, asked_in))

    def _do(self, command: Command, teams: Sequence[int]) -> None:
        if teams:
            self._ask(command, *teams)

    def _stage(self, teams: Sequence[int]) -> str:
        """The earliest stage that a team is in; empty: no game is on."""
        return next((stage for stage in _STAGES if self._in_stages(teams, stage)), "")

    def _in_stages(self, teams: Sequence[int], *stages: str) -> tuple[int, ...]:
        return tuple(
            view.team_number
            for view in self._views()
            if view.team_number in teams and _stage_of(view) in stages
        )


def _stage_of(view: ConsoleView) -> str:
    if view.phase == "paused":
        return "guided" if view.is_finale else "playing"
    return view.phase
