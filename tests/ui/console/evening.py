"""A facilitator's evening for tests: a session of the bundled kit, its console, a clock turned by hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from kit_app.assets import resources_dir
from kit_app.domain.plan import TeamPlan
from kit_app.game.commands import AddNote
from kit_app.i18n import Catalogue, load
from kit_app.services.conductor import Conductor
from kit_app.services.services import Services
from kit_app.ui.live import LiveRun
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened
from tests.unit.services.preflight.computers import WELL

MINUTE = 60_000


class Evening:
    """`live` is the run of the first team; times are in seconds."""

    def __init__(
        self,
        folder: Path,
        language: str = "en",
        labels: tuple[str, ...] = ("Les Indiscrets",),
        **choices: object,
    ) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.services: Services = opened(folder, self.clock)
        teams = tuple(TeamPlan(number=n, label=label, size=5) for n, label in enumerate(labels, start=1))
        plan = draft(self.services, language=language, teams=teams, **choices)
        self.plan = self.services.sessions.save(plan).plan
        self.t: Catalogue = load(resources_dir() / "i18n", language)
        self.live = self.opened_live(1)

    def opened_live(self, team: int | None) -> LiveRun:
        """The console, which is not shown yet."""
        live = LiveRun(self.services, self.plan.id, team, self.t)
        live.guard.watch.computer = WELL
        return live

    @property
    def console(self):
        return self.live.console

    @property
    def view(self):
        return self.live.room.screens()[0].console

    def start(self) -> None:
        self.live._timer.setInterval(3_600_000)
        self.live.start()
        assert QTest.qWaitForWindowActive(self.console)

    def wait(self, seconds: float) -> None:
        """Time passes, as the ticks notice it; the windows follow what happens, and the last tick."""
        whole = int(seconds * 1000)
        with patch.object(Conductor, "lags", return_value=False):
            while whole > 5_000:
                self.clock.advance(5_000)
                whole -= 5_000
                before = self._events()
                screens = self.live.room.tick()
                if screens is not None and self._events() != before:
                    self.live._show(screens)
        self.clock.advance(whole)
        self.live.tick()

    def _events(self) -> int:
        return sum(len(one.history) for one in self.live.room.conductors)

    def wait_until(self, claim: Callable[[], bool]) -> None:
        """Time passes, five seconds at a time, until the claim holds; an hour at most."""
        for _ in range(720):
            if claim():
                return
            self.wait(5)
        raise AssertionError("an hour has passed")

    def fill_disk(self) -> None:
        """Not a page more, and none that is free."""
        database = self.services.runs._store.database
        database.limit_pages(database.page_count())
        for _ in range(400):
            if self.live.room.trouble is not None:
                return
            self.live.ask(AddNote(text="x" * 500))
        raise AssertionError("the disk takes everything")

    def free_disk(self) -> None:
        self.services.runs._store.database.limit_pages(100_000)

    def reopen(self, after_s: int) -> None:
        """The program ends in the middle of a game and starts again later."""
        self.live.close()
        self.services.close()
        self.clock.advance(after_s * 1000)
        self.services = opened(self.folder, self.clock)
        self.live = self.opened_live(1)
        self.start()

    def button(self, name: str) -> QPushButton:
        """A visible button by its object name."""
        found = [one for one in self.console.findChildren(QPushButton, name) if one.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    def click(self, name: str) -> None:
        button = self.button(name)
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_answer(self, text: str) -> None:
        """What a person does: click into the field, type, Enter."""
        edit = self.console.puzzles.desk.edit
        QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def answer(self, puzzle: str) -> str:
        return self.live.conductor.setup.puzzle(puzzle).answer

    def solve(self, *puzzles: str) -> None:
        for puzzle in puzzles:
            self.type_answer(self.answer(puzzle))

    def state(self, puzzle: str) -> str:
        return next(row.state for row in self.view.puzzles if row.id == puzzle)

    def kinds(self) -> list[str]:
        return [type(one.event).__name__ for one in self.live.conductor.history]

    @property
    def echo(self) -> str:
        return self.console.puzzles.desk.echo.text()

    def close(self) -> None:
        self.live.close()
        self.services.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def evening(folder: Path, **choices) -> Iterator[Evening]:
    """An evening whose windows and store are closed after the test."""
    one = Evening(folder, **choices)
    try:
        one.start()
        yield one
    finally:
        one.close()


def take(one: Evening, menu: str, words: str) -> None:
    """Choose an entry of an open menu."""
    found = next(entry for entry in one.console.findChildren(QMenu, menu) if entry.isVisible())
    action = next(action for action in found.actions() if words in action.text())
    assert action.isEnabled()
    action.trigger()
    found.close()
