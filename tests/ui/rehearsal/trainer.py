"""A trainer at a rehearsed console: the real windows, the real buttons, a clock turned by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kit_app.game.commands import SolvePuzzle
from kit_app.services.services import Services
from kit_app.ui import live, watch
from kit_app.ui.app import MainWindow
from kit_app.ui.places import step
from kit_app.ui.rehearsal.page import RehearsalPage
from kit_app.ui.rehearsing import RehearsedRun, Rehearsing
from tests.fakes import FakeClock
from tests.ui.shell import services_in, session, teams, window_of
from tests.unit.services.bundled import SEED
from tests.unit.services.preflight.computers import WELL

TICK_MS = 100


class Trainer:
    """`window` is the program's; `rehearse` begins as a person does, from the play step."""

    def __init__(self, services: Services, clock: FakeClock, window: MainWindow) -> None:
        self.services, self.clock, self.window = services, clock, window
        self.done: set[str] = set()

    @property
    def page(self) -> RehearsalPage:
        page = self.window.page("rehearsal")
        assert isinstance(page, RehearsalPage)
        return page

    @property
    def rehearsing(self) -> Rehearsing:
        assert self.window.rehearsing is not None
        return self.window.rehearsing

    @property
    def live(self) -> RehearsedRun:
        return self.rehearsing.live

    @property
    def moments(self) -> set[str]:
        return {one.kind for one in self.rehearsing._rehearsal.moments}

    def press(self, name: str) -> bool:
        """Press the button of the console of this name; False where there is none to press."""
        found = [one for one in self.live.console.findChildren(QAbstractButton, name) if one.isVisible()]
        if not found or not found[0].isEnabled():
            return False
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        return True

    def open_page(self, session_id: str) -> None:
        self.window.go(step("play", session_id))
        QTest.mouseClick(self.window.page("play").rehearse, Qt.MouseButton.LeftButton)

    def rehearse(self, behaviour: str = "average", faults: tuple[str, ...] = (), pace: int = 20) -> None:
        """Choose on the page, and start; the team is the same one whenever the test runs."""
        page = self.page
        page.wish = lambda: replace(RehearsalPage.wish(page), seed="rehearsed")
        QTest.mouseClick(self.page.behaviour.card(behaviour), Qt.MouseButton.LeftButton)
        QTest.mouseClick(self.page.pace.button(str(pace)), Qt.MouseButton.LeftButton)
        for kind, box in self.page.faults.items():
            box.setChecked(kind in faults)
        QTest.mouseClick(self.page.start, Qt.MouseButton.LeftButton)
        self.done = set()

    def wait(self, ticks: int, ms: int = TICK_MS) -> None:
        """So many ticks of the real clock, each so long."""
        for _ in range(ticks):
            self.clock.advance(ms)
            self.live.tick()

    def answer_dark(self) -> bool:
        """Open the console again after a restart; whether there was one."""
        QCoreApplication.processEvents()
        dark = self.rehearsing.dark
        if dark is None:
            return False
        QTest.mouseClick(dark.buttons["open"], Qt.MouseButton.LeftButton)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return True

    def lead(self, most: int = 4_000) -> None:
        """Do what the console says and what the faults ask for, until the game is closed."""
        for tick in range(most):
            self.wait(1)
            if "restart" in self.moments and "restart" not in self.done and self.answer_dark():
                self.done.add("restart")
                self.live.console.banner_chosen.emit("gap", "give")
            if self.live.room.is_over:
                return
            if tick % 10 == 0:
                self._act()
        raise AssertionError("the game does not end")

    def _act(self) -> None:
        view = self.live.screens.console
        moments = self.moments
        for kind, button in (
            ("projector-out", "pause"),
            ("projector-back", "pause"),
            ("player-away", "away"),
            ("player-back", "back"),
        ):
            if kind in moments and kind not in self.done:
                assert self.press(button), button
                self.done.add(kind)
        if "broken-prop" in moments and "broken-prop" not in self.done:
            torn = next(one for one in self.rehearsing._rehearsal.moments if one.kind == "broken-prop")
            self.live.ask(SolvePuzzle(puzzle=torn.puzzle, broken=True))
            self.done.add("broken-prop")
        is_hint = view.suggestion is not None and view.suggestion.kind == "hint"
        if view.phase in ("idle", "closing") or (view.phase == "playing" and is_hint):
            self.press("next-step")


@contextmanager
def trainer(folder: Path, monkeypatch, language: str = "en") -> Iterator[tuple[Trainer, str]]:
    """A trainer and the session that is on the program's page; everything is closed afterwards."""
    monkeypatch.setattr(watch, "THIS", WELL)
    monkeypatch.setattr(live, "TICK_MS", 3_600_000)
    clock = FakeClock()
    with services_in(folder, clock) as services:
        window = window_of(services, language=language)
        plan = session(services, teams=teams(5, 5), seed=SEED)
        try:
            yield Trainer(services, clock, window), plan.id
        finally:
            window.end()
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
