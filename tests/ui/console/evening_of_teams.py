"""A facilitator's evening with several teams at once, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.game.commands import EnterAnswer
from kit_app.ui.console.team_card import TeamCardPanel
from kit_app.ui.console.team_grid import TeamGrid
from kit_app.ui.live import LiveRun
from kit_app.views.console import ConsoleView
from tests.ui.console.evening import Evening

LABELS = ("Les Indiscrets", "Les Fouineurs", "Les Rotatives")


class EveningOfTeams(Evening):
    """The same with all teams of the session in one room; `live` begins on the page of all teams."""

    def __init__(self, folder: Path, language: str = "en", labels=LABELS, **choices) -> None:
        super().__init__(folder, language, labels, **choices)

    def opened_live(self, team: int | None) -> LiveRun:
        """All teams instead of one."""
        return super().opened_live(None)

    @property
    def grid(self) -> TeamGrid:
        grid = self.console.grid
        assert grid is not None
        return grid

    def card(self, team: int) -> TeamCardPanel:
        return self.grid.cards[team]

    def view_of(self, team: int) -> ConsoleView:
        return next(one.console for one in self.live.room.screens() if one.console.team_number == team)

    def phases(self) -> list[str]:
        return [one.console.phase for one in self.live.room.screens()]

    def answer_of(self, team: int, puzzle: str) -> str:
        return self.live.room.conductor(team).setup.puzzle(puzzle).answer

    def solve_for(self, team: int, *puzzles: str) -> None:
        """A moment later than what was done before."""
        for puzzle in puzzles:
            self.clock.advance(1_000)
            self.live.ask_of(EnterAnswer(text=self.answer_of(team, puzzle)), team)

    def type_here(self, text: str) -> None:
        """Type into the answer field of all teams, and Enter."""
        edit = self.grid.desk.edit
        QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def press(self, keys: str) -> None:
        QTest.keySequence(self.console.windowHandle(), keys)

    @property
    def news(self) -> str:
        return self.grid.desk.echo.text


@contextmanager
def evening_of_teams(folder: Path, **choices) -> Iterator[EveningOfTeams]:
    """An evening whose windows and store are closed after the test."""
    one = EveningOfTeams(folder, **choices)
    try:
        one.start()
        yield one
    finally:
        one.close()
